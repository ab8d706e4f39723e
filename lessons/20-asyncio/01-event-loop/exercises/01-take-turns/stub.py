def run_all(jobs):
    """Run generators in turns; return what each returned, in the order of ending."""
    results = {}
    for name, job in jobs.items():
        # TODO: this runs each job to its end, and drops its value.
        for _ in job:
            pass
        results[name] = None
    return results


def count(name, n):
    for number in range(n):
        print(name, number)
        yield
    return n


if __name__ == "__main__":
    print(run_all({"a": count("a", 2), "b": count("b", 1)}))
