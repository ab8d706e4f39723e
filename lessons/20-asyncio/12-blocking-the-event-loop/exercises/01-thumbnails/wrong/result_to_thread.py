# expect: called_too_early
import asyncio
import time


async def thumbnails(images, shrink, limit):
    """Shrink all images without blocking the loop."""
    slots = asyncio.Semaphore(limit)

    async def thumbnail(image):
        async with slots:
            try:
                return await asyncio.to_thread(shrink(image))
            except ValueError:
                return None

    return await asyncio.gather(*[thumbnail(image) for image in images])


def demo_shrink(image):
    time.sleep(0.1)
    if image == "c.png":
        raise ValueError("broken")
    return f"small {image}"


if __name__ == "__main__":
    begin = time.perf_counter()
    print(asyncio.run(thumbnails(["a.png", "b.png", "d.png", "e.png"], demo_shrink, 2)))
    print(f"{time.perf_counter() - begin:.1f} s")
