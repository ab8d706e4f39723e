def week_plan(days, bookings):
    return {day: [name for booked, name in bookings if booked == day] for day in days}
