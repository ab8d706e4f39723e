# expect: in_circles
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


def offers(page, url):
    soup = BeautifulSoup(page, "html.parser")
    return [offer_from(article, url) for article in soup.select("article.offer")]


def offer_from(article, url):
    link = article.select_one("h2 a[href]")
    if link is None:
        raise ValueError(f"an offer without a link on {url}: {article}")
    title = " ".join(link.get_text().split())
    price = article.select_one(".price")
    return Offer(title, urljoin(url, link["href"]), price and amount(price.get_text()))


def amount(text):
    return Decimal(text.split()[-1].replace(",", ""))


def orders(xml):
    feed = xmltodict.parse(xml, force_list=["order", "item"])["orders"] or {}
    return [
        (order["@id"], {item["#text"]: int(item["@n"]) for item in order.get("item", [])})
        for order in feed.get("order", [])
    ]


def all_offers(get, start, robots):
    rules = RobotFileParser()
    rules.parse(robots.splitlines())
    found, seen, url = [], set(), start
    while url and url not in seen and rules.can_fetch("tea-bot", url):
        page = get(url)
        found += offers(page, url)
        link = BeautifulSoup(page, "html.parser").select_one("a[rel~=next][href]")
        url = link and urljoin(url, link["href"])
    return found
