// Every page works without this. With it, fields are kinder.

import { codeField } from "./code-field.js";
import { passkeyForm } from "./passkey.js";
import { passwordField, suggestion } from "./password-field.js";

for (const field of document.querySelectorAll("input[data-reads-at]")) codeField(field);
for (const form of document.querySelectorAll("form[data-passkey]")) passkeyForm(form);
for (const field of document.querySelectorAll("input[data-show]")) passwordField(field);
for (const button of document.querySelectorAll("button[data-suggest-at]")) suggestion(button);

// A screen reader hears what is wrong before anything else.
document.querySelector(".summary")?.focus();
