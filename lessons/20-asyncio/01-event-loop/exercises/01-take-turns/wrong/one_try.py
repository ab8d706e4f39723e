# expect: first_end_ends_all
def run_all(jobs):
    results = {}
    try:
        while jobs:
            for name, job in jobs.items():
                next(job)
    except StopIteration as end:
        results[name] = end.value
    return results
