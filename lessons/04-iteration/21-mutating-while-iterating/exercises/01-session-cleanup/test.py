"""Checks for session-cleanup: neighbors, identity, and circles."""
import lab


@lab.check("drop_expired deletes what has ended, and names it")
def expired():
    for sessions, gone in [({"eve": 5, "bob": 1, "ada": 2, "cy": 9}, ["ada", "bob"]), ({"a": 3}, []),
                           ({"b": 0, "a": 1}, ["a", "b"])]:
        given = dict(sessions)
        outcome = lab.calls(lab.load().drop_expired, given, 3)
        lab.true(not isinstance(outcome.error, RuntimeError), f"drop_expired({sessions}, 3) raised "
                 f"{outcome.error!r}.", reply="size_changed")
        lab.true(outcome.error is None, f"drop_expired({sessions}, 3) raised {outcome.error!r}.")
        lab.equal(outcome.value, gone, call=f"drop_expired({sessions}, 3)")
        left = {user: end for user, end in sessions.items() if end >= 3}
        lab.equal(given, left, call=f"the dictionary {sessions} after drop_expired(..., 3)",
                  reply="new_object" if given == sessions else None)


@lab.check("drop_blanks deletes all blank lines, neighbors too")
def blanks():
    for lines in (["a", "", " ", "", "b"], ["", ""], ["a", "b"], [" ", "a", "\t", "b", ""]):
        given = list(lines)
        outcome = lab.calls(lab.load().drop_blanks, given)
        wanted = [line for line in lines if line.strip()]
        reply = None
        if given == lines:
            reply = "new_object"
        elif [line for line in given if line.strip()] == wanted:
            reply = "skips"
        elif outcome.error is None:
            reply = "wrong_one"
        lab.true(outcome.error is None, f"drop_blanks({lines}) raised {outcome.error!r}.", reply="skips")
        lab.equal(given, wanted, call=f"the list {lines} after drop_blanks", reply=reply)


@lab.check("reachable finds the users of inner groups")
def inner():
    groups = {"all": ["dev", "eve"], "dev": ["ada", "ops"], "ops": ["bob"], "none": []}
    for name, users in [("all", {"ada", "bob", "eve"}), ("ops", {"bob"}), ("none", set())]:
        found = lab.calls(lab.load().reachable, groups, name)
        lab.true(found.error is None, f"reachable({groups}, {name!r}) raised {found.error!r}.")
        lab.equal(found.value, users, call=f"reachable({groups}, {name!r})",
                  reply="direct_only" if found.value else None)


@lab.check("groups that contain each other are no problem")
def circles():
    groups = {"all": ["dev", "eve"], "dev": ["ada", "all"], "self": ["self", "bob"]}
    for name, users in [("all", {"ada", "eve"}), ("self", {"bob"})]:
        found = lab.calls(lab.load().reachable, groups, name)
        lab.true(found.error is None, f"reachable({groups}, {name!r}) raised a "
                 f"{type(found.error).__name__}.", reply="endless")
        lab.equal(found.value, users, call=f"reachable({groups}, {name!r})")
    lab.equal(groups["self"], ["self", "bob"], call="the group 'self' afterward")
