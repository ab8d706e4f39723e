# multiprocessing.Pipe(duplex=False): the first end only receives, the second only sends.
import multiprocessing as mp


def work(connection):
    with connection:
        for n in range(3):
            connection.send(n)


if __name__ == "__main__":
    mp.set_start_method("spawn")
    receiver, sender = mp.Pipe(duplex=False)
    print(receiver.readable, receiver.writable, sender.readable, sender.writable)
    for call in (lambda: receiver.send(1), lambda: sender.recv()):
        try:
            call()
        except OSError:
            print("OSError")
    process = mp.Process(target=work, args=(sender,))
    process.start()
    sender.close()
    items = []
    try:
        while True:
            items.append(receiver.recv())
    except EOFError:
        print(items)
    process.join()
