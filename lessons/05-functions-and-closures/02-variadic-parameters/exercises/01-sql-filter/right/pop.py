def select(table, *columns, **conditions):
    limit = conditions.pop("limit", None)
    parts = ["SELECT", ", ".join(columns) if columns else "*", "FROM", table]
    for index, name in enumerate(conditions):
        parts += ["AND" if index else "WHERE", name, "=", "?"]
    if limit is not None:
        parts += ["LIMIT", str(limit)]
    return " ".join(parts), [*conditions.values()]
