# expect: eats_bookings
def week_plan(days, bookings):
    plan = {day: [] for day in days}
    while bookings:
        day, name = bookings.pop(0)
        plan[day].append(name)
    return plan
