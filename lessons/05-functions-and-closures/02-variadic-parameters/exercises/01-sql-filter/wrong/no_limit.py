# expect: limit_is_condition
def select(table, *columns, **conditions):
    text = f"SELECT {', '.join(columns) or '*'} FROM {table}"
    if conditions:
        text += " WHERE " + " AND ".join(f"{name} = ?" for name in conditions)
    return text, list(conditions.values())
