# expect: where_always
def select(table, *columns, limit=None, **conditions):
    text = f"SELECT {', '.join(columns) or '*'} FROM {table}"
    text += " WHERE " + " AND ".join(f"{name} = ?" for name in conditions)
    if limit is not None:
        text += f" LIMIT {limit}"
    return text, list(conditions.values())
