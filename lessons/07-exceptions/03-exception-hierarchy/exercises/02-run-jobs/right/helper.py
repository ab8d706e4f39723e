def result_of(job):
    try:
        job()
    except Exception as error:
        return error.__class__.__name__
    return "ok"


def run_jobs(jobs):
    return [result_of(job) for job in jobs]
