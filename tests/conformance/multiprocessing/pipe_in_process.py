# multiprocessing.Pipe: works between threads of one process as well, and wait() tells which ends are ready.
import multiprocessing as mp
import threading
from multiprocessing.connection import wait

if __name__ == "__main__":
    pairs = [mp.Pipe() for _ in range(3)]
    readers = [pair[0] for pair in pairs]
    print(wait(readers, timeout=0.01))
    pairs[1][1].send("x")
    print(wait(readers) == [readers[1]], readers[1].recv())
    threading.Timer(0.02, pairs[2][1].send, ["y"]).start()
    print(wait(readers) == [readers[2]], readers[2].recv())
    for _, writer in pairs:
        writer.close()
    print(len(wait(readers)), readers[0].poll())
