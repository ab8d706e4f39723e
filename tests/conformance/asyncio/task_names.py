# asyncio.Task: get_name, set_name, get_coro; unnamed ones are called Task-N; current_task and all_tasks.
import asyncio


async def work():
    return asyncio.current_task().get_name()


async def main():
    coroutine = work()
    named = asyncio.create_task(coroutine, name="worker")
    plain = asyncio.create_task(work())
    print(plain.get_name().startswith("Task-"), named.get_coro() is coroutine)
    plain.set_name("renamed")
    names = sorted(task.get_name() for task in asyncio.all_tasks() if task is not asyncio.current_task())
    print(names, asyncio.current_task() in asyncio.all_tasks())
    print(await named, await plain, len(asyncio.all_tasks()))
    print("worker" in repr(named), "work" in repr(named), "'worker'" in repr(named))


asyncio.run(main())
