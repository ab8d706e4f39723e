# expect: message_only
import traceback


def run_all(jobs):
    failures = []
    for name, job in jobs.items():
        try:
            job()
        except Exception as error:
            last = traceback.extract_tb(error.__traceback__)[-1]
            failures.append(
                {
                    "job": name,
                    "summary": str(error),
                    "where": (last.name, last.lineno),
                    "details": "".join(traceback.format_exception(error)),
                }
            )
    return failures
