import asyncio


async def fastest(mirrors, download, limit):
    first = asyncio.get_running_loop().create_future()
    problems = []

    async def attempt(mirror):
        try:
            file = await download(mirror)
        except Exception as error:
            problems.append(error)
            if len(problems) == len(mirrors) and not first.done():
                first.set_exception(ExceptionGroup("all failed", problems))
        else:
            if not first.done():
                first.set_result(file)

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(attempt(mirror)) for mirror in mirrors]
        try:
            return await asyncio.wait_for(first, limit)
        except ExceptionGroup as error:
            failure = error
        except TimeoutError as error:
            failure = error
        finally:
            for task in tasks:
                task.cancel()
    raise failure
