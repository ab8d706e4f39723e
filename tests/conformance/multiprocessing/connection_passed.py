# multiprocessing: a connection can be sent to another process through a pipe.
import multiprocessing as mp


def work(connection):
    other = connection.recv()
    other.send("through the connection that was sent")
    other.close()


if __name__ == "__main__":
    mp.set_start_method("spawn")
    ours, theirs = mp.Pipe()
    receiver, sender = mp.Pipe(duplex=False)
    process = mp.Process(target=work, args=(theirs,), daemon=True)
    process.start()
    ours.send(sender)
    print(receiver.recv())
    process.join()
