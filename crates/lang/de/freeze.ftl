### German: the freeze.
### The words for things stand in GLOSSARY.md.

## Asking for it

freeze-link = Etwas stimmt nicht: Mein Konto einfrieren
freeze-title = Ihr Konto einfrieren
freeze-lead = Drücken Sie den Knopf, wenn jemand Fremdes in Ihrem Postfach sein könnte oder wenn Ihr Handy oder Ihr Codeblatt gestohlen wurde.
freeze-ends = Alles Offene schließt sich sofort: Browser, Mailprogramme und Apps, auch dieser Browser. App-Passwörter sind für immer ungültig.
freeze-keeps = Nichts wird gelöscht. Mails kommen weiter an. Ihr Passwort, Ihr Handy und Ihre Codes bleiben, wie sie sind. Aber sie öffnen nichts, bis Sie das Einfrieren beenden.
freeze-way-back = Sie können es jederzeit selbst wieder öffnen: mit Ihrem Passwort und dem, was nicht gestohlen wurde.
freeze-way-back-help = Sie haben hier weder Handy noch Codeblatt eingerichtet. Darum können Sie es nicht selbst wieder öffnen: Das muss der Support tun, und es dauert einen Tag.
freeze-taken = Was wurde gestohlen?
freeze-taken-hint = Sie können das offen lassen. Dann fragen wir, wenn Sie zurückkommen. Was Sie hier wählen, gilt und lässt sich auf dem Weg zurück nicht ändern.
freeze-taken-phone = Mein Handy. Ein Code von meinem Blatt öffnet mein Konto wieder.
freeze-taken-paper = Mein Codeblatt. Mein Handy öffnet mein Konto wieder.
freeze-taken-unknown = Das weiß ich nicht. Mein Handy öffnet mein Konto wieder, und die Codes bleiben gesperrt.
freeze-taken-phone-help = Mein Handy. Ich habe kein Codeblatt, darum öffnet nur der Support mein Konto wieder.
freeze-taken-paper-help = Mein Codeblatt. Ich habe kein Handy eingerichtet, darum öffnet nur der Support mein Konto wieder.
freeze-taken-later = Das sage ich später
freeze-button = Jetzt einfrieren
freeze-not-now = Nein, zurück
freeze-done-title = Ihr Konto ist eingefroren
freeze-done-lead = Alles, was offen war, ist geschlossen. Niemand liest jetzt Ihre Mails, und nichts wurde gelöscht.
freeze-done-then = Wenn Sie so weit sind, melden Sie sich mit Ihrem Passwort an. Wir fragen nach dem, was nicht gestohlen wurde.
freeze-done-open = Wieder öffnen

## The page behind "This wasn't me" in a notice

freeze-link-title = Dieses Konto einfrieren?
freeze-link-lead = Sie sind dabei, { $account } einzufrieren. Alles Offene schließt sich: Browser, Mailprogramme und Apps. Dann kann sich niemand anmelden. Nichts wird gelöscht, und Mails kommen weiter an.
freeze-link-then = Sie öffnen es selbst wieder, mit Ihrem Passwort und dem, was nicht gestohlen wurde. Waren Sie nicht, was in der Mitteilung steht, dann drücken Sie den Knopf.
freeze-link-otherwise = Waren Sie es? Schließen Sie diese Seite. Dann geschieht nichts.
freeze-link-sign-in-title = Melden Sie sich an, um dieses Konto einzufrieren
freeze-link-sign-in-lead = Dieses Konto wurde innerhalb von dreißig Tagen zweimal eingefroren und wieder geöffnet. Vielleicht benutzt jemand alte Mitteilungen, um Sie auszusperren. Darum friert der Knopf in einer Mitteilung es jetzt nicht ein.
freeze-link-sign-in-then = Melden Sie sich mit Ihrem Passwort an. Dann können Sie es sofort einfrieren.
freeze-link-already-lead = Es war schon eingefroren, bevor Sie kamen. Niemand liest jetzt Ihre Mails, und nichts wurde gelöscht.

## The page of a frozen account, after the right password

frozen-title = Ihr Konto ist eingefroren
frozen-since = Es wurde am { $since } eingefroren. Seither liest hier niemand Mails, und niemand meldet sich an. Nichts wurde gelöscht.
frozen-question = Was wurde gestohlen?
frozen-question-lead = Was gestohlen wurde, bleibt gesperrt. Sie öffnen Ihr Konto mit dem, was Sie noch haben.
frozen-phone = Mein Handy
frozen-phone-what = Sie öffnen es mit einem Code von Ihrem Blatt. Ihr Handy und Ihre Passkeys bleiben gesperrt, bis Sie neue einrichten.
frozen-paper = Mein Codeblatt
frozen-paper-what = Sie öffnen es mit Ihrem Handy. Die Codes bleiben gesperrt, bis Sie sich ein neues Blatt holen.
frozen-unknown = Das weiß ich nicht
frozen-unknown-what = Sie öffnen es mit Ihrem Handy. Zur Sicherheit bleiben die Codes gesperrt, bis Sie sich ein neues Blatt holen.
frozen-all = Beides
frozen-all-what = Dann muss Ihnen ein Mensch helfen. Wir sagen, wie.
frozen-else = Etwas anderes, oder ich weiß es nicht
frozen-else-phone = Sie öffnen es mit Ihrem Handy.
frozen-else-codes = Sie öffnen es mit einem Code von Ihrem Blatt.
frozen-choose = Wählen
frozen-said-phone = Sie haben uns gesagt, dass Ihr Handy gestohlen wurde. Darum öffnet ein Code von Ihrem Blatt Ihr Konto.
frozen-said-paper = Sie haben uns gesagt, dass Ihr Codeblatt gestohlen wurde. Darum öffnet Ihr Handy Ihr Konto.
frozen-said-unknown = Sie haben uns gesagt, dass Sie nicht wissen, was gestohlen wurde. Darum öffnet Ihr Handy Ihr Konto.
frozen-code-title = Mit einem Code öffnen
frozen-code-then = Ihr Konto öffnet sich. Ihr Handy und Ihre Passkeys bleiben gesperrt, bis Sie neue einrichten.
frozen-passkey-title = Mit Ihrem Passkey öffnen
frozen-passkey-button = Passkey benutzen und mein Konto öffnen
frozen-digits-title = Mit Ihrem Handy öffnen
frozen-digits-then = Ihr Konto öffnet sich, und die Codes auf Ihrem Blatt bleiben gesperrt, bis Sie sich ein neues holen.
frozen-button = Mein Konto öffnen
frozen-other-answer = Etwas anderes wurde gestohlen
frozen-help-title = Ein Mensch muss Ihnen helfen
frozen-help-lead = Nichts von dem, was Sie noch haben, öffnet dieses Konto allein.
frozen-help-then = Rufen Sie den Support an. Dort stellt man sicher, dass Sie es sind. Zwei Personen müssen zustimmen, dann bekommen Sie einen Link für ein neues Passwort und ein neues Handy. Ihr Konto öffnet sich einen Tag, nachdem Sie ihn benutzt haben.
frozen-help-stays = Bis dahin bleibt es eingefroren. Mails kommen weiter an, und niemand liest sie.
frozen-help-back = Zurück zur Frage

## The page after it was opened again

back-title = Sie sind wieder da
back-lead = Ihr Konto ist wieder offen. Hier steht, was wir geschlossen haben und was jetzt zu tun ist, eins nach dem anderen.
back-stopped = Was gestoppt wurde
back-stopped-sessions = Alle Browser und alle Mailprogramme wurden abgemeldet. App-Passwörter von vorher gelten nicht mehr.
back-stopped-phone = Ihr Handy ist gesperrt: Seine Ziffern öffnen nichts.
back-stopped-passkeys = Ihre Passkeys sind gesperrt: Keiner davon öffnet etwas.
back-stopped-codes = Ihr Codeblatt ist gesperrt: Seine Codes öffnen nichts.
back-todo = Was jetzt zu tun ist
back-replacement = Schreiben Sie den neuen Code auf
back-replacement-why = Sie sind mit einem Code hereingekommen. Sein Ersatz wartet auf Sie.
back-password = Legen Sie ein neues Passwort fest
back-password-why = Wer in Ihrem Postfach war, kennt vielleicht das alte.
back-password-held = Das können Sie ab dem { $until }. Sie kamen mit einem Code auf einem Gerät herein, das wir nicht kennen, darum warten wir.
back-passkeys = Sehen Sie Ihre Passkeys durch
back-passkeys-why = Lassen Sie die wieder zu, deren Gerät sicher niemand anderes in der Hand hatte. Entfernen Sie die anderen.
back-phone = Richten Sie ein neues Handy ein
back-phone-why = Es tritt an die Stelle des gestohlenen.
back-codes = Holen Sie sich ein neues Codeblatt
back-codes-why = Es tritt an die Stelle des gestohlenen.
back-programs = Lassen Sie Ihre Mailprogramme wieder herein
back-programs-why = Jedes braucht ein neues App-Passwort.
back-filters = Sehen Sie Ihre Mailfilter durch
back-filters-why = Ein Dieb könnte Ihre Mails weiterleiten lassen. Das können Sie ausschalten.
back-activity = Sehen Sie nach, was geschehen ist
back-activity-why = Ist etwas dabei, das nicht Sie waren?
back-addresses = Sehen Sie Ihre externen Adressen durch
back-addresses-why = Ist eine dabei, die nicht Ihnen gehört?
back-home = Zur Startseite

## What was shut, found again

found-phone-link = Ich habe dieses Handy doch noch
found-phone-title = Sie haben Ihr Handy gefunden
found-phone-lead = Hatte es sicher niemand anderes in der Hand? Dann kann es wieder Ihr zweiter Schritt sein. Wenn doch, richten Sie lieber ein neues ein.
found-phone-button = Mein Handy wieder zulassen
found-phone-done = Ihr Handy ist wieder Ihr zweiter Schritt.
found-phone-waits = Ihr Handy ist ab dem { $until } wieder Ihr zweiter Schritt. Sie kamen mit einem Code auf einem Gerät herein, das wir nicht kennen, darum warten wir.
found-codes-link = Ich habe dieses Blatt doch noch
found-codes-title = Sie haben Ihr Blatt gefunden
found-codes-lead = Hatte es sicher niemand anderes in der Hand? Dann können seine Codes wieder Ihr Konto öffnen. Hat es vielleicht jemand gesehen, holen Sie sich lieber ein neues.
found-codes-then = Tippen Sie einen Code davon ein. Er wird nicht verbraucht.
found-codes-button = Mein Blatt wieder zulassen
found-codes-done = Ihre Codes öffnen wieder Ihr Konto.
found-codes-waits = Ihre Codes öffnen Ihr Konto wieder ab dem { $until }.
found-wrong = Das hat nicht geklappt. Prüfen Sie die Eingabe und versuchen Sie es noch einmal.
