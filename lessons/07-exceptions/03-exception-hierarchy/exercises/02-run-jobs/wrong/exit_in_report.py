# expect: exit_is_a_failure
def run_jobs(jobs):
    report = []
    for job in jobs:
        try:
            job()
            report.append("ok")
        except Exception as error:
            report.append(type(error).__name__)
        except (SystemExit, KeyboardInterrupt) as error:
            report.append(type(error).__name__)
            break
    return report
