### German: the frame around every page.
### The words for things stand in GLOSSARY.md.

shell-title-problem = Bitte noch einmal:
shell-skip = Zum Inhalt
shell-problems = Etwas stimmt noch nicht
shell-never-ask = Niemand von unserem Support wird Sie je nach einem Code fragen. Tut es doch jemand, sind das nicht wir.
shell-address = Tippen Sie Ihr Passwort und Ihre Codes nur auf { $host } ein.
shell-language = Sprache
shell-back = Der Weg zurück
shell-back-home = Startseite
shell-back-codes = Notfallcodes
shell-back-sign-in = Zurück zur Anmeldung
shell-step = Schritt { $step } von { $of }

## Fields that appear on several pages

field-optional = (kann leer bleiben)
field-error = Bitte noch einmal:
field-address = Ihre E-Mail-Adresse
field-name = Ihr Name
field-name-wrong = Tippen Sie Ihren Namen ein, mit höchstens 80 Zeichen.
field-password = Ihr Passwort
field-digits = Sechs Ziffern
field-digits-not-six = Tippen Sie die sechs Ziffern ein und sonst nichts.
field-digits-hint = Die Code-App auf Ihrem Handy zeigt sie. Sie wechseln alle 30 Sekunden.
field-code = Ein Code von Ihrem Blatt
field-code-hint = 20 Buchstaben und Ziffern, groß oder klein geschrieben. Ein Zeichen ist unlesbar? Tippen Sie dafür ? ein.

## Buttons

button-sign-in = Anmelden
button-sign-out = Abmelden
button-sign-out-everywhere = Überall abmelden
button-go-on = Weiter
button-show = Zeigen
button-hide = Verbergen
button-suggest = Etwas anderes vorschlagen
button-change = Ändern
button-see = Ansehen
button-set-up = Einrichten
button-remove = Entfernen
button-send-again = Noch einen Code schicken
button-confirm-address = Diese Adresse bestätigen
button-keep-name = Diesen Namen speichern
button-keep-phrase = Diese Wörter speichern
button-add-address = Adresse hinzufügen
button-change-address = Einen Code dorthin schicken
button-look-at-addresses = Meine Adressen durchsehen
button-confirm-now = Jetzt gleich
button-stop-change = Stoppen
button-invite = Einladen
button-create = Mein Konto eröffnen
button-change-password = Mein Passwort ändern
button-set-password = Neues Passwort festlegen
button-set-up-phone = Mein Handy einrichten
button-new-phone = Neues Handy einrichten
button-add-second-step = Zweiten Schritt hinzufügen
button-use-passkey = Passkey benutzen
button-add-passkey = Passkey hinzufügen
button-remove-passkey = Diesen Passkey entfernen
button-keep-passkey = Behalten
button-turn-on = Einschalten
button-remove-phone = Mein Handy entfernen
button-keep-phone = Mein Handy behalten
button-re-enrol = Mein Postfach zurückholen
button-use-code = Diesen Code benutzen
button-written = Ich habe ihn aufgeschrieben
button-replacement = Den Ersatz aufschreiben
button-enable = Meine Notfallcodes holen
button-make-sheet = Mein Blatt machen
button-on-paper = Es ist auf Papier. Weiter
button-prove = Einen Code eintippen
button-prove-code = Meine Codes einschalten
button-drill = Übung machen
button-drill-check = Meine Wörter prüfen
button-check = Einen Code prüfen
button-check-code = Diesen Code prüfen
button-renew = Ein neues Codeblatt holen
button-renew-short = Erneuern
button-keep-sheet = Mein Blatt behalten
button-lost = Meine Codes jetzt ungültig machen
button-lost-short = Verloren
button-lost-found = Ich habe es noch

## Error pages

error-home = Zur Startseite
error-request = Wenn Sie den Support danach fragen, nennen Sie diese Nummer: { $id }
error-not-found-title = Hier ist nichts
error-not-found-lead = Vielleicht ist die Adresse vertippt, oder die Seite gibt es nicht mehr. Alles beginnt auf der Startseite.
error-not-like-that-title = So öffnet sich diese Seite nicht
error-not-like-that-lead = Nichts wurde geändert. Öffnen Sie die Seite von der Startseite aus und versuchen Sie es noch einmal.
error-too-large-title = Das war zu lang
error-too-large-lead = Sie haben mehr geschickt, als eine unserer Seiten verlangt. Nichts wurde geändert. Gehen Sie zurück und kürzen Sie, was Sie getippt haben.
error-foreign-form-title = Das kam nicht von unserer Seite
error-foreign-form-lead = Eine andere Website wollte in Ihrem Namen ein Formular abschicken. Nichts wurde geändert. Öffnen Sie { $host } selbst und versuchen Sie es noch einmal.
error-stale-form-title = Diese Seite war zu alt
error-stale-form-lead = Seit Sie sie geöffnet haben, haben Sie sich an- oder abgemeldet, oder Ihr Browser behält unser Cookie nicht. Nichts wurde geändert. Öffnen Sie die Seite neu und versuchen Sie es noch einmal.
error-wrong-host-title = Das ist nicht unsere Adresse
error-wrong-host-lead = Wir antworten nur auf { $host }. Tippen Sie Ihr Passwort und Ihre Codes nirgends sonst ein.
error-too-many-title = Bitte warten Sie ein wenig
error-too-many-lead = Das waren viele Versuche hintereinander. Nichts ist verloren. Versuchen Sie es in { $wait } noch einmal.
error-busy-title = Gerade ist viel los
error-busy-lead = Viele Menschen melden sich gleichzeitig an. Nichts wurde geändert. Versuchen Sie es in { $wait } noch einmal.
error-internal-title = Bei uns ist etwas kaputtgegangen
error-internal-lead = Das liegt nicht an Ihnen. Ihre Codes sind weiter sicher. Versuchen Sie es in einer Minute noch einmal. Geschieht es wieder, sagen Sie es dem Support.
error-link-title = Dieser Link gilt nicht mehr
error-link-lead = Jeder Link gilt einmal und nur eine Zeit lang. Dieser wurde benutzt, ist abgelaufen oder war nie von uns. Nichts wurde geändert.
error-link-then = Brauchen Sie ihn noch, dann bitten Sie dort um einen neuen, wo Sie ihn herhaben.
