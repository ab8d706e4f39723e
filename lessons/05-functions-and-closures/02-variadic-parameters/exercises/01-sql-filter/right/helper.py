def where(conditions):
    return " WHERE " + " AND ".join(name + " = ?" for name in conditions) if conditions else ""


def select(table, *columns, limit=None, **conditions):
    tail = "" if limit is None else f" LIMIT {limit}"
    names = ", ".join(columns or "*")
    return f"SELECT {names} FROM {table}{where(conditions)}{tail}", list(conditions.values())
