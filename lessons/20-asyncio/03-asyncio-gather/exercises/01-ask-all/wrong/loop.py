# expect: one_by_one
async def price_table(shops, ask):
    table = {}
    for shop in shops:
        try:
            table[shop] = await ask(shop)
        except ConnectionError:
            table[shop] = None
    return table
