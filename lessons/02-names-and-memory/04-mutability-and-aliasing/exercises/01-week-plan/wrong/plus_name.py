# expect: letters
def week_plan(days, bookings):
    plan = {day: [] for day in days}
    for day, name in bookings:
        plan[day] += name
    return plan
