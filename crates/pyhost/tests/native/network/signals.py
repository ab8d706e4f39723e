# signals and sockets
import signal, socket, time, threading, select
class Alarm(Exception): pass
seen=[]
def ring(n,f): raise Alarm
signal.signal(signal.SIGALRM, ring)
srv=socket.create_server(("127.0.0.1",0))
a,b=socket.socketpair()
u=socket.socket(type=socket.SOCK_DGRAM); u.bind(("127.0.0.1",0))
def ends(wait):
    signal.setitimer(signal.ITIMER_REAL,0.05)
    t=time.monotonic()
    try: wait()
    except Alarm: assert time.monotonic()-t<5
    else: raise AssertionError(wait)
ends(srv.accept); ends(lambda:a.recv(1)); ends(lambda:u.recvfrom(9)); ends(lambda:a.sendall(bytes(10_000_000)))
srv.settimeout(60); ends(srv.accept)
ends(lambda:select.select([srv],[],[]))
e=select.epoll(); e.register(srv); ends(e.poll)
# a handler that returns
signal.signal(signal.SIGALRM, lambda n,f: seen.append(n))
signal.setitimer(signal.ITIMER_REAL,0.02)
c,d=socket.socketpair(); threading.Timer(0.1,c.send,(b"x",)).start()
assert d.recv(1)==b"x" and seen==[14]
signal.setitimer(signal.ITIMER_REAL,0.02); d.settimeout(0.2)
t=time.monotonic()
try: d.recv(1)
except TimeoutError: assert 0.15<time.monotonic()-t<2
assert seen==[14,14]
# set_wakeup_fd with a socket
r,w=socket.socketpair(); w.setblocking(False)
signal.set_wakeup_fd(w.fileno()); signal.raise_signal(signal.SIGALRM); assert r.recv(1)==bytes([14]); signal.set_wakeup_fd(-1)
# asyncio and KeyboardInterrupt, signal handlers
import asyncio
async def main():
    loop=asyncio.get_running_loop(); got=loop.create_future()
    loop.add_signal_handler(signal.SIGUSR1, got.set_result, 5)
    loop.call_later(0.01, signal.raise_signal, signal.SIGUSR1)
    assert await got==5
    threading.Timer(0.05, signal.raise_signal,(signal.SIGINT,)).start()
    try: await asyncio.sleep(30)
    finally: print("cleaned")
try: asyncio.run(main())
except KeyboardInterrupt: print("interrupted")
