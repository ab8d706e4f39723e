// The network of a page: processes, threads and event loops that talk through the kernel's sockets.

import assert from "node:assert/strict";
import { programs, scenario, useSite } from "../support/scenario.mjs";

const site = useSite();
const program = programs(site);

/** A child program as a Python literal, for `subprocess`. */
const literal = (code) => JSON.stringify(code);

const SERVER = `
import http.server
class Handler(http.server.BaseHTTPRequestHandler):
    def log_message(self, *args): pass
    def do_GET(self):
        body = f"you asked for {self.path}".encode()
        self.send_response(200); self.send_header("Content-Length", str(len(body))); self.end_headers(); self.wfile.write(body)
with http.server.HTTPServer(("127.0.0.1", 0), Handler) as server:
    print(server.server_port, flush=True)
    for _ in range(3): server.handle_request()
`;

const ECHO = `
import socket, sys
with socket.create_connection(("127.0.0.1", int(sys.argv[1])), timeout=20) as s:
    s.sendall(b"x" * 300_000); s.shutdown(socket.SHUT_WR)
    total = 0
    while part := s.recv(65536): total += len(part)
    print("echoed", total)
`;

async function prints(runCode, code, expected) {
  const result = await runCode(code);
  assert.equal(result.stderr, "");
  assert.equal(result.stdout, expected);
  assert.equal(result.exitCode, 0);
}

program("a server in one process answers urllib in another", ({ runCode }) =>
  prints(
    runCode,
    `import subprocess, sys, urllib.request
server = subprocess.Popen([sys.executable, "-c", ${literal(SERVER)}], stdout=subprocess.PIPE, text=True)
port = int(server.stdout.readline())
for path in "abc":
    with urllib.request.urlopen(f"http://localhost:{port}/{path}", timeout=20) as answer: print(answer.status, answer.read().decode())
print(server.wait(20))
`,
    "200 you asked for /a\n200 you asked for /b\n200 you asked for /c\n0\n",
  ),
);

program("two processes exchange more than the buffers hold", ({ runCode }) =>
  prints(
    runCode,
    `import socket, subprocess, sys
server = socket.create_server(("127.0.0.1", 0))
client = subprocess.Popen([sys.executable, "-c", ${literal(ECHO)}, str(server.getsockname()[1])], stdout=subprocess.PIPE, text=True)
conn, peer = server.accept()
data = bytearray()
while part := conn.recv(65536): data += part
conn.sendall(data); conn.close()
print(len(data), client.stdout.read().strip(), client.wait(20))
`,
    "300000 echoed 300000 0\n",
  ),
);

program("datagrams and Unix sockets arrive", ({ runCode }) =>
  prints(
    runCode,
    `import socket, threading
a, b = (socket.socket(type=socket.SOCK_DGRAM) for _ in "ab")
a.bind(("127.0.0.1", 0)); b.bind(("127.0.0.1", 0))
def answer():
    data, sender = a.recvfrom(100); a.sendto(data.upper(), sender)
threading.Thread(target=answer).start()
b.sendto(b"ping", a.getsockname()); b.settimeout(20); print(b.recv(100))
server = socket.socket(socket.AF_UNIX); server.bind("s"); server.listen()
client = socket.socket(socket.AF_UNIX); client.connect("s"); conn, _ = server.accept()
client.send(b"unix"); print(conn.recv(9))
`,
    "b'PING'\nb'unix'\n",
  ),
);

program("refused, reset, timed out and unknown are what they are called", ({ runCode }) =>
  prints(
    runCode,
    `import socket, struct, time
def tell(call, *args):
    try: print(call(*args))
    except OSError as e: print(type(e).__name__, e.errno)
tell(socket.create_connection, ("127.0.0.1", 9))
server = socket.create_server(("127.0.0.1", 0)); client = socket.create_connection(server.getsockname()); conn, _ = server.accept()
client.settimeout(0.05); begun = time.monotonic(); tell(client.recv, 1); print(0.04 < time.monotonic() - begun < 5)
conn.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0)); conn.close()
client.settimeout(20); tell(client.recv, 1)
tell(socket.getaddrinfo, "www.python.org", 443)
tell(socket.socket().connect, ("192.0.2.1", 80))
`,
    "ConnectionRefusedError 111\nTimeoutError None\nTrue\nConnectionResetError 104\ngaierror -2\nOSError 101\n",
  ),
);

program("asyncio serves many clients and a subprocess", ({ runCode }) =>
  prints(
    runCode,
    `import asyncio, sys
async def echo(reader, writer):
    while line := await reader.readline(): writer.write(line.upper()); await writer.drain()
    writer.close()
async def client(port, n):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"client {n}\\n".encode()); line = await reader.readline(); writer.close(); await writer.wait_closed()
    return line
async def main():
    server = await asyncio.start_server(echo, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    lines = await asyncio.gather(*(client(port, n) for n in range(10)))
    print(len(set(lines)), lines[9])
    child = await asyncio.create_subprocess_exec(sys.executable, "-c", "print(input() * 2)", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE)
    print(await child.communicate(b"ab\\n"), child.returncode)
    print(await asyncio.to_thread(sum, [1, 2]))
asyncio.run(main())
`,
    "10 b'CLIENT 9\\n'\n(b'abab\\n', None) 0\n3\n",
  ),
);

program("Stop ends a server that waits for a connection", async ({ runCode }) => {
  const result = await runCode(
    `import socket
server = socket.create_server(("127.0.0.1", 0))
print("waiting", flush=True)
try: server.accept()
except KeyboardInterrupt: print("stopped")
`,
    { stopWhen: "waiting" },
  );
  assert.equal(result.stdout, "waiting\nstopped\n");
});

program("requests and httpx reach a server of the page", ({ runCode }) =>
  prints(
    runCode,
    `import http.server, threading
import httpx, requests
class Handler(http.server.BaseHTTPRequestHandler):
    def log_message(self, *args): pass
    def do_GET(self): self.send_response(200); self.end_headers(); self.wfile.write(self.headers["User-Agent"].split("/")[0].encode())
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
url = f"http://localhost:{server.server_port}"
print(requests.get(url).text, httpx.get(url).text)
`,
    "python-requests python-httpx\n",
  ),
);

scenario(site, "a lesson's programs know the host names that the lesson declares", async ({ product }) => {
  await product.open("#/lesson/dns");
  await product.lesson.block(2).run();
  await product.lesson.block(2).printed("api.shop.example 127.0.1.2  refuses");
});
