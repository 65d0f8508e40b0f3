### German: mail filters.
### The words for things stand in GLOSSARY.md.

filters-title = Mailfilter
filters-lead = Ein Filter sortiert oder beantwortet Ihre Mails oder leitet sie weiter, ganz von selbst, sobald sie ankommen. War jemand in Ihrem Postfach, suchen Sie nach einem, den Sie nicht gemacht haben.
filters-home = Was Ihre Mails sortiert oder weiterleitet
filters-empty = Sie haben keinen Filter. Alle Ihre Mails bleiben in diesem Postfach.
filters-warned = Ein laufender Filter schickt Mails fort oder wirft sie weg. Haben Sie ihn nicht gemacht, schalten Sie ihn jetzt aus.
filters-runs = Läuft
filters-runs-too = Läuft auch: Der obere benutzt ihn
filters-rests = Ausgeschaltet
filters-forward-copy = Schickt eine Kopie Ihrer Mails an { $to }
filters-forward = Leitet Ihre Mails an { $to } weiter und behält hier keine, außer eine andere Regel tut es
filters-tell = Meldet Ihre Mails an { $to }
filters-program = Gibt Ihre Mails an ein Programm auf dem Server
filters-discard = Wirft Mails weg
filters-refuse = Schickt Mails an die Absender zurück
filters-answer = Beantwortet Ihre Mails von selbst
filters-include = Benutzt auch Ihren Filter „{ $name }“
filters-include-global = Benutzt einen Filter des Maildienstes: „{ $name }“
filters-file = Legt Mails in den Ordner „{ $folder }“
filters-quiet = Schickt nichts fort
filters-more =
    { $count ->
        [one] Und noch etwas
       *[other] Und noch { $count } Dinge
    }
filters-switch-off = Ausschalten
filters-off-done = „{ $name }“ ist ausgeschaltet. Er ist nicht gelöscht: Sie finden ihn in Ihrem Mailprogramm unter den Filtern.
filters-off-already = Es lief kein Filter. Sehen Sie sich die Liste noch einmal an.
filters-unreachable = Gerade können wir Ihre Filter nicht ansehen: Die Mail-Software antwortet nicht. Nichts hat sich geändert. Versuchen Sie es in einer Minute noch einmal.
filters-try-again = Noch einmal versuchen
filters-look = Sehen Sie danach unter „Mailfilter“ nach: Wer in Ihrem Postfach war, hat vielleicht einen hinterlassen, der Ihre Mails fortschickt.
filters-nowhere-title = Mailfilter werden hier nicht gezeigt
filters-nowhere-lead = Dieser Dienst ist nicht mit der Mail-Software verbunden. Sehen Sie Ihre Filter in Ihrem Mailprogramm durch.
