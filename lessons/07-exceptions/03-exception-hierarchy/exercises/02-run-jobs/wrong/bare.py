# expect: swallows_stop
def run_jobs(jobs):
    report = []
    for job in jobs:
        result = "ok"
        try:
            job()
        except BaseException as error:
            result = type(error).__name__
        report.append(result)
    return report
