import contextlib
import os

import requests


def download(session, url, path, timeout=5):
    with contextlib.ExitStack() as stack:
        response = stack.enter_context(session.get(url, timeout=timeout, stream=True))
        response.raise_for_status()
        draft = path.parent / ("." + path.name)
        undo = stack.enter_context(contextlib.ExitStack())
        undo.callback(draft.unlink, missing_ok=True)
        with open(draft, "wb") as file:
            total = sum(map(file.write, response.iter_content(8192)))
        undo.pop_all()
        os.replace(draft, path)
        return total
