"""The service and two of its users, in one program."""

import threading

import httpx


def main(store, respond, Notes):
    import web

    url = web.serve(respond, store, {"ann": "pepper", "bob": "salt"})
    ann = Notes(httpx.Client(base_url=url, auth=("ann", "pepper")))
    bob = Notes(httpx.Client(base_url=url, auth=("bob", "salt")))
    note = ann.add("tea")
    print("ann has added", note)
    users = [threading.Thread(target=user.edit, args=[note["id"], lambda text, word=word: f"{text}, {word}"])
             for user, word in ((ann, "milk"), (bob, "cake"))]
    for thread in users:
        thread.start()
    for thread in users:
        thread.join()
    print("both have edited it:", bob.get(note["id"]))
