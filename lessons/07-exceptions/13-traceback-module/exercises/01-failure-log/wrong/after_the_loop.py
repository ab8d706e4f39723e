# expect: outside_handler
import traceback


def run_all(jobs):
    caught = {}
    for name, job in jobs.items():
        try:
            job()
        except Exception as error:
            caught[name] = error
    failures = []
    for name, error in caught.items():
        last = traceback.extract_tb(error.__traceback__)[-1]
        failures.append(
            {
                "job": name,
                "summary": traceback.format_exception_only(error)[-1].strip(),
                "where": (last.name, last.lineno),
                "details": traceback.format_exc(),
            }
        )
    return failures
