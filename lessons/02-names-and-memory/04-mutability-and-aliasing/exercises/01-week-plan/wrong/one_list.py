# expect: shared_list
def week_plan(days, bookings):
    empty = []
    plan = {day: empty for day in days}
    for day, name in bookings:
        plan[day].append(name)
    return plan
