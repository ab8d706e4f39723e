def run_all(jobs):
    results = {}

    def finishing(name, job):
        results[name] = yield from job

    tasks = [finishing(name, job) for name, job in jobs.items()]
    while tasks:
        tasks = [task for task in tasks if next(task, tasks) is not tasks]
    return results
