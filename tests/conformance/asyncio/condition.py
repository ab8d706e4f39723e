# asyncio.Condition: wait releases the lock, notify(n) wakes that many; without the lock they are RuntimeErrors.
import asyncio

awake = []


async def work(condition, n):
    async with condition:
        await condition.wait()
        awake.append(n)


async def main():
    condition = asyncio.Condition()
    tasks = [asyncio.create_task(work(condition, n)) for n in range(4)]
    await asyncio.sleep(0)
    async with condition:
        condition.notify()
        print(awake, condition.locked())
    await asyncio.sleep(0.01)
    print(awake)
    async with condition:
        condition.notify_all()
    await asyncio.gather(*tasks)
    print(awake)
    for call in (condition.notify, condition.notify_all):
        try:
            call()
        except RuntimeError:
            print("RuntimeError")
    try:
        await condition.wait()
    except RuntimeError:
        print("RuntimeError")


asyncio.run(main())
