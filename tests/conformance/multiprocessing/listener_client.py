# multiprocessing.connection: Listener and Client talk over a Unix socket or TCP, with an authentication key.
import os
import threading
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client, Listener

for address in (("localhost", 0), os.path.abspath("listener")):
    with Listener(address, authkey=b"secret") as listener:

        def serve():
            with listener.accept() as connection:
                connection.send(connection.recv()[::-1])
            try:
                listener.accept()
            except AuthenticationError:
                refused.append("AuthenticationError")

        refused = []
        thread = threading.Thread(target=serve)
        thread.start()
        with Client(listener.address, authkey=b"secret") as connection:
            connection.send("hello")
            print(connection.recv())
        try:
            Client(listener.address, authkey=b"wrong")
        except (AuthenticationError, EOFError, ConnectionError):
            print("refused")
        thread.join()
        print(refused)
