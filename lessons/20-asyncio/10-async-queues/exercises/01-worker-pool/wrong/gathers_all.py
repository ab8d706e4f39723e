# expect: too_many
import asyncio


async def work_off(jobs, handle, n_workers):
    names = [job async for job in jobs]
    answers = await asyncio.gather(*map(handle, names), return_exceptions=True)
    return dict(zip(names, answers))
