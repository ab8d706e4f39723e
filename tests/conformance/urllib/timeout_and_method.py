# urllib.request: Request(method=...) and a timeout that raises TimeoutError or URLError.
import http.server
import threading
import urllib.error
import urllib.request

gate = threading.Event()


class Handler(http.server.BaseHTTPRequestHandler):
    def do_PUT(self):
        self.send_response(204)
        self.end_headers()

    def do_GET(self):
        gate.wait()

    def log_message(self, *args):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
thread = threading.Thread(target=server.serve_forever, args=(0.01,))
thread.start()
base = f"http://127.0.0.1:{server.server_port}"
request = urllib.request.Request(base, method="PUT", data=b"")
with urllib.request.urlopen(request) as response:
    print(response.status, response.read(), request.get_method())
try:
    urllib.request.urlopen(base, timeout=0.1)
except TimeoutError:
    print("timed out")
except urllib.error.URLError as error:
    print("timed out", isinstance(error.reason, TimeoutError))
gate.set()
server.shutdown()
thread.join()
server.server_close()
