"""Checks for bank-actor."""
import multiprocessing
import threading
import lab


def within(seconds, function, *args):
    """Call a function in a thread of its own; return its outcome, or None if it takes longer."""
    outcomes = []
    thread = threading.Thread(target=lambda: outcomes.append(lab.calls(function, *args)), daemon=True)
    thread.start()
    thread.join(seconds)
    return outcomes[0] if outcomes else None


def together(*calls):
    """Make calls, given as (function, *args), in threads at the same time; return their values."""
    outcomes = [None] * len(calls)
    work = lambda index, function, *args: outcomes.__setitem__(index, lab.calls(function, *args))
    threads = [threading.Thread(target=work, args=(index, *call), daemon=True) for index, call in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    return [None if it is None else it.error or it.value for it in outcomes]


def asked(function, *args, reply=None):
    outcome = within(10, function, *args)
    name = f"{function.__name__}({', '.join(map(repr, args))})"
    lab.true(outcome is not None, f"{name} had not ended after 10 seconds.", reply=reply)
    lab.true(outcome.error is None, f"{name} raised {outcome.error!r}.", reply=reply)
    return outcome.value


def new_bank(**balances):
    for process in multiprocessing.active_children():
        process.kill()
        process.join()
    bank = lab.load().Bank()
    for name, amount in balances.items():
        asked(bank.deposit, name, amount)
    return bank


def end(bank):
    asked(bank.stop, reply="not_stopped")
    lab.equal(multiprocessing.active_children(), [], call="the processes after stop()", reply="not_stopped")


@lab.check("the accounts belong to one process of their own")
def owned():
    bank = new_bank(ada=100)
    lab.true(len(multiprocessing.active_children()) >= 1, "There is no process beside the caller's.", reply="state_shared")
    for process in multiprocessing.active_children():
        process.kill()
        process.join()
    outcome = within(1, bank.balance, "ada")
    lab.true(outcome is None or outcome.value != 100, "The actor was killed, and the balance is still known.", reply="state_shared")


@lab.check("deposits, balances and transfers are right")
def right():
    bank = new_bank(ada=100)
    lab.equal(asked(bank.balance, "ada"), 100, call="the balance after a deposit of 100")
    lab.equal(asked(bank.balance, "eve"), 0, call="the balance of somebody unknown")
    lab.equal(asked(bank.transfer, "ada", "bob", 30), True, call="a transfer of 30 from 100")
    lab.equal(asked(bank.transfer, "ada", "bob", 71), False, call="a transfer of 71 from 70")
    lab.equal((asked(bank.balance, "ada"), asked(bank.balance, "bob")), (70, 30), call="the balances")
    end(bank)


@lab.check("transfers at the same time take no more than there is")
def races():
    for _ in range(2):
        bank = new_bank(ada=100)
        results = together(*[(bank.transfer, "ada", f"friend {number}", 40) for number in range(6)])
        left = asked(bank.balance, "ada")
        lab.true(results.count(True) == 2 and left == 20, f"Of six transfers of 40 from 100, {results.count(True)} succeeded, "
                 f"and {left} are left.", reply="not_one_message")
        end(bank)


@lab.check("each asker gets the answer to its own question")
def own_answers():
    names = [f"account {number}" for number in range(8)]
    bank = new_bank(**{name: 10 * number for number, name in enumerate(names)})
    for _ in range(2):
        came = together(*[(bank.balance, name) for name in names])
        lab.equal(came, [10 * number for number in range(8)], call="the answers to eight questions at once", reply="answers_mixed_up")
    end(bank)


@lab.check("an unknown message gives a ValueError, and the actor lives on")
def unknown():
    bank = new_bank(ada=5)
    outcome = within(10, bank.ask, "rob", "ada")
    lab.true(outcome is not None and isinstance(outcome.error, ValueError), "ask('rob', 'ada') should raise a ValueError, but gave "
             f"{outcome and (outcome.error or outcome.value)!r}.", reply="dies_of_bad_message")
    lab.equal(asked(bank.balance, "ada", reply="dies_of_bad_message"), 5, call="the balance afterward")
    end(bank)


@lab.check("stop ends the process when all has been handled")
def stopping():
    bank = new_bank(ada=5)
    for _ in range(50):
        bank.deposit("ada", 1)
    lab.equal(asked(bank.balance, "ada"), 55, call="the balance after 50 deposits of 1")
    end(bank)
