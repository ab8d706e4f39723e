"""Checks for shop-queries, one for each question."""
import copy

import lab

ORDERS = [
    {"id": 1, "customer": "ada", "total": 120, "paid": True},
    {"id": 2, "customer": "linus", "total": 130, "paid": False},
    {"id": 3, "customer": "ada", "total": 40},
    {"id": 4, "customer": "grace", "total": 7, "paid": True},
]
OTHERS = [{"id": 9, "customer": "bo", "total": 1}, {"id": 8, "customer": "cy", "total": 3, "paid": True}]


def ask(name, orders, *args, reply=None):
    rows = copy.deepcopy(orders)
    outcome = lab.calls(getattr(lab.load(), name), rows, *args)
    lab.true(outcome.error is None, f"{name}({orders!r}) raised {outcome.error!r}.", reply=reply)
    lab.true(rows == orders, f"After {name} the orders are {rows!r}.", reply="changes_rows")
    return outcome.value


@lab.check("1: unpaid gives id and customer of the orders that are not paid")
def question_1():
    found = ask("unpaid", ORDERS[:2], reply="missing_paid")
    lab.true(not found or isinstance(found[0], tuple), f"unpaid gave {found!r}.", reply="not_tuples")
    lab.equal(found, [(2, "linus")], call="unpaid of two orders")
    found = ask("unpaid", ORDERS, reply="missing_paid")
    lab.equal(found, [(2, "linus"), (3, "ada")], call="unpaid, where order 3 has no key 'paid',",
              reply="missing_paid" if found == [(2, "linus")] else None)


@lab.check("2: revenue sums up the paid orders")
def question_2():
    lab.equal(ask("revenue", ORDERS, reply="missing_paid"), 127, call="the revenue")
    lab.equal(ask("revenue", OTHERS, reply="missing_paid"), 3, call="the revenue of other orders")
    lab.equal(ask("revenue", []), 0, call="the revenue of no orders")


@lab.check("3: totals_over gives dictionaries of two keys")
def question_3():
    found = ask("totals_over", ORDERS, 100)
    lab.equal(found, [{"id": 1, "total": 120}, {"id": 2, "total": 130}], call="totals_over(orders, 100)")
    lab.equal(ask("totals_over", OTHERS, 3), [], call="totals_over(orders, 3) where the largest is 3")


@lab.check("4: best_customer adds up the orders of each customer")
def question_4():
    found = ask("best_customer", ORDERS)
    lab.equal(found, "ada", call="best_customer", reply="single_order" if found == "linus" else None)
    lab.equal(ask("best_customer", OTHERS), "cy", call="best_customer of other orders")
    lab.equal(ask("best_customer", [], reply="empty_max"), None, call="best_customer of no orders")


@lab.check("5: without_account names each unknown customer once, sorted")
def question_5():
    orders = [{"id": i, "customer": name, "total": 1} for i, name in enumerate(["bo", "ada", "cy", "bo", "al"])]
    found = ask("without_account", orders, ["cy", "dee"])
    reply = None
    if isinstance(found, list) and set(found) == {"ada", "al", "bo"}:
        reply = "twice" if len(found) > 3 else "unsorted"
    lab.equal(found, ["ada", "al", "bo"], call="without_account", reply=reply)


@lab.check("5: without_account does not walk the accounts for each order")
def question_5_speed():
    class Accounts(list):
        walks = 0

        def __contains__(self, name):
            Accounts.walks += 1
            return super().__contains__(name)

        def __iter__(self):
            Accounts.walks += 1
            return super().__iter__()

    accounts = Accounts(f"user{i}" for i in range(200))
    orders = [{"id": i, "customer": f"user{i + 100}", "total": 1} for i in range(200)]
    found = lab.calls(lab.load().without_account, orders, accounts).value
    lab.equal(found, sorted(f"user{i}" for i in range(200, 300)), call="without_account of 200 orders")
    lab.true(Accounts.walks < 50, f"For 200 orders, the list of accounts was walked "
             f"{Accounts.walks} times.", reply="slow")
