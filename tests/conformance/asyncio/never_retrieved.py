# asyncio.Task: an exception that nobody retrieves goes to the loop's exception handler when the task is collected.
import asyncio
import gc

found = []


async def fail():
    raise ValueError("unseen")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: found.append((repr(context["exception"]), sorted(context))))
    asyncio.create_task(fail(), name="forgotten")
    await asyncio.sleep(0.01)
    gc.collect()
    await asyncio.sleep(0)


asyncio.run(main())
print(found)
