// Much of everything, for a long time: processes, messages and connections leave no worker and no memory behind.
//
// At full size by `cargo xtask test --soak` (VIVARIUM_SOAK=full); otherwise a twentieth of it.

import assert from "node:assert/strict";
import { scenario, useSite, workersAtMost } from "../support/scenario.mjs";

const site = useSite();

const SHARE = process.env.VIVARIUM_SOAK === "full" ? 1 : 20;
const LIMIT_MS = 1_800_000 / SHARE;
/** How much more memory the page may hold at the end than after the first tenth. */
const GROWTH = 1.1;
/** Spare workers that a page keeps booted. */
const SPARE = 2;

const STARTS = (count) => `import subprocess, sys
for number in range(${count}):
    done = subprocess.run([sys.executable, "-c", "print(6 * 7)"], capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "42\\n", ""), (number, done)
print("done")
`;

const MESSAGES = (count) => `import multiprocessing as mp

def echo(there, back):
    for item in iter(there.get, None):
        back.put(item)

if __name__ == "__main__":
    there, back = mp.Queue(), mp.Queue()
    child = mp.Process(target=echo, args=(there, back))
    child.start()
    total = 0
    for first in range(0, ${count}, 50):
        for number in range(first, first + 50):
            there.put(number)
        total += sum(back.get() for _ in range(50))
    there.put(None)
    child.join()
    assert total == sum(range(${count})) and child.exitcode == 0, (total, child.exitcode)
    print("done")
`;

const CONNECTIONS = (count) => `import socket, threading

def serve(server):
    for _ in range(${count}):
        connection, _ = server.accept()
        with connection:
            connection.sendall(connection.recv(1000)[::-1])

with socket.create_server(("localhost", 0)) as server:
    thread = threading.Thread(target=serve, args=(server,))
    thread.start()
    for number in range(${count}):
        with socket.create_connection(server.getsockname()) as client:
            client.sendall(b"%d" % number)
            assert client.recv(1000)[::-1] == b"%d" % number
    thread.join()
print("done")
`;

/** Answers the bytes that the page's own thread holds, buffers and WebAssembly memories included. */
async function held(session) {
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize, backingStorageSize } = await session.send("Runtime.getHeapUsage");
  return usedSize + backingStorageSize;
}

for (const [what, code, all] of [
  ["process starts", STARTS, 2_000],
  ["queue messages", MESSAGES, 100_000],
  ["connections", CONNECTIONS, 1_000],
]) {
  const count = all / SHARE;
  scenario(site, `${count} ${what} leave nothing behind`, async ({ page, context, product }) => {
    await product.open();
    await product.pythonIsReady();
    const session = await context.newCDPSession(page);
    const run = async (share) => {
      const result = await product.runCode(code(share), { timeoutMs: LIMIT_MS });
      assert.equal(result.stderr, "");
      assert.equal(result.stdout, "done\n");
    };
    await run(Math.max(count / 10, 50));
    const [workers, bytes] = [page.workers().length, await held(session)];
    await run(count);
    const after = await held(session);
    await workersAtMost(page, Math.max(workers, SPARE));
    assert.ok(after <= bytes * GROWTH, `${bytes} bytes before, ${after} after`);
  }, { limit: LIMIT_MS });
}
