# expect: job_runs_twice
def elapsed(job, clock):
    before = clock()
    job()
    return clock() - before


def bottleneck(job, wall, cpu):
    wall_time = elapsed(job, wall)
    cpu_time = elapsed(job, cpu)
    if wall_time == 0 or cpu_time < 0.5 * wall_time:
        return "waiting"
    return "working" if cpu_time < 1.5 * wall_time else "parallel"
