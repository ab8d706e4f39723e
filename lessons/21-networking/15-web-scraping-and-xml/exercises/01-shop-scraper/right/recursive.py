from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urljoin
from urllib.robotparser import RobotFileParser

import xmltodict
from bs4 import BeautifulSoup


@dataclass
class Offer:
    title: str
    url: str
    price: Decimal | None


def as_list(value):
    return value if isinstance(value, list) else [] if value is None else [value]


def offers(page, url):
    result = []
    for article in BeautifulSoup(page, "html.parser").select("article.offer"):
        links = article.select("h2 a")
        if not links:
            raise ValueError(url)
        words = links[0].get_text().split()
        prices = [Decimal(tag.get_text(strip=True).removeprefix("EUR").strip().replace(",", "")) for tag in article.select(".price")]
        result.append(Offer(" ".join(words), urljoin(url, links[0]["href"]), *(prices[:1] or [None])))
    return result


def orders(xml):
    feed = xmltodict.parse(xml)["orders"]
    return [(order["@id"], {item["#text"]: int(item["@n"]) for item in as_list(order.get("item"))})
            for order in as_list(feed and feed.get("order"))]


def all_offers(get, start, robots, seen=()):
    rules = RobotFileParser()
    rules.parse(robots.splitlines())
    if start in seen or not rules.can_fetch("tea-bot", start):
        return []
    page = get(start)
    found = offers(page, start)
    for link in BeautifulSoup(page, "html.parser").select("a[rel=next]")[:1]:
        found = found + all_offers(get, urljoin(start, link["href"]), robots, (*seen, start))
    return found
