def week_plan(days, bookings):
    """Return for every day the list of names booked."""
    plan = dict.fromkeys(days, [])  # TODO: whose list is it?
    for day, name in bookings:
        plan[day].append(name)
    return plan


if __name__ == "__main__":
    print(week_plan(["mon", "tue", "wed"], [("tue", "Ada"), ("mon", "Bob"), ("tue", "Cy")]))
