# expect: no_405
"""A shop with pages for everybody and pages for members."""

import functools

from web import App

ITEMS = {1: "lamp", 2: "desk"}


def make_app(session):
    """Return the app; session["user"] is there after the login."""
    app = App()

    def requires_login(function):
        @functools.wraps(function)
        def wrapper(**kwargs):
            if "user" not in session:
                raise PermissionError("please log in")
            return function(**kwargs)

        return wrapper

    @app.route("/items/<int:number>")
    def show_item(number):
        return ITEMS[number]

    @app.route("/orders")
    @requires_login
    def orders():
        return f"orders of {session['user']}"

    @app.route("/items/<int:number>", methods=["DELETE"])
    @requires_login
    def delete_item(number):
        return f"deleted {ITEMS[number]}"

    app.error(KeyError)(lambda error: (404, "no such item"))
    app.error(PermissionError)(lambda error: (403, str(error)))
    return app


if __name__ == "__main__":
    app = make_app({})
    for path in ["/items/1", "/items/9", "/orders"]:
        print(path, app.handle("GET", path))
