from web import Outdated, call


class Notes:
    def __init__(self, http):
        self.http = http

    # TODO: step 3: add, get, change, remove, edit
    def add(self, text):
        return call(self.http, "POST", "/notes", json={"text": text})
