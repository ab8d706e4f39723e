"""Builds SQL queries."""


def select(table, *columns, limit=None, **conditions):
    """Return the text of a query and the values for its question marks."""
    text = f"SELECT {', '.join(columns) or '*'} FROM {table}"
    if conditions:
        text += " WHERE " + " AND ".join(f"{name} = ?" for name in conditions)
    if limit is not None:
        text += f" LIMIT {limit}"
    return text, list(conditions.values())


if __name__ == "__main__":
    print(select("users", "id", "name", city="Bern", active=True, limit=5))
