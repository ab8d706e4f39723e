"""Checks for shop-scraper."""

from decimal import Decimal

import lab

URL = "http://shop.example/teas/black/"


def article(body, more=""):
    return f'<article id="x" class="offer {more}">{body}</article>'


def read(*articles, url=URL, encoding="utf-8"):
    head = f'<html><head><meta charset="{encoding}"></head><body><h2><a href="/">Home</a></h2>'
    page = head + "".join(articles) + "<article class='news'><h2>News</h2></article></body></html>"
    return lab.calls(lab.load().offers, page.encode(encoding), url)


def fields(outcome):
    if outcome.error:
        return repr(outcome.error)
    return [(it.title, it.url, it.price) for it in outcome.value]


PLAIN = article('<h2><a href="/tea/1">Assam</a></h2><p>EUR <i>now</i></p><p class="price">EUR 1,299.50</p>')


@lab.check("Step 1: title, address and price of each offer")
def step_1():
    found = fields(read(PLAIN, article('<h2>No. 2: <a href="http://b.example/2">Earl &amp; Grey</a></h2><b class="big price">EUR 4</b>', "sale")))
    wanted = [("Assam", "http://shop.example/tea/1", Decimal("1299.50")), ("Earl & Grey", "http://b.example/2", Decimal(4))]
    only_addresses = [it[::2] for it in found] == [it[::2] for it in wanted]
    lab.equal(found, wanted, call="the offers of the page", reply="relative" if only_addresses else None)
    lab.equal(fields(read()), [], call="the offers of a page without any")


@lab.check("Step 1: titles and addresses as people write them")
def step_1_messy():
    body = '<h2><a class="l" href="{}">\n   Lapsang\t<i>Souchong</i>,\n smoky </a></h2><p class="price"> EUR  4.50 </p>'
    for href, address in (("7", URL + "7"), ("../green/8?a=1", "http://shop.example/teas/green/8?a=1"), ("//b.example/9", "http://b.example/9")):
        found = fields(read(article(body.format(href))))
        lab.true(found[0][0] == "Lapsang Souchong, smoky", f"The title is {found[0][0]!r}.", reply="messy_text")
        lab.true(found[0][1] == address, f"On {URL}, a link to {href!r} became {found[0][1]!r}.", reply="relative")


@lab.check("Step 1: without a price it is sold out")
def step_1_price():
    found = fields(read(article('<h2><a href="/tea/2">Sencha</a></h2>'), PLAIN))
    lab.true(found == [("Sencha", "http://shop.example/tea/2", None), ("Assam", "http://shop.example/tea/1", Decimal("1299.50"))],
             f"An offer without a price, and one with a price, gave {found}.", reply="sold_out")


@lab.check("Step 1: without a link in its h2 the page has changed")
def step_1_changed():
    for body in ('<h3><a href="/tea/2">Sencha</a></h3>', "<h2>Sencha</h2>", ""):
        outcome = read(PLAIN, article(body))
        lab.true(isinstance(outcome.error, ValueError), f"With an offer of {body!r}, offers() ended with {fields(outcome)}.",
                 reply="no_title")


@lab.check("Step 1: the page's own encoding is used")
def step_1_encoding():
    for encoding in ("utf-8", "iso-8859-1"):
        found = fields(read(article('<h2><a href="/k">Käse</a></h2>'), encoding=encoding))
        lab.true(found[0][0] == "Käse", f"A page in {encoding} gave the title {found[0][0]!r}.", reply="decoded")


def read_orders(body):
    outcome = lab.calls(lab.load().orders, f"<orders>{body}</orders>")
    return repr(outcome.error) if outcome.error else outcome.value


@lab.check("Step 2: orders with their items")
def step_2():
    body = '<order id="7"><item n="2">tea</item><item n="1">apple pie</item></order>'
    lab.equal(read_orders(body + '<order id="8"><item n="10">tea</item><item n="3">milk</item></order>'),
              [("7", {"tea": 2, "apple pie": 1}), ("8", {"tea": 10, "milk": 3})], call="two orders")
    for what, xml, expected in (("one order", body, [("7", {"tea": 2, "apple pie": 1})]),
                                ("one item", '<order id="9"><item n="1">tea</item></order>', [("9", {"tea": 1})])):
        found = read_orders(xml)
        lab.true(found == expected, f"A feed with {what} gave {found}.", reply="one_order")


@lab.check("Step 2: nothing in it")
def step_2_empty():
    for xml, expected in (("", []), ('<order id="7"></order>', [("7", {})])):
        found = read_orders(xml)
        lab.true(found == expected, f"<orders>{xml}</orders> gave {found}.", reply="one_order")


def crawl(links, robots="", start="/p/1"):
    base, asked = "http://shop.example", []

    def get(url):
        asked.append(url.removeprefix(base))
        if len(asked) > 20:
            raise RuntimeError("20 pages were fetched")
        link = links.get(asked[-1])
        body = article(f'<h2><a href="/tea{asked[-1]}">Tea</a></h2>')
        return (body + (f'<a rel="prev" href="/">back</a><a href="{link}" rel="next">on</a>' if link else "")).encode()

    outcome = lab.calls(lab.load().all_offers, get, base + start, robots)
    return outcome, asked


@lab.check("Step 3: all pages, one after the other")
def step_3():
    outcome, asked = crawl({"/p/1": "2", "/p/2": "http://shop.example/p/3"})
    if outcome.error:
        raise outcome.error
    lab.equal(asked, ["/p/1", "/p/2", "/p/3"], call="the pages that were fetched")
    lab.equal([it.url for it in outcome.value], [f"http://shop.example/tea/p/{n}" for n in (1, 2, 3)], call="the offers")


@lab.check("Step 3: no page twice, and none that is forbidden")
def step_3_ends():
    outcome, asked = crawl({"/p/1": "2", "/p/2": "3", "/p/3": "1"})
    lab.true(asked == ["/p/1", "/p/2", "/p/3"], f"The third page links to the first one, and the pages were {asked}.", reply="in_circles")
    robots = "User-agent: *\nDisallow: /p/3\n"
    outcome, asked = crawl({"/p/1": "2", "/p/2": "3"}, robots)
    lab.true(asked == ["/p/1", "/p/2"], f"robots.txt forbids /p/3, and the pages were {asked}.", reply="rude")
    outcome, asked = crawl({}, robots, start="/p/3")
    lab.true(asked == [] and outcome.value == [], f"robots.txt forbids the start, and the pages were {asked}.", reply="rude")
