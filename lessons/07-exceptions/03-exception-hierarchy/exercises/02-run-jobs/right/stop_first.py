def run_jobs(jobs):
    report = []
    for job in jobs:
        name = "ok"
        try:
            job()
        except (KeyboardInterrupt, SystemExit):
            raise
        except Exception as error:
            name = type(error).__name__
        report.append(name)
    return report
