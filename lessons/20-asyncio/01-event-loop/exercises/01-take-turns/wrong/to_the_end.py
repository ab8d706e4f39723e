# expect: one_after_another
def run_all(jobs):
    results = {}
    for name, job in jobs.items():
        while True:
            try:
                next(job)
            except StopIteration as end:
                results[name] = end.value
                break
    return results
