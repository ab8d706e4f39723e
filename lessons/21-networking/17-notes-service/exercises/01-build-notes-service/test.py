"""Checks for notes-service, one or more for each step."""

import base64
import concurrent.futures
import contextlib
import email.message
import json
import threading

import httpx
import lab

USERS = {"ann": "pepper", "bob": "salt:y"}


@lab.check("Step 1: notes are added, read, changed and removed")
def step_1():
    module = lab.load("store")
    store = module.Store()
    first, second = store.add("tea"), store.add("cake")
    lab.equal((first, second), ({"id": 1, "text": "tea", "version": 1}, {"id": 2, "text": "cake", "version": 1}),
              call="the first two notes")
    first["text"] = "changed by the caller"
    lab.equal(store.get(1), {"id": 1, "text": "tea", "version": 1}, call="get(1)")
    lab.equal(store.change(1, "milk", 1), {"id": 1, "text": "milk", "version": 2}, call="change(1, 'milk', 1)")
    lab.raises(module.Conflict, store.change, 1, "water", 1)
    store.add("pie")
    store.remove(3)
    for act in (store.get, store.remove, lambda id: store.change(id, "x", 1)):
        lab.raises(KeyError, act, 3)
    id = store.add("jam")["id"]
    lab.true(id == 4, f"After the removal of note 3, the next one got the id {id}.", reply="ids")


@lab.check("Step 1: of two threads with the same version, one succeeds")
def step_1_threads():
    module = lab.load("store")
    store, together, done = module.Store(), threading.Barrier(2), []
    store.add("tea")

    class One(int):
        """A version whose comparison lasts until another one is under way, if that can be."""

        def __eq__(self, other):
            with contextlib.suppress(threading.BrokenBarrierError):
                together.wait(0.5)
            return int(self) == other

        __ne__ = lambda self, other: not self == other
        __hash__ = int.__hash__

    def change(text):
        with contextlib.suppress(module.Conflict):
            done.append(store.change(1, text, One(1)))

    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        list(pool.map(change, ["milk", "cake"]))
    lab.true(len(done) == 1, f"Two threads changed version 1, and {len(done)} of them succeeded.", reply="lost_change")


def api_and_store():
    """Both, with the same `Conflict`: what `api` imports is what we take."""
    api = lab.load("api")
    import store
    return api, store.Store()


class Api:
    """A store with some notes, and `respond` in front of it."""

    def __init__(self, *texts):
        self.module, self.store = api_and_store()
        for text in texts:
            self.store.add(text)

    def __call__(self, method, target, body=b"", login="ann:pepper", **headers):
        message = email.message.Message()
        for name, value in headers.items():
            message[name.replace("_", "-")] = value
        if login:
            message["Authorization"] = "Basic " + base64.b64encode(login.encode()).decode()
        body = body if isinstance(body, bytes) else json.dumps(body).encode()
        outcome = lab.calls(self.module.respond, self.store, USERS, method, target, message, body)
        return (repr(outcome.error), {}, {}) if outcome.error else outcome.value


@lab.check("Step 2: the API creates, reads, changes and removes")
def step_2():
    api = Api()
    status, headers, note = api("POST", "/notes", {"text": "größe"})
    lab.equal((status, headers.get("Location"), headers.get("ETag"), note),
              (201, "/notes/1", '"1"', {"id": 1, "text": "größe", "version": 1}), call="the answer to POST /notes")
    status, headers, note = api("PUT", "/notes/1", {"text": "tea"}, If_Match='"1"')
    lab.equal((status, headers.get("ETag"), note), (200, '"2"', {"id": 1, "text": "tea", "version": 2}), call="the answer to PUT /notes/1")
    status, headers, note = api("GET", "/notes/1", login="bob:salt:y")
    lab.equal((status, headers.get("ETag"), note), (200, '"2"', {"id": 1, "text": "tea", "version": 2}), call="the answer to GET /notes/1")
    lab.equal(api("DELETE", "/notes/1")[::2], (204, None), call="the answer to DELETE /notes/1")
    for method in ("GET", "DELETE", "PUT"):
        lab.equal(api(method, "/notes/1", {"text": "x"}, If_Match='"1"')[0], 404, call=f"the status of {method} /notes/1 after that")


@lab.check("Step 2: strangers are refused, and what is not there is not found")
def step_2_refused():
    api = Api("tea")
    for login in (None, "ann:salt", "eve:", "ann"):
        for target in ("/notes/1", "/nothing"):
            status, headers, _ = api("GET", target, login=login)
            lab.true((status, "WWW-Authenticate" in headers) == (401, True), f"With the login {login!r}, GET {target} gave {status} "
                     f"and the headers {headers}.", reply="stranger")
    for target in ("/", "/note", "/notes/", "/notes/x", "/notes/1/2", "/notes/9", "x/notes/1"):
        status, _, data = api("GET", target)
        lab.equal(status, 404, call=f"the status of GET {target}")
        lab.true(isinstance(data.get("error"), str), f"The data of the 404 was {data!r}.")


@lab.check("Step 2: methods and bodies that cannot be")
def step_2_methods():
    api = Api("tea")
    for method, target, allow in (("PATCH", "/notes/1", "DELETE, GET, PUT"), ("POST", "/notes/9", "DELETE, GET, PUT"),
                                  ("DELETE", "/notes", "POST"), ("GET", "/notes", "POST")):
        status, headers, _ = api(method, target, b"{")
        lab.true((status, headers.get("Allow")) == (405, allow), f"{method} {target} gave {status}, and Allow was "
                 f"{headers.get('Allow')!r}.", reply="method")
    for method, target in (("POST", "/notes"), ("PUT", "/notes/1"), ("PUT", "/notes/9")):
        for body, expected in ((b"{text", 400), ({"text": ""}, 422)):
            lab.equal(api(method, target, body)[0], expected, call=f"the status of {method} {target} with {body!r}")


@lab.check("Step 2: nobody writes over what they have not seen")
def step_2_match():
    api = Api("milk")
    api("PUT", "/notes/1", {"text": "tea"}, If_Match='"1"')
    for headers, expected in (({}, 428), ({"If_Match": '"1"'}, 412), ({"If_Match": '"3"'}, 412), ({"If_Match": "nonsense"}, 412)):
        status = api("PUT", "/notes/1", {"text": "lost"}, **headers)[0]
        lab.true(status == expected, f"The note has version 2; a PUT with {headers} gave {status} instead of {expected}.", reply="blind_write")
    lab.true(api.store.get(1)["text"] == "tea", "A PUT was refused, and has changed the note nevertheless.", reply="blind_write")


def connected(login):
    """The store behind a server, the modules `client` and `web`, and a client."""
    api, store = api_and_store()
    import client
    import web
    url = web.serve(api.respond, store, USERS)
    return store, web, client.Notes(httpx.Client(base_url=url, auth=login, timeout=5))


@lab.check("Step 3: the client's methods do what they say")
def step_3():
    store, web, notes = connected(("bob", "salt:y"))
    lab.equal(notes.add("größer"), {"id": 1, "text": "größer", "version": 1}, call="add('größer')")
    lab.equal(notes.change(1, "milk", 1), {"id": 1, "text": "milk", "version": 2}, call="change(1, 'milk', 1)")
    lab.raises(web.Outdated, notes.change, 1, "water", 1)
    lab.equal(notes.get(1)["text"], "milk", call="the text of get(1)")
    notes.remove(1)
    for act in (notes.get, notes.remove, lambda id: notes.edit(id, str.upper)):
        lab.raises(web.NotFound, act, 1)
    lab.raises(httpx.HTTPStatusError, notes.add, "")
    lab.raises(httpx.HTTPStatusError, connected(("ann", "wrong"))[2].add, "tea")


@lab.check("Step 3: edit loses nothing, even if somebody is faster")
def step_3_edit():
    store, web, notes = connected(("ann", "pepper"))
    store.add("tea")
    calls = []

    def add_cake(text):
        calls.append(text)
        if len(calls) <= 2:  # somebody else comes in between, twice
            store.change(1, f"{text}, milk {len(calls)}", len(calls))
        return text + ", cake"

    outcome = lab.calls(notes.edit, 1, add_cake)
    text = store.get(1)["text"]
    lab.true(text == "tea, milk 1, milk 2, cake" and outcome.error is None, f"Twice somebody else added milk; edit() added cake, and the text "
             f"is {text!r} ({outcome.error!r}).", reply="stale")
    lab.equal(outcome.value["version"], 4, call="the version that edit() returns")
