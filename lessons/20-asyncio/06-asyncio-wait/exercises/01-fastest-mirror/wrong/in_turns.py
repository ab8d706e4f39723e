# expect: one_by_one
import asyncio


async def fastest(mirrors, download, limit):
    problems = []
    async with asyncio.timeout(limit):
        for mirror in mirrors:
            try:
                return await download(mirror)
            except Exception as error:
                problems.append(error)
    raise ExceptionGroup("no mirror has the file", problems)
