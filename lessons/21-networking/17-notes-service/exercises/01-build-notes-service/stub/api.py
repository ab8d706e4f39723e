from store import Conflict
from web import Refused, text_of, who


def respond(store, users, method, target, headers, body):
    # TODO: step 2
    return 404, {}, {"error": f"there is no {target}"}
