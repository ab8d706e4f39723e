"""The json module: writing and reading back nested data."""

import json


def run():
    data = [{"id": number, "name": f"item {number}", "tags": ["a", "b", None], "price": number / 7} for number in range(1500)]
    for _ in range(3):
        data = json.loads(json.dumps(data, indent=1))
    assert data[10]["name"] == "item 10"
