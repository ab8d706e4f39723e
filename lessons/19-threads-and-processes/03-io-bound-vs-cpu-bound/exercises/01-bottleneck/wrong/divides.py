# expect: divides_by_zero
def bottleneck(job, wall, cpu):
    before = wall(), cpu()
    job()
    share = (cpu() - before[1]) / (wall() - before[0])
    if share < 0.5:
        return "waiting"
    return "working" if share < 1.5 else "parallel"
