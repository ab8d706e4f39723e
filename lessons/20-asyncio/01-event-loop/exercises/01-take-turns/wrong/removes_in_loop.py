# expect: skips_turns
def run_all(jobs):
    results = {}
    left = list(jobs.items())
    while left:
        for entry in left:
            name, job = entry
            try:
                next(job)
            except StopIteration as end:
                results[name] = end.value
                left.remove(entry)
    return results
