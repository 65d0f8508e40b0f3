// A client of Counterfoil's API, for Node 18 or newer, Deno and Bun. No dependencies. Types are in counterfoil.d.ts.
//
//   import { Counterfoil, Problem } from "./counterfoil.mjs";
//
//   const counterfoil = new Counterfoil("https://account.example.org", key);
//   const account = await counterfoil.createAccount({ reference: "customer-4711" });
//   const sheet = await counterfoil.issueSet(account.id, {});
//
// Written by script/clients from docs/openapi.json and clients/typescript/frame.mjs: change those.

import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";

export class Problem extends Error {
  constructor(status, said) {
    const { code = "unknown", field, hint = "" } = said;
    super(`${status} ${code}${field ? ` (${field})` : ""}: ${hint}`);
    Object.assign(this, { name: "Problem", status, code, field, hint, more: said });
  }
}

export class Counterfoil {
  #url;
  #key;
  #timeout;
  #retries;

  constructor(url, key, { timeout = 10, retries = 2 } = {}) {
    this.#url = url.replace(/\/+$/, "");
    this.#key = key;
    this.#timeout = timeout;
    this.#retries = retries;
  }

  // The document's operations stand here.

  async #call(method, path, { query = {}, body, againAs } = {}) {
    const asked = Object.entries(query).filter(([, value]) => value !== undefined && value !== null);
    const url = this.#url + path + (asked.length ? `?${new URLSearchParams(asked)}` : "");
    const headers = { authorization: `Bearer ${this.#key}`, accept: "application/json" };
    if (body !== undefined) headers["content-type"] = "application/json";
    if (againAs !== undefined) headers["idempotency-key"] = againAs;
    let retries = method === "GET" || againAs !== undefined ? this.#retries : 0;
    for (; ; retries -= 1) {
      let wait = 1;
      try {
        const signal = AbortSignal.timeout(this.#timeout * 1000);
        const text = body === undefined ? undefined : JSON.stringify(body);
        const answer = await fetch(url, { method, headers, body: text, signal });
        const said = await answer.text();
        if (answer.ok) return said ? JSON.parse(said) : undefined;
        if (answer.status !== 503 || retries === 0) throw problem(answer.status, said);
        wait = Number(answer.headers.get("retry-after") ?? wait);
      } catch (failure) {
        if (failure instanceof Problem || retries === 0) throw failure;
      }
      await new Promise((done) => setTimeout(done, wait * 1000));
    }
  }
}

export function verifyWebhook(secret, headers, body, { tolerance = 300 } = {}) {
  const told = new Headers(headers);
  const sent = told.get("webhook-timestamp") ?? "";
  if (!/^\d+$/.test(sent) || Math.abs(Date.now() / 1000 - Number(sent)) > tolerance) {
    throw new Error("the message is too old, or too new");
  }
  const text = typeof body === "string" ? body : new TextDecoder().decode(body);
  const key = Buffer.from(secret.slice("whsec_".length), "base64");
  const signed = `${told.get("webhook-id") ?? ""}.${sent}.${text}`;
  const own = Buffer.from(`v1,${createHmac("sha256", key).update(signed).digest("base64")}`);
  const signatures = (told.get("webhook-signature") ?? "").split(" ").map((one) => Buffer.from(one));
  if (!signatures.some((one) => one.length === own.length && timingSafeEqual(one, own))) {
    throw new Error("the message is not signed with this secret");
  }
  return JSON.parse(text);
}

function part(text) {
  return encodeURIComponent(text);
}

function problem(status, text) {
  try {
    return new Problem(status, JSON.parse(text));
  } catch {
    return new Problem(status, {});
  }
}
