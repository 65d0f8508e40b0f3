### German: the operator's desk.
### The words for things stand in GLOSSARY.md.

desk-title = Verwaltung
desk-first-day = Laden Sie jetzt die erste Person ein
desk-first-day-lead = Noch sind Sie hier allein. Laden Sie zuerst einen Menschen ein, den Sie kennen, und begleiten Sie ihn bis zu seinem Codeblatt. Laden Sie danach die anderen ein.
desk-to-do = Hier ist etwas zu tun
desk-nothing-to-do = Es gibt nichts zu tun
desk-re-enrolments = Zugang neu einrichten
desk-re-enrolments-wait = { $count ->
    [one] Ein Antrag wartet auf eine zweite Person aus der Verwaltung.
   *[other] { $count } Anträge warten auf eine zweite Person aus der Verwaltung.
}
desk-deliveries = Mitteilungen
desk-deliveries-failed = { $count ->
    [one] Eine konnte nicht zugestellt werden.
   *[other] { $count } konnten nicht zugestellt werden.
}
desk-deliveries-deferred = { $count ->
    [one] Bei einer folgt später ein neuer Versuch.
   *[other] Bei { $count } folgt später ein neuer Versuch.
}
desk-frozen = Eingefrorene Konten
desk-frozen-accounts = { $count ->
    [one] Ein Konto ist eingefroren. Vielleicht wird dort Ihre Hilfe gebraucht.
   *[other] { $count } Konten sind eingefroren. Vielleicht wird dort Ihre Hilfe gebraucht.
}
desk-people = Menschen
desk-count-accounts = Konten
desk-count-accounts-state = { $enrolled } in Gebrauch, { $suspended } gesperrt
desk-count-invited = Eingeladen und noch nicht da
desk-count-no-second-step = Nur ein Passwort
desk-count-no-codes = Ohne Notfallcodes
desk-count-behind = Noch ohne die Codes, die die Regeln verlangen
desk-count-behind-state = { $count }, und für { $overdue } davon ist der Tag gekommen
desk-count-number = { $count ->
    [0] Keine
   *[other] { $count }
}
desk-service = Der Dienst
desk-more = In Zahlen
desk-more-codes = { $count ->
    [0] Noch hat niemand Notfallcodes.
    [one] Ein Konto hat Notfallcodes.
   *[other] { $count } Konten haben Notfallcodes.
}
desk-more-low = { $count ->
    [0] Nirgends werden die Codes knapp.
    [one] Ein Konto hat noch drei Codes oder weniger.
   *[other] { $count } Konten haben noch drei Codes oder weniger.
}
desk-more-old = { $count ->
    [0] Kein Codeblatt ist älter als ein Jahr.
    [one] Ein Codeblatt ist älter als ein Jahr.
   *[other] { $count } Codeblätter sind älter als ein Jahr.
}
desk-more-passkeys = { $count ->
    [0] Niemand hat einen Passkey.
    [one] Ein Konto hat einen Passkey.
   *[other] { $count } Konten haben einen Passkey.
}
desk-more-phones = { $count ->
    [0] Niemand benutzt ein Handy als zweiten Schritt.
    [one] Ein Konto benutzt ein Handy als zweiten Schritt.
   *[other] { $count } Konten benutzen ein Handy als zweiten Schritt.
}
desk-more-app-passwords = { $count ->
    [0] Es gibt keine App-Passwörter.
    [one] Es gibt ein App-Passwort.
   *[other] Es gibt { $count } App-Passwörter.
}
desk-more-mail = { $count ->
    [0] Binnen eines Tages hat sich kein Mailprogramm angemeldet.
    [one] Binnen eines Tages haben sich Mailprogramme von einem Konto angemeldet.
   *[other] Binnen eines Tages haben sich Mailprogramme von { $count } Konten angemeldet.
}
desk-more-operators = { $count ->
    [one] In der Verwaltung sind nur Sie. Zwei können jemandem helfen, der alles verloren hat. Allein geht das nicht.
   *[other] In der Verwaltung arbeiten { $count } Personen.
}
desk-counted = Gezählt am { $at }.
desk-held = Sie haben sich mit einem Code auf einem Gerät angemeldet, das wir nicht kennen. Das hier können Sie ab dem { $until }.
desk-own = Das ist Ihr eigenes Konto. Andere aus der Verwaltung müssen das für Sie tun.
desk-not-so = Das Konto ist nicht mehr in diesem Zustand. Sehen Sie es sich unten noch einmal an.

## Accounts

desk-accounts-title = Konten
desk-accounts-search = Jemanden suchen
desk-accounts-search-hint = Der Anfang einer Adresse oder eines Namens.
desk-accounts-look = Suchen
desk-filters = Zeigen
desk-filter-all = Alle
desk-filter-invited = Eingeladen
desk-filter-no-second-step = Nur ein Passwort
desk-filter-no-codes = Ohne Codes
desk-filter-behind = Codes fehlen noch
desk-filter-frozen = Eingefroren
desk-filter-suspended = Gesperrt
desk-filter-operators = Verwaltung
desk-accounts-none = Noch ist niemand da. Laden Sie die erste Person ein.
desk-accounts-none-such = So ein Konto gibt es nicht.
desk-accounts-none-like = Keine Adresse und kein Name in dieser Auswahl beginnt mit „{ $text }“. Prüfen Sie die Schreibweise, oder sehen Sie alle Konten durch. Ist die Person neu, dann laden Sie sie ein.
desk-accounts-next = Weiter
desk-accounts-start = Von vorn
desk-account-operator = Gehört zur Verwaltung.
desk-account-invited = Eingeladen. Die Einladung gilt bis zum { $until }.
desk-account-invited-over = Eingeladen, aber die Einladung ist abgelaufen. Laden Sie noch einmal ein.
desk-account-suspended = Gesperrt.
desk-account-frozen = Eingefroren seit dem { $since }.
desk-account-codes = { $left ->
    [0] Kein Code ist übrig.
    [one] Ein Notfallcode ist übrig.
   *[other] { $left } Notfallcodes sind übrig.
}
desk-account-no-codes = Ein zweiter Schritt, aber keine Notfallcodes.
desk-account-password-alone = Nur ein Passwort.
desk-account-signed-in = Letzte Anmeldung am { $at }.
desk-account-never = Noch hat sich niemand angemeldet.

## One account

desk-account-made = Hier seit dem { $at }.
desk-account-imported = Kam am { $at } aus einem anderen System.
desk-account-waits = Für dieses Postfach hat noch niemand ein Passwort. Ging die Einladung verloren, laden Sie noch einmal ein: Der frühere Link gilt dann nicht mehr.
desk-account-invite = Noch einmal einladen
desk-account-suspended-long = Dieses Konto ist gesperrt. Niemand kann sich anmelden, und Mailprogramme bleiben draußen. Es geht nichts verloren.
desk-account-frozen-long = Dieses Konto ist seit dem { $since } eingefroren. Nichts öffnet es, bis die Person sagt, was gestohlen wurde, und zeigt, was nicht. Das tut sie auf unserer Anmeldeseite.
desk-account-held = Der Zugang wurde neu eingerichtet. Vor dem { $until } öffnet nichts.
desk-account-protects = Was es schützt
desk-account-outside = { $count ->
    [0] Keine. Nur das Postfach selbst erfährt, was geschieht.
    [one] Eine Adresse, bestätigt
   *[other] { $count } Adressen, bestätigt
}
desk-account-app-passwords = App-Passwörter
desk-account-browser = Letzte Anmeldung in einem Browser
desk-account-mail = Letzte Anmeldung eines Mailprogramms
desk-account-not-yet = Noch nie
desk-account-passkeys = { $count ->
    [0] Keine
    [one] Einer
   *[other] { $count }
}
desk-account-phone = Der zweite Schritt seit dem { $since }
desk-account-codes-disabled = Nach hundert falschen Codes hintereinander abgeschaltet
desk-account-codes-lost = Als verloren gemeldet
desk-account-codes-shut = Durch das Einfrieren gesperrt
desk-account-codes-shown = Gedruckt, aber noch nicht eingeschaltet
desk-account-do = Was Sie tun können
desk-account-own = Das ist Ihr eigenes Konto. Sie kümmern sich darum auf Ihrer Startseite. Sperren oder einfrieren kann es hier nur jemand anderes aus der Verwaltung.
desk-freeze = Einfrieren
desk-freeze-lead = Wenn jemand anruft, weil ein Fremder im Postfach sein könnte. Alles Offene endet sofort. Wem das Konto gehört, der öffnet es wieder.
desk-freeze-button = Jetzt einfrieren
desk-froze = Das Konto ist eingefroren. Alles, was offen war, ist beendet. Jede Adresse des Kontos erfährt davon.
desk-suspend = Sperren
desk-suspend-lead = Wenn jemand nicht mehr dabei ist oder den Dienst missbraucht. Alles Offene endet sofort, und nur die Verwaltung hebt die Sperre auf. Nichts wird zerstört.
desk-suspend-button = Jetzt sperren
desk-suspended = Das Konto ist gesperrt. Alles, was offen war, ist beendet. Jede Adresse des Kontos erfährt davon.
desk-resume = Sperre aufheben
desk-resume-lead = Passwort, Handy und Codes gelten wieder wie zuvor. Die Person meldet sich neu an.
desk-resume-button = Aufheben
desk-resumed = Die Sperre ist aufgehoben. Die Person kann sich wieder anmelden.
desk-re-enrol-lead = Wenn jemand Handy und Codeblatt verloren hat. Sie beantragen es, und jemand anderes aus der Verwaltung bestätigt.

## Deliveries

desk-deliveries-title = Zustellungen
desk-deliveries-lead = Was mit einem Konto geschieht, melden wir der Person per E-Mail. Hier sehen Sie, ob diese Mail uns verlässt. Was darin steht, bleibt zwischen uns und ihr.
desk-deliveries-none = Es gibt keine.
desk-delivery-failed = Gescheitert
desk-delivery-bounced = Zurückgekommen
desk-delivery-deferred = Später noch einmal
desk-delivery-queued = Wartet
desk-delivery-sent = Verschickt
desk-delivery-expired = Zu spät
desk-delivery-failed-lead = Diese wurden aus einem Grund abgelehnt, der bei uns liegt, oder drei Tage lang vergeblich versucht. Beheben Sie zuerst den Grund und schicken Sie sie dann noch einmal. Die neuesten hundert stehen hier.
desk-delivery-bounced-lead = So eine Adresse gibt es nicht, oder sie nimmt keine Mails an. Das kann nur die Person selbst in Ordnung bringen. Die neuesten hundert stehen hier.
desk-delivery-deferred-lead = Der Mailserver konnte diese noch nicht annehmen. Sie werden drei Tage lang von selbst wieder versucht. Die neuesten hundert stehen hier.
desk-delivery-queued-lead = Diese gehen in Sekunden hinaus, solange der Server läuft. Die neuesten hundert stehen hier.
desk-delivery-sent-lead = Der Mailserver hat diese angenommen. Die neuesten hundert stehen hier.
desk-delivery-expired-lead = Der Link in diesen lief ab, bevor sie hinausgehen konnten. Darum wurden sie nicht verschickt. Wer einen braucht, bittet um einen neuen Link. Die neuesten hundert stehen hier.
desk-delivery-about = Über { $mailbox }
desk-delivery-written = Geschrieben am { $at }.
desk-delivery-taken = Angenommen am { $at }.
desk-delivery-delivered = Der Anbieter sagt, dass sie am { $at } ankam.
desk-delivery-why = { $count ->
    [one] Einmal versucht. Die Antwort war: { $why }.
   *[other] { $count }-mal versucht. Die letzte Antwort war: { $why }.
}
desk-delivery-next = Der nächste Versuch ist am { $at }.
desk-delivery-over = Der Link darin ist abgelaufen, darum wird sie nicht noch einmal verschickt.
desk-resend-one = Noch einmal schicken
desk-resend-all = Alle noch einmal schicken
desk-resend-done = { $count ->
    [one] Eine Mitteilung ist wieder unterwegs.
   *[other] { $count } Mitteilungen sind wieder unterwegs.
}
desk-resend-none = Nichts wurde verschickt. Sie ging inzwischen hinaus, oder ihr Link ist abgelaufen.

## Health

desk-health-title = Zustand
desk-health-well = Alles in Ordnung
desk-health-lead = Die Namen sind die aus der Konfigurationsdatei. Ändern Sie es dort und starten Sie den Server neu.
desk-health-failures = Geht nicht
desk-health-warnings = Bald zu beheben
desk-health-fine = In Ordnung
desk-health-aside = Der Befehl counterfoil doctor sagt dasselbe.

## Inviting many

desk-many-title = Viele einladen
desk-many-lead = Geben Sie uns eine Tabelle mit einer Person je Zeile: die Adresse des Postfachs, der Name der Person und eine andere Adresse von ihr, an die die Einladung geht. Sie sehen zuerst, was geschehen würde. Die erste Zeile darf die Spalten benennen:
desk-many-file = Eine Datei, aus einem Tabellenprogramm als CSV gespeichert
desk-many-lines = Oder fügen Sie die Zeilen hier ein
desk-many-look = Liste ansehen
desk-many-recent = Listen der letzten Tage
desk-many-empty = Auf dieser Liste steht niemand. Wählen Sie eine Datei oder fügen Sie Zeilen ein.
desk-many-too-long = Diese Liste ist zu lang. Teilen Sie sie: höchstens 20.000 Zeilen auf einmal.
desk-many-no-address = Die erste Zeile nennt keine Spalte „address“, und sie enthält auch keine Adresse.
desk-many-preview = Das würde geschehen
desk-many-will = Bekommen eine Einladung
desk-many-invited = Eingeladen
desk-many-there = Schon hier oder eingeladen: Es geschieht nichts
desk-many-refused = Zeilen, mit denen wir nichts anfangen können
desk-many-people = { $count ->
    [0] Niemand
    [one] Eine Person
   *[other] { $count } Personen
}
desk-many-lines-count = { $count ->
    [0] Keine
    [one] Eine Zeile
   *[other] { $count } Zeilen
}
desk-many-would = { $address }, per E-Mail an { $to }
desk-many-go = { $count ->
    [one] Eine Person einladen
   *[other] { $count } Personen einladen
}
desk-many-nobody = Auf dieser Liste ist niemand einzuladen.
desk-many-under-way = Wir laden gerade ein
desk-many-far = { $done } von { $of } Zeilen sind erledigt.
desk-many-leave = Sie können diese Seite verlassen. Es geht ohne Sie weiter.
desk-many-look-again = Nachsehen, wie weit es ist
desk-many-done = Die Liste ist erledigt
desk-many-mend = Zeilen zum Ausbessern
desk-many-mend-lead = Bessern Sie diese in Ihrer Tabelle aus und geben Sie uns die ganze Liste noch einmal: Wer schon eingeladen ist, wird nicht noch einmal eingeladen. Hier stehen höchstens hundert; der Bericht hat alle.
desk-many-line = Zeile { $line }: { $address }
desk-many-report = Bericht herunterladen

## Programs of other services that keep codes here

desk-apps-title = Programme anderer Dienste
desk-apps-lead = Sie bewahren hier über unsere API Notfallcodes für ihre eigenen Leute auf. Von Ihren Postfächern sehen sie nichts.
desk-apps-none = Noch ist kein Programm zugelassen. Lassen Sie eines zu, erstellen Sie einen Schlüssel dafür, und geben Sie ihn der Person, die es betreibt. Alles Weitere erfährt sie aus docs/api.md.
desk-apps-has = Konten: { $accounts }, gültige Schlüssel: { $keys }
desk-apps-add = Ein Programm zulassen
desk-apps-name = Wie es heißen soll
desk-apps-name-hint = Das liest die Verwaltung.
desk-apps-id = Seine Kennung
desk-apps-id-hint = Bis zu 64 Buchstaben, Ziffern, Bindestriche und Punkte, zum Beispiel shop. Sie ändert sich nie.
desk-apps-id-wrong = Nehmen Sie 1 bis 64 Buchstaben, Ziffern, Bindestriche, Unterstriche und Punkte.
desk-apps-id-taken = Diese Kennung gibt es schon. Nehmen Sie eine andere.
desk-apps-name-wrong = Nehmen Sie 1 bis 100 Zeichen.
desk-apps-add-button = Zulassen
desk-apps-step-up-lead = Zeigen Sie zuerst, dass Sie es sind. Alle in der Verwaltung erfahren davon.
desk-apps-step-up = Zeigen, dass ich es bin
desk-app-lead = Seine Kennung ist { $id }. Es ruft uns mit einem Schlüssel auf und darf mehrere haben: Erstellen Sie den nächsten, übergeben Sie ihn, und widerrufen Sie dann den alten.
desk-key-title = Schlüssel
desk-key-none = Es hat noch keinen Schlüssel, darum kann es uns nicht aufrufen.
desk-key-no-label = Ein Schlüssel ohne Namen
desk-key-made = Erstellt am { $at }.
desk-key-used = Zuletzt benutzt am { $at }.
desk-key-unused = Noch nicht benutzt.
desk-key-expires = Er endet am { $at }.
desk-key-ended = Er endete am { $at }.
desk-key-revoke = Widerrufen
desk-key-revoked = Der Schlüssel gilt nicht mehr. Wer ihn noch benutzt, wird abgewiesen. Alle in der Verwaltung erfahren davon.
desk-key-revoked-before = Dieser Schlüssel galt schon vorher nicht mehr.
desk-key-new = Schlüssel erstellen
desk-key-label = Wie er heißen soll
desk-key-label-hint = Wo er benutzt wird, damit Sie ihn wiedererkennen.
desk-key-label-wrong = Nehmen Sie höchstens 60 Zeichen.
desk-key-scopes = Was das Programm damit darf
desk-key-scopes-none = Kreuzen Sie mindestens eine Sache an, die es darf.
desk-key-days = Nach so vielen Tagen endet er
desk-key-days-hint = Von 1 bis 3.650. Bleibt das leer, gilt er, bis Sie ihn widerrufen.
desk-key-days-wrong = Nehmen Sie eine Zahl von 1 bis 3.650, oder lassen Sie das Feld leer.
desk-key-make = Den Schlüssel erstellen
desk-key-made-title = Übergeben Sie diesen Schlüssel
desk-key-made-lead = Wer ihn hat, kann uns als { $app } aufrufen. Geben Sie ihn der Person, die dieses Programm betreibt, und sonst niemandem. Schicken Sie ihn nicht per E-Mail.
desk-key-made-then = Wir zeigen ihn nur jetzt und behalten ihn nicht. Geht er verloren, widerrufen Sie ihn und erstellen Sie einen anderen. Alle in der Verwaltung erfahren davon.
desk-key-made-done = Ich habe ihn übergeben
desk-scope-accounts-read = Seine Konten lesen und sehen, wie es um deren Codes steht.
desk-scope-accounts-write = Seine Konten anlegen, sperren und löschen.
desk-scope-sets-write = Codes ausgeben und aus dem Gebrauch nehmen. Es sieht sie dabei.
desk-scope-codes-redeem = Codes verbrauchen.
desk-scope-codes-check = Codes prüfen, ohne sie zu verbrauchen, und Übungen abhalten.
desk-scope-events-read = Lesen, was mit seinen Konten geschehen ist.
desk-webhook-title = Ihm melden, was geschehen ist
desk-webhook-none = Wir melden ihm nichts; es darf selbst fragen. Mit dem Befehl counterfoil app webhook set rufen wir es an.
desk-webhook-heard = Zuletzt hat es uns am { $at } gehört.
desk-webhook-unheard = Es hat uns noch nicht gehört.
desk-webhook-problem = Der letzte Versuch ist gescheitert: { $why }. Wir versuchen es von selbst noch einmal.
desk-webhook-waiting = { $count ->
    [one] Ein Ereignis wartet darauf, gemeldet zu werden.
   *[other] { $count } Ereignisse warten darauf, gemeldet zu werden.
}
desk-webhook-failed = { $count ->
    [one] Ein Ereignis wurde drei Tage lang versucht und dann aufgegeben.
   *[other] { $count } Ereignisse wurden drei Tage lang versucht und dann aufgegeben.
}
