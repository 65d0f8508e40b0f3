### German: the policy. Its settings, their values, the operator's pages. What each id is for stands in the English file of the same name.
### The words for things stand in GLOSSARY.md.

policy-title = Regeln
policy-lead = Was Sie von den Menschen hier verlangen und was Sie ihnen zugestehen. Was eine Regel strenger macht, gilt sofort, auf jedem Knoten. Was sie lockerer macht, wartet einen Tag: Alle in der Verwaltung erfahren es per E-Mail und können es hier stoppen.
policy-change = Ändern
policy-waits-title = Wartet
policy-waits = Ab dem { $at }: { $value }.
policy-waits-by = Der Wunsch kam von { $by }.
policy-waits-by-command = Der Wunsch kam von der Kommandozeile des Servers.
policy-stop = Stoppen
policy-stopped = Es wurde gestoppt. Was jetzt gilt, gilt weiter.
policy-stop-told = Alle in der Verwaltung erfahren davon. Wissen Sie nicht, warum es jemand wollte, dann sprechen Sie mit den anderen.
policy-stop-link-lead = „{ $setting }“ soll lockerer werden. Jetzt: { $was }. Dann: { $now }. Noch gilt das nicht. Ist es nicht richtig, dann stoppen Sie es.
policy-stop-link-otherwise = Ist es richtig? Schließen Sie diese Seite. Die Änderung gilt dann, wenn ihre Zeit gekommen ist.
policy-stop-none = Dort wartete nichts mehr. Sehen Sie nach, was jetzt gilt.
policy-fixed-totp = Ein Passkey, oder eine Code-App auf einem Handy
policy-fixed-totp-why = Beide gelten immer als zweiter Schritt. Ein Passkey öffnet das Postfach ohne Passwort, weil sein Gerät nach Fingerabdruck, Gesicht oder PIN fragt.
policy-fixed-blocklist = Passwörter, die Diebe zuerst probieren
policy-fixed-blocklist-why = Wir nehmen sie nicht an, ebenso wenig die Adresse und die Namen. Ihre eigene Liste solcher Wörter steht in der Konfiguration unter blocklist_file.
policy-fixed-always = Immer

## Where a value comes from

policy-from-default = Wie Counterfoil es mitbringt
policy-from-file = Aus der Konfigurationsdatei
policy-from-pinned = Aus der Konfigurationsdatei, die es festhält. Jemand aus der Verwaltung hatte etwas Lockereres eingestellt.
policy-from-operator = Eingestellt von { $by } am { $at }
policy-from-command = Eingestellt auf der Kommandozeile des Servers am { $at }
policy-pinned = In der Konfigurationsdatei festgehalten: Hier kann es nur strenger werden.

## The page of one setting

policy-now = Jetzt ist es
policy-new = Was soll es sein?
policy-yes = Ja
policy-no = Nein
policy-date-hint = Ein Tag ab heute, innerhalb von zwei Jahren, so geschrieben: 2027-03-31. Bleibt das leer, heißt es: nie.
policy-range = Mindestens { $min }, höchstens { $max }.
policy-range-ever = Mindestens { $min }, höchstens { $max }, oder 0 für keine Grenze.
policy-range-recipients = Mindestens 1 Empfänger, höchstens 1.000.000 Empfänger je Stunde.
policy-stricter = Strengeres gilt sofort. Lockereres wartet bis morgen um diese Zeit, und Sie zeigen zuerst, dass Sie es sind.
policy-sideways = Es gilt sofort, für Codeblätter, die ab dann gemacht werden. Sie zeigen zuerst, dass Sie es sind.
policy-save = Ändern
policy-unset = Nehmen, was die Konfiguration sagt: { $base }
policy-unset-default = Nehmen, was Counterfoil mitbringt: { $base }
policy-done-now = „{ $setting }“ ist geändert. Es gilt ab jetzt. Alle in der Verwaltung erfahren davon.
policy-done-later = „{ $setting }“ ändert sich am { $at }. Bis dahin gilt die strengere Regel, und alle in der Verwaltung können es hier stoppen.
policy-wrong-number = Schreiben Sie eine ganze Zahl.
policy-wrong-date = Schreiben Sie einen Tag wie 2027-03-31, oder lassen Sie das Feld leer: Das heißt nie.
policy-wrong-day = Nehmen Sie einen Tag ab heute, innerhalb von zwei Jahren.
policy-wrong-choice = Wählen Sie ja oder nein.
policy-wrong-range = Nehmen Sie eine Zahl: mindestens { $min }, höchstens { $max }.
policy-wrong-other = Das verträgt sich nicht mit „{ $other }“, so wie es jetzt ist oder sein wird, wenn die wartende Änderung gilt. Ändern Sie zuerst das.
policy-wrong-pinned = Die Konfigurationsdatei hält das fest. Hier kann es nur strenger werden.
policy-wrong-same = So ist es schon.

## Values

policy-value-yes = Ja
policy-value-no = Nein
policy-value-never = Nie
policy-value-ever = Keine Grenze
policy-value-from = Ab dem { $date }
policy-value-codes = { $count ->
    [one] 1 Code
   *[other] { $count } Codes
}
policy-value-characters = { $count ->
    [one] 1 Zeichen
   *[other] { $count } Zeichen
}
policy-value-minutes = { $count ->
    [one] 1 Minute
   *[other] { $count } Minuten
}
policy-value-hours = { $count ->
    [one] 1 Stunde
   *[other] { $count } Stunden
}
policy-value-days = { $count ->
    [one] 1 Tag
   *[other] { $count } Tage
}
policy-value-recipients = { $count ->
    [one] 1 Empfänger je Stunde
   *[other] { $count } Empfänger je Stunde
}

## The settings: what each is called, and why it is there

policy-group-codes = Notfallcodes
policy-codes-required-from = Notfallcodes sind Pflicht
policy-codes-required-from-why = Wer an diesem Tag keine Codes hat, macht sie gleich nach der Anmeldung, vor allem anderen im Portal. Mails bleiben offen. Der Tag wird allen auf ihrer Startseite und per E-Mail angekündigt.
policy-codes-grace-days = Schonfrist für Neue
policy-codes-grace-days-why = Wer kurz vor diesem Tag oder danach dazukommt, hat so lange Zeit, Codes auf Papier zu bringen.
policy-codes-per-sheet = Codes auf einem neuen Blatt
policy-codes-per-sheet-why = Bis zu 12 passen auf eine Seite. Blätter, die in Gebrauch sind, bleiben, wie sie sind.
policy-require-outside-address = Vor den Codes kommt eine externe Adresse
policy-require-outside-address-why = Wer das Postfach übernommen hat, könnte unsere Warnungen verstecken. Sie gehen auch an diese Adresse.

policy-group-factors = Was als zweiter Schritt gilt
policy-codes-as-first-second-factor = Notfallcodes als zweiter Schritt ohne Handy
policy-codes-as-first-second-factor-why = Für Menschen, die kein Handy haben. Sicherer ist nein: Sonst könnte Codes machen, wer nur das Passwort kennt.

policy-group-passwords = Neue Passwörter
policy-password-least-alone = Kürzestes Passwort ohne zweiten Schritt
policy-password-least-alone-why = Nur so ein Passwort steht dann zwischen einem Fremden und dem Postfach. Passwörter, die es schon gibt, bleiben.
policy-password-least-beside = Kürzestes Passwort neben einem zweiten Schritt
policy-password-least-beside-why = Mit einem zweiten Schritt genügt ein kürzeres. Lang ist besser als kompliziert.

policy-group-sessions = Anmeldungen
policy-session-idle = So lange bleibt angemeldet, wer nichts tut
policy-session-idle-why = Wer einen offenen Browser findet, soll kein offenes Postfach finden.
policy-session-absolute = So lange gilt eine Anmeldung höchstens
policy-session-absolute-why = Ein gestohlenes Cookie ist danach nichts mehr wert.

policy-group-holds = Nach einem Code auf einem Gerät, das wir nicht kennen
policy-hold = So lange wartet Neues
policy-hold-why = Ein neues Handy oder ein neues Codeblatt gilt erst nach dieser Zeit. So lässt es sich aus einer Mitteilung heraus noch stoppen.
policy-removal-hold = So lange wird nichts entfernt
policy-removal-hold-why = So lange kann niemand ein Handy oder eine Adresse entfernen. Nicht kürzer als die Zeit darüber.

policy-group-apps = Apps und Mailprogramme
policy-access-token = So lange fragt eine App nicht nach
policy-access-token-why = Was Sie wegnehmen, gilt bei uns sofort nicht mehr. So lange glaubt eine App vielleicht noch ihrem eigenen Schlüssel.
policy-app-idle = So lange bleibt eine unbenutzte App angemeldet
policy-app-idle-why = Eine App, die so lange niemand geöffnet hat, wird abgemeldet.
policy-app-password-longest-days = So lange gilt ein App-Passwort höchstens
policy-app-password-longest-days-why = Länger lässt sich das Passwort eines Mailprogramms nicht einstellen.

policy-group-sending = Mails, die hinausgehen
policy-sending-floor = Jedes Konto darf schreiben an
policy-sending-floor-why = So viele Empfänger je Stunde gehen ohne Nachfrage hinaus. Ab dem Dreifachen dessen, was ein Konto sonst verschickt, werden Mails zurückgehalten.
policy-sending-ceiling = Obergrenze für jedes Konto
policy-sending-ceiling-why = Was immer ein Konto sonst verschickt. Ein gestohlenes Konto darf Ihrem Ruf als Absender nicht schaden.

policy-group-addresses = Externe Adressen
policy-address-change-days = So lange wartet eine Änderung der externen Adressen
policy-address-change-days-why = Solange sie wartet, kann jede Adresse sie stoppen, die schon vorher da war, und eine entfernte erfährt noch alles.
policy-address-review-days = Danach fragen wir, ob eine Adresse noch stimmt
policy-address-review-days-why = Gehört sie noch der Person, und liest sie dort ihre Mails?

## An owner of whom codes are required

policy-codes-by = Ab dem { $day } brauchen hier alle Notfallcodes. Sie haben noch keine. Machen Sie Ihre schon vorher: Ab diesem Tag öffnet sich ohne sie nichts anderes auf diesen Seiten.
policy-codes-title = Machen Sie zuerst Ihre Notfallcodes
policy-codes-lead = Seit dem { $day } brauchen hier alle Notfallcodes: ein Blatt Papier, das das Postfach öffnet, wenn das Handy weg ist. Sie haben noch keine. Ihre Mails bleiben offen. Alles andere auf diesen Seiten öffnet sich, sobald Sie Ihre Codes haben.
policy-codes-steps = Was dazu nötig ist
policy-codes-step-second = Ein zweiter Schritt: ein Passkey oder Ihr Handy
policy-codes-step-sheet = Ein Blatt mit Notfallcodes
policy-codes-step-todo = Noch zu tun
policy-codes-step-done = Erledigt
policy-codes-help = Können Sie jetzt keine machen, fragen Sie einen Menschen.
