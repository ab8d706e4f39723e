# multiprocessing.connection.Connection: send_bytes, recv_bytes, recv_bytes_into keep message borders; too long ones are refused.
import multiprocessing as mp
from multiprocessing import BufferTooShort


def work(connection):
    connection.send_bytes(b"first")
    connection.send_bytes(b"0123456789", 2, 5)
    connection.send_bytes(b"x" * 200_000)
    connection.send_bytes(b"too long")
    connection.send_bytes(b"into")


if __name__ == "__main__":
    mp.set_start_method("spawn")
    ours, theirs = mp.Pipe()
    process = mp.Process(target=work, args=(theirs,))
    process.start()
    print(ours.recv_bytes(), ours.recv_bytes(), len(ours.recv_bytes()))
    buffer = bytearray(4)
    try:
        ours.recv_bytes_into(buffer)
    except BufferTooShort as error:
        print("BufferTooShort", error.args)
    print(ours.recv_bytes_into(buffer), bytes(buffer))
    process.join()
    for call in (lambda: ours.send_bytes(b"abc", 5), lambda: ours.send_bytes(b"abc", 1, -1), lambda: ours.recv_bytes(-1)):
        try:
            call()
        except ValueError:
            print("ValueError")
