"""Checks for weather-both-ways, with transports instead of servers."""

import asyncio

import httpx
import lab


class Stations:
    """Answers by path, and notes the addresses and limits of the requests."""

    def __init__(self):
        self.urls, self.limits, self.now, self.most = [], [], 0, 0

    def __call__(self, request):
        self.urls.append(request.url)
        self.limits.append(request.extensions["timeout"]["read"])
        match request.url.path:
            case "/old":
                return httpx.Response(302, headers={"Location": "/north?id=7&units=C"})
            case "/gone":
                return httpx.Response(404, text="no such station")
            case "/broken":
                return httpx.Response(503, text="not now")
        return httpx.Response(200, json={"station": request.url.path, "celsius": -1.5})

    async def later(self, request):
        self.now += 1
        self.most = max(self.most, self.now)
        await asyncio.sleep(0.02)
        self.now -= 1
        return self(request)


def ask(form, path):
    """The outcome of one call in one of the two forms, and the stations."""
    module, stations = lab.load(), Stations()
    url = "http://weather.example" + path
    if form == "reading":
        with httpx.Client(transport=httpx.MockTransport(stations)) as client:
            return lab.calls(module.reading, client, url), stations, module

    async def main():
        async with httpx.AsyncClient(transport=httpx.MockTransport(stations.later)) as client:
            return await module.reading_async(client, url)

    return lab.calls(asyncio.run, main()), stations, module


def told(outcome):
    return outcome.error or outcome.value


FORMS = ("reading", "reading_async")


@lab.check("a station's answer becomes a Reading, in both forms")
def plain():
    for form in FORMS:
        outcome, stations, module = ask(form, "/north")
        if outcome.error:
            raise outcome.error
        lab.equal(outcome.value, module.Reading("/north", -1.5), call=f"{form}() of /north")
        lab.equal(dict(stations.urls[0].params), {"units": "C"}, call="the query that was sent")


@lab.check("404 is None, and other failures raise")
def failures():
    for form in FORMS:
        outcome, _, _ = ask(form, "/gone")
        lab.true(outcome.error is None and outcome.value is None,
                 f"The station is not there (404), and {form}() ended with {told(outcome)!r}.", reply="truth")
        outcome, _, _ = ask(form, "/broken")
        lab.true(isinstance(outcome.error, httpx.HTTPStatusError),
                 f"The station answers 503, and {form}() ended with {told(outcome)!r}.", reply="truth")


@lab.check("a station that has moved is found")
def moved():
    for form in FORMS:
        outcome, _, module = ask(form, "/old")
        lab.true(outcome.value == module.Reading("/north", -1.5),
                 f"/old redirects to /north, and {form}() ended with {told(outcome)!r}.", reply="redirect")


@lab.check("the query of the address is kept")
def query():
    for form in FORMS:
        _, stations, _ = ask(form, "/north?id=7")
        sent = dict(stations.urls[0].params)
        lab.true(sent == {"id": "7", "units": "C"}, f"{form}() of /north?id=7 has sent the query {sent}.",
                 reply="query_lost")


@lab.check("a slow station has 20 seconds")
def limit():
    for form in FORMS:
        _, stations, _ = ask(form, "/north")
        lab.true(stations.limits == [20], f"{form}() has asked with a limit of {stations.limits[0]} seconds.",
                 reply="limit")


@lab.check("readings asks all stations at once, and keeps their order")
def together():
    module, stations = lab.load(), Stations()

    async def main():
        async with httpx.AsyncClient(transport=httpx.MockTransport(stations.later)) as client:
            return await module.readings(client, [f"http://weather.example/{n}" for n in (3, 1, 2)])

    found = asyncio.run(main())
    lab.equal([it.station for it in found], ["/3", "/1", "/2"], call="the stations of readings()")
    lab.true(stations.most == 3, f"At most {stations.most} requests for 3 stations were under way together.",
             reply="blocks")
