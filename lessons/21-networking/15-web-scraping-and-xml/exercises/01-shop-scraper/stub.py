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
    # TODO: step 1
    return []


def orders(xml):
    # TODO: step 2
    return []


def all_offers(get, start, robots):
    # TODO: step 3
    return offers(get(start), start)


if __name__ == "__main__":
    PAGE = b"""
    <article class="offer"><h2><a href="/tea/1">Assam
      <i>FTGFOP</i></a></h2><p class="price">EUR 4.50</p></article>
    <article class="offer sale"><h2><a href="/tea/2">Sencha</a></h2></article>
    """
    for offer in offers(PAGE, "http://shop.example/teas"):
        print(offer)
