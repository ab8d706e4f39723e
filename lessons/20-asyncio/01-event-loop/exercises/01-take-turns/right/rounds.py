def run_all(jobs):
    results = {}
    left = dict(jobs)
    while left:
        for name, job in list(left.items()):
            try:
                next(job)
            except StopIteration as end:
                results[name] = end.value
                del left[name]
    return results
