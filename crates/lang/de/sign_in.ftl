### German: signing in. Ordinals stand in the neuter, before „Zeichen“: „das vierte Zeichen“.
### The words for things stand in GLOSSARY.md.

## Sign in

sign-in-title = Anmelden
sign-in-forgotten = Ich habe mein Passwort vergessen
sign-in-refused = Das hat nicht geklappt. Prüfen Sie Adresse und Passwort und versuchen Sie es noch einmal.
sign-in-ended = Sie wurden abgemeldet, weil eine Weile nichts geschah. Ihr Platz ist gemerkt: Melden Sie sich an, und Sie sind wieder dort, wo Sie waren.
sign-in-wait = Das waren viele Versuche hintereinander. Versuchen Sie es in { $wait } noch einmal.
sign-in-half-ended = Das hat mehr als zehn Minuten gedauert, darum beginnen wir neu. Tippen Sie Adresse und Passwort noch einmal ein.

## Second step

second-step-passkey-title = Jetzt Ihr zweiter Schritt
second-step-passkey-lead = Ihr Gerät fragt nach Ihrem Fingerabdruck, Ihrem Gesicht oder seiner PIN.
second-step-or-phone = Oder Ihr Handy
second-step-title = Jetzt Ihr Handy
second-step-lead = Öffnen Sie die Code-App auf Ihrem Handy und tippen Sie die sechs Ziffern ein, die sie für dieses Postfach zeigt.
second-step-wrong = Das hat nicht geklappt. Warten Sie auf die nächsten sechs Ziffern und tippen Sie diese ein. Prüfen Sie, ob die Uhr Ihres Handys richtig geht.
second-step-no-phone-lead = Ist Ihr Handy verloren, kaputt oder leer?
second-step-no-phone = Ich habe mein Handy nicht
second-step-codes-shut = Ihr Codeblatt ist gesperrt, weil Sie uns gesagt haben, dass es gestohlen wurde. Darum kommen Sie nur mit Ihrem Handy hinein. Ist das auch weg, fragen Sie den Support, was zu tun ist.
second-step-no-codes = Ohne Ihr Handy können Sie sich hier nicht anmelden, denn dieses Postfach hat keine Notfallcodes. Fragen Sie den Support, was zu tun ist.

## Use a code

use-code-title = Einen Notfallcode benutzen
use-code-words = Holen Sie Ihr Codeblatt. Diese zwei Wörter stehen oben darauf:
use-code-words-hint = Stehen auf Ihrem Blatt andere Wörter? Dann halten Sie an und tippen Sie nichts ein. Vielleicht ist diese Seite gefälscht und soll Ihren Code stehlen, oder das Blatt ist ein altes.
use-code-what-happens =
    { $left ->
        [0] Er wird verbraucht. Es ist Ihr letzter.
        [one] Er wird verbraucht. Sie haben noch 1 weiteren.
       *[other] Er wird verbraucht. Sie haben noch { $left } weitere.
    }
use-code-phone-found = Ich habe mein Handy doch
use-code-unreadable = Das können wir nicht als Code lesen. Vergleichen Sie es Zeichen für Zeichen mit Ihrem Blatt. Tippen Sie ? für ein Zeichen ein, das Sie nicht lesen können.
use-code-missing = Tippen Sie einen Code von Ihrem Blatt ein.
use-code-short = Ein Code hat 20 Zeichen, und Sie haben { $have } eingetippt. Sehen Sie nach, welche fehlen.
use-code-long = Ein Code hat 20 Zeichen, und Sie haben { $have } eingetippt. Tippen Sie nur einen Code ein.
use-code-strange = Das Zeichen { $sign } kommt in keinem Code vor. Es ist das { $place } Zeichen, das Sie eingetippt haben. Können Sie es nicht lesen, tippen Sie stattdessen ? ein.
use-code-wrong = Das hat nicht geklappt. Prüfen Sie den Code und versuchen Sie es noch einmal.
use-code-spent = Dieser Code wurde schon am { $on } benutzt. Jeder Code gilt einmal. Nehmen Sie einen anderen. Und waren Sie das damals nicht, dann ändern Sie Ihr Passwort, sobald Sie drin sind.
use-code-replaced = Dieser Code ist von einem alten Blatt, das am { $on } ersetzt wurde. Suchen Sie das neuere Blatt.
use-code-stopped = Dieser Code ist von einem Blatt, das am { $on } ungültig gemacht wurde. Melden Sie sich mit Ihrem Handy an, oder fragen Sie den Support, was zu tun ist.
use-code-disabled = Ihre Notfallcodes sind abgeschaltet, weil es zu viele falsche Versuche gab. Melden Sie sich mit Ihrem Handy an, oder fragen Sie den Support.
use-code-suspended = Ihr Codeblatt ist gesperrt, weil Sie uns beim Einfrieren gesagt haben, dass es gestohlen wurde. Melden Sie sich mit Ihrem Handy an, oder fragen Sie den Support.
use-code-none = Dieses Postfach hat jetzt keine Notfallcodes. Melden Sie sich mit Ihrem Handy an, oder fragen Sie den Support, was zu tun ist.
use-code-staged = Ihr neues Codeblatt gilt ab dem { $until }, darum öffnen seine Codes noch nichts. Melden Sie sich mit Ihrem Handy an, oder warten Sie.
use-code-all-used = Alle Codes auf Ihrem Blatt sind verbraucht. Melden Sie sich mit Ihrem Handy an, oder fragen Sie den Support, was zu tun ist.

use-code-read-title = Ist das Ihr Code?
use-code-read-as = Wir lesen Ihren Code so:
use-code-read-question = Steht das so auf Ihrem Blatt?
use-code-read-yes = Ja, das ist er
use-code-read-no = Nein, ich tippe ihn noch einmal
use-code-read-late = Das hat mehr als zehn Minuten gedauert. Tippen Sie den Code noch einmal ein.
use-code-unclear-one = Das { $a } Zeichen war unklar.
use-code-unclear-two = Das { $a } und das { $b } Zeichen waren unklar.
use-code-place-1 = erste
use-code-place-2 = zweite
use-code-place-3 = dritte
use-code-place-4 = vierte
use-code-place-5 = fünfte
use-code-place-6 = sechste
use-code-place-7 = siebte
use-code-place-8 = achte
use-code-place-9 = neunte
use-code-place-10 = zehnte
use-code-place-11 = elfte
use-code-place-12 = zwölfte
use-code-place-13 = dreizehnte
use-code-place-14 = vierzehnte
use-code-place-15 = fünfzehnte
use-code-place-16 = sechzehnte
use-code-place-17 = siebzehnte
use-code-place-18 = achtzehnte
use-code-place-19 = neunzehnte
use-code-place-20 = zwanzigste

use-code-live-good = Das liest sich als Code { $slot }.
use-code-live-one = Ein Zeichen sieht falsch aus: das { $place }.
use-code-live-many = Zwei Zeichen sehen falsch aus: das { $a } und das { $b }.
use-code-live-filled = Das liest sich als Code { $slot }. Was Sie nicht lesen konnten, haben wir ergänzt.
use-code-live-missing =
    { $count ->
        [one] Noch ein Zeichen.
       *[other] Noch { $count } Zeichen.
    }
use-code-live-extra =
    { $count ->
        [one] Das ist ein Zeichen zu viel.
       *[other] Das sind { $count } Zeichen zu viel.
    }
use-code-live-bad = Das liest sich nicht als Code. Vergleichen Sie es mit Ihrem Blatt.

## You're in

signed-in-title = Sie sind drin
signed-in-used = Sie haben Code { $slot } benutzt. Er gilt nicht noch einmal. Streichen Sie ihn auf Ihrem Blatt durch.
signed-in-held = Wir kennen dieses Gerät noch nicht. Ein neues Handy, ein neues Codeblatt oder der Ersatz unten gelten ab dem { $until }, damit Sie jemand anderen noch stoppen können. Mit einem anderen zweiten Schritt von Ihnen geht es schneller.
signed-in-replacement = Schreiben Sie den Ersatz auf
signed-in-replacement-lead = Schreiben Sie Nummer, Code und Wort in die erste freie Zeile Ihres Blattes. Wir zeigen sie nur einmal.
signed-in-slot = Code Nummer
signed-in-word = Das Wort daneben: { $word }
signed-in-type-back = Tippen Sie ihn jetzt von Ihrem Blatt ab
signed-in-type-back-hint = Sehen Sie beim Tippen auf das Papier. So zeigt sich, dass es stimmt.
signed-in-type-back-wrong = Das ist nicht der neue Code. Vergleichen Sie Ihr Papier Zeichen für Zeichen mit dem Code oben.
signed-in-draw-again-lead = Ist mit dem Papier etwas schiefgegangen?
signed-in-draw-again = Einen anderen machen
signed-in-owed = Ein Ersatzcode wartet auf Sie
signed-in-owed-lead = Sie haben einen Code benutzt und bekommen einen neuen dafür. Holen Sie Ihr Blatt und einen Stift, bevor Sie weitergehen.
signed-in-draw = Den neuen Code zeigen
signed-in-no-more-slots = Auf diesem Blatt ist keine Zeile mehr frei. Holen Sie sich bald ein neues.
signed-in-phone = Und Ihr Handy?
signed-in-phone-lead = Taucht es wieder auf, ist nichts zu tun. Ist es endgültig weg, richten Sie hier das neue ein. Das alte gilt dann nicht mehr.
signed-in-phone-new = Neues Handy einrichten
signed-in-home = Zur Startseite
signed-in-replacement-done = Ihr neuer Code gilt jetzt. Legen Sie das Blatt wieder an seinen Platz.
signed-in-replacement-staged = Ihr neuer Code steht auf Ihrem Blatt und gilt ab dem { $until }. Legen Sie das Blatt wieder an seinen Platz.

## Once more, before something weighty

step-up-title = Sind Sie es noch?
step-up-lead = Das ist eine wichtige Änderung. Zeigen Sie noch einmal, dass Sie es sind.
step-up-wrong = Das hat nicht geklappt. Versuchen Sie es noch einmal.

## Ending a session

session-everywhere-title = Überall abmelden
session-everywhere-lead = Damit melden Sie sich auf allen Geräten ab, auch auf diesem. Ihr Passwort, Ihr Handy und Ihre Codes bleiben, wie sie sind. Kennt vielleicht jemand Ihr Passwort, dann ändern Sie es zuerst.
session-over-title = Sie sind abgemeldet
session-over-lead = Wer diesen Browser nach Ihnen benutzt, kommt nicht hinein.
session-over-then = Sie können dieses Fenster schließen.

## Forgotten password

forgotten-title = Sie haben Ihr Passwort vergessen
forgotten-lead = Sie brauchen einen Notfallcode und dazu einen Passkey oder Ihr Handy. Mit beidem zusammen legen Sie ein neues Passwort fest.
forgotten-nothing = Haben Sie keinen Code, oder weder Passkey noch Handy, fragen Sie den Support. Er fragt Sie nie nach einem Code.
forgotten-refused = Das hat nicht geklappt. Warten Sie auf die nächsten sechs Ziffern und tippen Sie diese ein. Hilft das nicht, prüfen Sie Adresse und Code.
forgotten-again = Adresse und Code noch einmal eintippen
forgotten-second-step-title = Jetzt Ihr zweiter Schritt
forgotten-second-step-lead = Tippen Sie die sechs Ziffern ein, die die Code-App auf Ihrem Handy für dieses Postfach zeigt. Haben Sie einen Passkey, benutzen Sie lieber den.
forgotten-password-title = Ihr neues Passwort
forgotten-done-title = Ihr neues Passwort gilt
forgotten-done-lead = Sie sind auf allen Geräten abgemeldet. Der eingetippte Notfallcode ist verbraucht.
forgotten-done-then = Melden Sie sich mit Ihrem neuen Passwort und Ihrem zweiten Schritt an.
