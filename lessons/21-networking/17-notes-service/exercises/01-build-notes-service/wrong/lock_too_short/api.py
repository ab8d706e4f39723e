import re

from store import Conflict
from web import Refused, text_of, who


def respond(store, users, method, target, headers, body):
    try:
        if who(headers, users) is None:
            raise Refused(401, "log in, please", {"WWW-Authenticate": 'Basic realm="notes"'})
        if target == "/notes":
            return collection(store, method, body)
        if match := re.fullmatch(r"/notes/([0-9]+)", target):
            return single(store, method, int(match[1]), headers, body)
        raise Refused(404, f"there is no {target}")
    except Refused as refused:
        return refused.status, refused.headers, {"error": str(refused)}
    except KeyError:
        return 404, {}, {"error": "there is no such note"}
    except Conflict:
        return 412, {}, {"error": "somebody else has changed the note"}


def collection(store, method, body):
    if method != "POST":
        raise Refused(405, f"no {method} here", {"Allow": "POST"})
    note = store.add(text_of(body))
    return 201, {"Location": f"/notes/{note['id']}", "ETag": tag(note)}, note


def single(store, method, id, headers, body):
    match method:
        case "GET":
            note = store.get(id)
        case "PUT":
            text, seen = text_of(body), headers.get("If-Match")
            if seen is None:
                raise Refused(428, "If-Match has to say which version you have seen")
            version = seen.strip('"')
            note = store.change(id, text, int(version) if version.isdecimal() else None)
        case "DELETE":
            store.remove(id)
            return 204, {}, None
        case _:
            raise Refused(405, f"no {method} here", {"Allow": "DELETE, GET, PUT"})
    return 200, {"ETag": tag(note)}, note


def tag(note):
    return f'"{note["version"]}"'
