from web import Outdated, call


class Notes:
    def __init__(self, http):
        self.http = http

    def add(self, text):
        return call(self.http, "POST", "/notes", json={"text": text})

    def get(self, id):
        return call(self.http, "GET", f"/notes/{id}")

    def change(self, id, text, version):
        return call(self.http, "PUT", f"/notes/{id}", json={"text": text}, headers={"If-Match": f'"{version}"'})

    def remove(self, id):
        call(self.http, "DELETE", f"/notes/{id}")

    def edit(self, id, function):
        while True:
            note = self.get(id)
            try:
                return self.change(id, function(note["text"]), note["version"])
            except Outdated:
                pass  # somebody was faster: begin again with their text
