import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urljoin
from urllib.robotparser import RobotFileParser

from bs4 import BeautifulSoup


@dataclass
class Offer:
    title: str
    url: str
    price: Decimal | None


def offers(page, url):
    found = []
    for article in BeautifulSoup(page, "html.parser").find_all("article", class_="offer"):
        try:
            link = article.h2.a
            title, href = re.sub(r"\s+", " ", link.get_text()).strip(), link["href"]
        except (AttributeError, TypeError, KeyError):
            raise ValueError(f"the page {url} has changed")
        tag = article.find(class_="price")
        number = re.search(r"\d[\d,]*(\.\d+)?", tag.get_text()) if tag else None
        found.append(Offer(title, urljoin(url, href), Decimal(number[0].replace(",", "")) if number else None))
    return found


def orders(xml):
    root = ET.fromstring(xml.strip())
    return [(order.get("id"), {item.text: int(item.get("n")) for item in order.iter("item")})
            for order in root.iter("order")]


def all_offers(get, start, robots):
    rules = RobotFileParser()
    rules.parse(robots.split("\n"))

    def pages():
        seen, url = [], start
        while url not in seen:
            if not rules.can_fetch("tea-bot", url):
                return
            seen.append(url)
            page = get(url)
            yield page, url
            link = BeautifulSoup(page, "html.parser").find("a", rel="next")
            if link is None:
                return
            url = urljoin(url, link["href"])

    return [offer for page, url in pages() for offer in offers(page, url)]
