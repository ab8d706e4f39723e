# Coroutines: one that is never awaited gives a RuntimeWarning that names it.
import asyncio
import gc
import warnings


async def forgotten():
    pass


async def main():
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        forgotten()
        gc.collect()
    print([(it.category.__name__, "forgotten" in str(it.message)) for it in caught])


asyncio.run(main())
