def week_plan(days, bookings):
    """Return for every day the list of names booked."""
    return {day: [name for booked, name in bookings if booked == day] for day in days}
