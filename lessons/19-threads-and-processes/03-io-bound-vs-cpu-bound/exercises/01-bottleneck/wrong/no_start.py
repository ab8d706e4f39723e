# expect: absolute_values
def bottleneck(job, wall, cpu):
    job()
    if wall() == 0 or cpu() / wall() < 0.5:
        return "waiting"
    return "working" if cpu() / wall() < 1.5 else "parallel"
