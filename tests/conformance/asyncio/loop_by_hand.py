# asyncio.new_event_loop: run_until_complete, run_forever with stop, close; a closed loop refuses work.
import asyncio

log = []
loop = asyncio.new_event_loop()
print(loop.run_until_complete(asyncio.sleep(0, "result")), loop.is_running(), loop.is_closed())
loop.call_soon(log.append, "callback")
loop.call_later(0.01, loop.stop)
loop.run_forever()
print(log, loop.is_running())


async def check():
    return loop.is_running(), asyncio.get_running_loop() is loop


print(loop.run_until_complete(check()))
future = loop.create_future()
loop.call_soon(loop.stop)
try:
    loop.run_until_complete(future)
except RuntimeError:
    print("stopped before the future was done")
loop.run_until_complete(loop.shutdown_asyncgens())
loop.run_until_complete(loop.shutdown_default_executor())
loop.close()
print(loop.is_closed())
for call in (lambda: loop.call_soon(int), lambda: loop.run_forever()):
    try:
        call()
    except RuntimeError:
        print("RuntimeError")
