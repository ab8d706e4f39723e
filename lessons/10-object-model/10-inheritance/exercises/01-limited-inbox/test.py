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
    for name, value in [("owner", "Ada"), ("messages", []), ("received", 0)]:
        lab.true(hasattr(inbox, name), f"It has no attribute {name}.", reply="no_parent_init")
        lab.equal(getattr(inbox, name), value, call=f"the attribute {name}, at first,")
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


@lab.check("what the parent does later on is done, too")
def extended():
    main = lab.load()

    init, receive = main.Inbox.__init__, main.Inbox.receive

    def new_init(self, owner):
        init(self, owner)
        self.seen = []

    def new_receive(self, text):
        receive(self, text)
        self.seen.append(text)

    main.Inbox.__init__, main.Inbox.receive = new_init, new_receive
    inbox = main.LimitedInbox("Ada", 2)
    lab.true(hasattr(inbox, "seen"), "An attribute that the parent's __init__ also makes is missing.", reply="no_parent_init")
    for text in "abc":
        inbox.receive(text)
    lab.equal(inbox.seen, ["a", "b", "c"], call="what the parent's receive was called with", reply="parent_skipped")


@lab.check("receive_all obeys the limit")
def everything():
    inbox = lab.load().LimitedInbox("Ada", 1)
    inbox.receive_all(["a", "b", "c"])
    reply = "rewritten" if "receive_all" in vars(type(inbox)) else None
    lab.equal((inbox.messages, inbox.received, inbox.dropped), (["c"], 3, 2),
              call="messages, received and dropped after receive_all of three, limit 1", reply=reply)
