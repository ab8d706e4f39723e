import asyncio


async def work_off(jobs, handle, n_workers):
    """Handle all jobs with several workers; return their results or exceptions."""
    results = {}
    # TODO: one after the other, and a failure ends it all.
    async for job in jobs:
        results[job] = await handle(job)
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
