# asyncio.Runner(loop_factory): the loop is what the factory makes.
import asyncio

made = []


def factory():
    made.append(asyncio.SelectorEventLoop())
    return made[-1]


async def which():
    return asyncio.get_running_loop()


with asyncio.Runner(loop_factory=factory) as runner:
    print(len(made))
    print(runner.run(which()) is made[0], len(made))
print(made[0].is_closed())
