import asyncio


async def fastest(mirrors, download, limit):
    tasks = [asyncio.create_task(download(mirror)) for mirror in mirrors]
    problems = []
    try:
        for answer in asyncio.as_completed(tasks, timeout=limit):
            try:
                return await answer
            except TimeoutError:
                raise
            except Exception as error:
                problems.append(error)
        raise ExceptionGroup("all failed", problems)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)
