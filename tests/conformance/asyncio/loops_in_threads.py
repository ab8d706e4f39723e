# asyncio: each thread can run an event loop of its own, at the same time.
import asyncio
import threading

found = []
both = threading.Barrier(2)


async def main(name):
    await asyncio.to_thread(both.wait)
    await asyncio.sleep(0.01)
    return name, asyncio.get_running_loop()


threads = [threading.Thread(target=lambda name=name: found.append(asyncio.run(main(name)))) for name in "ab"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(name for name, _ in found), found[0][1] is not found[1][1])
