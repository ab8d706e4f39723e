"""Owns the packages that are shipped: requests and httpx against a server of the program."""

import asyncio, http.server, importlib.metadata, json, threading
import httpx, requests
class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    def log_message(self, *args): pass
    def answer(self, status, value):
        body = json.dumps(value).encode()
        self.send_response(status); self.send_header("Content-Type", "application/json"); self.send_header("Content-Length", str(len(body)))
        self.end_headers(); self.wfile.write(body)
    def do_GET(self): self.answer(404 if self.path == "/no" else 200, {"path": self.path})
    def do_POST(self): self.answer(201, json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
url = f"http://localhost:{server.server_port}"
assert requests.__file__.startswith("/usr/lib/python3.14/site-packages/") and importlib.metadata.version("httpx") == httpx.__version__
r = requests.get(url + "/ok", params={"q": "a b"}, timeout=5); assert (r.status_code, r.json()) == (200, {"path": "/ok?q=a+b"})
assert requests.post(url, json=[1]).json() == [1]
try: requests.get(url + "/no").raise_for_status()
except requests.HTTPError as e: assert e.response.status_code == 404
else: raise AssertionError
with requests.Session() as session: assert all(session.get(url + "/ok").ok for _ in range(3))
for client, refused in ((requests, requests.ConnectionError), (httpx, httpx.ConnectError)):
    try: client.get("http://127.0.0.1:9")
    except refused: pass
    else: raise AssertionError
try: requests.get(url.replace("http", "https"))
except requests.exceptions.SSLError as e: assert "use http://" in str(e)
else: raise AssertionError
assert httpx.post(url, json={"z": 1}).json() == {"z": 1}
async def main():
    async with httpx.AsyncClient() as client:
        answers = await asyncio.gather(*(client.get(f"{url}/{n}") for n in range(5)))
        assert [a.json()["path"] for a in answers] == [f"/{n}" for n in range(5)]
asyncio.run(main())
