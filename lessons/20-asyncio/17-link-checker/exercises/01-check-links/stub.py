"""Checks the links of a site."""

import asyncio
from contextvars import ContextVar
from dataclasses import dataclass, field

from web import DEMO, Web

SETTINGS = {"n_workers": 3, "limit": 0.2, "attempts": 2}
current_url = ContextVar("current_url", default="-")


class Broken(Exception):
    """A page could not be fetched."""


@dataclass
class Report:
    """What a check has found."""

    links: dict = field(default_factory=dict)
    broken: dict = field(default_factory=dict)
    is_complete: bool = False


# TODO, step 1: connected(web)


# TODO, step 2: fetch(session, url, limit, attempts)


# TODO, step 3: crawl(session, start, report, n_workers, limit, attempts)


# TODO, step 4
async def check(web, start, patience):
    """Check a site; return what was found within `patience` seconds."""
    return Report()


if __name__ == "__main__":
    print(asyncio.run(check(Web(DEMO), "/", 5)))
