# expect: value_lost
def run_all(jobs):
    results = {}
    left = list(jobs.items())
    done = object()
    while left:
        for name, job in list(left):
            if next(job, done) is done:
                results[name] = None
                left.remove((name, job))
    return results
