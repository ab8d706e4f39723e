# expect: empty_days
def week_plan(days, bookings):
    plan = {}
    for day, name in bookings:
        plan.setdefault(day, []).append(name)
    return plan
