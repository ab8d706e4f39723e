# expect: callback_in_lock
import time

import fetching
import parsing


def main(servers, fetch):
    """Fetch and parse all logs, print the report, return the exit status."""
    progress = fetching.Progress(len(servers))
    texts, failed = fetching.fetch_all(servers, fetch, progress, max_workers=8)
    for level, n_lines in sorted(parsing.parse_all(texts, n_workers=2).items()):
        print(level, n_lines)
    if failed:
        print("no answer from:", ", ".join(failed))
        return 1
    return 0


def fetch(server):
    time.sleep(0.1)
    if server == "web2":
        raise ConnectionError("no route")
    return "09:15 ERROR disk full\n09:16 INFO all is well\n"


if __name__ == "__main__":
    raise SystemExit(main(["web1", "web2", "web3"], fetch))
