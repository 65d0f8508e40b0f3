### German: the printed sheet of backup codes. Paper has no room to scroll: keep these short.
### The words for things stand in GLOSSARY.md.

## The head of the sheet

sheet-title = Notfallcodes
sheet-number = Blatt { $number }
sheet-page = Seite { $page } von { $pages }
sheet-for = Für „{ $label }“
sheet-for-address = Für „{ $label }“, { $address }
sheet-what = Jeder Code öffnet Ihr Postfach einmal, wenn Ihr Handy weg ist. Haken Sie ihn danach ab.
sheet-keep = Legen Sie dieses Blatt dorthin, wo Ihr Pass liegt. Fotografieren Sie es nicht.
sheet-drill = Das Wort neben einem Code gehört nicht dazu. Wir fragen in Übungen danach.
sheet-type-at = Einen Code nur hier eintippen:
sheet-staff = Niemand vom Support wird Sie je nach einem Code fragen.
sheet-page-words = Vor dem Eintippen muss die Seite diese zwei Wörter zeigen:

## The strips

sheet-strip = { $service } · „{ $label }“ · Blatt { $number } · { $portal }
sheet-drill-word = Übungswort
sheet-strip-summary = Codes eines Streifens: Nummer, Code, Übungswort.

## The foot of the sheet

sheet-replacements = Ersatzcodes
sheet-replacements-how = Für jeden benutzten Code gibt es Ersatz. Schreiben Sie den neuen mit seinem Wort hierher.
sheet-unreadable = Ein Zeichen ist unlesbar? Tippen Sie dafür ? ein. Bis zu vier Zeichen eines Codes dürfen fehlen.
sheet-lost = Blatt verloren, oder jemand hat es gesehen? Melden Sie sich an und wählen Sie „Ich habe mein Codeblatt verloren“: Seine Codes gelten dann sofort nicht mehr.
sheet-copy-at = Eine weitere Kopie liegt
sheet-head = { $line } (kein Code) steht für alles, was am Tag dieses Blattes aufgezeichnet war. Passt es auf der Seite „Was geschehen ist“ nicht mehr, hat jemand die Vergangenheit umgeschrieben.
sheet-drill-dates = Übungen am

## Large print

sheet-large = Großdruck
sheet-large-strip = { $service } · Blatt { $number } · { $portal }
sheet-large-drill = Das Übungswort unter einem Code gehört nicht dazu. Wir fragen in Übungen danach.
sheet-large-word = Übungswort:

## The wallet card

sheet-card = Karte für die Brieftasche
sheet-card-how = Einseitig und mit 100 % drucken. Am Rahmen ausschneiden. An den Strichlinien vor und zurück falten, sodass die Codes innen liegen.
sheet-card-scale = Diese Linie ist 50 mm lang. Wenn nicht, drucken Sie noch einmal mit 100 % („Originalgröße“).
sheet-card-caption = Blatt { $number } · { $portal }
sheet-card-what = Jeder Code öffnet Ihr Postfach einmal. Haken Sie ihn danach ab.
sheet-card-drill = Das Wort unter einem Code ist sein Übungswort und gehört nicht dazu.
sheet-card-used = Für jeden benutzten Code gibt es Ersatz: Schreiben Sie den neuen auf die Rückseite.
sheet-card-head = Zeile, kein Code: { $line }
sheet-card-lost = Verloren, oder jemand hat sie gesehen? Melden Sie sich an und wählen Sie „Ich habe mein Codeblatt verloren“.

## The braille file

sheet-braille-codes = Notfallcodes, Blatt { $number }
sheet-braille-delete = Prägen oder kopieren Sie diese Datei, löschen Sie sie dann, und leeren Sie den Papierkorb.
sheet-braille-how = Auf der nächsten Seite ist jeder Code eine Zeile: seine Nummer, der Code in vier Fünfergruppen und sein Übungswort. Das Übungswort gehört nicht zum Code: Wir fragen in Übungen danach. In den vier Gruppen ist eine Form ein Zeichen. Ein Buchstabe ist wie im Text, ohne Großschreibzeichen. Eine Ziffer hat kein Zahlzeichen und steht eine Reihe tiefer als im Text. Hier ist jede Ziffer, zuerst wie im Text, dann wie in einem Code:
sheet-braille-head = Die nächste Zeile ist kein Code. Sie steht für alles, was am Tag dieses Blattes aufgezeichnet war. Passt sie auf der Seite „Was geschehen ist“ nicht mehr, hat jemand die Vergangenheit umgeschrieben.
sheet-braille-never = Die Buchstaben I, L, O und U kommen in keinem Code vor.

## The document

sheet-logo = Logo von { $service }
sheet-document = Notfallcodes für { $label }, Blatt { $number }
