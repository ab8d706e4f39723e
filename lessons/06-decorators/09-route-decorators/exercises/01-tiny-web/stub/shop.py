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

    # TODO, step 6: members only, but it is not.
    @requires_login
    @app.route("/orders")
    def orders():
        return f"orders of {session['user']}"

    # TODO, step 6: members only, but it is not.
    @requires_login
    @app.route("/items/<int:number>", methods=["DELETE"])
    def delete_item(number):
        return f"deleted {ITEMS[number]}"

    # TODO, step 6: a PermissionError is answered by 403 and its text,
    # a missing item by 404 and "no such item".
    return app


if __name__ == "__main__":
    app = make_app({})
    for request in [("GET", "/items/1"), ("GET", "/items/9"), ("GET", "/orders"), ("POST", "/orders")]:
        print(*request, app.handle(*request))
