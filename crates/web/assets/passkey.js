// Passkeys: asked by a button, or offered in the field of the address. Question and answer go through our own forms.

const written = (bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
const read = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));

// A question is good for five minutes; one that lies in a field is put anew before that.
const ANEW = 4 * 60 * 1000;

// One at a time: a button stops what a field offers.
let waiting = null;

export function passkeyForm(form) {
  if (!window.PublicKeyCredential || !navigator.credentials) return;
  const { passkey, passkeyAt, nothing } = form.dataset;
  const says = form.querySelector("[data-says]");
  const button = form.querySelector("button[type=submit]");
  const { ceremony, credential } = form.elements;
  const say = (text) => {
    says.textContent = text;
    says.hidden = !text;
  };
  const ask = async () => {
    const answer = await fetch(passkeyAt, {
      method: "POST",
      body: new URLSearchParams(new FormData(form)),
      redirect: "error",
    }).catch(() => null);
    return answer?.json().catch(() => null);
  };
  // Whether the answer is on its way.
  const go = async (mediation) => {
    const asked = await ask();
    if (asked?.go) return void location.assign(asked.go);
    if (!asked?.options) {
      if (!mediation) say(asked?.problem ?? nothing);
      return;
    }
    waiting?.abort();
    waiting = new AbortController();
    const { signal } = waiting;
    try {
      const answer =
        passkey === "register"
          ? await navigator.credentials.create({ publicKey: forNew(asked.options.publicKey), signal })
          : await navigator.credentials.get({ publicKey: forKnown(asked.options.publicKey), signal, mediation });
      if (!answer) return;
      ceremony.value = asked.ceremony;
      credential.value = JSON.stringify(passkey === "register" ? made(answer) : given(answer));
      form.submit();
    } catch {
      if (!mediation && !signal.aborted) say(nothing);
    }
  };

  form.hidden = false;
  // It comes first, so what was first without it comes second.
  if ("first" in form.dataset) {
    for (const other of document.querySelectorAll("main form:not([data-passkey]) .primary")) {
      other.classList.replace("primary", "second");
    }
  }
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    say("");
    button.disabled = true;
    await go();
    button.disabled = false;
  });
  addEventListener("pageshow", () => {
    ceremony.value = credential.value = "";
  });
  if ("autofill" in form.dataset) autofill(() => go("conditional"));
}

async function autofill(offer) {
  if (!(await PublicKeyCredential.isConditionalMediationAvailable?.())) return;
  offer();
  setInterval(() => {
    if (!document.hidden) offer();
  }, ANEW);
}

function forNew(options) {
  return {
    ...options,
    challenge: read(options.challenge),
    user: { ...options.user, id: read(options.user.id) },
    excludeCredentials: (options.excludeCredentials ?? []).map(known),
  };
}

function forKnown(options) {
  return {
    ...options,
    challenge: read(options.challenge),
    allowCredentials: (options.allowCredentials ?? []).map(known),
  };
}

const known = (one) => ({ ...one, id: read(one.id) });

const both = (answer) => ({ id: answer.id, rawId: written(answer.rawId), type: answer.type, clientExtensionResults: {} });

function made(answer) {
  const { attestationObject, clientDataJSON } = answer.response;
  const transports = answer.response.getTransports?.() ?? [];
  return {
    ...both(answer),
    response: { attestationObject: written(attestationObject), clientDataJSON: written(clientDataJSON), transports },
  };
}

function given(answer) {
  const { authenticatorData, clientDataJSON, signature, userHandle } = answer.response;
  return {
    ...both(answer),
    response: {
      authenticatorData: written(authenticatorData),
      clientDataJSON: written(clientDataJSON),
      signature: written(signature),
      userHandle: userHandle && userHandle.byteLength ? written(userHandle) : null,
    },
  };
}
