"""Owns the library's servers and clients on top of sockets: http, urllib, xmlrpc, socketserver."""

import http.client, http.server, json, socketserver, threading, urllib.error, urllib.parse, urllib.request, xmlrpc.client, xmlrpc.server
class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    def log_message(self, *args): log.append(args[1:])
    def answer(self, status, body, kind="text/plain"):
        self.send_response(status); self.send_header("Content-Type", kind); self.send_header("Content-Length", str(len(body)))
        self.end_headers(); self.wfile.write(body)
    def do_GET(self):
        if self.path == "/moved": self.send_response(302); self.send_header("Location", "/hello"); self.send_header("Content-Length", "0"); self.end_headers()
        elif self.path.startswith("/hello"): self.answer(200, b"hello " + self.headers.get("X-Who", "you").encode())
        else: self.send_error(404)
    def do_POST(self):
        data = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.answer(201, json.dumps({"sum": sum(data)}).encode(), "application/json")
log = []
with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
    threading.Thread(target=server.serve_forever, args=(0.05,)).start()
    url = f"http://localhost:{server.server_port}"
    with urllib.request.urlopen(url + "/hello") as r: assert (r.status, r.read(), r.headers["Content-Type"]) == (200, b"hello you", "text/plain")
    with urllib.request.urlopen(url + "/moved") as r: assert r.url == url + "/hello" and r.read() == b"hello you"
    try: urllib.request.urlopen(url + "/nothing")
    except urllib.error.HTTPError as e: assert e.code == 404 and b"Not Found" in e.read(); e.close()
    request = urllib.request.Request(url + "/add", json.dumps([1, 2, 3]).encode(), {"Content-Type": "application/json"})
    with urllib.request.urlopen(request) as r: assert r.status == 201 and json.load(r) == {"sum": 6}
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    for who in ("Ada", "Alan"):
        connection.request("GET", "/hello", headers={"X-Who": who}); r = connection.getresponse(); assert r.read() == b"hello " + who.encode()
    assert connection.sock is not None
    connection.close(); server.shutdown()
assert ("GET /hello HTTP/1.1", "200", "-") in log and len(log) == 8, log
try: urllib.request.urlopen(url)
except urllib.error.URLError as e: assert isinstance(e.reason, ConnectionRefusedError)
else: raise AssertionError
class Upper(socketserver.StreamRequestHandler):
    def handle(self):
        for line in self.rfile: self.wfile.write(line.upper())
import socket
with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Upper) as server:
    threading.Thread(target=server.serve_forever, args=(0.05,)).start()
    with socket.create_connection(server.server_address) as s, s.makefile("rw") as f:
        f.write("abc\nx\n"); f.flush(); assert f.readline() == "ABC\n" and f.readline() == "X\n"
    server.shutdown()
with xmlrpc.server.SimpleXMLRPCServer(("127.0.0.1", 0), logRequests=False) as server:
    server.register_function(pow); server.register_introspection_functions()
    threading.Thread(target=server.serve_forever, args=(0.05,)).start()
    with xmlrpc.client.ServerProxy(f"http://127.0.0.1:{server.server_address[1]}") as proxy:
        assert proxy.pow(2, 10) == 1024 and "pow" in proxy.system.listMethods()
        try: proxy.pow("x", 1)
        except xmlrpc.client.Fault as e: assert "TypeError" in e.faultString
    server.shutdown()
