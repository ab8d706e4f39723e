# asyncio debug mode: call_soon from another thread is a RuntimeError.
import asyncio
import threading

found = []


async def main():
    loop = asyncio.get_running_loop()

    def work():
        try:
            loop.call_soon(int)
            found.append("taken")
        except RuntimeError:
            found.append("RuntimeError")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


asyncio.run(main(), debug=True)
asyncio.run(main(), debug=False)
print(found)
