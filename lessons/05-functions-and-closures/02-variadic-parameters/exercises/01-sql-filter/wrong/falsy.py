# expect: limit_zero
def select(table, *columns, limit=None, **conditions):
    text = f"SELECT {', '.join(columns) or '*'} FROM {table}"
    if conditions:
        text += " WHERE " + " AND ".join(f"{name} = ?" for name in conditions)
    if limit:
        text += f" LIMIT {limit}"
    return text, list(conditions.values())
