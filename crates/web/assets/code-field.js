// A field for a backup code: groups by five while it is typed, and says how it reads. The server reads; nothing is kept here.

const SYMBOLS = 20;
const GROUP = 5;
const PAUSE = 300;

const dropped = /[\s\-.\u2010-\u2015\u00ad]/g;

function bare(text) {
  return text.normalize("NFKC").toUpperCase().replace(dropped, "");
}

function grouped(symbols) {
  return symbols.replace(new RegExp(`(.{${GROUP}})(?=.)`, "gu"), "$1 ");
}

function regroup(field) {
  const before = bare(field.value.slice(0, field.selectionStart ?? field.value.length)).length;
  const symbols = bare(field.value);
  const text = grouped(symbols);
  if (text === field.value) return symbols;
  field.value = text;
  const caret = grouped(symbols.slice(0, before)).length;
  field.setSelectionRange(caret, caret);
  return symbols;
}

export function codeField(field) {
  const output = document.querySelector(`output[for="${field.id}"]`);
  const token = field.form?.elements.namedItem("csrf")?.value;
  let timer = 0;
  let asked = 0;

  const say = (text, good) => {
    if (!output) return;
    output.textContent = text;
    output.classList.toggle("good", good);
  };

  const read = async (symbols) => {
    const mine = ++asked;
    const answer = await fetch(field.dataset.readsAt, {
      method: "POST",
      body: new URLSearchParams({ csrf: token, code: symbols }),
      redirect: "error",
    }).catch(() => null);
    if (mine !== asked || !answer?.ok) return;
    const { text, good } = await answer.json();
    say(text, good);
  };

  field.addEventListener("input", (event) => {
    if (event.isComposing) return;
    const symbols = regroup(field);
    clearTimeout(timer);
    asked++;
    if (symbols.length < SYMBOLS) return say("", false);
    timer = setTimeout(() => read(symbols), PAUSE);
  });
  if (field.value) regroup(field);
}
