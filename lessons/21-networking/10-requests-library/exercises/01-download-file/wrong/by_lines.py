# expect: bytes_lost
import pathlib

import requests


def download(session, url, path, timeout=5):
    part = path.with_name(path.name + ".part")
    n_bytes = 0
    with session.get(url, stream=True, timeout=timeout) as response:
        response.raise_for_status()
        try:
            with part.open("wb") as file:
                for piece in response.iter_lines():
                    n_bytes += file.write(piece)
            part.replace(path)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    return n_bytes


if __name__ == "__main__":
    import http.server
    import threading

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 8000), http.server.SimpleHTTPRequestHandler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with requests.Session() as session:
        print(download(session, "http://127.0.0.1:8000/main.py", pathlib.Path("copy.py")), "bytes")
