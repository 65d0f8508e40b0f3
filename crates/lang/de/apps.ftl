### German: apps that sign people in here.
### The words for things stand in GLOSSARY.md.

## The owner's list

apps-title = Apps
apps-lead = Diese Apps sind mit Ihrem Konto angemeldet. Eine davon kennen Sie nicht? Melden Sie sie ab und ändern Sie dann Ihr Passwort.
apps-empty = Keine App ist angemeldet. Öffnen Sie Ihr Webmail oder eine andere App dieses Dienstes, dann schickt sie Sie zum Anmelden hierher. Danach steht sie in dieser Liste, und Sie können sie mit einem Knopf abmelden.
apps-mail = Liest und verschickt Ihre Mails
apps-since = Angemeldet am { $since } mit { $from }
apps-used = Zuletzt benutzt am { $at }
apps-signed-out = Die App ist abgemeldet. Was sie offen hatte, wird geschlossen.
apps-aside = Ein Handy oder ein Computer ist weg?
apps-home = Angemeldete Apps

## On the way to an app and back

apps-going-on = Sie sind angemeldet
apps-going-on-lead = Es geht von selbst weiter. Wenn nichts geschieht, drücken Sie den Knopf.
apps-back-lead = Gehen Sie danach dorthin zurück, wo Sie hergekommen sind. Es bleibt eine Stunde offen.
apps-back = Zurück zur App
apps-signed-out-title = Sie sind abgemeldet

## Somebody came from an app, and it can't be

apps-unknown-title = Dieser Link passt nicht
apps-unknown-lead = Eine App hat Sie zum Anmelden hierher geschickt. Aber wir kennen sie nicht, oder sie will Sie an einen Ort weiterschicken, der ihr nicht gehört. Darum haben wir angehalten.
apps-unknown-then = Mit Ihrem Konto ist nichts geschehen. Gehen Sie zur App zurück und versuchen Sie es noch einmal. Geschieht es wieder, sagen Sie es dem Support.
apps-late-title = Das hat zu lange gedauert
apps-late-lead = Sie kamen zum Anmelden aus einer App, aber das ist mehr als eine Stunde her, oder es war in einem anderen Browser.
apps-late-then = Öffnen Sie die App noch einmal. Sie schickt Sie gleich wieder hierher.

## Signing out from an app

apps-sign-out-title = Abmelden?
apps-sign-out-asked = { $app } möchte Sie abmelden.
apps-sign-out-lead = Sie werden hier abgemeldet und in jeder App, die Sie von diesem Browser aus geöffnet haben.
