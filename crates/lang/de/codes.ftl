### German: backup codes in the portal.
### The words for things stand in GLOSSARY.md.

## State

codes-title = Notfallcodes
codes-none = Sie haben noch keine Notfallcodes.
codes-none-why = Jeder öffnet Ihr Postfach einmal, wenn Ihr Handy weg ist. Sie bewahren sie auf einem Blatt Papier auf. Das dauert drei Minuten.
codes-drawn = Blatt { $sheet } ist gemacht, gilt aber noch nicht. Tippen Sie innerhalb einer Stunde einen Code davon ein.
codes-print-again = Das Blatt noch einmal machen
codes-staged-title = Ihr Codeblatt ist bestätigt und wartet
codes-staged = Ihr neues Codeblatt ist bestätigt. Es gilt ab dem { $until }.
codes-staged-lead = Wir kennen dieses Gerät noch nicht, darum warten wir. Haben nicht Sie das Blatt gemacht, stoppen Sie es auf der Startseite. Waren Sie es, legen Sie das Blatt an seinen Platz. Mehr ist nicht zu tun.
codes-disabled = Ihre Codes sind abgeschaltet, weil es zu viele falsche Versuche gab. Vielleicht hat jemand geraten. Holen Sie sich ein neues Codeblatt.
codes-shut = Ihr Codeblatt ist gesperrt, weil Sie uns beim Einfrieren gesagt haben, dass es gestohlen wurde. Holen Sie sich ein neues.
codes-lost = Sie haben uns gesagt, dass Ihr Codeblatt verloren ist. Darum sind seine Codes ungültig. Holen Sie sich ein neues.
codes-active = von { $of } Codes sind übrig
codes-left =
    { $left ->
        [one] Code ist übrig
       *[other] Codes sind übrig
    }
codes-sheet = Blatt { $sheet }, in Gebrauch seit dem { $since }
codes-last-drill = Ihre letzte Übung war am { $on }.
codes-never-drilled = Mit diesem Blatt haben Sie die Übung noch nicht gemacht.
codes-owed = Sie haben einen Code benutzt. Sein Ersatz wartet auf Sie.
codes-few = Es sind nur noch wenige Codes übrig.
codes-phone-first-title = Fügen Sie zuerst einen zweiten Schritt hinzu
codes-phone-first-lead = Notfallcodes springen für Ihren Passkey oder Ihr Handy ein. Darum muss es erst eines von beiden geben.
codes-phone-first-then = Das dauert zwei Minuten. Kommen Sie dann hierher zurück.
codes-address-first-title = Geben Sie zuerst eine externe Adresse an
codes-address-first-lead = Benutzt jemand einen Ihrer Codes, melden wir es Ihnen dort. Eine Mitteilung im Postfach selbst würde nur der Dieb lesen.
codes-address-first-then = Geben Sie eine Adresse an und tippen Sie den Code ein, den wir dorthin schicken. Kommen Sie dann hierher zurück.

## Enabling

enable-title = Was ein Notfallcode ist
enable-idea = Ein Notfallcode öffnet Ihr Postfach einmal, wenn Ihr Handy verloren, kaputt oder leer ist. Sie tippen ihn nach Ihrem Passwort ein.
enable-idea-paper = Sie bekommen zehn davon auf einem Blatt Papier. Die Codes haben nur Sie. Wir behalten bloß ein Merkmal, an dem wir einen echten von einem falschen unterscheiden. Darum kann sie uns niemand stehlen.
enable-river = Ihr Handy liegt im Fluss. Was nun?
enable-river-hint = Wählen Sie, was Sie tun würden. Wenn Sie danebenliegen, geschieht nichts.
enable-river-desk = Ich rufe den Support an und lese einen Code vor.
enable-river-paper = Ich hole mein Blatt, tippe mein Passwort und dann einen Code ein.
enable-river-mailbox = Ich suche die Codes in meinem Postfach.
enable-river-not-desk = Nicht ganz. Beim Support fragt nie jemand nach einem Code. Sie tippen ihn selbst ein, nach Ihrem Passwort. Wählen Sie noch einmal.
enable-river-not-mailbox = Nicht ganz. Ohne Ihr Handy können Sie Ihr Postfach nicht öffnen, darum hilft nichts, was darin liegt. Die Codes müssen auf Papier stehen. Wählen Sie noch einmal.
enable-river-not-answered = Wählen Sie eine der drei Antworten.

enable-paper-title = Die Codes auf Papier bringen
enable-paper-lead = Bleiben Sie am Drucker. Wir machen das Blatt einmal und behalten es nicht. Geht etwas schief, machen Sie es noch einmal: Das erste Blatt zählt dann nicht.
enable-label = Wie das Blatt Ihr Postfach nennt
enable-label-default = Postfach von { $name }
enable-label-long = Das ist zu lang für das Blatt. Nehmen Sie höchstens 60 Zeichen.
enable-label-wide = Das passt nicht auf das Blatt. Nehmen Sie einen kürzeren Namen, oder lassen Sie Ihre volle Adresse weg.
enable-label-hint = Steht oben auf dem Blatt. Findet es jemand, muss er daraus nicht Ihre Adresse erfahren.
enable-full-address = Auch meine volle Adresse drucken: { $address }
enable-editions = Was möchten Sie aufbewahren?
enable-editions-none = Kreuzen Sie mindestens ein Blatt an.
enable-standard = Ein Blatt mit Streifen zum Abreißen.
enable-standard-for = Für die meisten: eine Seite, und ein Streifen für einen zweiten Ort.
enable-large = Großdruck.
enable-large-for = Für Augen, die große Buchstaben brauchen: zwei Seiten für zehn Codes.
enable-card = Eine Karte für die Brieftasche.
enable-card-for = Für Menschen, die viel unterwegs sind: gefaltet so groß wie eine Bankkarte.
enable-braille = Eine Braille-Datei.
enable-braille-for = Für Menschen, die mit den Fingern lesen: für einen Brailledrucker oder eine Braillezeile. Zusammen mit anderen Blättern kommt sie in einer ZIP-Datei.
enable-size = Papier
enable-a4 = A4
enable-letter = Letter (USA, Kanada)
enable-paper-delete = Sie bekommen eine einzige Datei, eine zweite gibt es nicht. Drucken oder prägen Sie die Datei, löschen Sie sie dann, und leeren Sie den Papierkorb. Schicken Sie sich die Datei nicht per E-Mail, und fotografieren Sie das Blatt nicht.
enable-on-paper = Ist es auf Papier?
enable-printer = Sehen Sie nach, ob jede Zeile gut zu lesen ist. Hat der Drucker das Blatt verschluckt, machen Sie es noch einmal.
enable-paper-missing = Es gibt noch kein Blatt zu bestätigen. Machen Sie zuerst eines.

enable-by-hand = Kein Drucker?
enable-by-hand-lead = Nehmen Sie Papier und Stift und schreiben Sie vier Codes mit der Hand ab. Wir zeigen sie einen nach dem anderen. Jeden tippen Sie von Ihrem Papier zurück. So fällt ein Fehler jetzt auf und nicht an einem schlechten Tag.
enable-by-hand-start = Mit der Hand schreiben
enable-write-title = Schreiben Sie Code { $slot } von { $of }
enable-write-lead = Nehmen Sie ein Blatt Papier und einen Stift. Niemand sollte Ihnen über die Schulter sehen.
enable-write-head = Schreiben Sie zuerst dies oben auf Ihr Papier
enable-write-head-sheet = Notfallcodes, Blatt { $sheet }, { $on }
enable-write-head-site = Nur auf { $site } eintippen. Der Support fragt nie nach einem Code.
enable-write-head-words = Vor dem Eintippen muss die Seite zeigen: { $first } { $second }
enable-write-under = Schreiben Sie dann Code { $slot } darunter
enable-write-line = Schreiben Sie ihn in eine Zeile: die Nummer, die vier Gruppen und das Wort. Schreiben Sie groß und deutlich.
enable-write-spelled = Wenn jemand anderes schreibt, sagen Sie es so
enable-write-type-back = Tippen Sie jetzt Code { $slot } von Ihrem Papier ab
enable-write-once = Jeder Code wird nur jetzt gezeigt. Wenn Sie weitergehen, kann ihn niemand mehr zeigen.
enable-write-differs-one = Das { $a } Zeichen ist nicht das auf dieser Seite. Ist der Fehler auf Ihrem Papier, verbessern Sie ihn gleich dort. Tippen Sie den Code dann noch einmal.
enable-write-differs-two = Das { $a } und das { $b } Zeichen sind nicht die auf dieser Seite. Sind die Fehler auf Ihrem Papier, verbessern Sie sie gleich dort. Tippen Sie den Code dann noch einmal.
enable-write-another = Das ist ein anderer Code. Schreiben Sie den von dieser Seite ab und tippen Sie ihn von Ihrem Papier ein.
enable-write-late = Dieser Code ist weg: Er wurde vor mehr als zehn Minuten gezeigt, oder ein anderes Fenster ist weitergegangen. Er zählt nicht.
enable-write-paused =
    { $written ->
        [0] Sie haben begonnen, { $of } Codes mit der Hand zu schreiben.
        [one] Einer von { $of } Codes ist geschrieben.
       *[other] { $written } von { $of } Codes sind geschrieben.
    }
enable-write-paused-why = Wir zeigen einen Code nie zweimal. Darum wird Code { $slot } neu ausgelost. Steht schon ein Code { $slot } auf Ihrem Papier, streichen Sie ihn durch.
enable-write-show = Code { $slot } zeigen
enable-write-anew = Von vorn beginnen
enable-write-going = Sie schreiben Blatt { $sheet } mit der Hand. Es gilt noch nicht.
enable-write-go-on = Weiterschreiben

enable-prove-title = Zeigen Sie, dass es geht
enable-prove-lead = Tippen Sie irgendeinen Code vom neuen Blatt ein. Er wird geprüft, nicht verbraucht. Bis dahin gilt das Blatt nicht.
enable-prove-field = Ein Code vom neuen Blatt
enable-prove-wrong = Das ist kein Code vom neuesten Blatt. Haben Sie das Blatt mehrmals gemacht, nehmen Sie das zuletzt gedruckte.
enable-prove-late = Dieses Blatt ist mehr als eine Stunde alt und wurde nie bestätigt. Darum zählt es nicht. Machen Sie es noch einmal.
enable-done-title = Ihre Notfallcodes sind eingeschaltet
enable-done-lead = Ist Ihr Handy weg, melden Sie sich mit Ihrem Passwort an und drücken Sie „Ich habe mein Handy nicht“.
enable-done-then = Legen Sie das Blatt dorthin, wo Ihr Pass liegt. Schneiden Sie, wenn Sie mögen, einen Streifen mit zwei Codes für die Brieftasche ab.

## Drill

drill-title = Die Übung
drill-what = Tippen Sie die Wörter neben zwei Codes ein. Das verbraucht nichts.
drill-lead = Holen Sie Ihr Codeblatt, wie Sie es an einem schlechten Tag tun würden. Neben jedem Code steht ein Wort. Tippen Sie zwei dieser Wörter ein, und keinen Code.
drill-word = Das Wort neben Code { $slot }
drill-wrong = Das ist nicht das Wort neben diesem Code. Sehen Sie sich die Zeile noch einmal an. Ist es das neueste Blatt?
drill-no-sheet = Ich finde mein Blatt nicht
drill-over = Das hat mehr als zehn Minuten gedauert. Hier sind zwei andere Codes.
drill-nothing-title = Für die Übung fehlt etwas
drill-nothing-lead = Für eine Übung braucht es ein Blatt mit mindestens zwei gültigen Codes.
drill-nothing-then = Auf der Seite „Notfallcodes“ sehen Sie, was Sie haben.
drill-done-title = Ihr Blatt ist da, wo Sie es brauchen
drill-done-lead = Beide Wörter stimmen. Wenn es darauf ankommt, finden Sie es wieder.
drill-done-then = Legen Sie es zurück. In ein paar Monaten fragen wir wieder.

## Check

check-title = Einen Code prüfen
check-what = Tippen Sie einen ganzen Code ein. Er wird geprüft, nicht verbraucht.
check-lead = Nutzen Sie das, wenn Sie wissen möchten, ob Ihr Blatt noch lesbar ist. Der Code gilt weiter. Wir melden Ihnen per E-Mail, dass er geprüft wurde.
check-wrong = Das ist keiner Ihrer unbenutzten Codes. Vergleichen Sie ihn und versuchen Sie es noch einmal.
check-done-title = Dieser Code gilt
check-done-lead = Er gehört zu Ihren Codes und wurde noch nicht benutzt. Er gilt weiterhin einmal.
check-done-then = Legen Sie Ihr Blatt zurück.
check-used = Dieser Code wurde am { $on } benutzt. Jeder Code gilt einmal. Streichen Sie ihn auf Ihrem Blatt durch.
check-done-later = Er gehört zu Ihren Codes und wurde noch nicht benutzt. Er gilt ab dem { $from }.
check-not-here-title = Hier lässt sich kein Code prüfen
check-not-here-then = Machen Sie die Übung: Sie zeigt, dass Ihr Blatt zur Hand ist, und braucht keinen Code.
check-needs-another-factor = Sie kamen ohne die sechs Ziffern Ihres Handys herein. Wir prüfen einen Code nur zusammen mit ihnen, damit niemand auf dieser Seite Codes durchprobieren kann.
check-needs-known-device = Einen Code können Sie nur auf einem Gerät prüfen, auf dem Sie sich seit mindestens einer Woche anmelden.
check-needs-a-sheet = Sie haben gerade kein gültiges Codeblatt.

## Renewal

renew-title = Ein neues Codeblatt holen
renew-what = Wenn nur wenige Codes übrig sind oder das Papier alt ist.
renew-page-title = Ein neues Codeblatt holen
renew-idea = Sie bekommen zehn neue Codes auf einem neuen Blatt Papier.
renew-idea-old = Ihr altes Blatt gilt, bis das neue bestätigt ist. Dann gilt auf einen Schlag keiner seiner Codes mehr.
renew-done-title = Ihr neues Codeblatt gilt
renew-done-lead = Kein Code auf dem alten Blatt gilt mehr.
renew-done-then = Zerreißen Sie das alte Blatt und seine Streifen. Legen Sie das neue an seinen Platz.

## Lost

lost-title = Ich habe mein Codeblatt verloren
lost-what = Macht sofort jeden Code darauf ungültig.
lost-page-title = Ist Ihr Codeblatt verloren?
lost-lead =
    { $left ->
        [0] Dann machen wir es jetzt gleich ungültig, bevor es überhaupt gilt. Es lässt sich nicht wieder einschalten.
        [one] Dann machen wir den einen Code, der noch übrig ist, jetzt gleich ungültig. Er lässt sich nicht wieder einschalten.
       *[other] Dann machen wir alle { $left } Codes, die noch übrig sind, jetzt gleich ungültig. Sie lassen sich nicht wieder einschalten.
    }
lost-then = Ihr Passwort und Ihr Handy gelten weiter. Sie können sich gleich ein neues Codeblatt holen.
lost-then-phone = Melden Sie sich dann mit Ihrem Handy an und holen Sie sich ein neues Codeblatt.
lost-then-help-desk = Vorsicht: Ihr Handy ist nicht eingerichtet oder abgeschaltet, darum sind diese Codes Ihr einziger Weg hinein. Sind sie ungültig, kann nur der Support Sie wieder hereinlassen.
lost-nothing-title = Es gibt kein Blatt zu stoppen
lost-nothing-lead = Keines Ihrer Codeblätter gilt jetzt. Wer eines findet, kann nichts damit anfangen.
lost-nothing-then = Auf der Seite „Notfallcodes“ sehen Sie, was Sie haben.
lost-done-title = Ihre Codes sind ungültig
lost-done-lead = Wer das Blatt findet, kann nichts damit anfangen.
lost-done-phone = Melden Sie sich jetzt mit Ihrem Handy an und holen Sie sich ein neues Codeblatt.
lost-done-help-desk = Nichts, was Sie haben, öffnet jetzt das Postfach. Fragen Sie den Support nach dem Weg zurück. Er fragt Sie nie nach einem Code.
lost-done-then = Sie haben jetzt keine Notfallcodes. Holen Sie sich ein neues Blatt, solange Sie Ihr Handy haben.
