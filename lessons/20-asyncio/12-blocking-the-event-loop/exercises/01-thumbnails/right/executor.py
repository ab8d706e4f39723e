import asyncio
from concurrent.futures import ThreadPoolExecutor


async def thumbnails(images, shrink, limit):
    def safely(image):
        try:
            return shrink(image)
        except ValueError:
            return None

    loop = asyncio.get_running_loop()
    pool = ThreadPoolExecutor(limit)
    try:
        waiting = [loop.run_in_executor(pool, safely, image) for image in images]
        return list(await asyncio.gather(*waiting))
    finally:
        pool.shutdown(wait=False)
