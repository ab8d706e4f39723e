# http.server.SimpleHTTPRequestHandler: serves files of a folder with their type, lists folders, 404 for what is not there.
import functools
import http.client
import http.server
import os
import threading

os.mkdir("site")
for name, text in (("page.html", "<p>hello"), ("data.json", "{}"), ("notes.txt", "text")):
    with open(f"site/{name}", "w") as file:
        file.write(text)


class Handler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory="site"))
thread = threading.Thread(target=server.serve_forever, args=(0.01,))
thread.start()
for method, path in (("GET", "/page.html"), ("GET", "/data.json"), ("HEAD", "/notes.txt"), ("GET", "/absent"), ("GET", "/"), ("GET", "/../secret")):
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port)
    connection.request(method, path)
    response = connection.getresponse()
    body = response.read()
    shown = body if response.status == 200 and path != "/" else b"page.html" in body
    print(method, path, response.status, response.getheader("Content-Type"), shown)
    connection.close()
server.shutdown()
thread.join()
server.server_close()
