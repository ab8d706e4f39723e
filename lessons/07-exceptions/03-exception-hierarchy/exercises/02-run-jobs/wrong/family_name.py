# expect: names_the_family
def run_jobs(jobs):
    report = []
    for job in jobs:
        try:
            job()
            report.append("ok")
        except Exception:
            report.append("Exception")
    return report
