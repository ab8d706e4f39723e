# asyncio.Queue: producers and consumers over a bounded queue lose and double nothing.
import asyncio

taken = []


async def produce(queue, base):
    for n in range(25):
        await queue.put(base * 100 + n)


async def consume(queue):
    while True:
        taken.append(await queue.get())
        queue.task_done()


async def main():
    queue = asyncio.Queue(3)
    consumers = [asyncio.create_task(consume(queue)) for _ in range(3)]
    await asyncio.gather(*(produce(queue, base) for base in range(4)))
    await queue.join()
    for task in consumers:
        task.cancel()
    print(sorted(taken) == [base * 100 + n for base in range(4) for n in range(25)])


asyncio.run(main())
