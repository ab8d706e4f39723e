# asyncio.Task.get_stack and print_stack: show where a suspended task is waiting.
import asyncio
import io


async def waiting_here():
    await asyncio.sleep(30)


async def main():
    task = asyncio.create_task(waiting_here())
    await asyncio.sleep(0)
    print([frame.f_code.co_name for frame in task.get_stack()])
    text = io.StringIO()
    task.print_stack(file=text)
    print("waiting_here" in text.getvalue())
    task.cancel()


asyncio.run(main())
