// A password field: a button that shows what is typed, and for a new password how strong it is. The server judges.

const PAUSE = 300;

export function passwordField(field) {
  const { show, hide } = field.dataset;
  const row = document.createElement("div");
  row.className = "secret";
  field.replaceWith(row);
  const button = document.createElement("button");
  button.type = "button";
  button.className = "second";
  button.textContent = show;
  button.setAttribute("aria-controls", field.id);
  button.addEventListener("click", () => {
    const hidden = field.type === "password";
    field.type = hidden ? "text" : "password";
    button.textContent = hidden ? hide : show;
    field.focus();
  });
  row.append(field, button);
  field.form?.addEventListener("submit", () => {
    field.type = "password";
  });
  if (field.dataset.strengthAt) strength(field);
}

function strength(field) {
  const output = document.querySelector(`output[for="${field.id}"]`);
  const value = (name) => field.form?.elements.namedItem(name)?.value ?? "";
  let timer = 0;
  let asked = 0;
  const judge = async () => {
    const mine = ++asked;
    const answer = await fetch(field.dataset.strengthAt, {
      method: "POST",
      body: new URLSearchParams({ csrf: value("csrf"), password: field.value, address: value("address"), name: value("name") }),
      redirect: "error",
    }).catch(() => null);
    if (mine !== asked || !answer?.ok || !output) return;
    const { text, good } = await answer.json();
    output.textContent = text;
    output.classList.toggle("good", good);
  };
  field.addEventListener("input", () => {
    clearTimeout(timer);
    asked++;
    if (!field.value && output) output.textContent = "";
    if (field.value) timer = setTimeout(judge, PAUSE);
  });
}

export function suggestion(button) {
  const words = button.parentElement?.querySelector("[data-suggestion]");
  if (!words) return;
  words.setAttribute("aria-live", "polite");
  button.addEventListener("click", async (event) => {
    event.preventDefault();
    const token = button.form?.elements.namedItem("csrf")?.value ?? "";
    const answer = await fetch(button.dataset.suggestAt, {
      method: "POST",
      body: new URLSearchParams({ csrf: token }),
      redirect: "error",
    }).catch(() => null);
    if (!answer?.ok) return;
    const { text } = await answer.json();
    words.textContent = text;
  });
}
