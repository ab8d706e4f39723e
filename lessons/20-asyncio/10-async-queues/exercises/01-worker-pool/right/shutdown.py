import asyncio


async def work_off(jobs, handle, n_workers):
    queue = asyncio.Queue(1)
    results = {}

    async def worker():
        while True:
            try:
                job = await queue.get()
            except asyncio.QueueShutDown:
                return
            try:
                results[job] = await handle(job)
            except Exception as error:
                results[job] = error

    workers = [asyncio.create_task(worker()) for _ in range(n_workers)]
    async for job in jobs:
        await queue.put(job)
    queue.shutdown()
    await asyncio.gather(*workers)
    return results
