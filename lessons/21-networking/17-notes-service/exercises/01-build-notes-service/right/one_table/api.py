from store import Conflict
from web import Refused, text_of, who


def shown(status, note, **headers):
    return status, {"ETag": '"%d"' % note["version"], **headers}, note


def create(store, headers, body):
    note = store.add(text_of(body))
    return shown(201, note, Location="/notes/" + str(note["id"]))


def read(store, headers, body, id):
    return shown(200, store.get(id))


def replace(store, headers, body, id):
    text = text_of(body)
    seen = headers.get("if-match")
    if not seen:
        raise Refused(428, "which version?")
    versions = {f'"{n}"': n for n in range(1, 1000)}
    return shown(200, store.change(id, text, versions.get(seen, 0)))


def delete(store, headers, body, id):
    store.remove(id)
    return 204, {}, None


TABLE = [{"POST": create}, {"GET": read, "PUT": replace, "DELETE": delete}]


def respond(store, users, method, target, headers, body):
    try:
        if not who(headers, users):
            raise Refused(401, "who are you?", {"WWW-Authenticate": "Basic"})
        empty, *parts = target.split("/")
        if empty or parts[0] != "notes" or len(parts) > 2 or not all(it.isdecimal() for it in parts[1:]):
            raise Refused(404, "nothing here")
        methods = TABLE[len(parts) - 1]
        if method not in methods:
            raise Refused(405, "not this way", {"Allow": ", ".join(sorted(methods))})
        return methods[method](store, headers, body, *map(int, parts[1:]))
    except (Refused, KeyError, Conflict) as error:
        status = {KeyError: 404, Conflict: 412}.get(type(error)) or error.status
        return status, getattr(error, "headers", {}), {"error": str(error)}
