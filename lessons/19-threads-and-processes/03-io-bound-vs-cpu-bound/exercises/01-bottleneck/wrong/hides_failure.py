# expect: failure_hidden
def bottleneck(job, wall, cpu):
    before = wall(), cpu()
    try:
        job()
    except Exception:
        pass
    wall_time, cpu_time = wall() - before[0], cpu() - before[1]
    if wall_time == 0 or cpu_time / wall_time < 0.5:
        return "waiting"
    return "working" if cpu_time / wall_time < 1.5 else "parallel"
