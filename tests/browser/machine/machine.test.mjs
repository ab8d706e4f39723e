// The views of the machine: processes with their signals, sockets and what is said over them, and the browser for the
// learner's own servers.

import assert from "node:assert/strict";
import { isAccessible, widerThanTheScreen } from "../support/audit.mjs";
import { scenario, useSite } from "../support/scenario.mjs";

const site = useSite();

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

// Playwright listens inside the frame to where its clicks land; the frame lets nothing run, and the browser says so.
const NOTHING_RUNS = { allow: [/^error: Blocked script execution in 'about:srcdoc'/] };

const FAMILY = `import subprocess, sys

child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
print("child", child.wait())
`;

const TALK = `import socket

with socket.create_server(("localhost", 7000)) as server:
    client = socket.create_connection(("localhost", 7000))
    served, _ = server.accept()
    client.sendall(b"ping\\r\\n")
    print(served.recv(100))
    served.sendall(b"\\x00\\x01\\x02\\xff")
    print(client.recv(100))
    input("look ")
`;

const SERVER = `from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

PAGES = {
    "/": ("text/html", b'<title>Shop</title><link rel=stylesheet href=/look.css><h1>Shop</h1>'
          b'<img alt=logo src=logo.svg><script>document.body.textContent = "ran"</script>'
          b'<a href="/old">Old</a> <a href="/missing">Missing</a> <a href="https://example.com/">Outside</a>'
          b'<form method=post action=/buy><input name=what value=tea><button name=how value=now>Buy</button></form>'),
    "/look.css": ("text/css", b"h1 { color: rgb(1, 2, 3) }"),
    "/logo.svg": ("image/svg+xml", b'<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"/>'),
    "/new": ("text/plain; charset=utf-8", b"moved <here>"),
}

class Shop(BaseHTTPRequestHandler):
    def answer(self, status, kind, body, **headers):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        if self.path == "/old":
            return self.answer(302, "text/html", b"", Location="/new", Set_Cookie="seen=yes")
        if self.path == "/cookies":
            return self.answer(200, "text/plain", str(self.headers["Cookie"]).encode())
        kind, body = PAGES.get(self.path, ("text/plain", b"no such page"))
        self.answer(200 if self.path in PAGES else 404, kind, body)

    def do_POST(self):
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self.answer(200, "text/html", f"<h1>Bought {form['what'][0]} {form['how'][0]}</h1>".encode())

    def log_message(self, *words):
        pass

server = ThreadingHTTPServer(("localhost", 8000), Shop)
print("serving")
server.serve_forever()
`;

/** Runs a program in the playground and opens one of the views. */
async function runAndOpen(page, product, code, tab) {
  await product.open("#/play");
  await product.work.write(code);
  await product.work.run();
  await page.getByRole("tab", { name: tab }).click();
}

scenario(site, "processes are listed in families, with what they have open, and take signals", async ({ page, product }) => {
  await runAndOpen(page, product, FAMILY, "Processes");
  const child = page.locator(".machine-table tbody tr").filter({ hasText: "python -c input()" });
  await child.waitFor();
  const cells = await child.locator("td").allInnerTexts();
  assert.equal(cells[3], "1");
  assert.match(cells[2], /^waits for data in pipe \d+$/);
  await child.locator("summary").click();
  await child.getByText(/^0r pipe:\d+$/).waitFor();
  await isAccessible(page);
  await child.getByRole("button", { name: /^TERM: send SIGTERM to process/ }).click();
  await child.waitFor({ state: "detached" });
  await page.getByRole("tab", { name: "Console" }).click();
  await product.work.shows("child -15");
});

scenario(site, "processes that are over are told with their ends", async ({ page, product }) => {
  await runAndOpen(page, product, "import os\nos._exit(3)\n", "Processes");
  await page.locator(".machine-table tbody tr").filter({ hasText: "main.py" }).filter({ hasText: "status 3" }).waitFor();
});

for (const [size, options] of [["desktop", {}], ["phone", PHONE]]) {
  scenario(site, `sockets and every byte of a connection are shown, on a ${size}`, async ({ page, product }) => {
    await runAndOpen(page, product, TALK, "Network");
    const listener = page.locator(".machine-table tr").filter({ hasText: "LISTEN" });
    await listener.filter({ hasText: "127.0.0.1:7000" }).waitFor();
    await page.getByRole("button", { name: /→ 127\.0\.0\.1:7000$/ }).click();
    await page.locator(".said-forth pre").filter({ hasText: "ping\\r\\n" }).waitFor();
    await page.locator(".said-back pre").filter({ hasText: "00 01 02 ff" }).waitFor();
    assert.deepEqual(await widerThanTheScreen(page), []);
    await isAccessible(page);
  }, options);
}

for (const [size, options] of [["desktop", {}], ["phone", PHONE]]) {
  scenario(site, `a learner's own server is browsed, on a ${size}`, async ({ page, product }) => {
    await runAndOpen(page, product, SERVER, "Browser");
    await page.getByRole("button", { name: "http://localhost:8000/" }).click();
    const frame = page.frameLocator(".browser-frame");
    const status = page.locator(".browser-status [role=status]");
    await frame.getByRole("heading", { name: "Shop" }).waitFor();
    assert.equal(await frame.locator("h1").evaluate((it) => getComputedStyle(it).color), "rgb(1, 2, 3)");
    assert.equal(await frame.locator("img").evaluate((it) => it.naturalWidth), 20);
    await status.filter({ hasText: /^200 OK · text\/html/ }).waitFor();
    assert.deepEqual(await widerThanTheScreen(page), []);
    await isAccessible(page);

    await frame.getByRole("link", { name: "Old" }).click();
    await frame.getByText("moved <here>").waitFor();
    const address = page.getByRole("textbox", { name: "Address" });
    assert.equal(await address.inputValue(), "http://localhost:8000/new");
    await page.getByRole("button", { name: "Request and response" }).click();
    await page.getByText("HTTP/1.0 302 Found").waitFor();
    await page.getByText("Location: /new").waitFor();
    await page.getByRole("button", { name: "Page", exact: true }).click();

    await address.fill("localhost:8000/cookies");
    await address.press("Enter");
    await frame.getByText("seen=yes").waitFor();
    await page.getByRole("button", { name: "Back" }).click();
    await frame.getByText("moved <here>").waitFor();
    await page.getByRole("button", { name: "Back" }).click();
    await frame.getByRole("button", { name: "Buy" }).click();
    await frame.getByRole("heading", { name: "Bought tea now" }).waitFor();
  }, { ...options, ...NOTHING_RUNS });
}

scenario(site, "what cannot be opened is told by a sentence", async ({ page, product }) => {
  await product.open("#/play");
  await page.getByRole("tab", { name: "Browser" }).click();
  const address = page.getByRole("textbox", { name: "Address" });
  const visit = async (url, sentence) => {
    await address.fill(url);
    await page.getByRole("button", { name: "Go", exact: true }).click();
    await page.locator(".browser").getByText(sentence).waitFor();
  };
  await visit("8000", /^No program has run yet/);
  await product.work.write(SERVER);
  await product.work.run();
  await page.getByRole("button", { name: "http://localhost:8000/" }).waitFor();
  await visit("8001", /^Nobody listens on localhost:8001/);
  await visit("http://shop.example/", /^There is no host called shop.example here/);
  await visit("https://localhost:8000/", /https cannot be opened/);
  await visit("localhost:8000/missing", /^404 Not Found/);
});
