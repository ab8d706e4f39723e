# expect: one_kills_all
import asyncio

STOP = object()


async def work_off(jobs, handle, n_workers):
    """Handle all jobs with several workers; return their results or exceptions."""
    queue = asyncio.Queue(maxsize=n_workers)
    results = {}

    async def worker():
        while (job := await queue.get()) is not STOP:
            results[job] = await handle(job)

    async with asyncio.TaskGroup() as group:
        for _ in range(n_workers):
            group.create_task(worker())
        async for job in jobs:
            await queue.put(job)
        for _ in range(n_workers):
            await queue.put(STOP)
    return results


async def demo_jobs():
    for number in range(6):
        yield f"job {number}"


async def demo_handle(job):
    print("start", job)
    await asyncio.sleep(0.1)
    if job == "job 3":
        raise ValueError("bad job")
    return job.upper()


if __name__ == "__main__":
    print(asyncio.run(work_off(demo_jobs(), demo_handle, 2)))
