# asyncio.gather: runs awaitables together and returns their results in the order of the arguments.
import asyncio

order = []


async def work(name, turns):
    for _ in range(turns):
        await asyncio.sleep(0)
    order.append(name)
    return name.upper()


async def main():
    print(await asyncio.gather(work("a", 3), work("b", 1), work("c", 2)))
    print(order)
    print(await asyncio.gather())
    future = asyncio.get_running_loop().create_future()
    future.set_result(1)
    same = work("d", 0)
    print(await asyncio.gather(future, same, same))


asyncio.run(main())
