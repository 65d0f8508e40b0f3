// Written by script/clients from docs/openapi.json and clients/typescript/frame.d.ts: change those.

/** An account of the calling app. */
export interface Account {
  /** When it got into that state. */
  changed_at: string;
  /** When it was made. */
  created_at: string;
  /** Its id: 32 hexadecimal digits. */
  id: string;
  /** BCP 47 tag of the owner's language. */
  language?: string | null;
  /** What its owner is called. */
  name?: string | null;
  /** What the app calls it. */
  reference: string;
  /** Where it stands. */
  state: AccountState;
}

/** A page of accounts, oldest first. */
export interface AccountPage {
  /** The accounts. */
  accounts: Account[];
  /** What to send as `cursor` for the next page; null on the last one. */
  next?: string | null;
}

/** Where an account stands. */
export type AccountState = "active" | "suspended";

/** A code that would be spent. It is no proof of anything: let nobody in for it. */
export interface Checked {
  /** Its number on the sheet. */
  slot: number;
}

/** A drill to be answered from paper, within ten minutes. */
export interface Drill {
  /** To be sent back with the words. */
  drill: string;
  /** The numbers of the two codes whose words to ask for. */
  slots: number[];
}

/** The words as their owner typed them. */
export interface DrillAnswer {
  /** `drill` as it was given. */
  drill: string;
  /** Where the person sits for whom the app asks. Wrong codes are counted for each account and network, so an app that says this
   * keeps a stranger's guesses from making its owners wait. */
  from?: Place | null;
  /** The two words, in the order of `slots`. */
  words: string[];
}

/** Something that happened to an account of the app. */
export interface Event {
  /** The account's id. */
  account: string;
  /** When it happened. Pages are in the order in which events got their place, which may differ by moments. */
  at: string;
  /** More of it, by name. Never a code. */
  details: Record<string, string>;
  /** Its id: 32 hexadecimal digits. A webhook's `webhook-id` is `evt_` and this. */
  id: string;
  /** What the app calls the account; null once it is erased. */
  reference?: string | null;
  /** What happened. More kinds may come; leave out those you don't know. */
  type: string;
}

/** A page of events, in the order that never changes. */
export interface EventPage {
  /** The events. */
  events: Event[];
  /** Whether there are more already. */
  more: boolean;
  /** What to send as `cursor` for the next page. Keep it: with nothing new yet, the next page begins there later. */
  next: string;
}

/** A code to be put on paper. */
export interface IssuedCode {
  /** The code: 20 symbols in four groups. */
  code: string;
  /** Its number on the sheet. */
  slot: number;
  /** The word beside it, asked for in drills and never shown again. */
  word: string;
}

/** A set that was drawn just now. Put it on paper at once: no code of it is ever shown again. */
export interface IssuedSet {
  /** Until when it can be activated. */
  activate_before: string;
  /** The codes, by slot. */
  codes: IssuedCode[];
  /** Its id: 32 hexadecimal digits. */
  id: string;
  /** What it is called. */
  label: string;
  /** The words to print on the sheet and to show before a code is asked for, so that a copied page is noticed. */
  page_words: string[];
  /** The account's own number of it, to be printed. */
  sheet: number;
  /** When it was drawn. */
  shown_at: string;
  /** Always `shown`: nothing opens with it before one of its codes is typed back. */
  state: SetState;
}

/** A new account. */
export interface NewAccount {
  /** BCP 47 tag of the owner's language. */
  language?: string | null;
  /** What its owner is called. */
  name?: string | null;
  /** What the app calls it: 1 to 128 characters without blanks around them. No two of an app's accounts share one. */
  reference: string;
}

/** What a new set is to be. */
export interface NewSet {
  /** How many codes; the operator's choice unless it is said. */
  count?: number | null;
  /** Where the person sits for whom the app asks. Wrong codes are counted for each account and network, so an app that says this
   * keeps a stranger's guesses from making its owners wait. */
  from?: Place | null;
  /** What it is called; printed on the sheet, so that its owner knows where it belongs. */
  label?: string | null;
}

/** The words on the active sheet. Show them after the first factor and before a code is typed: on a copied page they are
 * missing or wrong, and the owner notices. */
export interface OnSheet {
  /** The two words. */
  page_words: string[];
  /** The set's id. */
  set: string;
  /** The number printed on the sheet. */
  sheet: number;
}

/** Where the person sits for whom the app asks. Wrong codes are counted for each account and network, so an app that says this
 * keeps a stranger's guesses from making its owners wait. */
export interface Place {
  /** The person's IP address; the app's own unless it is said. */
  address?: string | null;
  /** The person's device, in words that they recognise; the app's id unless it is said. */
  device?: string | null;
}

/** A code that was spent: let its owner in. */
export interface Redeemed {
  /** How many codes are left. */
  left: number;
  /** Its number on the sheet. */
  slot: number;
  /** When it was spent. */
  spent_at: string;
}

/** Where a set of codes stands. No code is in it. */
export interface Set {
  /** Until when it can be activated, while it is shown. */
  activate_before?: string | null;
  /** When it was activated. */
  activated_at?: string | null;
  /** When a drill was last passed with it. */
  drilled_at?: string | null;
  /** When it ended. */
  ended_at?: string | null;
  /** Its id: 32 hexadecimal digits. */
  id: string;
  /** What it is called. */
  label: string;
  /** How many can be spent now: none unless it is active. */
  left: number;
  /** Few are left, or it rests on a key that may have been stolen: time to issue another set. */
  renew: boolean;
  /** The account's own number of it, to be printed. */
  sheet: number;
  /** When it was drawn. */
  shown_at: string;
  /** Where it stands. */
  state: SetState;
  /** How many codes were drawn. */
  total: number;
}

/** Where a set stands. */
export type SetState = "shown" | "active" | "retired" | "disabled" | "discarded";

/** The sets of an account. */
export interface Sets {
  /** The newest first, fifty at most. */
  sets: Set[];
}

/** A code as its owner typed it. */
export interface TypedCode {
  /** The code. Case, blanks and hyphens don't matter; `?` stands for a symbol that can't be read. */
  code: string;
  /** The owner was shown what was read after repair, and it is what the sheet says. */
  confirm?: boolean;
  /** Where the person sits for whom the app asks. Wrong codes are counted for each account and network, so an app that says this
   * keeps a stranger's guesses from making its owners wait. */
  from?: Place | null;
}

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

  /** List accounts. */
  listAccounts(query?: { limit?: number; cursor?: string; reference?: string }): Promise<AccountPage>;

  /** Make an account.
   * Sent again with the same Idempotency-Key, the answer is the same account. */
  createAccount(body: NewAccount, options?: { idempotencyKey?: string }): Promise<Account>;

  /** Read an account. */
  readAccount(account: string): Promise<Account>;

  /** Erase an account.
   * Its codes and whatever says who it was are gone; its reference is free again. The events stay, without the places they
   * happened from. */
  eraseAccount(account: string): Promise<void>;

  /** Check a code.
   * A wrong one is counted as a wrong guess, and a right one takes none back. Only for owners who are signed in at the app. */
  checkCode(account: string, body: TypedCode): Promise<Checked>;

  /** Redeem a code.
   * The answer is 200 for exactly one request, and for that one sent again with the same Idempotency-Key. Whatever else it is,
   * let nobody in. */
  redeemCode(account: string, body: TypedCode, options?: { idempotencyKey?: string }): Promise<Redeemed>;

  /** Begin a drill.
   * Names two codes at random that can still be spent. Nothing is spent or shown. */
  beginDrill(account: string): Promise<Drill>;

  /** Answer a drill.
   * 204 when both words are right. */
  answerDrill(account: string, body: DrillAnswer): Promise<void>;

  /** Read the page words of the active set. */
  readPageWords(account: string): Promise<OnSheet>;

  /** Resume an account.
   * Takes a suspension back. Asked again, nothing changes. */
  resumeAccount(account: string): Promise<Account>;

  /** List an account's sets. */
  listSets(account: string): Promise<Sets>;

  /** Issue a set of codes.
   * A set that was issued before and waits to be activated is discarded; an active one stays until the new one is activated.
   * Sent again with the same Idempotency-Key, the answer is the same set with other codes, and those before are dead. */
  issueSet(account: string, body: NewSet, options?: { idempotencyKey?: string }): Promise<IssuedSet>;

  /** Read where a set stands. */
  readSet(account: string, set: string): Promise<Set>;

  /** Activate a set.
   * The code is checked and not spent. The set that was active before retires at the same moment. Asked again with a code of
   * the set, nothing changes. */
  activateSet(account: string, set: string, body: TypedCode): Promise<Set>;

  /** Retire a set.
   * Its codes are spent no more: what to do when a sheet is lost. Asked again, nothing changes. */
  retireSet(account: string, set: string): Promise<Set>;

  /** Suspend an account.
   * Nothing of it is judged any more, and nothing is lost. Asked again, nothing changes. */
  suspendAccount(account: string): Promise<Account>;

  /** List events.
   * Begin without a cursor and go on with `next`: every event is read once, also those that happen meanwhile. An event is here
   * a moment after it happened. */
  listEvents(query?: { limit?: number; cursor?: string }): Promise<EventPage>;
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
