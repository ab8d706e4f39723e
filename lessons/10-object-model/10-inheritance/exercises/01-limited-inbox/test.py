"""Checks for limited-inbox."""
import lab


@lab.check("a plain inbox has no limit")
def plain():
    inbox = lab.load().Inbox("Ada")
    inbox.receive_all("abcdefgh")
    lab.equal(inbox.messages, list("abcdefgh"), call="the messages of a plain Inbox", reply="parent_changed")


@lab.check("a limited inbox is an inbox, set up by its parent")
def made():
    main = lab.load()
    inbox = main.LimitedInbox("Ada", 2)
    lab.true(isinstance(inbox, main.Inbox), "A LimitedInbox is not an Inbox: inherit from it.")
    lab.equal(getattr(inbox, "owner", None), "Ada", call="the owner", reply="no_parent_init")
    lab.equal(getattr(inbox, "messages", None), [], call="the messages at first", reply="no_parent_init")
    lab.equal(inbox.dropped, 0, call="dropped at first")


@lab.check("it keeps the newest messages")
def newest():
    inbox = lab.load().LimitedInbox("Ada", 2)
    for text in "abc":
        inbox.receive(text)
    lab.equal((inbox.messages, inbox.dropped), (["b", "c"], 1), call="messages and dropped after a, b, c")


@lab.check("the parent's receive does its part")
def parent():
    inbox = lab.load().LimitedInbox("Ada", 2)
    for text in "abc":
        inbox.receive(text)
    lab.equal(inbox.received, 3, call="received after three messages", reply="parent_skipped")


@lab.check("receive_all obeys the limit")
def everything():
    inbox = lab.load().LimitedInbox("Ada", 1)
    inbox.receive_all(["a", "b", "c"])
    lab.equal((inbox.messages, inbox.received, inbox.dropped), (["c"], 3, 2),
              call="messages, received and dropped after receive_all of three, limit 1", reply="rewritten")
