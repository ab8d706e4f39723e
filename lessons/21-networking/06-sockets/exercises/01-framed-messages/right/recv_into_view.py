def receive_exactly(sock, size):
    buffer = bytearray(size)
    n_received = 0
    with memoryview(buffer) as view:
        while n_received < size:
            n_new = sock.recv_into(view[n_received:])
            if n_new == 0:
                raise ConnectionError("too early")
            n_received += n_new
    return bytes(buffer)


def send_message(sock, text):
    data = text.encode()
    sock.sendall(b"".join([len(data).to_bytes(4, "big"), data]))


def receive_message(sock):
    return receive_exactly(sock, int.from_bytes(receive_exactly(sock, 4), "big")).decode()
