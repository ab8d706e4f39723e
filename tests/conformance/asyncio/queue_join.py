# asyncio.Queue.join: waits until task_done was called for each item; once too often is a ValueError.
import asyncio

done = []


async def worker(queue):
    while True:
        item = await queue.get()
        await asyncio.sleep(0)
        done.append(item)
        queue.task_done()


async def main():
    queue = asyncio.Queue()
    await queue.join()
    for n in range(10):
        queue.put_nowait(n)
    workers = [asyncio.create_task(worker(queue)) for _ in range(3)]
    await queue.join()
    print(sorted(done) == list(range(10)))
    for task in workers:
        task.cancel()
    print([type(it).__name__ for it in await asyncio.gather(*workers, return_exceptions=True)])
    try:
        queue.task_done()
    except ValueError:
        print("ValueError")


asyncio.run(main())
