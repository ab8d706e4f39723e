"""Checks for week-plan."""
import lab

DAYS = ["mon", "tue", "wed"]
BOOKINGS = [("tue", "Ada"), ("mon", "Bob"), ("tue", "Cy")]


def plan_of(days, bookings):
    outcome = lab.calls(lab.load().week_plan, days, bookings)
    lab.true(outcome.error is None, f"week_plan({days!r}, {bookings!r}) raised {outcome.error!r}.")
    return outcome.value


def problem(plan):
    """Name the reply for a wrong plan of DAYS and BOOKINGS."""
    if not isinstance(plan, dict) or not plan:
        return None
    if "mon" in plan and plan["mon"] is plan.get("tue"):
        return "shared_list"
    if plan.get("mon") == list("Bob"):
        return "letters"
    return "empty_days" if "wed" not in plan else None


@lab.check("every name is booked for its own day, and only there")
def own_days():
    plan = plan_of(list(DAYS), list(BOOKINGS))
    lab.equal(plan, {"mon": ["Bob"], "tue": ["Ada", "Cy"], "wed": []},
              call=f"week_plan({DAYS!r}, {BOOKINGS!r})", reply=problem(plan))


@lab.check("the days stand in their order")
def order():
    plan = plan_of(["wed", "mon"], [("mon", "Ada"), ("wed", "Bob")])
    lab.equal(list(plan), ["wed", "mon"], call="the days of the plan for ['wed', 'mon']")


@lab.check("empty days have lists of their own as well")
def own_lists():
    plan = plan_of(["sat", "sun"], [])
    lab.equal(plan, {"sat": [], "sun": []}, call="week_plan(['sat', 'sun'], [])", reply="empty_days")
    lab.true(plan["sat"] is not plan["sun"], "plan['sat'] and plan['sun'] are one list.", reply="shared_list")


@lab.check("the arguments stay as they were")
def arguments():
    days, bookings = list(DAYS), list(BOOKINGS)
    plan_of(days, bookings)
    lab.equal((days, bookings), (DAYS, BOOKINGS), call="days and bookings after the call", reply="eats_bookings")
