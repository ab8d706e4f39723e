import web


class Notes:
    def __init__(self, http):
        self.http = http

    def _one(self, method, id, **options):
        return web.call(self.http, method, "/notes/%d" % id, **options)

    def add(self, text):
        return web.call(self.http, "POST", "/notes", json=dict(text=text))

    def get(self, id):
        return self._one("GET", id)

    def change(self, id, text, version):
        return self._one("PUT", id, json=dict(text=text), headers={"if-match": '"%d"' % version})

    def remove(self, id):
        self._one("DELETE", id)

    def edit(self, id, function):
        note = self.get(id)
        try:
            return self.change(id, function(note["text"]), note["version"])
        except web.Outdated:
            return self.edit(id, function)
