# expect: too_narrow
def run_jobs(jobs):
    report = []
    for job in jobs:
        try:
            job()
            report.append("ok")
        except (ValueError, TypeError, LookupError, OSError) as error:
            report.append(type(error).__name__)
    return report
