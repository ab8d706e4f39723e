# socket.shutdown: wakes a recv of another thread, which then sees the end.
import socket
import threading

a, b = socket.socketpair()
found = []
thread = threading.Thread(target=lambda: found.append(b.recv(10)))
thread.start()
thread.join(0.03)
print(thread.is_alive())
b.shutdown(socket.SHUT_RDWR)
thread.join()
print(found)
try:
    socket.socket().shutdown(socket.SHUT_RDWR)
except OSError:
    print("OSError")
a.close()
b.close()
