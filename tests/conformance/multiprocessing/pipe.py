# multiprocessing.Pipe: send and recv any picklable object, both ways; poll tells whether something is there.
import multiprocessing as mp


def work(connection):
    while (item := connection.recv()) is not None:
        connection.send((type(item).__name__, item))
    connection.close()


if __name__ == "__main__":
    mp.set_start_method("spawn")
    ours, theirs = mp.Pipe()
    process = mp.Process(target=work, args=(theirs,))
    process.start()
    theirs.close()
    print(ours.poll(), ours.poll(0.01), ours.readable, ours.writable, ours.closed)
    for item in (1, "text", {"a": [1, 2]}, b"bytes", (), 3.5):
        ours.send(item)
        print(ours.recv())
    ours.send(None)
    try:
        ours.recv()
    except EOFError:
        print("EOFError")
    process.join()
    ours.close()
    try:
        ours.send(1)
    except OSError:
        print("OSError")
