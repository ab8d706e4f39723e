"""Checks for acting-as."""
import threading
import lab


def elsewhere(function):
    """Call a function in another thread; return its outcome."""
    outcomes = []
    thread = threading.Thread(target=lambda: outcomes.append(lab.calls(function)))
    thread.start()
    thread.join()
    return outcomes[0]


@lab.check("a thread in which nobody acts is told so")
def default():
    main = lab.load()
    lab.equal(main.user(), "nobody", call="user() in the main thread")
    outcome = elsewhere(main.user)
    lab.true(outcome.error is None, f"user() in another thread raised {outcome.error!r}.", reply="no_default")
    lab.equal(outcome.value, "nobody", call="user() in another thread")


@lab.check("inside the block the user is the one that was named, in this thread and no other")
def own_thread():
    main = lab.load()
    with main.acting_as("ada"):
        lab.equal(main.user(), "ada", call="user() inside acting_as('ada')")
        lab.equal(elsewhere(main.user).value, "nobody", call="user() in another thread meanwhile", reply="seen_by_others")

        def request():
            with main.acting_as("bob"):
                return main.user()

        lab.equal(elsewhere(request).value, "bob", call="user() inside acting_as('bob') in another thread")
        lab.equal(main.user(), "ada", call="user() here after that", reply="seen_by_others")


@lab.check("after the block everything is as before, also when blocks are nested")
def nested():
    main = lab.load()
    with main.acting_as("ada"):
        with main.acting_as("root"):
            lab.equal(main.user(), "root", call="user() in the inner block")
        lab.equal(main.user(), "ada", call="user() after the inner block", reply="not_put_back")
        with main.acting_as("ada"):
            pass
        lab.equal(main.user(), "ada", call="user() after an inner block for the same user", reply="not_put_back")
    lab.equal(main.user(), "nobody", call="user() after the outer block", reply="not_put_back")


@lab.check("an exception in the block gets out, and the user does not stay")
def failing():
    main = lab.load()

    def request():
        with main.acting_as("ada"):
            raise LookupError("no such page")

    lab.raises(LookupError, request, call="a block that raises a LookupError")
    lab.equal(main.user(), "nobody", call="user() after a block that failed", reply="stays_after_error")
