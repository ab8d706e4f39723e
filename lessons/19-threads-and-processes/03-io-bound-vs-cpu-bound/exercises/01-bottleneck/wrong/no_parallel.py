# expect: cores_missed
def bottleneck(job, wall, cpu):
    before = wall(), cpu()
    job()
    wall_time, cpu_time = wall() - before[0], cpu() - before[1]
    return "working" if wall_time and cpu_time / wall_time >= 0.5 else "waiting"
