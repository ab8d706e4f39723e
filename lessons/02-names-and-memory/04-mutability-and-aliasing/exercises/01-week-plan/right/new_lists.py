def week_plan(days, bookings):
    plan = dict.fromkeys(days, ())
    for day, name in bookings:
        plan[day] = (*plan[day], name)
    return {day: list(names) for day, names in plan.items()}
