import os
import tempfile

import requests


def download(session, url, path, timeout=5):
    response = session.request("GET", url, stream=True, timeout=(timeout, timeout))
    try:
        if not response.ok:
            raise requests.HTTPError(f"status {response.status_code}", response=response)
        with tempfile.TemporaryDirectory(dir=path.parent) as folder:
            name = os.path.join(folder, "body")
            with open(name, "wb") as file:
                for piece in response.iter_content(chunk_size=1000):
                    file.write(piece)
            size = os.path.getsize(name)
            os.replace(name, path)
            return size
    finally:
        response.close()
