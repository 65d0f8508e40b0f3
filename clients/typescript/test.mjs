// Tries the client on a running server: URL and KEY say which, HEARD is a file with a webhook's message.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Counterfoil, Problem, verifyWebhook } from "./counterfoil.mjs";

const { URL, KEY, HEARD } = process.env;
const refused = (code, more = {}) => (failure) => {
  assert(failure instanceof Problem, failure);
  assert.equal(failure.code, code);
  for (const [name, value] of Object.entries(more)) assert.equal(failure[name], value);
  return true;
};

test("a sheet from the first draw to the last answer", async () => {
  const counterfoil = new Counterfoil(`${URL}/`, KEY);
  const reference = `typescript-${randomUUID()}`;
  const account = await counterfoil.createAccount({ reference, name: "Ada" });
  assert.equal(account.state, "active");
  const listed = await counterfoil.listAccounts({ reference });
  assert.deepEqual(listed.accounts.map((one) => one.id), [account.id]);

  const sheet = await counterfoil.issueSet(account.id, { label: "The shop", count: 4 });
  const codes = Object.fromEntries(sheet.codes.map((one) => [one.slot, one]));
  const from = { address: "198.51.100.7", device: "Firefox" };
  const active = await counterfoil.activateSet(account.id, sheet.id, { code: codes[1].code, from });
  assert.deepEqual([active.state, active.left], ["active", 4]);
  const words = await counterfoil.readPageWords(account.id);
  assert.deepEqual(words.page_words, sheet.page_words);

  const drill = await counterfoil.beginDrill(account.id);
  const answer = { drill: drill.drill, words: drill.slots.map((slot) => codes[slot].word) };
  assert.equal(await counterfoil.answerDrill(account.id, answer), undefined);
  assert.equal((await counterfoil.checkCode(account.id, { code: codes[2].code })).slot, 2);

  const options = { idempotencyKey: randomUUID() };
  const spent = await counterfoil.redeemCode(account.id, { code: codes[2].code }, options);
  assert.deepEqual([spent.slot, spent.left], [2, 3]);
  const same = await counterfoil.redeemCode(account.id, { code: codes[2].code }, options);
  assert.equal(same.spent_at, spent.spent_at);
  await assert.rejects(
    counterfoil.redeemCode(account.id, { code: codes[2].code }),
    refused("code-spent", { status: 422 }),
  );

  let page = await counterfoil.listEvents({ limit: 3 });
  for (let tries = 0; tries < 600 && !page.events.some((event) => event.account === account.id); tries += 1) {
    if (!page.more) await new Promise((done) => setTimeout(done, 100));
    page = await counterfoil.listEvents({ limit: 3, cursor: page.next });
  }
  assert.equal(page.events.find((event) => event.account === account.id).type, "account-created");
  assert.equal(await counterfoil.eraseAccount(account.id), undefined);
  await assert.rejects(counterfoil.readAccount(account.id), refused("account-unknown", { status: 404 }));
});

test("a refusal is a problem", async () => {
  await assert.rejects(new Counterfoil(URL, "cfk_none").listAccounts(), refused("key-invalid", { status: 401 }));
  const empty = new Counterfoil(URL, KEY).createAccount({ reference: "" });
  await assert.rejects(empty, refused("field-invalid", { field: "reference" }));
});

test("a webhook's message is verified", () => {
  const { secret, headers, body } = JSON.parse(readFileSync(HEARD, "utf8"));
  assert.equal(verifyWebhook(secret, headers, body).type, "webhook-test");
  assert.equal(verifyWebhook(secret, headers, new TextEncoder().encode(body)).type, "webhook-test");
  const late = { ...headers, "webhook-timestamp": "1700000000" };
  for (const wrong of [[secret, headers, `${body} `], [secret, late, body], ["whsec_AAAA", headers, body], [secret, {}, body]]) {
    assert.throws(() => verifyWebhook(...wrong));
  }
});
