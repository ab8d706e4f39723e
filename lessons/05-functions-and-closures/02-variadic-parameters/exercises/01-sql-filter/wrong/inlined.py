# expect: values_in_text
def select(table, *columns, limit=None, **conditions):
    text = f"SELECT {', '.join(columns) or '*'} FROM {table}"
    if conditions:
        text += " WHERE " + " AND ".join(f"{name} = {value!r}" for name, value in conditions.items())
    if limit is not None:
        text += f" LIMIT {limit}"
    return text, list(conditions.values())
