### German: what the people who run the service have to say. What each id is for stands in the English file of the same name.
### The words for things stand in GLOSSARY.md.

advisories-title = Neues und Warnungen
advisories-empty = Es gibt nichts Neues.
advisories-feed = So bleiben Sie ohne Anmeldung auf dem Laufenden:
advisories-feed-link = Atom-Feed
advisories-feed-title = { $service }: Neues und Warnungen
advisory-when = { $day } · { $severity }
advisory-info = Zur Information
advisory-notice = Wichtig
advisory-critical = Jetzt handeln
advisory-withdrawn = Zurückgezogen am { $day }: { $why }
advisory-over = Vorbei seit dem { $day }
advisory-corrected = Berichtigt am { $day }
advisory-title-withdrawn = Zurückgezogen: { $title }
advisory-title-corrected = Berichtigt: { $title }
advisory-banner = Vom Betreiber von { $service }:
button-read = Lesen
button-have-read = Das habe ich gelesen

## At the desk

desk-advisories = Hinweise
desk-advisories-lead = Sagen Sie den Menschen, was sie wissen müssen: eine Warnung, eine Änderung, einen Termin. Der Hinweis steht im Portal, bis sie ihn gelesen haben.
desk-advisories-empty = Es gibt noch keine.
desk-advisory-new = Hinweis schreiben
desk-advisory-correct = Berichtigen
desk-advisory-correct-lead = Wer den alten Text gelesen hat, bekommt diesen gezeigt. Ging der alte sofort per E-Mail hinaus, wird auch dieser verschickt.
desk-advisory-title = Überschrift
desk-advisory-text = Text
desk-advisory-text-hint = Markdown: **fett**, Listen und Links, die mit https:// beginnen. Kein HTML und keine Bilder.
desk-advisory-severity = Wie wichtig ist es?
desk-advisory-told-info = { advisory-info }: steht im Portal
desk-advisory-told-notice = { advisory-notice }: steht auch im monatlichen Brief
desk-advisory-told-critical = { advisory-critical }: geht auch sofort per E-Mail an jede Adresse
desk-advisory-audience = Wen betrifft es?
desk-advisory-everybody = Alle
desk-advisory-operators = Verwaltung
desk-advisory-without-second-step = Menschen ohne zweiten Schritt
desk-advisory-without-codes = Menschen ohne Notfallcodes
desk-advisory-make-public = Alle dürfen ihn lesen, auch ohne Anmeldung und im Feed
desk-advisory-from = Erster Tag
desk-advisory-last = Bis
desk-advisory-day-hint = Zum Beispiel 2026-12-01 oder 2026-12-01 14:00. Bleibt das leer, gilt: ab jetzt, oder ohne Ende.
desk-advisory-look = Ansehen, wie es aussieht
desk-advisory-look-again = Noch einmal ansehen
desk-advisory-preview = So wird es aussehen. Noch hat es niemand gesehen.
desk-advisory-publish = Veröffentlichen
desk-advisory-withdraw = Zurückziehen
desk-advisory-withdraw-lead = Der Hinweis bleibt, wo er ist, und sagt, dass er nicht mehr gilt. Wer ihn per E-Mail bekam, erfährt auch das.
desk-advisory-why = Warum?
desk-advisory-why-hint = Ein Satz für alle, die ihn lesen.
desk-advisory-why-needed = Sagen Sie in einem Satz mit höchstens 300 Zeichen, warum.
desk-advisory-public = Alle dürfen ihn lesen, auch ohne Anmeldung
desk-advisory-inside = Nur wer angemeldet ist, darf ihn lesen
desk-advisory-until = Bis zum { $day }
desk-advisory-planned = Noch nicht gezeigt
desk-advisory-current = Wird jetzt gezeigt
desk-advisory-over = Vorbei
desk-advisory-is-withdrawn = Zurückgezogen
desk-advisory-mailed =
    { $count ->
        [one] Per E-Mail an 1 Konto
       *[other] Per E-Mail an { $count } Konten
    }
desk-advisory-mailing = Weitere Mails gehen gerade hinaus
desk-advisory-with-letter =
    { $count ->
        [one] 1 Brief hat ihn genannt
       *[other] { $count } Briefe haben ihn genannt
    }
desk-advisory-read =
    { $count ->
        [0] Noch hat ihn niemand gelesen
        [one] 1 Person hat ihn gelesen
       *[other] { $count } Personen haben ihn gelesen
    }
desk-advisory-day = Das ist kein Tag. Schreiben Sie ihn so: 2026-12-01.
desk-advisory-no-title = Schreiben Sie eine Überschrift.
desk-advisory-long-title = Die Überschrift hat mehr als 120 Zeichen. Kürzen Sie sie.
desk-advisory-ends-before = Das liegt nicht nach dem ersten Tag.
desk-advisory-over-already = Dieser Tag ist schon vorbei.
desk-advisory-not-for-everybody = Ohne Anmeldung lesbar sein kann nur ein Hinweis, der alle betrifft.
desk-advisory-no-text = Schreiben Sie, was Sie zu sagen haben.
desk-advisory-long-text = Der Text ist länger als 20.000 Bytes. Kürzen Sie ihn, oder verlinken Sie eine Seite.
desk-advisory-html = In Zeile { $line } steht HTML. Schreiben Sie stattdessen Markdown.
desk-advisory-picture = In Zeile { $line } steht ein Bild. Verlinken Sie eine Seite, die es zeigt.
desk-advisory-link = In Zeile { $line } steht ein Link, der nicht mit https:// oder http:// beginnt oder einen Namen vor einem @ hat.
desk-advisory-deep = In Zeile { $line } sind Listen und Zitate zu tief ineinander verschachtelt.
