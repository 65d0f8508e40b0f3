### German: the owner's own pages. What each id is for, and its arguments, stand in the English file of the same name.
### The words for things stand in GLOSSARY.md.

## Home

home-page = Startseite
home-title = Guten Tag, { $name }
home-protected = Ihr Postfach ist gut geschützt
home-protected-lead = Heute gibt es nichts zu tun.
home-next-phone = Als Nächstes: Fügen Sie einen zweiten Schritt hinzu
home-next-phone-lead = Ein Passwort allein kann gestohlen werden. Ist ein Passkey oder Ihr Handy der zweite Schritt, braucht ein Dieb beides.
home-next-address = Als Nächstes: Geben Sie eine externe Adresse an
home-next-unreached = Als Nächstes: Sehen Sie Ihre externen Adressen durch
home-next-unreached-lead = Eine davon hat eine Mitteilung nicht bekommen. Gibt es die Adresse nicht mehr, erfährt niemand von einem Einbruch.
home-next-second = Als Nächstes: Geben Sie eine zweite externe Adresse an
home-next-second-lead = Sie haben eine. Verlieren Sie die, könnte hier jemand etwas ändern, und draußen erführe es niemand.
home-next-review = Als Nächstes: Sehen Sie Ihre externen Adressen durch
home-next-review-lead = Vor einer Weile haben Sie gesagt, dass sie noch Ihnen gehören. Hat eine davon jetzt jemand anderes, erfährt diese Person alles an Ihrer Stelle.
home-next-address-lead = Nimmt Ihnen jemand das Postfach weg, melden wir es Ihnen dort. Eine Mitteilung im Postfach selbst würde nur der Dieb lesen.
home-next-codes = Als Nächstes: Holen Sie sich Notfallcodes
home-next-codes-lead = Ist Ihr Handy weg, kommen Sie mit einem Code vom Papier trotzdem hinein. Das dauert drei Minuten und braucht einen Drucker.
home-next-prove = Als Nächstes: Tippen Sie einen Code von Ihrem Blatt ab
home-next-prove-lead = Sie haben ein Codeblatt gemacht. Es gilt erst, wenn wir wissen, dass Sie es lesen können.
home-next-low = Als Nächstes: Holen Sie sich ein neues Codeblatt
home-next-low-lead =
    { $left ->
        [0] Auf Ihrem Blatt ist kein Code mehr übrig.
        [one] Auf Ihrem Blatt ist noch ein Code übrig.
       *[other] Auf Ihrem Blatt sind noch { $left } Codes übrig.
    }
home-next-drill = Als Nächstes: Machen Sie die Übung
home-next-drill-lead = Sie zeigt, dass Sie Ihr Codeblatt finden, wenn Sie es brauchen. Sie dauert eine Minute und verbraucht nichts.
home-next-replacement = Als Nächstes: Schreiben Sie einen Code auf
home-next-replacement-lead = Sie haben einen Notfallcode benutzt. Ein neuer wartet darauf, dass er auf Ihr Blatt kommt.
home-next-doubted-password = Als Nächstes: Wählen Sie ein anderes Passwort
home-next-doubted-password-lead = Sie haben uns gesagt, dass jemand anders in Ihrem Konto war. Vielleicht ist dort Ihr Passwort bekannt. Ein anderes sperrt endgültig aus.
home-next-exposed-password = Als Nächstes: Wählen Sie ein anderes Passwort
home-next-exposed-password-lead = Vielleicht wurde uns ein Schlüssel gestohlen, der Ihr Passwort schützt. Wer ihn hat, kann Ihr Passwort womöglich erraten. Ein neues ist sicher, und das alte nützt dann niemandem mehr.
home-next-exposed-phone = Als Nächstes: Richten Sie Ihr Handy neu ein
home-next-exposed-phone-lead = Vielleicht wurde uns ein Schlüssel gestohlen, der das Geheimnis Ihres Handys schützt. Wer ihn hat, kennt womöglich die sechs Ziffern, die Ihr Handy zeigt. Richten Sie es noch einmal ein: Dabei entsteht ein neues Geheimnis. Bis dahin gilt Ihr Handy.
home-next-exposed-codes = Als Nächstes: Holen Sie sich ein neues Codeblatt
home-next-exposed-codes-lead = Vielleicht wurde uns ein Schlüssel gestohlen, der Ihre Codes schützt. Damit allein findet niemand einen Code, und Ihr Blatt gilt, bis Sie ein neues haben. Holen Sie sich bald eines, damit der alte Schlüssel verschwinden kann.
home-next-phone-shut = Als Nächstes: Richten Sie ein neues Handy ein
home-next-phone-shut-lead = Ihr Handy ist gesperrt, weil Sie uns gesagt haben, dass es gestohlen wurde. Bis Sie ein neues einrichten, kommen Sie nur mit Ihrem Codeblatt hinein.
home-next-codes-shut = Als Nächstes: Holen Sie sich ein neues Codeblatt
home-next-codes-shut-lead = Ihr Codeblatt ist gesperrt, weil Sie uns gesagt haben, dass es gestohlen wurde. Bis Sie ein neues haben, kommen Sie ohne Ihr Handy nicht hinein.
home-next-disabled = Als Nächstes: Holen Sie sich ein neues Codeblatt
home-next-disabled-lead = Ihre Notfallcodes sind abgeschaltet. Ohne sie kommen Sie nicht hinein, wenn Ihr Handy weg ist.
home-next-waiting = Als Nächstes: Sehen Sie nach, was wartet
home-next-waiting-lead = Jemand möchte an Ihrem Konto etwas ändern. Noch gilt es nicht. Nur Sie wissen, ob es gestoppt werden muss.
home-next-password = Als Nächstes: Legen Sie ein Passwort fest
home-next-password-lead = Es ist der erste Schritt bei jeder Anmeldung.
home-next-weak-password = Als Nächstes: Wählen Sie ein längeres Passwort
home-next-weak-password-lead = Ihres stammt aus dem alten System. Es ist kurz oder leicht zu erraten. Heute würden wir es nicht mehr annehmen.
home-next-old = Als Nächstes: Holen Sie sich ein neues Codeblatt
home-next-old-lead = Ihr Codeblatt ist mehr als ein Jahr alt. Papier verblasst und geht verloren. Ein neues dauert drei Minuten.
home-waiting = Was wartet
home-waiting-until = Gilt ab dem { $until }. Waren Sie das nicht, stoppen Sie es.
home-waiting-confirm = Waren Sie das, und haben Sie das Handy, das schon eingerichtet ist? Dann müssen Sie nicht warten.
home-held = Sie haben sich mit einem Notfallcode angemeldet, und wir kennen dieses Gerät noch nicht. Ihre Mails lesen Sie wie immer. Ein neues Handy oder Codeblatt gilt erst nach einer Wartezeit. Ihr Passwort und Ihre Adressen lassen sich bis zum { $until } nicht ändern, und Ihr Handy lässt sich bis dahin nicht entfernen. Das hält einen Dieb ab, der Ihr Codeblatt gefunden hat.
home-protections = Was Ihr Postfach schützt
home-password = Passwort
home-password-since = Unverändert seit dem { $since }
home-password-off = Noch keines
home-password-imported = Das aus dem alten System
home-passkeys = { $count ->
    [0] Noch keine
    [one] Mit einem Passkey kommen Sie hinein
   *[other] Mit { $count } Passkeys kommen Sie hinein
}
home-phone = Handy
home-phone-on = Ihr zweiter Schritt seit dem { $since }
home-phone-shut = Seit dem Einfrieren gesperrt
home-phone-off = Noch nicht eingerichtet
home-codes-on =
    { $left ->
        [one] Noch 1 von { $of } Codes
       *[other] Noch { $left } von { $of } Codes
    }
home-codes-left =
    { $left ->
        [one] Noch 1 Code
       *[other] Noch { $left } Codes
    }
home-codes-shut = Seit dem Einfrieren gesperrt
home-codes-off = Noch keine
home-outside = Externe Adresse
home-outside-off = Noch keine
home-outside-one = { $address }. Fügen Sie eine zweite hinzu: Verlieren Sie die erste, erfährt draußen niemand mehr etwas
home-codes = Notfallcodes
home-drill = Übung
home-activity = Zuletzt
home-activity-all = Alles, was geschehen ist
home-sign-out-everywhere = Überall abmelden
home-mail-in-folder = Es werden keine Mails verschickt. Sie landen in einem Ordner auf dem Server. Tragen Sie Ihren Mailserver in Counterfoil ein, bevor Sie jemanden einladen.

## A device

device-on = { $browser } auf { $system }
device-browser = ein Browser

## Changes that wait

change-totp = Ein neues Handy wird Ihr zweiter Schritt.
change-passkey = Ein neuer Passkey öffnet künftig Ihr Konto.
change-sheet = Ein neues Codeblatt tritt an die Stelle des alten.
change-replacement = Der Ersatz für einen verbrauchten Code beginnt zu gelten.
change-re-enrolment = Ein neues Passwort und ein neues Handy treten an die Stelle von allem, was Sie hatten.
change-address-add = Eine neue externe Adresse erfährt künftig alles.
change-address-remove = Eine externe Adresse erfährt künftig nichts mehr.
change-address-replace = Eine neue externe Adresse tritt an die Stelle einer anderen.
changes-title = Jetzt gleich?
changes-passkey-lead = Benutzen Sie einen Passkey, der schon gilt. Er zeigt, dass Sie es waren.
changes-lead = Tippen Sie die sechs Ziffern von dem Handy ein, das jetzt Ihr zweiter Schritt ist. Sie zeigen, dass Sie es waren.
changes-no-phone = Gerade ist keines Ihrer Handys aktiv, darum muss das hier warten. Waren Sie das nicht, stoppen Sie es auf der Startseite.
changes-done-title = Erledigt
changes-done-lead = Was wartete, gilt jetzt.
changes-done-then = Mehr ist nicht zu tun.
changes-stopped-title = Die Änderung ist gestoppt
changes-stopped-lead = Alles bleibt, wie es war.
changes-stopped-then = Kam der Wunsch nicht von Ihnen? Dann kennt vielleicht jemand Ihr Passwort. Ändern Sie es jetzt.

## Password

password-title = Passwort ändern
password-lead = Mindestens { $least } Zeichen. Lang ist besser als kompliziert: Vier oder fünf Alltagswörter sind ein starkes Passwort.
password-current = Ihr jetziges Passwort
password-new = Ihr neues Passwort
password-suggestion = Wenn Sie mögen, nehmen Sie diese Wörter:
password-suggestion-hint = Eben für Sie ausgelost. Wir merken sie uns nicht, außer Sie tippen sie oben ein.
password-wrong = Das ist nicht Ihr jetziges Passwort.
password-short = Das ist zu kurz. Nehmen Sie mindestens { $least } Zeichen.
password-long = Das ist zu lang. Nehmen Sie höchstens 1.024 Zeichen.
password-common = Dieses Passwort benutzen viele, darum probieren Diebe es zuerst. Nehmen Sie ein anderes.
password-personal = Das ist Ihre Adresse oder ein Name, darum probieren Diebe es zuerst. Nehmen Sie etwas anderes.
password-same = Das ist schon Ihr Passwort. Nehmen Sie ein anderes.
password-missing = Tippen Sie ein Passwort ein.
password-not-before = Sie haben sich mit einem Notfallcode angemeldet, und wir kennen dieses Gerät noch nicht. Ihr Passwort können Sie ab dem { $at } ändern. Haben Sie Ihr Handy, dann melden Sie sich damit an: So müssen Sie nicht warten.
password-done-title = Ihr Passwort ist geändert
password-done-lead = Alle anderen Geräte sind abgemeldet. Das alte Passwort gilt nicht mehr.
password-done-then = Tragen Sie das neue auch in Ihren Mailprogrammen ein.

## Phone

two-step-title = Ihr Handy
two-step-passkeys = { $count ->
    [one] Ein Passkey ist Ihr zweiter Schritt.
   *[other] { $count } Passkeys sind Ihr zweiter Schritt.
}
two-step-passkey-first = Der schnellste zweite Schritt: Ihr Fingerabdruck, Ihr Gesicht oder die PIN Ihres Geräts, und nichts zu tippen. Keine gefälschte Seite kann ihn Ihnen stehlen.
two-step-digits-title = Ziffern von Ihrem Handy
two-step-on = Ihr Handy ist seit dem { $since } Ihr zweiter Schritt.
two-step-off = Ihr Handy ist noch nicht eingerichtet. Danach melden Sie sich mit Ihrem Passwort und sechs Ziffern vom Handy an. Wer nur Ihr Passwort stiehlt, kommt dann nicht hinein.
two-step-app = Sie brauchen eine Code-App, zum Beispiel die in Ihrem Passwort-Manager. Jede App, die solche Bilder scannt, ist recht.
two-step-new-phone = Ein neues Handy? Richten Sie es hier ein, solange das alte noch geht.
two-step-remove = Mein Handy entfernen
two-step-set-up-title = Handy einrichten
two-step-set-up-lead = Öffnen Sie die Code-App auf Ihrem Handy und scannen Sie dieses Bild.
two-step-qr = Ein Bild für die Code-App auf Ihrem Handy. Derselbe Schlüssel steht daneben, zum Abtippen.
two-step-scan = Scannen Sie das Bild mit Ihrer Code-App.
two-step-key = Das Scannen geht nicht? Tippen Sie diesen Schlüssel in die App:
two-step-digits = Die sechs Ziffern, die Ihr Handy jetzt zeigt
two-step-wrong = Das sind nicht die Ziffern, die wir erwartet haben. Warten Sie auf die nächsten und tippen Sie diese ein. Prüfen Sie, ob die Uhr Ihres Handys richtig geht.
two-step-late-title = Dieses Bild ist zu alt
two-step-late = Das hat zu lange gedauert, oder es gibt ein neueres Bild. Beginnen Sie mit einem neuen.
two-step-done-title = Ihr Handy ist eingerichtet
two-step-done-lead = Ab jetzt melden Sie sich mit Ihrem Passwort und sechs Ziffern von diesem Handy an.
two-step-done-then = Handys gehen verloren. Mit Notfallcodes auf Papier kommen Sie auch dann hinein.
two-step-staged-title = Ihr Handy ist bereit und wartet
two-step-staged = Es gilt ab dem { $until }, weil wir dieses Gerät noch nicht kennen.
two-step-staged-then = Finden Sie Ihr altes Handy, dann können Sie das neue auf der Startseite sofort gelten lassen. Haben nicht Sie es eingerichtet, stoppen Sie es dort.
two-step-waits = Ein neues Handy ist eingerichtet. Es gilt ab dem { $until }.
two-step-shut = Ihr Handy ist gesperrt, weil Sie uns beim Einfrieren gesagt haben, dass es gestohlen wurde. Richten Sie hier das neue ein. Es tritt an seine Stelle.
two-step-disabled = Ihr Handy ist als zweiter Schritt abgeschaltet, weil es hundert falsche Versuche gab. Vielleicht hat jemand geraten. Richten Sie es neu ein.
two-step-not-before = Sie haben sich mit einem Notfallcode angemeldet, und wir kennen dieses Gerät noch nicht. Ihr Handy können Sie ab dem { $at } entfernen.
two-step-remove-title = Ihr Handy entfernen?
two-step-remove-lead = Dann öffnet Ihr Passwort allein das Postfach. Das ist viel schwächer.
two-step-remove-passkeys = { $count ->
    [one] Ihr Passkey bleibt Ihr zweiter Schritt.
   *[other] Ihre { $count } Passkeys bleiben Ihr zweiter Schritt.
}
two-step-remove-codes =
    { $left ->
        [one] Dann brauchen Sie bei jeder Anmeldung neben dem Passwort einen Notfallcode, und es ist nur noch einer da.
       *[other] Dann brauchen Sie bei jeder Anmeldung neben dem Passwort einen Notfallcode, und es sind noch { $left } da.
    }
two-step-remove-instead = Haben Sie ein neues Handy, dann richten Sie lieber das ein: Es tritt an die Stelle des alten.
two-step-removed-title = Ihr Handy ist entfernt
two-step-removed-lead = Seine Ziffern öffnen Ihr Postfach nicht mehr.
two-step-removed-then = Richten Sie ein anderes Handy ein, sobald Sie eines haben.

## Outside addresses

addresses-title = Externe Adressen
addresses-lead = Hierhin melden wir es Ihnen, wenn sich an Ihren Codes, Ihrem Handy oder Ihrem Passwort etwas tut. Nehmen Sie Adressen, die Sie ohne dieses Postfach öffnen können. Ein Notfallcode geht nie dorthin.
addresses-empty = Sie haben noch keine. Nimmt Ihnen jemand das Postfach weg, erfahren Sie es nicht.
addresses-second = Sie haben eine. Fügen Sie eine zweite hinzu: Verlieren Sie die erste, könnte hier jemand etwas ändern, und draußen erführe es niemand.
addresses-verified = Gut. Bestätigt am { $on }
addresses-inside = Bestätigt am { $on }. Sie liegt aber auch bei diesem Maildienst: Wer das eine Postfach stiehlt, stiehlt vielleicht beide. Fügen Sie eine Adresse anderswo hinzu.
addresses-unverified = Noch nicht bestätigt. Tippen Sie den Code ein, den wir dorthin geschickt haben.
addresses-waiting = Sie gilt ab dem { $until }, außer eine Ihrer anderen Adressen stoppt es.
addresses-leaving = Entfernt. Bis zum { $until } erfährt sie noch alles, und jede Ihrer Adressen kann das stoppen.
addresses-type-code = Code eintippen
addresses-keep = Zurückholen
addresses-review = Gehört diese Adresse noch Ihnen, und lesen Sie dort Ihre Mails?
addresses-review-yes = Ja
addresses-review-no = Nein, entfernen
addresses-review-later = Nicht jetzt
addresses-reviewed = Danke. Wir fragen nach einiger Zeit wieder.
addresses-reviewed-later = Wir fragen in zwei Wochen wieder.
addresses-bouncing = Wir konnten diese Adresse nicht erreichen: Am { $since } kam eine Mitteilung zurück. Vielleicht ist das Postfach voll. Gehört die Adresse nicht mehr Ihnen, dann entfernen Sie sie.
addresses-unreachable = Wir erreichen diese Adresse seit dem { $since } nicht. Bringen Sie sie in Ordnung und probieren Sie es noch einmal, oder entfernen Sie sie, und fügen Sie eine hinzu, die geht.
addresses-try-again = Sie geht wieder: jetzt probieren
addresses-reached = Wir erreichen { $address } wieder.
addresses-well = Von dieser Adresse kam zuletzt nichts zurück. Es gibt nichts zu probieren.
addresses-add = Adresse hinzufügen
addresses-field = Eine andere E-Mail-Adresse von Ihnen
addresses-field-hint = Nicht in diesem Postfach, und nicht hierher weitergeleitet.
addresses-label = Wie Sie sie nennen
addresses-label-hint = Zum Beispiel: Arbeit, bei meiner Schwester. Das sehen nur Sie.
addresses-change-title = Eine andere Adresse an ihrer Stelle
addresses-change-link = Ersetzen
addresses-change-lead = Wir schicken einen Code an die neue Adresse. Sobald Sie ihn eingetippt haben, bekommt { $address } keine Codes mehr, und die neue Adresse wartet, bevor sie gilt. Bis dahin gehen Mitteilungen an { $address }, und jede Ihrer Adressen kann die Änderung stoppen.
addresses-change-field = Die neue Adresse
addresses-change-gone = Diese Adresse gilt nicht, darum kann nichts an ihre Stelle treten. Fügen Sie stattdessen eine neue hinzu.
addresses-changed = { $address } ist bestätigt. Am { $until } tritt sie an die Stelle der anderen. Ihre übrigen Adressen erfahren es und können es bis dahin stoppen.
addresses-name-title = Wie nennen Sie diese Adresse?
addresses-name-link = Benennen
addresses-own = Das ist dieses Postfach. Nehmen Sie eine Adresse anderswo.
addresses-twice = Diese Adresse steht schon in Ihrer Liste.
addresses-full = Mehr Adressen haben keinen Platz. Entfernen Sie zuerst eine.
addresses-too-often = Gerade wurden viele Codes verschickt. Ab dem { $at } können Sie wieder einen anfordern.
addresses-not-before = Sie haben sich mit einem Notfallcode angemeldet, und wir kennen dieses Gerät noch nicht. Ihre Adressen können Sie ab dem { $at } ändern.
addresses-removed = { $address } gilt nicht mehr. Bis zum { $until } erfährt sie noch alles, und bis dahin kann jede Ihrer Adressen das stoppen.
addresses-gone = { $address } steht nicht mehr in der Liste.
addresses-named = Der Name ist gespeichert.
addresses-confirmed = { $address } ist bestätigt. Ab jetzt gehen Mitteilungen über Ihr Postfach auch dorthin.
addresses-confirmed-waits = { $address } ist bestätigt. Sie gilt ab dem { $until }. Ihre anderen Adressen erfahren es und können es bis dahin stoppen.
addresses-phrase = Die Wörter in unseren Mails
addresses-phrase-on = Sie haben Wörter gewählt, die in jeder Mail von uns stehen. Eine Mail ohne sie ist nicht von uns.
addresses-phrase-off = Wählen Sie ein paar Wörter, die in jeder Mail von uns stehen. Dann erkennen Sie, welche Mail echt ist und welche gefälscht.
addresses-phrase-link = Wörter wählen
addresses-phrase-change = Wörter ändern
addresses-code-title = Tippen Sie den Code ein
addresses-code-lead = Wir haben einen Code an { $address } geschickt. Er hat acht Ziffern und gilt einen Tag.
addresses-code-over = Der Code, den wir an { $address } geschickt haben, gilt nicht mehr. Fordern Sie einen neuen an.
addresses-code-field = Der Code aus dieser Mail
addresses-code-hint = Keine Mail? Sehen Sie im Spam nach, und warten Sie ein paar Minuten.
addresses-code-not-eight = Das sind nicht acht Ziffern. Sehen Sie noch einmal in die Mail.
addresses-code-wrong =
    { $left ->
        [0] Das ist nicht der Code. Er gilt jetzt nicht mehr. Fordern Sie einen neuen an.
        [one] Das ist nicht der Code. Sehen Sie in die neueste Mail. Sie haben noch einen Versuch.
       *[other] Das ist nicht der Code. Sehen Sie in die neueste Mail. Sie haben noch { $left } Versuche.
    }

## The words in our mail

phrase-title = Die Wörter in unseren Mails
phrase-lead = Ein paar Wörter, die nur Sie und wir kennen. Sie stehen in jeder Mail von uns. Eine Mail ohne sie ist also nicht von uns. Wir zeigen sie nie, bevor Sie sich anmelden, und wir fragen Sie nie danach.
phrase-field = Ihre Wörter
phrase-hint = { $least } bis { $most } Zeichen. Nehmen Sie etwas, das niemand errät, der Sie kennt. Kein Passwort.
phrase-setup-hint = Sie stehen dann in jeder Mail von uns, damit Sie eine Fälschung erkennen. Sie können sie auch später wählen.
phrase-none = Bleibt das leer, gibt es keine Wörter.
phrase-done = Die Wörter sind gespeichert. Ab jetzt stehen sie in jeder Mail.
phrase-gone = Die Wörter sind weg. Unsere Mails kommen ohne Wörter.
phrase-too-short = Das ist zu kurz. Nehmen Sie mindestens { $least } Zeichen.
phrase-too-long = Das ist zu lang. Nehmen Sie höchstens { $most } Zeichen.
phrase-character = Nehmen Sie nur Buchstaben, Ziffern und Leerzeichen. Eine Adresse darin sähe aus wie ein Link.

## Stopping a change from a notice

stop-link-title = Diese Änderung stoppen?
stop-what-passkey = Ein neuer Passkey soll { $account } öffnen.
stop-what-totp = Ein neues Handy soll der zweite Schritt von { $account } werden.
stop-what-sheet = Ein neues Codeblatt soll für { $account } gelten.
stop-what-replacement = Der Ersatz für einen verbrauchten Notfallcode soll für { $account } gelten.
stop-what-re-enrolment = Ein neues Passwort und ein neues Handy sollen { $account } öffnen.
stop-what-address-add = Eine neue Adresse soll die Sicherheitsmitteilungen von { $account } bekommen.
stop-what-address-remove = Eine Adresse soll die Sicherheitsmitteilungen von { $account } nicht mehr bekommen.
stop-what-address-replace = Eine neue Adresse soll die Sicherheitsmitteilungen von { $account } anstelle einer anderen bekommen.
stop-link-lead = { $what } Noch gilt das nicht. Kam der Wunsch nicht von Ihnen, dann stoppen Sie es.
stop-link-button = Stoppen
stop-link-otherwise = Waren Sie es? Schließen Sie diese Seite. Die Änderung gilt dann, wenn ihre Zeit gekommen ist.
stop-done-title = Die Änderung ist gestoppt
stop-done-lead = Alles bleibt, wie es war.
stop-done-then = Vielleicht kennt jemand Ihr Passwort. Melden Sie sich an, ändern Sie es, und melden Sie sich überall ab.

## Everything was lost

re-enrol-title = Holen Sie sich Ihr Postfach zurück
re-enrol-lead = Der Support hat diesen Weg für die Person geöffnet, der { $address } gehört. Sie wählen ein neues Passwort und richten ein Handy ein. Sonst erfährt beides niemand.
re-enrol-hold = Alle, die es wissen sollten, bekommen Bescheid. Das neue Passwort und das neue Handy gelten nach einem Tag.
re-enrol-done-title = Sie haben Ihr Postfach zurück
re-enrol-done-lead = Das neue Passwort und das neue Handy sind eingerichtet. Sie gelten nach einem Tag, damit sich melden kann, wer betrogen wurde.
re-enrol-done-then = Melden Sie sich dann an, und holen Sie sich zuallererst neue Notfallcodes.

## Strength of a password (said while it is typed)

strength-empty = Tippen Sie, und wir sagen Ihnen, wie stark es ist.
strength-score-0 = Sehr schwach: Das wäre sofort erraten.
strength-score-1 = Schwach: Das wäre bald erraten.
strength-score-2 = Mittel: Ein geduldiger Dieb würde es erraten.
strength-score-3 = Stark
strength-score-4 = Sehr stark
strength-warning-row-of-keys = Tasten in einer Reihe sind leicht zu erraten.
strength-warning-keyboard-pattern = Kurze Muster auf der Tastatur sind leicht zu erraten.
strength-warning-one-character = Ein Zeichen viele Male ist leicht zu erraten.
strength-warning-repeat = Dasselbe zweimal ist kaum schwerer zu erraten als einmal.
strength-warning-top-10 = Das ist eines der zehn häufigsten Passwörter.
strength-warning-top-100 = Das ist eines der hundert häufigsten Passwörter.
strength-warning-common = Das ist ein sehr häufiges Passwort.
strength-warning-like-common = Das ähnelt einem häufigen Passwort.
strength-warning-sequence = Folgen wie abc oder 6543 sind leicht zu erraten.
strength-warning-year = Jahre aus unserer Zeit sind leicht zu erraten.
strength-warning-one-word = Ein Wort allein ist leicht zu erraten.
strength-warning-date = Daten sind leicht zu erraten.
strength-warning-one-name = Ein Name allein ist leicht zu erraten.
strength-warning-common-name = Häufige Namen sind leicht zu erraten.
strength-advice-few-words = Nehmen Sie ein paar Wörter, die nicht zusammengehören.
strength-advice-no-symbols-needed = Sonderzeichen, Ziffern oder Großbuchstaben sind nicht nötig.
strength-advice-another-word = Fügen Sie ein, zwei Wörter hinzu. Seltene sind besser.
strength-advice-capital = Ein Großbuchstabe am Anfang hilft wenig.
strength-advice-capitals = Alles groß ist fast so leicht zu erraten wie alles klein.
strength-advice-reversed = Ein Wort rückwärts ist kaum schwerer zu erraten.
strength-advice-substitution = Ein @ anstelle von a hilft wenig.
strength-advice-keyboard = Wenn Sie ein Muster auf der Tastatur nehmen, dann ein längeres mit mehr Wendungen.
strength-advice-repeats = Vermeiden Sie, dasselbe zweimal zu sagen.
strength-advice-sequences = Vermeiden Sie Folgen.
strength-advice-recent-years = Vermeiden Sie Jahre aus unserer Zeit.
strength-advice-your-years = Vermeiden Sie Jahre, die mit Ihnen zu tun haben.
strength-advice-your-dates = Vermeiden Sie Daten und Jahre, die mit Ihnen zu tun haben.

## What happened, one line each

event-account-invited = Sie wurden eingeladen
event-account-created = Das Konto wurde eröffnet
event-account-suspended = Die Verwaltung hat das Konto gesperrt
event-account-unsuspended = Die Verwaltung hat die Sperre aufgehoben
event-reenrolment-asked = In der Verwaltung bat jemand eine zweite Person um den Weg zu einem neuen Passwort und einem neuen zweiten Schritt
event-reenrolment-opened = Die Verwaltung hat den Weg zu einem neuen Passwort und einem neuen zweiten Schritt geöffnet
event-account-reenrolled = Alles war verloren. Darum wurden ein neues Passwort und ein neuer zweiter Schritt eingerichtet. Sie gelten ab dem { $until }
event-signed-in = Angemeldet
event-signed-in-from-new-device = Auf einem neuen Gerät angemeldet
event-sign-in-refused = Ein falsches Passwort wurde { $count }-mal eingetippt
event-second-step-refused = Das richtige Passwort wurde eingetippt, dann ein falscher zweiter Schritt
event-signed-out = Abgemeldet
event-session-ended = Ein Gerät wurde abgemeldet
event-signed-out-elsewhere = Alle anderen Geräte wurden abgemeldet
event-signed-out-everywhere = Alle Geräte wurden abgemeldet
event-device-forgotten = Ein Gerät wurde vergessen
event-stepped-up = Noch einmal gezeigt, wer es ist
event-password-set = Ein Passwort wurde festgelegt
event-password-changed = Das Passwort wurde geändert
event-password-reset = Das vergessene Passwort wurde ersetzt, mit einem Notfallcode und dem Handy
event-passkey-added = Der Passkey „{ $label }“ wurde hinzugefügt
event-passkey-staged = Der Passkey „{ $label }“ wurde hinzugefügt. Er gilt ab dem { $until }
event-passkey-removed = Der Passkey „{ $label }“ wurde entfernt
event-passkey-renamed = Der Passkey „{ $was }“ heißt jetzt „{ $label }“
event-passkey-copied = Der Passkey „{ $label }“ hat nichts geöffnet: Vielleicht wurde er kopiert
event-totp-staged = Ein Handy wurde eingerichtet. Es gilt ab dem { $until }
event-totp-activated = Ein Handy wurde der zweite Schritt
event-totp-removed = Das Handy wurde entfernt
event-totp-disabled = Das Handy wurde nach hundert falschen Versuchen abgeschaltet
event-outside-address-added = Die externe Adresse { $address } wurde hinzugefügt
event-outside-address-verified = Die externe Adresse { $address } wurde bestätigt
event-outside-address-staged = Die externe Adresse { $address } wurde bestätigt. Sie gilt ab dem { $until }
event-address-code-used-up = Zehn falsche Codes wurden für die externe Adresse { $address } eingetippt
event-address-reviewed =
    { $answer ->
        [yes] Die externe Adresse { $address } wurde durchgesehen: Sie stimmt noch
       *[later] Die externe Adresse { $address } soll später durchgesehen werden
    }
event-phrase-changed =
    { $what ->
        [gone] Die Wörter in unseren Mails wurden entfernt
       *[set] Die Wörter in unseren Mails wurden geändert
    }
event-outside-address-removed = Die externe Adresse { $address } wurde entfernt
event-outside-address-replaced = Die externe Adresse { $address } tritt an die Stelle von { $old }. Sie gilt ab dem { $until }
event-address-code-mailed = Ein Code wurde an die externe Adresse { $address } geschickt, um zu sehen, ob dort wieder Mails ankommen
event-outside-address-reached = { $how ->
    [code] Bei der externen Adresse { $address } kommen wieder Mails an: Der Code, der dorthin ging, wurde eingetippt
   *[delivered] Bei der externen Adresse { $address } kam wieder eine Mitteilung an
}
event-outside-address-unreached = { $reach ->
    [unreachable] Die externe Adresse { $address } ist nicht erreichbar
   *[bouncing] Eine Mitteilung kam bei der externen Adresse { $address } nicht an
}
event-codes-shown = Blatt { $sheet } wurde gemacht
event-codes-discarded = Gezeigte Notfallcodes sind verfallen, weil kein Code zurückgetippt wurde
event-codes-staged = Blatt { $sheet } wurde bestätigt. Es gilt ab dem { $until }
event-codes-activated = Notfallcodes wurden eingeschaltet, mit Blatt { $sheet }
event-codes-renewed = Blatt { $sheet } hat das alte ersetzt
event-codes-retired = Die Notfallcodes gelten nicht mehr
event-sheet-lost = Blatt { $sheet } wurde als verloren gemeldet, und seine Codes gelten nicht mehr
event-codes-disabled = Die Codes von Blatt { $sheet } wurden nach hundert falschen Versuchen abgeschaltet
event-renewal-forced =
    { $what ->
        [password] Ein neues Passwort wurde verlangt, weil vielleicht ein Schlüssel gestohlen wurde
        [phone] Ihr Handy soll neu eingerichtet werden, weil vielleicht ein Schlüssel gestohlen wurde
        [sheet] Ein neues Codeblatt wurde verlangt, weil vielleicht ein Schlüssel gestohlen wurde
        [nothing] App-Passwörter gelten ab dem { $until } nicht mehr, weil vielleicht ein Schlüssel gestohlen wurde
       *[several] Neuer Schutz wurde verlangt, weil vielleicht ein Schlüssel gestohlen wurde
    }
event-code-redeemed =
    { $left ->
        [0] Notfallcode { $code } hat das Postfach geöffnet. Es ist kein Code mehr übrig
        [one] Notfallcode { $code } hat das Postfach geöffnet. Es ist noch 1 Code übrig
       *[other] Notfallcode { $code } hat das Postfach geöffnet. Es sind noch { $left } Codes übrig
    }
event-old-code-typed = Ein alter Notfallcode, { $code }, wurde eingetippt. Er hat nichts geöffnet
event-replacement-drawn = Code { $code } wurde gezeigt, als Ersatz für Code { $replaces }
event-replacement-confirmed = Code { $code } wurde zurückgetippt und gilt jetzt
event-paper-noted =
    { $what ->
        [gone] Eine Notiz, wo das Codeblatt liegt, wurde entfernt
       *[noted] Es wurde notiert, wo das Codeblatt liegt
    }
event-drill-passed = Eine Übung ist gelungen
event-drill-failed = Eine Übung ist nicht gelungen
event-code-checked = Notfallcode { $code } wurde geprüft und nicht verbraucht
event-guess-limit-reached = So viele falsche Versuche, dass der nächste warten musste
event-change-scheduled =
    { $change ->
        [totp] Ein neues Handy wurde eingerichtet. Es gilt ab dem { $until }
        [passkey] Ein neuer Passkey wurde hinzugefügt. Er gilt ab dem { $until }
        [sheet] Ein neues Codeblatt wurde bestätigt. Es gilt ab dem { $until }
        [replacement] Der Ersatz für einen verbrauchten Code wurde zurückgetippt. Er gilt ab dem { $until }
       *[other] Ein neues Passwort und ein neues Handy wurden eingerichtet. Sie gelten ab dem { $until }
    }
event-change-applied =
    { $change ->
        [totp] Das neue Handy gilt jetzt
        [passkey] Der neue Passkey gilt jetzt
        [sheet] Das neue Codeblatt gilt jetzt
        [replacement] Der Ersatz für einen verbrauchten Code gilt jetzt
        [address-add] Die neue externe Adresse gilt jetzt
        [address-remove] Die externe Adresse, die entfernt wurde, erfährt jetzt nichts mehr
        [address-replace] Die neue externe Adresse gilt jetzt, und die vorige erfährt nichts mehr
       *[other] Das neue Passwort und das neue Handy gelten jetzt
    }
event-change-stopped =
    { $change ->
        [totp] Ein neues Handy wurde gestoppt, bevor es galt
        [passkey] Ein neuer Passkey wurde gestoppt. Er öffnet nichts
        [sheet] Ein neues Codeblatt wurde gestoppt, bevor es galt
        [replacement] Der Ersatz für einen verbrauchten Code wurde gestoppt, bevor er galt
        [address-add] Eine neue externe Adresse wurde gestoppt, bevor sie galt
        [address-remove] Eine externe Adresse wurde zurückgeholt
        [address-replace] Eine neue externe Adresse wurde gestoppt, und die vorige wurde zurückgeholt
       *[other] Ein neues Passwort und ein neues Handy wurden gestoppt, bevor sie galten
    }
event-frozen =
    { $taken ->
        [phone] Das Konto wurde eingefroren, weil das Handy gestohlen wurde
        [paper] Das Konto wurde eingefroren, weil das Codeblatt gestohlen wurde
       *[other] Das Konto wurde eingefroren
    }
event-thawed =
    { $taken ->
        [phone] Das Konto wurde nach dem Einfrieren wieder geöffnet. Das gestohlene Handy öffnet nichts, und auch kein Passkey öffnet etwas
       *[other] Das Konto wurde nach dem Einfrieren wieder geöffnet. Die Codes auf dem Blatt öffnen nichts
    }
event-found-again =
    { $what ->
        [phone] Das Handy, das durch das Einfrieren gesperrt war, ist wieder da und gilt
        [passkey] Der Passkey, der durch das Einfrieren gesperrt war, wurde wieder benutzt und gilt
       *[other] Das Codeblatt, das durch das Einfrieren gesperrt war, ist wieder da und gilt
    }
event-app-password-made = Das App-Passwort „{ $label }“ wurde erstellt
event-app-password-removed = Das App-Passwort „{ $label }“ wurde entfernt
event-mail-signed-in =
    { $by ->
        [main-password] Ein Mailprogramm hat sich mit Ihrem Hauptpasswort angemeldet ({ $protocol })
       *[other] Ein Mailprogramm hat sich mit „{ $label }“ angemeldet ({ $protocol })
    }
event-mail-refused = Ein Mailprogramm wurde abgewiesen ({ $protocol })
event-main-password-tried = Ein Mailprogramm hat ein Passwort probiert, das kein App-Passwort ist
event-app-opened = { $app } wurde geöffnet
event-app-signed-out = { $app } wurde abgemeldet
event-token-reused = Ein Schlüssel von { $app } wurde zweimal benutzt, darum wurde { $app } abgemeldet
event-sending-held = Es wurden so viele Mails auf einmal verschickt, dass sie zurückgehalten werden
event-filter-switched-off = Der Mailfilter „{ $label }“ wurde ausgeschaltet
event-account-imported = Das Postfach kam aus dem alten System
event-account-erased = Die App hat das Konto gelöscht
banner-aside = Was Sie wissen sollten
banner-title = Das ist geschehen, seit Sie zuletzt hier waren
banner-more =
    { $count ->
        [one] Und noch etwas: Es steht unter „Was geschehen ist“.
       *[other] Und noch { $count } Dinge: Sie stehen unter „Was geschehen ist“.
    }
banner-seen = Das ist in Ordnung
banner-freeze = Waren Sie das nicht, frieren Sie das Konto ein
event-history-erased = Ereignisse wurden gelöscht, bis auf ihre Art und ihre Zeit
event-event-answered =
    { $answer ->
        [me] Sie haben von etwas in dieser Liste gesagt, dass Sie es waren
       *[other] Sie haben von etwas in dieser Liste gesagt, dass Sie es nicht waren
    }
event-intruder-reported = Zu { $address } wurde gemeldet, dass jemand Fremdes im Konto war, und das Konto ist eingefroren
event-advisory-mailed = Wir haben Ihnen geschrieben: { $title }
event-reminded = Wir haben Ihnen geschrieben, was zu tun ist
event-digest-mailed = Wir haben Ihnen geschrieben, was in einem Jahr geschehen ist
event-policy-changed = Eine Regel wurde geändert: „{ $setting }“. Vorher: { $was }. Jetzt: { $now }
event-policy-change-waits = Eine lockerere Regel wartet: „{ $setting }“. Jetzt: { $was }. Ab dem { $until }: { $now }
event-policy-change-stopped = Eine lockerere Regel wurde gestoppt: „{ $setting }“. Es bleibt bei: { $was }
event-api-app-added = Das Programm { $app } wurde zugelassen
event-api-app-removed = Das Programm { $app } wurde ausgeschlossen
event-api-key-made = Für das Programm { $app } wurde ein Schlüssel erstellt. Es darf: { $scopes }
event-api-key-revoked = Ein Schlüssel des Programms { $app } wurde widerrufen
event-codes-required = Wir haben Ihnen gesagt, dass Notfallcodes ab dem { $until } Pflicht sind
event-backup-restored =
    { $sheets ->
        [kept] Der Dienst wurde aus einer Kopie vom { $until } wiederhergestellt, und alle wurden abgemeldet
       *[retired] Der Dienst wurde aus einer Kopie vom { $until } wiederhergestellt. Alle wurden abgemeldet, und kein Codeblatt gilt mehr
    }
event-keys-rotated = Die Verwaltung hat die Schlüssel gewechselt
