### German: mail programs and app passwords.
### The words for things stand in GLOSSARY.md.

## What a mail program shows. Only letters of ASCII here: the protocols of mail carry no others (RFC 5321, RFC 3501).

mail-frozen = Ihr Konto ist eingefroren. Hier heben Sie das wieder auf: { $url }
mail-sending-held = Es wurde so viel auf einmal verschickt, dass diese Nachricht wartet, bis der Betreiber des Maildienstes sie freigibt
mail-sending-closed = Dieses Konto kann gerade keine Mails verschicken. Den Grund sehen Sie, wenn Sie sich dort anmelden, wo Sie es verwalten
mail-sending-later = Gerade ist unklar, ob dieses Konto Mails verschicken darf. Versuchen Sie es in einer Minute noch einmal

## The page

mail-programs = Mailprogramme
mail-programs-lead = Ein Mailprogramm auf dem Handy oder dem Computer kann Sie nicht nach einem zweiten Schritt fragen. Darum bekommt jedes ein eigenes Passwort, ein App-Passwort. Sie müssen es sich nie merken und können es jederzeit wieder wegnehmen.
mail-programs-main-works = Sie haben noch keinen zweiten Schritt, darum kommen Ihre Mailprogramme noch mit Ihrem Hauptpasswort hinein. Sobald Sie einen einrichten, brauchen sie ein App-Passwort. Sie können es jetzt schon erstellen.
mail-programs-empty = Sie haben noch keine App-Passwörter. Erstellen Sie für jedes Programm eines. Dann können Sie eines wegnehmen, ohne die anderen zu stören.
mail-programs-list = Ihre App-Passwörter
mail-programs-made = Erstellt am { $on }
mail-programs-used = Zuletzt benutzt am { $at } von { $address }
mail-programs-used-by = Zuletzt benutzt am { $at } von { $address } mit { $program }
mail-programs-unused = Nie benutzt
mail-programs-until = Gilt bis zum { $until }
mail-programs-forever = Gilt, bis Sie es entfernen
mail-programs-expired = Gilt seit dem { $until } nicht mehr. Entfernen Sie es, und erstellen Sie ein anderes, falls Sie noch eines brauchen.
mail-programs-removed = „{ $label }“ gilt nicht mehr. Das Programm, das es benutzte, ist ausgesperrt.
mail-programs-new = Ein App-Passwort erstellen
mail-programs-label = Für welches Programm ist es?
mail-programs-label-hint = Ein Name, den Sie wiedererkennen, zum Beispiel „Thunderbird auf meinem Laptop“
mail-programs-label-empty = Tippen Sie einen Namen dafür ein.
mail-programs-label-long = Das ist zu lang. Nehmen Sie höchstens { $most } Zeichen.
mail-programs-label-character = In diesem Namen ist ein Zeichen, das sich nicht zeigen lässt. Tippen Sie ihn noch einmal ein.
mail-programs-scopes = Was darf es?
mail-programs-scopes-none = Kreuzen Sie mindestens eines an, das es darf.
mail-programs-imap = Mails lesen (IMAP)
mail-programs-pop3 = Mails abholen und vom Server nehmen (POP3)
mail-programs-smtp = Mails verschicken (SMTP)
mail-programs-sieve = Mailfilter ändern (ManageSieve)
mail-programs-lasts = Wie lange gilt es?
mail-programs-lasts-month = 30 Tage
mail-programs-lasts-quarter = 90 Tage
mail-programs-lasts-year = Ein Jahr
mail-programs-lasts-until-removed = Bis Sie es entfernen
mail-programs-lasts-long = Hier darf es höchstens { $days } Tage gelten. Wählen Sie eine kürzere Zeit.
mail-programs-full = Sie haben { $most } App-Passwörter, mehr geht nicht. Entfernen Sie eines, das Sie nicht mehr benutzen.
mail-programs-not-before = Sie haben sich mit einem Notfallcode auf einem Gerät angemeldet, das wir nicht kennen. Ein App-Passwort können Sie ab dem { $at } erstellen.
mail-programs-make = Ein App-Passwort erstellen

## The page that shows one

mail-made = Ihr App-Passwort
mail-made-lead = Tippen Sie es jetzt in Ihr Mailprogramm. Es wird nur dieses eine Mal gezeigt. Groß- oder Kleinschreibung und Bindestriche sind egal.
mail-made-dont-keep = Sie müssen es nicht aufheben. Brauchen Sie es noch einmal, erstellen Sie ein anderes.
mail-made-settings = Wonach das Programm fragt
mail-made-login = Benutzername
mail-made-imap = Server für eingehende Mails
mail-made-smtp = Server für ausgehende Mails
mail-made-tls = { $name }, Port { $port }, SSL/TLS
mail-made-starttls = { $name }, Port { $port }, STARTTLS
mail-made-ask = Fragen Sie den Betreiber Ihres Maildienstes nach den Namen der Server.
mail-made-done = Fertig

## On the home page

mail-home-none = Keine App-Passwörter
mail-home-some =
    { $count ->
        [one] 1 App-Passwort
       *[other] { $count } App-Passwörter
    }
