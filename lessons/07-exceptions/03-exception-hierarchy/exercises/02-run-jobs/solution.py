def run_jobs(jobs):
    """Run all jobs; return "ok" or the name of the failure for each."""
    report = []
    for job in jobs:
        try:
            job()
            report.append("ok")
        except Exception as error:
            report.append(type(error).__name__)
    return report


if __name__ == "__main__":
    print(run_jobs([lambda: 1, lambda: int("x"), lambda: [][0], lambda: 4]))
