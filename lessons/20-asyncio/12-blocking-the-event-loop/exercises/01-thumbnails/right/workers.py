import asyncio


async def thumbnails(images, shrink, limit):
    found = [None] * len(images)
    todo = iter(enumerate(images))

    async def worker():
        for index, image in todo:
            try:
                found[index] = await asyncio.to_thread(shrink, image)
            except ValueError:
                pass

    async with asyncio.TaskGroup() as group:
        for _ in range(limit):
            group.create_task(worker())
    return found
