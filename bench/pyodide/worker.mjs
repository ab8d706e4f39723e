// The worker's half: one interpreter; each program runs in a namespace of its own.

import { loadPyodide } from "/pyodide/pyodide.mjs";

const loading = loadPyodide({ indexURL: "/pyodide/" });

self.onmessage = async ({ data: { id, code } }) => {
  const pyodide = await loading;
  if (code === null) {
    self.postMessage({ id, result: pyodide._module.HEAP8.length });
    return;
  }
  const namespace = pyodide.globals.get("dict")();
  pyodide.setStdout({ batched: (line) => self.postMessage({ id, output: `${line}\n` }) });
  try {
    await pyodide.runPythonAsync(code, { globals: namespace });
    self.postMessage({ id, result: null });
  } catch (error) {
    self.postMessage({ id, error: String(error) });
  } finally {
    namespace.destroy();
  }
};
