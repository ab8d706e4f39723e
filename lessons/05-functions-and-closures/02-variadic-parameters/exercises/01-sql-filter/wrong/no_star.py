# expect: star_missing
def select(table, *columns, limit=None, **conditions):
    text = f"SELECT {', '.join(columns)} FROM {table}"
    if conditions:
        text += " WHERE " + " AND ".join(f"{name} = ?" for name in conditions)
    if limit is not None:
        text += f" LIMIT {limit}"
    return text, list(conditions.values())
