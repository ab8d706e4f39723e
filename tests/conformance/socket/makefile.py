# socket.makefile: a file over the connection, by lines, text or bytes; the socket stays open until both are closed.
import socket

a, b = socket.socketpair()
with a.makefile("w", encoding="utf-8", newline="\n") as writer, b.makefile("r", encoding="utf-8") as reader:
    writer.write("first line\nzweite Zeile: ü\n")
    writer.flush()
    print(reader.readline(), ascii(reader.readline()), sep="")
    a.close()
    writer.write("after close of the socket")
    writer.flush()
print(b.makefile("rb").read())
b.close()
c, d = socket.socketpair()
raw = d.makefile("rwb", buffering=0)
print(raw.write(b"x"), c.recv(1))
for it in (c, d, raw):
    it.close()
