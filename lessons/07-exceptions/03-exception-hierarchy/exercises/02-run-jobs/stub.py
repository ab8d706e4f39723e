def run_jobs(jobs):
    """Run all jobs; return "ok" or the name of the failure for each."""
    report = []
    for job in jobs:
        job()  # TODO: a failing job must not stop the others
        report.append("ok")
    return report


if __name__ == "__main__":
    print(run_jobs([lambda: 1, lambda: int("x"), lambda: [][0], lambda: 4]))
