### German: passkeys. What is asked of one, and the owner's list of them. What each id is for stands in the English file of the same name.
### The words for things stand in GLOSSARY.md.

## What is said beside the button that asks a passkey

passkey-nothing-given = Von Ihrem Passkey kam keine Antwort. Versuchen Sie es noch einmal, oder wählen Sie einen anderen Weg.
passkey-nothing-made = Es wurde kein Passkey gemacht, oder dieses Gerät hat schon einen für dieses Postfach. Nichts wurde geändert.
passkey-none = Keiner Ihrer Passkeys gilt hier gerade. Wählen Sie einen anderen Weg.
passkey-too-often = Aus Ihrem Netz wurde zu oft nach Passkeys gefragt. Warten Sie eine Weile, oder wählen Sie einen anderen Weg.
passkey-over = Das hat zu lange gedauert, darum ist nichts geschehen. Versuchen Sie es noch einmal.
passkey-wrong = Dieser Passkey gilt hier nicht. Versuchen Sie es mit einem anderen, oder wählen Sie einen anderen Weg.
passkey-refused = Das hat mit diesem Passkey nicht geklappt. Versuchen Sie es noch einmal, oder tippen Sie Adresse und Passwort ein.
passkey-copied = Vielleicht hat jemand diesen Passkey kopiert: Er wurde seither anderswo benutzt. Darum öffnet er hier nichts. Melden Sie sich auf einem anderen Weg an, entfernen Sie ihn, und fügen Sie einen neuen hinzu.
passkey-needs-script = Ihr Browser führt hier keine Skripte aus, darum kann er Ihren Passkey nicht fragen. Wählen Sie einen anderen Weg.

## The owner's list

passkeys-title = Passkeys
passkeys-lead = Mit einem Passkey kommen Sie mit Ihrem Fingerabdruck, Ihrem Gesicht oder der PIN Ihres Geräts hinein. Er gilt nur auf unserer Seite, darum kann ihn Ihnen keine gefälschte Seite stehlen.
passkeys-empty = Sie haben noch keinen Passkey. Mit einem melden Sie sich mit Ihrem Fingerabdruck, Ihrem Gesicht oder der PIN Ihres Geräts an und tippen nichts. Er gilt nur auf unserer Seite, darum kann ihn Ihnen keine gefälschte Seite stehlen.
passkeys-kept-by = Aufbewahrt von { $keeper }
passkeys-made = Hinzugefügt am { $on }
passkeys-used = Zuletzt benutzt am { $at }
passkeys-unused = Noch nicht benutzt
passkeys-waits = Gilt ab dem { $from }
passkeys-shut = Seit dem Einfrieren gesperrt
passkeys-name-link = Umbenennen
passkeys-see = Meine Passkeys ansehen
passkeys-aside = Sie können dazu Ziffern von Ihrem Handy haben:

## Adding one

passkeys-add = Passkey hinzufügen
passkeys-add-lead = Ihr Gerät fragt nach Ihrem Fingerabdruck, Ihrem Gesicht oder seiner PIN. Zwei Passkeys auf zwei Geräten sind besser als einer: Ist das eine Gerät verloren, kommen Sie mit dem anderen hinein.
passkeys-name = Name des neuen Passkeys
passkeys-name-hint = Damit Sie ihn wiedererkennen, zum Beispiel „Blaues Handy“.
passkeys-name-taken = Ein anderer Passkey von Ihnen heißt schon so. Wählen Sie einen anderen Namen.
passkeys-full = Sie haben { $most } Passkeys, mehr geht nicht. Entfernen Sie einen, den Sie nicht mehr benutzen.
passkeys-refused = Dieser Passkey lässt sich nicht benutzen, oder Ihr Konto hat ihn schon. Nichts wurde geändert. Versuchen Sie es mit einem anderen Gerät noch einmal.
passkeys-needs-script = Ihr Browser führt hier keine Skripte aus, darum kann er keinen Passkey machen. Sie können stattdessen die Ziffern Ihres Handys benutzen.
passkeys-not-here = Unter der Adresse dieser Seite gehen Passkeys nicht. Der Betreiber des Dienstes kann das ändern. Benutzen Sie bis dahin die Ziffern Ihres Handys.
passkeys-done-title = Ihr Passkey ist bereit
passkeys-done-lead = Mit „{ $name }“ kommen Sie ab jetzt hinein. Wählen Sie ihn auf der Anmeldeseite, statt Ihr Passwort einzutippen.
passkeys-done-then = Geräte gehen verloren. Mit einem zweiten Passkey auf einem anderen Gerät oder mit Notfallcodes auf Papier kommen Sie auch dann hinein.
passkeys-staged-title = Ihr Passkey ist bereit und wartet
passkeys-staged = „{ $name }“ gilt ab dem { $until }, weil wir dieses Gerät noch nicht kennen.
passkeys-staged-then = Mit einem anderen Passkey oder Ihrem Handy können Sie ihn auf der Startseite sofort gelten lassen. Haben nicht Sie ihn hinzugefügt, stoppen Sie ihn dort.

## Naming and removing one

passkeys-name-title = Wie nennen Sie diesen Passkey?
passkeys-named = Der Name ist gespeichert.
passkeys-remove-title = „{ $name }“ entfernen?
passkeys-left-passkeys = { $count ->
    [one] Sie haben noch einen anderen Passkey. Mit ihm kommen Sie weiterhin hinein.
   *[other] Sie haben noch { $count } andere Passkeys. Mit ihnen kommen Sie weiterhin hinein.
}
passkeys-left-phone = Es ist Ihr letzter Passkey. Danach melden Sie sich mit Ihrem Passwort und Ihrem Handy an.
passkeys-left-codes = { $left ->
    [0] Es ist Ihr letzter Passkey, und alle Codes auf Ihrem Blatt sind verbraucht. Danach kann Sie nur noch der Support hereinlassen. Fügen Sie zuerst einen anderen Passkey hinzu, oder holen Sie sich ein neues Codeblatt.
    [one] Es ist Ihr letzter Passkey. Danach melden Sie sich mit Ihrem Passwort und dem einen Notfallcode an, der noch übrig ist, und ohne Code nicht mehr.
   *[other] Es ist Ihr letzter Passkey. Danach brauchen Sie bei jeder Anmeldung neben dem Passwort einen Notfallcode, und es sind noch { $left } da.
}
passkeys-left-nothing = Es ist Ihr letzter Passkey, und Sie haben weder Handy noch Codes eingerichtet. Danach öffnet das Passwort allein Ihr Postfach. Wer es stiehlt, ist drin.
passkeys-remove-device = Hier wird er entfernt und gilt nicht mehr. Auf Ihrem Gerät steht er vielleicht noch in einer Liste: Sie können ihn auch dort löschen.
passkeys-removed = „{ $name }“ ist entfernt und öffnet nichts mehr.

## After a freeze

passkeys-found-title = Ein Passkey ist gesperrt
passkeys-found-lead = Sie haben uns gesagt, dass Ihr Handy gestohlen wurde. Darum wurden alle Passkeys gesperrt. Hatte das Gerät sicher niemand anderes in der Hand? Dann benutzen Sie jetzt seinen Passkey, und er gilt wieder. Wenn doch, entfernen Sie ihn, und fügen Sie einen neuen hinzu.
passkeys-found-button = Meinen Passkey wieder zulassen
passkeys-found = Der Passkey gilt wieder.
passkeys-found-waits = Der Passkey gilt wieder ab dem { $until }. Sie kamen mit einem Code auf einem Gerät herein, das wir nicht kennen, darum warten wir.
passkeys-found-second = Melden Sie sich zuerst mit zwei Schritten an: mit dem Passwort und dazu einem Code oder Ihrem Handy.
