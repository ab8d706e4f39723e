import asyncio


async def work_off(jobs, handle, n_workers):
    slots = asyncio.Semaphore(n_workers)
    results = {}

    async def one(job):
        try:
            results[job] = await handle(job)
        except Exception as error:
            results[job] = error
        finally:
            slots.release()

    async with asyncio.TaskGroup() as group:
        async for job in jobs:
            await slots.acquire()
            group.create_task(one(job))
    return results
