// Written by script/clients from docs/openapi.json and clients/typescript/frame.d.ts: change those.

// The document's schemas stand here.

/** A refusal. `code` never changes; `more` has whatever else was said, such as `read` of a code to confirm. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly field?: string;
  readonly hint: string;
  readonly more: Record<string, unknown>;
}

/**
 * Calls the API with a key.
 *
 * What can be sent twice without harm is sent again, twice at most, when the network failed or the server is busy: whatever
 * only reads, and whatever has an Idempotency-Key. Redeeming has one, so a code that was spent is spent once.
 */
export class Counterfoil {
  constructor(url: string, key: string, options?: { timeout?: number; retries?: number });

  // The document's operations stand here.
}

/**
 * The message of a webhook, if it is Counterfoil's and not old; otherwise it throws.
 *
 * `secret` is what `counterfoil app webhook set` printed; `body` is what came, byte by byte. A message may come more than once:
 * its `webhook-id` tells.
 */
export function verifyWebhook(
  secret: string,
  headers: HeadersInit,
  body: string | Uint8Array,
  options?: { tolerance?: number },
): { type: string; timestamp: string; data: Record<string, unknown> };
