# expect: first_failure_wins
import asyncio


async def fastest(mirrors, download, limit):
    tasks = [asyncio.create_task(download(mirror)) for mirror in mirrors]
    done, pending = await asyncio.wait(
        tasks, timeout=limit, return_when=asyncio.FIRST_COMPLETED)
    for task in pending:
        task.cancel()
    await asyncio.gather(*pending, return_exceptions=True)
    if not done:
        raise TimeoutError
    return done.pop().result()
