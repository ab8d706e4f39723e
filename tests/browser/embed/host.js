// The embedding page's half of the messages, as docs/embedding.md describes them.

"use strict";

class Guest {
  /** `attributes` are the frame's own, such as `sandbox` or `credentialless`. */
  constructor(address, sandbox, attributes = {}) {
    this.ids = 0;
    this.waiting = new Map();
    this.events = [];
    this.frame = document.createElement("iframe");
    if (sandbox !== undefined) this.frame.sandbox = sandbox;
    for (const [name, value] of Object.entries(attributes)) this.frame.setAttribute(name, value);
    this.plain = [];
    addEventListener("message", ({ source, data }) => {
      if (source === this.frame.contentWindow && data?.subject) this.plain.push(data);
    });
    this.ready = new Promise((resolve, reject) => {
      addEventListener("message", ({ source, data }) => {
        if (source !== this.frame.contentWindow || data?.vivarium !== 1) return;
        if (data.event === "ready") resolve();
        else if (data.event === "failed") reject(new Error("Python could not be loaded"));
        else this.take(data);
      });
    });
    this.frame.src = address;
    this.frame.title = "Vivarium";
    document.body.append(this.frame);
  }

  take(data) {
    if (data.event !== undefined) {
      this.events.push(data);
      this.onEvent?.(data);
      return;
    }
    const { resolve, reject } = this.waiting.get(data.id);
    this.waiting.delete(data.id);
    if (data.error === undefined) resolve(data.result);
    else reject(new Error(data.error));
  }

  /** Asks, and answers the id beside the promise so that a run can be aborted. */
  ask(call, options = {}) {
    const id = (this.ids += 1);
    const answer = new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }));
    this.frame.contentWindow.postMessage({ vivarium: 1, id, call, ...options }, "*");
    return { id, answer };
  }

  call(call, options) {
    return this.ask(call, options).answer;
  }
}

self.Guest = Guest;
