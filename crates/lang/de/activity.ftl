### German: what happened, as its owner reads it.
### The words for things stand in GLOSSARY.md.

## The list

activity-title = Was geschehen ist
activity-lead = Alles, was Ihr Passwort, Ihr Handy, Ihre Codes oder Ihre Adressen betraf, das Neueste zuerst. Etwas davon waren nicht Sie? Sagen Sie es daneben: Dann friert Ihr Konto ein, und mit dem, was gestohlen wurde, kommt niemand mehr hinein.
activity-filter = Was zu sehen ist
activity-show-all = Alles
activity-show-sign-ins = Anmeldungen
activity-show-codes = Codes
activity-show-recovery = Wege hinein und zurück
activity-show-mail = Mails
activity-none-of-these = Nichts davon. Sobald etwas geschieht, steht es hier.
activity-pages = Mehr von der Liste
activity-newest = Das Neueste
activity-older = Älteres
activity-export = Diese Liste aufheben:
activity-export-csv = als Tabelle (CSV)
activity-export-json = für Programme (JSON)
activity-used = mit { $methods }
activity-used-password = Passwort
activity-used-phone = Handy
activity-used-code = Notfallcode
activity-used-passkey = Passkey
activity-new-network = Neu: zum ersten Mal aus diesem Netz
activity-new-country = Neu: zum ersten Mal aus diesem Land
activity-me = Das war ich
activity-not-me = Das war ich nicht
activity-said-me = Am { $at } haben Sie gesagt, dass Sie das waren.
activity-said-not-me = Am { $at } haben Sie gesagt, dass Sie das nicht waren.
activity-me-noted = Notiert: Das waren Sie.
activity-me-not-here = Dass Sie es waren, lässt sich nur auf einem Gerät sagen, das schon vorher Ihres war. Dieses ist keines, oder Sie haben es schon gesagt. Nehmen Sie den Computer oder das Handy, mit dem Sie sich vorher angemeldet haben.
activity-empty = Noch nichts. Sobald sich an Ihrem Passwort, Ihrem Handy, Ihren Codes oder Ihren Adressen etwas tut, steht es hier.

## “That wasn’t me”

activity-deny-title = Das waren nicht Sie?
activity-deny-lead = Sie sagen, dass jemand anders das getan hat:
activity-deny-then = Auch der Betreiber Ihres Postfachs erfährt davon. Wenn Sie zurück sind, bitten wir Sie zuerst um ein anderes Passwort.
activity-deny-already = Das haben Sie schon gesagt, und Ihr Konto wurde damals eingefroren.
activity-denied-lead = Wer hier war, ist draußen und kommt mit dem, was gestohlen wurde, nicht wieder hinein. Nichts wurde gelöscht, und Mails kommen weiter an.
activity-denied-stopped = Was beendet wurde
activity-denied-browsers = Jeder Browser ist abgemeldet, auch dieser.
activity-denied-programs = Mailprogramme sind getrennt, und App-Passwörter sind für immer ungültig. Apps, die Sie mit diesem Konto geöffnet haben, sind abgemeldet.
activity-denied-codes = Kein Code von Ihrem Blatt und keine Ziffern von Ihrem Handy öffnen jetzt das Postfach.
activity-denied-waiting = Änderungen, die gewartet haben, geschehen nicht.
activity-denied-now = Was jetzt zu tun ist
activity-denied-look = Suchen Sie Ihr Handy und Ihr Codeblatt. Haben Sie beides?
activity-denied-open = Melden Sie sich mit Ihrem Passwort an. Wir fragen, was gestohlen wurde. Was Sie noch haben, öffnet Ihr Konto: Ihr Handy oder ein Code von Ihrem Blatt.
activity-denied-help = Melden Sie sich mit Ihrem Passwort an. Hier ist kein Handy und kein Codeblatt eingerichtet, also muss Ihnen ein Mensch helfen. Die Seite sagt, wie.
activity-denied-password = Wählen Sie ein anderes Passwort. Wer hier war, kennt dieses vielleicht, deshalb bitten wir zuerst darum.
activity-denied-rest = Sehen Sie sich Ihre externen Adressen, Ihre App-Passwörter und Ihre Mailfilter an. Dort kann ein Weg zurück versteckt sein.
activity-denied-told = Wir haben an Ihre externen Adressen und an den Betreiber Ihres Postfachs geschrieben.
activity-denied-told-you = Wir haben an Ihre externen Adressen geschrieben.

## The line on a sheet, compared

activity-record-title = Sind die Aufzeichnungen unverändert?
activity-record-lead = Unten auf jedem Codeblatt steht eine Zeile aus zwanzig Buchstaben und Ziffern. Sie steht für alles, was am Tag des Blattes hier aufgezeichnet war, für alle Postfächer. Hat seither jemand die Aufzeichnungen umgeschrieben, passt die Zeile nicht mehr.
activity-record-line = Die Zeile auf Ihrem Blatt
activity-record-line-hint = Fünf Gruppen aus vier Zeichen. Sie ist kein Code und öffnet nichts.
activity-record-button = Vergleichen
activity-record-unreadable = Das ist keine solche Zeile: Sie hat zwanzig Buchstaben und Ziffern. Geben Sie alles ein, wie es auf Ihrem Blatt steht.
activity-record-fits = Sie passt. Die Zeile steht für das, was am { $at } aufgezeichnet war.
activity-record-differs = Diese Zeile passt zu nichts, was hier aufgezeichnet war. Lesen Sie jedes Zeichen noch einmal. Stimmt sie, hat vielleicht jemand die Aufzeichnungen umgeschrieben, oder der Dienst wurde kurz nach Ihrem Blatt aus einer Kopie wiederhergestellt. Zeigen Sie das Blatt dem Betreiber Ihres Maildienstes.
activity-record-limits = Diese Seite glaubt dem Server, der sie zeigt. Der Betreiber Ihres Maildienstes kann die ganzen Aufzeichnungen prüfen, und wer sich damit auskennt, kann ihm dabei über die Schulter sehen.
activity-record-link = Die Zeile auf meinem Blatt vergleichen
