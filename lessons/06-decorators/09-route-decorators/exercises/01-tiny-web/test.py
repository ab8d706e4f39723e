"""Checks for tiny-web, step by step."""
import lab


def new_app():
    return lab.load("web").App()


def ask(app, method, path):
    outcome = lab.calls(app.handle, method, path)
    lab.true(outcome.error is None, f"handle({method!r}, {path!r}) raised {outcome.error!r}.")
    return outcome.value


def page():
    return "page"


@lab.check("Step 1: route registers a function and returns it")
def registers():
    app = new_app()
    found = [app.route("/")(page), app.route("/b", methods=["POST", "PUT"])(page)]
    lab.true(found == [page, page], f"The decorators returned {found!r}.", reply="returns_other")
    app.route("/b")(page)
    for path, methods in (("/", ["GET"]), ("/b", ["DELETE", "PUT"])):
        outcome = lab.calls(lambda: app.route(path, methods=methods)(page))
        lab.true(isinstance(outcome.error, ValueError), f"A second route for {methods} {path} gave "
                 f"{outcome.error or outcome.value!r}.", reply="duplicate")


@lab.check("Step 2: handle finds the function, or answers 404 or 405")
def handles():
    web = lab.load("web")
    app, other = web.App(), web.App()
    app.route("/")(page)
    app.route("/b", methods=["PUT", "POST"])(lambda: "b")
    app.route("/b", methods=["DELETE"])(lambda: "gone")
    for request, expected in ((("GET", "/"), (200, "page")), (("POST", "/b"), (200, "b")),
                              (("DELETE", "/b"), (200, "gone")), (("GET", "/c"), (404, "not found"))):
        lab.equal(ask(app, *request), expected, call=f"handle{request}")
    lab.equal(ask(app, "GET", "/b"), (405, "DELETE, POST, PUT"), call="handle('GET', '/b')", reply="no_405")
    lab.equal(ask(other, "GET", "/"), (404, "not found"), call="the same request to another app", reply="shared_routes")


@lab.check("Step 3: paths may have parameters")
def parameters():
    app = new_app()
    app.route("/users/<name>")(lambda name: f"user {name!r}")
    app.route("/items/<int:number>/<size>")(lambda size, number: f"{number!r} {size}")
    for path, expected in (("/users/ada", (200, "user 'ada'")), ("/users/7", (200, "user '7'")),
                           ("/users/", (404, "not found")), ("/users/a/b", (404, "not found"))):
        lab.equal(ask(app, "GET", path), expected, call=f"handle('GET', {path!r})")
    for path, expected in (("/items/7/xl", (200, "7 xl")), ("/items/x/xl", (404, "not found"))):
        lab.equal(ask(app, "GET", path), expected, call=f"handle('GET', {path!r})", reply="not_converted")


@lab.check("Step 4: hooks run first, and may answer")
def hooks():
    app, seen = new_app(), []

    def note(method, path):
        seen.append((method, path))

    def stop(method, path):
        return (503, "closed") if path == "/closed" else None
    lab.true(app.before(note) is note, "before(hook) did not return the hook.")
    app.before(stop)
    app.route("/closed")(lambda: seen.append("ran"))
    app.route("/")(page)
    found = [ask(app, "GET", path) for path in ("/", "/closed", "/none")]
    lab.equal(found, [(200, "page"), (503, "closed"), (404, "not found")], call="the responses for /, /closed and /none",
              reply="hook_ignored")
    lab.equal(seen, [("GET", "/"), ("GET", "/closed"), ("GET", "/none")], call="what the first hook has seen",
              reply="hook_ignored")


@lab.check("Step 5: exceptions are answered by the most specific handler")
def errors():
    app = new_app()

    def fail(error):
        def view():
            raise error
        return view
    for path, error in (("/key", KeyError("k")), ("/index", IndexError("i")), ("/value", ValueError("v"))):
        app.route(path)(fail(error))
    app.error(LookupError)(lambda error: (404, "lookup"))
    app.error(KeyError)(lambda error: (410, f"key {error.args[0]}"))
    found = [ask(app, "GET", path) for path in ("/key", "/index", "/value")]
    lab.equal(found, [(410, "key k"), (404, "lookup"), (500, "internal error")],
              call="the responses to a KeyError, an IndexError and a ValueError", reply="wrong_handler")
    app.before(lambda method, path: int("x") if path == "/hook" else None)
    lab.equal(ask(app, "GET", "/hook"), (500, "internal error"), call="the response when a hook raises")


@lab.check("Step 6: the pages of the shop are protected")
def shop():
    make_app = lab.load("shop").make_app
    session = {}
    app = make_app(session)
    for method, path in (("GET", "/orders"), ("DELETE", "/items/1")):
        lab.equal(ask(app, method, path), (403, "please log in"), call=f"handle({method!r}, {path!r}) without a login",
                  reply="hole")
    lab.equal(ask(app, "GET", "/items/2"), (200, "desk"), call="handle('GET', '/items/2')")
    lab.equal(ask(app, "GET", "/items/9"), (404, "no such item"), call="handle('GET', '/items/9')")
    session["user"] = "ada"
    found = [ask(app, "GET", "/orders"), ask(app, "DELETE", "/items/1"), ask(app, "POST", "/orders")]
    lab.equal(found, [(200, "orders of ada"), (200, "deleted lamp"), (405, "GET")],
              call="GET /orders, DELETE /items/1 and POST /orders after the login")
