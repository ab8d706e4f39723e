# expect: limit_wrong
def bottleneck(job, wall, cpu):
    before = wall(), cpu()
    job()
    wall_time, cpu_time = wall() - before[0], cpu() - before[1]
    if cpu_time <= wall_time / 2:
        return "waiting"
    return "working" if cpu_time <= wall_time * 1.5 else "parallel"
