def bottleneck(job, wall, cpu):
    start = (wall(), cpu())
    job()
    wall_time = wall() - start[0]
    cpu_time = cpu() - start[1]
    if wall_time <= 0 or cpu_time * 2 < wall_time:
        return "waiting"
    elif cpu_time >= 1.5 * wall_time:
        return "parallel"
    return "working"
