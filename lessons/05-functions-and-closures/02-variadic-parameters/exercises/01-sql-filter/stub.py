"""Builds SQL queries."""


def select(table):  # TODO: columns, limit, conditions
    """Return the text of a query and the values for its question marks."""
    return f"SELECT * FROM {table}", []


if __name__ == "__main__":
    print(select("users"))
