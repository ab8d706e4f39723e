# asyncio: an await between reading and writing lets other tasks in; without one there is no switch; a Lock protects.
import asyncio

counter = 0


async def unsafe():
    global counter
    value = counter
    await asyncio.sleep(0)
    counter = value + 1


async def atomic():
    global counter
    value = counter
    counter = value + 1


async def safe(lock):
    async with lock:
        await unsafe()


async def main():
    global counter
    for make in (unsafe, atomic, lambda: safe(lock)):
        counter = 0
        lock = asyncio.Lock()
        await asyncio.gather(*(make() for _ in range(10)))
        print(counter)


asyncio.run(main())
