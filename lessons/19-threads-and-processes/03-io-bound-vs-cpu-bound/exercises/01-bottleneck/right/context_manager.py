from contextlib import contextmanager


@contextmanager
def measured(*clocks):
    times = [-clock() for clock in clocks]
    yield times
    for index, clock in enumerate(clocks):
        times[index] += clock()


def bottleneck(job, wall, cpu):
    with measured(wall, cpu) as times:
        job()
    share = times[1] / times[0] if times[0] else 0
    return "waiting" if share < 0.5 else "parallel" if share >= 1.5 else "working"
