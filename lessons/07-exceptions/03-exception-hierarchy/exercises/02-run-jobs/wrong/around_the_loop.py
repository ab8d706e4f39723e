# expect: stops_at_failure
def run_jobs(jobs):
    report = []
    try:
        for job in jobs:
            job()
            report.append("ok")
    except Exception as error:
        report.append(type(error).__name__)
    return report
