# expect: not_together
async def work_off(jobs, handle, n_workers):
    results = {}
    async for job in jobs:
        try:
            results[job] = await handle(job)
        except Exception as error:
            results[job] = error
    return results
