import pathlib

import requests


def download(session, url, path, timeout=5):
    # TODO: this stores error pages, and holds the whole body in memory.
    response = session.get(url)
    return path.write_bytes(response.content)


if __name__ == "__main__":
    import http.server
    import threading

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 8000), http.server.SimpleHTTPRequestHandler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with requests.Session() as session:
        print(download(session, "http://127.0.0.1:8000/main.py", pathlib.Path("copy.py")), "bytes")
