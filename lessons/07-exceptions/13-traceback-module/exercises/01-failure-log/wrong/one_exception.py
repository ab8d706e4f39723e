# expect: no_chain
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
                    "summary": traceback.format_exception_only(error)[-1].strip(),
                    "where": (last.name, last.lineno),
                    "details": "".join(traceback.format_exception(error, chain=False)),
                }
            )
    return failures
