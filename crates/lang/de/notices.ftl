### German: what is mailed when something happened. „Jemand“ stays neutral: it may have been the owner.
### The words for things stand in GLOSSARY.md.

## The frame of every notice

notice-hello = Guten Tag { $name },
notice-when = Wann: { $moment } ({ $zone })
notice-when-here = Wann: { $moment }
notice-where = Von: { $network }
notice-device = Gerät: { $device }
notice-account = Es geht um das Konto { $account }. Sie lesen das, weil Mitteilungen darüber an diese Adresse gehen.
notice-phrase = Ihre Wörter: { $phrase }
notice-freeze = Waren Sie das nicht, frieren Sie das Konto hier ein. Dann kann sich niemand anmelden, bis Sie zeigen, wer Sie sind. Der Link gilt einmal, bis zum { $until }:
notice-freeze-too = Oder frieren Sie das ganze Konto ein, damit sich niemand anmelden kann, bis Sie zeigen, wer Sie sind. Dieser Link gilt einmal, bis zum { $until }:
notice-account-only = Es geht um das Konto { $account }.
notice-staff = Niemand von unserem Support wird Sie je nach einem Code fragen. Tut es doch jemand, sind das nicht wir.
notice-help = Wenn Sie Hilfe brauchen, wenden Sie sich an den Betreiber von { $service }.

## Things to do that several notices share

notice-sign-out = Waren Sie das nicht, melden Sie sich auf { $url } an und wählen Sie „Überall abmelden“.
notice-forgot-password = Waren Sie das nicht, gehen Sie jetzt auf { $url } und wählen Sie „Ich habe mein Passwort vergessen“.
notice-password-known = Waren Sie das nicht, kennt jemand Ihr Passwort: Melden Sie sich auf { $url } an und legen Sie ein neues fest.
notice-lost-sheet = Waren Sie das nicht, melden Sie sich auf { $url } an und wählen Sie „Ich habe mein Codeblatt verloren“: Seine Codes gelten dann sofort nicht mehr.
notice-print = Melden Sie sich auf { $url } an und drucken Sie ein neues Codeblatt.
notice-stop = Waren Sie das nicht, stoppen Sie es hier:
notice-operators-ask = Sie lesen das, weil Sie zur Verwaltung gehören. Hat es niemand von Ihnen gewollt, melden Sie sich auf { $url } an und sehen Sie in der Verwaltung nach.
notice-ask = Wissen Sie nicht, warum, dann fragen Sie jetzt einen Menschen: Wie, steht in den letzten Zeilen dieser Nachricht.

## The account

notice-account-invited-subject = Sie sind zu { $service } eingeladen
notice-account-invited-body = Das Postfach { $address } ist für Sie bereit. Sie wählen ein Passwort, dann gehört es Ihnen.
notice-account-invited-link = Öffnen Sie es hier. Der Link gilt einmal, innerhalb von sieben Tagen:

notice-account-created-subject = Ihr Konto ist eröffnet
notice-account-created-body = Die Einladung wurde angenommen und ein Passwort festgelegt. Ab jetzt erfahren Sie alles, was daran etwas ändert, wie sich das Konto öffnet.
notice-account-created-do = { notice-ask }

notice-account-suspended-subject = Ihr Konto ist gesperrt
notice-account-suspended-body = Die Verwaltung hat das Konto gesperrt. Niemand kann sich jetzt anmelden. Nichts wurde gelöscht.
notice-account-suspended-do = { notice-ask }

notice-account-unsuspended-subject = Ihr Konto ist nicht mehr gesperrt
notice-account-unsuspended-body = Die Verwaltung hat die Sperre aufgehoben. Sie können sich anmelden wie zuvor.
notice-account-unsuspended-do = { notice-ask }

notice-reenrolment-asked-subject = Für Ihr Konto wurde ein neues Passwort beantragt
notice-reenrolment-asked-body = Der Verwaltung wurde gesagt, dass alles verloren ist: das Passwort oder das Handy, und das Codeblatt. Noch hat sich nichts geändert. Eine zweite Person aus der Verwaltung muss vor dem { $until } zustimmen, und danach öffnet einen Tag lang nichts.
notice-reenrolment-asked-do = Haben Sie nicht darum gebeten, rufen Sie jetzt einen Menschen an: Wie, steht in den letzten Zeilen dieser Nachricht.

notice-reenrolment-opened-subject = Ihr Konto bekommt bald ein neues Passwort
notice-reenrolment-opened-body = Die Verwaltung hat einen Link gemacht, der ein neues Passwort und ein neues Handy einrichtet. Wer den Link hat, kann ihn 24 Stunden lang benutzen.
notice-reenrolment-opened-do = Haben Sie nicht darum gebeten, rufen Sie jetzt einen Menschen an: Wie, steht in den letzten Zeilen dieser Nachricht.

notice-account-reenrolled-subject = Ihr Konto hat ein neues Passwort und ein neues Handy
notice-account-reenrolled-body = Der Link von der Verwaltung wurde benutzt. Das alte Passwort, das alte Handy und das alte Codeblatt gelten nicht mehr. Vor dem { $until } kommt niemand hinein, damit Zeit bleibt, es zu stoppen.
notice-account-reenrolled-do = Waren Sie das nicht, rufen Sie jetzt einen Menschen an: Wie, steht in den letzten Zeilen dieser Nachricht.
notice-account-reenrolled-link = { notice-stop }

## Signing in

notice-signed-in-from-new-device-subject = Anmeldung auf einem neuen Gerät
notice-signed-in-from-new-device-body = Jemand hat sich mit dem Konto auf einem Gerät angemeldet, das wir nicht kennen.
notice-signed-in-from-new-device-do = { notice-sign-out }

notice-sign-in-refused-subject = { $count } falsche Passwörter für Ihr Konto
notice-sign-in-refused-body = Jemand hat { $count }-mal ein falsches Passwort für Ihr Konto eingetippt. So ist niemand hineingekommen. Wir melden Ihnen das höchstens einmal am Tag.
notice-sign-in-refused-do = Waren Sie das nicht, müssen Sie nichts tun. Ein zweiter Schritt hält Ihr Konto auch dann geschlossen, wenn jemand das Passwort errät: Sehen Sie auf { $url } nach.

notice-second-step-refused-subject = Richtiges Passwort, dann ein falscher zweiter Schritt
notice-second-step-refused-body = Jemand hat Ihr Passwort eingetippt und dann einen falschen zweiten Schritt. Hineingekommen ist niemand.
notice-second-step-refused-do = { notice-password-known }

notice-signed-out-elsewhere-subject = Ihre anderen Geräte sind abgemeldet
notice-signed-out-elsewhere-body = Alle Sitzungen des Kontos bis auf eine wurden beendet. Auf jedem anderen Gerät melden Sie sich neu an.
notice-signed-out-elsewhere-do = { notice-password-known }

notice-signed-out-everywhere-subject = Sie sind überall abgemeldet
notice-signed-out-everywhere-body = Alle Sitzungen des Kontos wurden beendet. Auf jedem Gerät melden Sie sich neu an.
notice-signed-out-everywhere-do = { notice-password-known }

notice-guess-limit-reached-subject = Jemand rät Ihren zweiten Schritt
notice-guess-limit-reached-body = So viele Versuche waren falsch, dass der nächste warten muss. Nach hundert falschen Versuchen hintereinander wird abgeschaltet, was geraten wurde.
notice-guess-limit-reached-do = { notice-password-known }

## The password

notice-password-set-subject = Ihr Konto hat ein Passwort
notice-password-set-body = Das erste Passwort des Kontos wurde festgelegt.
notice-password-set-do = { notice-ask }

notice-password-changed-subject = Ihr Passwort wurde geändert
notice-password-changed-body = Jemand, der das alte Passwort kannte, hat ein neues festgelegt. Das alte gilt nicht mehr.
notice-password-changed-do = { notice-forgot-password }

notice-password-reset-subject = Ihr vergessenes Passwort wurde ersetzt
notice-password-reset-body = Jemand hat mit einem Notfallcode und dem Handy oder einem Passkey ein neues Passwort festgelegt. Das alte gilt nicht mehr.
notice-password-reset-do = { notice-forgot-password }

## The phone

notice-totp-staged-subject = Ein neues Handy wartet
notice-totp-staged-body = Jemand hat ein Handy für das Konto eingerichtet, nachdem ein Notfallcode auf einem Gerät benutzt wurde, das wir nicht kennen. Darum wartet das Handy: Vor dem { $until } öffnet es nichts.
notice-totp-staged-do = { notice-sign-out }
notice-totp-staged-link = { notice-stop }

notice-totp-activated-subject = Ein Handy ist Ihr zweiter Schritt
notice-totp-activated-body = Ab jetzt öffnen sechs Ziffern von einem neu eingerichteten Handy das Konto, zusammen mit dem Passwort.
notice-totp-activated-do = Waren Sie das nicht, melden Sie sich auf { $url } an und wählen Sie „Mein Handy entfernen“.

notice-totp-removed-subject = Ihr Handy wurde entfernt
notice-totp-removed-body = Seine Ziffern öffnen das Konto nicht mehr.
notice-totp-removed-do = { notice-password-known }

notice-totp-disabled-subject = Ihr Handy ist als zweiter Schritt abgeschaltet
notice-totp-disabled-body = Es gab hundert falsche Versuche hintereinander. Die Ziffern des Handys öffnen das Konto nicht mehr. Ein Notfallcode öffnet es noch.
notice-totp-disabled-do = { notice-password-known }

## Passkeys. $label is the owner's name for it.

notice-passkey-added-subject = Ihr Konto hat einen neuen Passkey
notice-passkey-added-body = Der Passkey „{ $label }“ öffnet ab jetzt das Konto: mit dem Gerät, auf dem er ist, und dazu Fingerabdruck, Gesicht oder PIN.
notice-passkey-added-do = Waren Sie das nicht, melden Sie sich auf { $url } an, wählen Sie „Passkeys“ und entfernen Sie ihn.

notice-passkey-staged-subject = Ein neuer Passkey wartet
notice-passkey-staged-body = Jemand hat den Passkey „{ $label }“ hinzugefügt, nachdem ein Notfallcode auf einem Gerät benutzt wurde, das wir nicht kennen. Darum wartet er: Vor dem { $until } öffnet er nichts.
notice-passkey-staged-do = { notice-sign-out }
notice-passkey-staged-link = { notice-stop }

notice-passkey-removed-subject = Ein Passkey wurde entfernt
notice-passkey-removed-body = Der Passkey „{ $label }“ öffnet das Konto nicht mehr.
notice-passkey-removed-do = { notice-password-known }

notice-passkey-renamed-subject = Ein Passkey heißt jetzt anders
notice-passkey-renamed-body = Der Passkey „{ $was }“ heißt jetzt „{ $label }“. Er öffnet das Konto wie zuvor.
notice-passkey-renamed-do = Waren Sie das nicht, melden Sie sich auf { $url } an, sehen Sie Ihre Passkeys durch und entfernen Sie die, die Sie nicht kennen.

notice-passkey-copied-subject = Ein Passkey wurde vielleicht kopiert
notice-passkey-copied-body = Der Passkey „{ $label }“ wurde benutzt. Er zählt aber weniger Anmeldungen, als wir kennen. Vielleicht gibt es ihn also ein zweites Mal. Er hat nichts geöffnet.
notice-passkey-copied-do = Melden Sie sich auf { $url } an, wählen Sie „Passkeys“, entfernen Sie ihn, und fügen Sie einen neuen hinzu.

## Addresses for notices. -confirm- goes to the new address itself.

notice-outside-address-added-subject = Eine Adresse für Mitteilungen wurde hinzugefügt
notice-outside-address-added-body = Mitteilungen über das Konto sollen auch an { $address } gehen. Wir haben einen Code dorthin geschickt. Die Adresse gilt, sobald er dort eingetippt wird, wo jemand mit dem Konto angemeldet ist.
notice-outside-address-added-do = Waren Sie das nicht, melden Sie sich auf { $url } an und entfernen Sie die Adresse.

notice-outside-address-confirm-subject = Ihr Code von { $service }
notice-outside-address-confirm-body = Jemand, der bei { $service } mit einem Konto angemeldet ist, möchte dessen Sicherheitsmitteilungen auch an diese Adresse bekommen. Kennen Sie das Konto nicht, dann tun Sie nichts: Es kommen keine Mitteilungen. Fragt Sie jemand nach dem Code, dann sagen Sie ihn nicht.
notice-outside-address-confirm-link = Sind Sie das, dann tippen Sie diesen Code auf der Seite ein, auf der Sie die Adresse hinzugefügt haben. Er gilt bis zum { $until }:

notice-outside-address-verified-subject = Eine Adresse für Mitteilungen wurde bestätigt
notice-outside-address-verified-body = Ab jetzt erfährt { $address } alles, was daran etwas ändert, wie sich das Konto öffnet.
notice-outside-address-verified-do = Waren Sie das nicht, melden Sie sich auf { $url } an und entfernen Sie die Adresse.

notice-outside-address-staged-subject = Eine neue Adresse für Mitteilungen wartet
notice-outside-address-staged-body = Ab dem { $until } erfährt { $address } alles, was daran etwas ändert, wie sich das Konto öffnet, außer jemand stoppt es.
notice-outside-address-staged-do = Eine Adresse hat so eine Änderung schon einmal gestoppt, und seither wurde sie mit Ihrem Handy bestätigt. Darum lässt sie sich von hier aus nicht mehr stoppen. Waren Sie das nicht, frieren Sie das Konto ein.
notice-outside-address-staged-link = { notice-stop }

notice-outside-address-removed-subject = Eine Adresse für Mitteilungen wurde entfernt
notice-outside-address-removed-body =
    { $was ->
        [unconfirmed] { $address } wurde aus der Liste genommen. Sie wurde nie bestätigt, darum hat sie nie etwas erfahren.
       *[confirmed] { $address } gilt nicht mehr als Adresse für Mitteilungen. Bis zum { $until } erfährt sie noch alles.
    }
notice-outside-address-removed-do = Waren Sie das nicht, melden Sie sich auf { $url } an und sehen Sie Ihre Adressen durch.
notice-outside-address-removed-link = Waren Sie das nicht, holen Sie die Adresse hier zurück:

notice-outside-address-replaced-subject = Eine neue Adresse für Mitteilungen soll eine andere ersetzen
notice-outside-address-replaced-body = Ab dem { $until } erfährt { $address } alles, was daran etwas ändert, wie sich das Konto öffnet, und { $old } nichts mehr. Bis dahin erfährt { $old } alles wie zuvor.
notice-outside-address-replaced-do = Eine Adresse hat so eine Änderung schon einmal gestoppt, und seither wurde sie mit Ihrem Handy bestätigt. Darum lässt sie sich von hier aus nicht mehr stoppen. Waren Sie das nicht, frieren Sie das Konto ein.
notice-outside-address-replaced-link = { notice-stop }

notice-outside-address-unreached-subject = Wir konnten { $address } nicht erreichen
notice-outside-address-unreached-body =
    { $reach ->
        [unreachable] Drei Mitteilungen hintereinander kamen bei { $address } nicht an. Ist das Ihre einzige Adresse außerhalb dieses Postfachs, erfährt niemand von einem Einbruch.
       *[bouncing] Eine Mitteilung über Ihr Konto kam bei { $address } nicht an. Vielleicht ist das Postfach voll, oder es gibt es nicht mehr.
    }
notice-outside-address-unreached-do = Melden Sie sich auf { $url } an und sehen Sie Ihre Adressen durch: Gehört { $address } noch Ihnen?

notice-outside-address-reached-subject = Wir erreichen { $address } wieder
notice-outside-address-reached-body =
    { $how ->
        [code] Ein Code, den wir an { $address } geschickt haben, wurde dort eingetippt, wo jemand mit dem Konto angemeldet ist. Also kommen dort wieder Mitteilungen an.
       *[delivered] Eine Mitteilung über Ihr Konto kam wieder bei { $address } an.
    }
notice-outside-address-reached-do = Es gibt nichts zu tun. Gehört { $address } nicht mehr Ihnen, melden Sie sich auf { $url } an und entfernen Sie die Adresse.

notice-address-code-mailed-subject = Ihr Code von { $service }
notice-address-code-mailed-body = Mitteilungen über das Konto kamen von { $address } zurück. Jemand, der mit dem Konto angemeldet ist, sagt, dass die Adresse wieder geht, und möchte das zeigen. Sind Sie das nicht, dann tun Sie nichts, und sagen Sie niemandem den Code.
notice-address-code-mailed-link = Sind Sie das, dann tippen Sie diesen Code auf der Seite ein, auf der Sie ihn angefordert haben. Er gilt bis zum { $until }:

notice-phrase-changed-subject = Die Wörter in unseren Mails wurden geändert
notice-phrase-changed-body =
    { $what ->
        [gone] Die Wörter, an denen Sie unsere Mails erkennen, wurden entfernt. Ab jetzt kommen unsere Mails ohne Wörter.
       *[set] Die Wörter, an denen Sie unsere Mails erkennen, wurden geändert. In der nächsten Mail stehen die neuen.
    }
notice-phrase-changed-do = { notice-sign-out }

## Backup codes

notice-codes-shown-subject = Neue Notfallcodes wurden ausgelost
notice-codes-shown-body = Die Codes von Blatt { $sheet } wurden gezeigt. Sie öffnen nichts, bis einer davon zurückgetippt wird.
notice-codes-shown-do = { notice-sign-out }

notice-codes-staged-subject = Neue Notfallcodes warten
notice-codes-staged-body = Blatt { $sheet } wurde verlangt, nachdem ein Notfallcode auf einem Gerät benutzt wurde, das wir nicht kennen. Darum wartet es: Vor dem { $until } öffnet es nichts.
notice-codes-staged-do = { notice-sign-out }
notice-codes-staged-link = { notice-stop }

notice-codes-activated-subject = Ihre Notfallcodes sind eingeschaltet
notice-codes-activated-body = Jeder Code von Blatt { $sheet } öffnet Ihr Konto einmal. Legen Sie das Blatt dorthin, wo Ihr Pass liegt.
notice-codes-activated-do = { notice-lost-sheet }

notice-codes-renewed-subject = Ihre Notfallcodes wurden erneuert
notice-codes-renewed-body = Die Codes von Blatt { $sheet } gelten jetzt. Ältere Blätter gelten nicht mehr: Sie können sie zerreißen.
notice-codes-renewed-do = { notice-lost-sheet }

notice-codes-retired-subject = Ihre Notfallcodes gelten nicht mehr
notice-codes-retired-body = Ihr Codeblatt wurde aus dem Gebrauch genommen, und ein anderes gibt es nicht.
notice-codes-retired-do = { notice-print }

notice-sheet-lost-subject = Ihr Codeblatt wurde als verloren gemeldet
notice-sheet-lost-body = Die Codes von Blatt { $sheet } gelten nicht mehr, wo immer es ist.
notice-sheet-lost-do = { notice-print }

notice-codes-disabled-subject = Ihre Notfallcodes sind abgeschaltet
notice-codes-disabled-body = Hundert falsche Codes wurden hintereinander eingetippt. Die Codes von Blatt { $sheet } gelten nicht mehr.
notice-codes-disabled-do = { notice-print }

notice-backup-restored-subject = { $service } wurde aus einer Kopie wiederhergestellt
notice-backup-restored-body =
    { $sheets ->
        [kept] Etwas ging kaputt, und { $service } wurde aus einer Kopie vom { $until } wiederhergestellt. Was Sie später geändert haben, steht nicht darin: ein neues Passwort oder Handy, ein entferntes App-Passwort. Sie wurden überall abgemeldet.
       *[retired] Etwas ging kaputt, und { $service } wurde aus einer Kopie vom { $until } wiederhergestellt. Ein danach benutzter Code hätte ein zweites Mal gegolten. Darum gilt kein Codeblatt mehr, und Sie wurden überall abgemeldet. Auch was Sie sonst später geändert haben, steht nicht in der Kopie: ein neues Passwort oder Handy, ein entferntes App-Passwort.
    }
notice-backup-restored-do =
    { $sheets ->
        [kept] Melden Sie sich auf { $url } an und sehen Sie nach, ob alles so ist, wie Sie es verlassen haben.
       *[retired] Melden Sie sich auf { $url } an, drucken Sie ein neues Codeblatt, und sehen Sie nach, ob alles andere so ist, wie Sie es verlassen haben.
    }

notice-renewal-forced-subject =
    { $what ->
        [password] Bitte wählen Sie ein anderes Passwort
        [phone] Bitte richten Sie Ihr Handy neu ein
        [sheet] Bitte holen Sie sich ein neues Codeblatt
        [nothing] Einige Ihrer App-Passwörter enden bald
       *[several] Bitte erneuern Sie, was Ihr Postfach schützt
    }
notice-renewal-forced-body =
    { $what ->
        [password] Vielleicht wurde { $service } ein Schlüssel gestohlen, der Passwörter schützt. Damit und mit einer Kopie unserer Daten könnte jemand Ihr Passwort erraten.
        [phone] Vielleicht wurde { $service } ein Schlüssel gestohlen, der die Geheimnisse von Handys schützt. Damit und mit einer Kopie unserer Daten könnte jemand die sechs Ziffern kennen, die Ihr Handy zeigt.
        [sheet] Vielleicht wurde { $service } ein Schlüssel gestohlen, der Codes schützt. Damit findet niemand einen Code. Ihr Codeblatt gilt, bis Sie ein neues haben.
        [nothing] Vielleicht wurde { $service } ein Schlüssel gestohlen, der App-Passwörter schützt. Damit findet niemand eines, aber der Schlüssel muss weg.
       *[several] Vielleicht wurden { $service } Schlüssel gestohlen, die schützen, womit Sie sich anmelden. Damit und mit einer Kopie unserer Daten könnte jemand Ihr Passwort erraten oder kennen, was Ihr Handy zeigt. Einen Code findet niemand.
    }{ $apps ->
        [0] { "" }
        [one] { " " }Ein App-Passwort gilt ab dem { $until } nicht mehr: Erstellen Sie vorher ein neues.
       *[other] { " " }{ $apps } App-Passwörter gelten ab dem { $until } nicht mehr: Erstellen Sie vorher neue.
    }
notice-renewal-forced-do =
    { $what ->
        [password] Melden Sie sich auf { $url } an und wählen Sie ein anderes Passwort. Haben Sie das alte auch anderswo benutzt, ändern Sie es dort ebenfalls.
        [phone] Melden Sie sich auf { $url } an und richten Sie Ihr Handy noch einmal ein. Bis dahin gilt es.
        [sheet] Melden Sie sich auf { $url } an und holen Sie sich ein neues Codeblatt.
        [nothing] Melden Sie sich auf { $url } an und erstellen Sie neue App-Passwörter für Ihre Mailprogramme.
       *[several] Melden Sie sich auf { $url } an. Die Startseite sagt Ihnen, was zu erneuern ist, eins nach dem anderen. Bis dahin gilt alles.
    }

notice-code-redeemed-subject = Ein Notfallcode hat Ihr Konto geöffnet
notice-code-redeemed-body =
    { $left ->
        [0] Code { $code } wurde zum Anmelden benutzt. Er lässt sich nicht noch einmal benutzen. Auf Ihrem Blatt ist kein Code mehr übrig.
        [one] Code { $code } wurde zum Anmelden benutzt. Er lässt sich nicht noch einmal benutzen. Auf Ihrem Blatt ist noch 1 Code übrig.
       *[other] Code { $code } wurde zum Anmelden benutzt. Er lässt sich nicht noch einmal benutzen. Auf Ihrem Blatt sind noch { $left } Codes übrig.
    }
notice-code-redeemed-do = { notice-lost-sheet }

notice-old-code-typed-subject = Ein alter Notfallcode wurde eingetippt
notice-old-code-typed-body = Nach Ihrem Passwort hat jemand Code { $code } eingetippt. Er war schon benutzt, oder er ist von einem ersetzten Blatt. Er hat nichts geöffnet.
notice-old-code-typed-do = { notice-password-known }

notice-replacement-drawn-subject = Ein Ersatzcode wurde ausgelost
notice-replacement-drawn-body = Code { $code } wurde gezeigt. Er ersetzt einen benutzten Code und öffnet nichts, bis er zurückgetippt wird.
notice-replacement-drawn-do = { notice-lost-sheet }

notice-replacement-confirmed-subject = Ein Ersatzcode gilt
notice-replacement-confirmed-body = Code { $code } wurde zurückgetippt. Er öffnet das Konto einmal.
notice-replacement-confirmed-do = { notice-lost-sheet }

notice-code-checked-subject = Ein Notfallcode wurde geprüft
notice-code-checked-body = Code { $code } wurde eingetippt, um zu sehen, ob er gilt. Er gilt, und er wurde nicht verbraucht.
notice-code-checked-do = { notice-lost-sheet }

## Changes that wait

notice-change-scheduled-subject = Eine Änderung an Ihrem Konto wartet
notice-change-scheduled-body =
    { $change ->
        [totp] Ein neues Handy öffnet das Konto ab dem { $until }, außer jemand stoppt es.
        [passkey] Ein neuer Passkey öffnet das Konto ab dem { $until }, außer jemand stoppt ihn.
        [sheet] Neue Notfallcodes öffnen das Konto ab dem { $until }, außer jemand stoppt sie.
        [replacement] Ein Ersatzcode öffnet das Konto ab dem { $until }, außer jemand stoppt ihn.
       *[other] Ein neues Passwort und ein neues Handy öffnen das Konto ab dem { $until }, außer jemand stoppt sie.
    }
notice-change-scheduled-do = { notice-sign-out }
notice-change-scheduled-link = { notice-stop }

notice-change-applied-subject = Eine Änderung an Ihrem Konto gilt jetzt
notice-change-applied-body =
    { $change ->
        [totp] Ein neues Handy öffnet jetzt das Konto. Niemand hat es gestoppt, solange es wartete.
        [passkey] Ein neuer Passkey öffnet jetzt das Konto. Niemand hat ihn gestoppt, solange er wartete.
        [sheet] Neue Notfallcodes öffnen jetzt das Konto. Niemand hat sie gestoppt, solange sie warteten.
        [replacement] Ein Ersatzcode öffnet jetzt das Konto. Niemand hat ihn gestoppt, solange er wartete.
        [address-add] Eine neue Adresse erfährt ab jetzt alles. Niemand hat es gestoppt, solange es wartete.
        [address-remove] Eine entfernte Adresse erfährt ab jetzt nichts mehr. Niemand hat es gestoppt, solange es wartete.
        [address-replace] Eine neue Adresse erfährt ab jetzt alles, und die vorige nichts mehr. Niemand hat es gestoppt, solange es wartete.
       *[other] Ein neues Passwort und ein neues Handy öffnen jetzt das Konto. Niemand hat sie gestoppt, solange sie warteten.
    }
notice-change-applied-do = { notice-sign-out }

notice-change-stopped-subject = Eine Änderung an Ihrem Konto wurde gestoppt
notice-change-stopped-body =
    { $change ->
        [totp] Ein neues Handy wartete. Es wurde gestoppt und öffnet nichts.
        [passkey] Ein neuer Passkey wartete. Er wurde gestoppt und öffnet nichts.
        [sheet] Neue Notfallcodes warteten. Sie wurden gestoppt und öffnen nichts.
        [replacement] Ein Ersatzcode wartete. Er wurde gestoppt und öffnet nichts.
        [address-add] Eine neue Adresse für Mitteilungen wartete. Sie wurde gestoppt und erfährt nichts.
        [address-remove] Eine Adresse für Mitteilungen sollte entfernt werden. Sie wurde zurückgeholt.
        [address-replace] Eine neue Adresse für Mitteilungen sollte eine andere ersetzen. Sie wurde gestoppt und erfährt nichts, und die andere wurde zurückgeholt.
       *[other] Ein neues Passwort und ein neues Handy warteten. Sie wurden gestoppt und öffnen nichts.
    }
notice-change-stopped-do = Wissen Sie nicht, von wem der Wunsch kam, melden Sie sich auf { $url } an und legen Sie ein neues Passwort fest.

## The freeze

notice-frozen-subject = Ihr Konto ist eingefroren
notice-frozen-body = Alles, was offen war, ist geschlossen: Browser, Mailprogramme und Apps. Niemand liest jetzt Mails. Nichts wurde gelöscht.
notice-frozen-do = Um es wieder zu öffnen, melden Sie sich auf { $url } an. Wir fragen, was gestohlen wurde, und dann nach dem, was Sie noch haben.

notice-found-again-subject = Was beim Einfrieren gesperrt wurde, gilt wieder
notice-found-again-body =
    { $what ->
        [passkey] Jemand war angemeldet und hat einen gesperrten Passkey benutzt. Er öffnet das Konto wieder.
        [phone] Jemand war angemeldet und hat die Ziffern des gesperrten Handys eingetippt. Es ist wieder der zweite Schritt.
       *[other] Jemand war angemeldet und hat einen Code vom gesperrten Blatt eingetippt. Seine Codes öffnen das Konto wieder.
    }
notice-found-again-do = Waren Sie das nicht, melden Sie sich auf { $url } an und frieren Sie es wieder ein, oder rufen Sie einen Menschen an: Wie, steht in den letzten Zeilen dieser Nachricht.

notice-thawed-subject = Ihr Konto ist wieder offen
notice-thawed-body =
    { $taken ->
        [phone] Jemand mit dem Passwort und einem Notfallcode hat das Einfrieren beendet. Das Handy, das der zweite Schritt war, und alle Passkeys öffnen nichts mehr, und App-Passwörter von vorher gelten nicht.
       *[other] Jemand mit dem Passwort und dem Handy oder einem Passkey hat das Einfrieren beendet. Die Codes auf dem Blatt öffnen nichts mehr, und App-Passwörter von vorher gelten nicht.
    }
notice-thawed-do = Waren Sie das nicht, melden Sie sich auf { $url } an und frieren Sie es wieder ein, oder rufen Sie einen Menschen an: Wie, steht in den letzten Zeilen dieser Nachricht.

## Mail programs and apps

notice-app-password-made-subject = Ein neues App-Passwort
notice-app-password-made-body = Das App-Passwort „{ $label }“ wurde erstellt. Ein Mailprogramm, das es hat, kann Mails lesen.
notice-app-password-made-do = Waren Sie das nicht, melden Sie sich auf { $url } an und entfernen Sie es unter „Mailprogramme“.

notice-app-password-removed-subject = Ein App-Passwort wurde entfernt
notice-app-password-removed-body = Das App-Passwort „{ $label }“ gilt nicht mehr. Mailprogramme, die es benutzten, sind ausgesperrt.
notice-app-password-removed-do = Waren Sie das nicht, melden Sie sich auf { $url } an und wählen Sie „Überall abmelden“.

notice-main-password-tried-subject = Ein Mailprogramm probierte ein Passwort, das dort nicht gilt
notice-main-password-tried-body = Ein Programm probierte ein Passwort, das kein App-Passwort ist. Es wurde abgewiesen. Seit Ihr Konto einen zweiten Schritt hat, brauchen Mailprogramme ein App-Passwort.
notice-main-password-tried-do = War es Ihres, erstellen Sie auf { $url } unter „Mailprogramme“ ein App-Passwort. War es das nicht, ist nichts zu tun.

notice-token-reused-subject = { $app } wurde von Ihrem Postfach abgemeldet
notice-token-reused-body = Ein Schlüssel, den nur { $app } haben sollte, wurde zweimal benutzt. Vielleicht hat ihn jemand kopiert. Beide Kopien gelten jetzt nicht mehr.
notice-token-reused-do = Öffnen Sie { $app } noch einmal und melden Sie sich an. Kennen Sie { $app } nicht, melden Sie sich auf { $url } an und frieren Sie das Konto ein.

notice-sending-held-subject = Mails aus Ihrem Konto werden zurückgehalten
notice-sending-held-body = In einer Stunde hat Ihr Konto an { $count } Empfänger geschrieben. Das ist viel mehr als sonst, darum halten wir zurück, was jetzt verschickt wird.
notice-sending-held-do = Waren Sie das nicht, melden Sie sich auf { $url } an und frieren Sie das Konto ein. Waren Sie es, dann bitten Sie den Betreiber von { $service }, die Mails freizugeben.

notice-filter-switched-off-subject = Ein Mailfilter wurde ausgeschaltet
notice-filter-switched-off-body = Der Mailfilter „{ $label }“ läuft nicht mehr. Er wurde nicht gelöscht.
notice-filter-switched-off-do = Waren Sie das nicht, melden Sie sich auf { $url } an und sehen Sie unter „Mailfilter“ nach.

## Reminders: once a month at most, one thing first. $first is what is due, $left the codes on the sheet.

notice-reminded-subject =
    { $first ->
        [no-codes-left] Auf Ihrem Codeblatt ist kein Code mehr übrig
        [few-codes-left] Ihr Codeblatt ist fast verbraucht
        [old-sheet] Ihr Codeblatt ist mehr als ein Jahr alt
        [address-review] Gehören Ihre externen Adressen noch Ihnen?
        [news] Neues von { $service }: { $title }
       *[drill] Ist Ihr Codeblatt noch da, wo Sie es vermuten?
    }
notice-reminded-body =
    { $first ->
        [no-codes-left] Jeder Code auf Ihrem Blatt ist benutzt. Ist Ihr Handy heute weg, kommen Sie mit nichts mehr in Ihr Postfach.
        [few-codes-left]
            { $left ->
                [one] Auf Ihrem Blatt ist noch 1 Code übrig. Holen Sie sich ein neues, solange Zeit ist.
               *[other] Auf Ihrem Blatt sind noch { $left } Codes übrig. Holen Sie sich ein neues, solange Zeit ist.
            }
        [address-review] Wer eine davon hat, erfährt alles, was mit Ihrem Konto geschieht. Es ist eine Weile her, dass Sie gesagt haben, dass sie noch stimmen.
        [old-sheet] Papier verblasst und geht verloren. Ein neues Codeblatt dauert drei Minuten, und das alte gilt nicht mehr, sobald das neue gilt.
        [news] Der Betreiber von { $service } hat Ihnen etwas zu sagen.
       *[drill] Eine Übung dauert eine Minute: Holen Sie das Blatt und tippen Sie zwei Wörter davon ein. Kein Code wird verbraucht. Besser, es fehlt heute als an dem Tag, an dem Sie es brauchen.
    }
notice-reminded-facts =
    { $news ->
        [0] { "" }
        [one] Neues von { $service }: „{ $title }“.
       *[other] Neues von { $service }: „{ $title }“, und mehr.
    }
    So einen Brief schreiben wir höchstens einmal im Monat.
notice-reminded-do =
    { $first ->
        [drill] Melden Sie sich auf { $url } an und wählen Sie „Übung machen“.
        [address-review] Melden Sie sich auf { $url } an und sehen Sie Ihre externen Adressen durch.
        [news] Melden Sie sich auf { $url } an, um es zu lesen.
       *[other] Melden Sie sich auf { $url } an und wählen Sie „Ein neues Codeblatt holen“.
    }

## What the operator has to say at once. $state is new, corrected or withdrawn.

notice-advisory-mailed-subject =
    { $state ->
        [withdrawn] Zurückgezogen: { $title }
        [corrected] Berichtigt: { $title }
       *[new] { $title }
    }
notice-advisory-mailed-body =
    { $state ->
        [withdrawn] Wir haben Ihnen dazu schon geschrieben. Es gilt nicht mehr: { $why }
        [corrected] Der Betreiber von { $service } hat Ihnen dazu schon geschrieben. Jetzt heißt es so.
       *[new] Der Betreiber von { $service } muss Ihnen das sagen.
    }
notice-advisory-mailed-do = Es steht auch auf { $url }, sobald Sie angemeldet sind.

## Once a year

notice-digest-mailed-subject = Ein Jahr Ihres Postfachs
notice-digest-mailed-body = Das ist uns im letzten Jahr aufgefallen. Überrascht Sie eine Zahl, dann sehen Sie unter „Was geschehen ist“ nach.
notice-digest-mailed-facts =
    { $devices ->
        [0] Niemand hat sich auf einem neuen Gerät angemeldet.
        [one] Einmal hat sich jemand auf einem neuen Gerät angemeldet.
       *[other] { $devices }-mal hat sich jemand auf einem neuen Gerät angemeldet.
    }
    { $codes ->
        [0] Kein Notfallcode wurde benutzt.
        [one] 1 Notfallcode wurde benutzt.
       *[other] { $codes } Notfallcodes wurden benutzt.
    }
    { $refused ->
        [0] Niemand wurde bei der Anmeldung abgewiesen.
        [one] Einmal wurde jemand bei der Anmeldung abgewiesen.
       *[other] { $refused }-mal wurde jemand bei der Anmeldung abgewiesen.
    }
    { $changes ->
        [0] Nichts, was Ihr Postfach schützt, wurde geändert.
        [one] Einmal wurde etwas geändert, das Ihr Postfach schützt.
       *[other] { $changes }-mal wurde etwas geändert, das Ihr Postfach schützt.
    }
    { $left ->
        [0] Es gibt keinen Notfallcode auf Papier.
        [one] Auf Ihrem Blatt ist noch 1 Notfallcode übrig.
       *[other] Auf Ihrem Blatt sind noch { $left } Notfallcodes übrig.
    }
    Von { $all } Dingen, die ein Postfach schützen, haben Sie { $good }.
    { $news ->
        [0] { "" }
        [one] Neues von { $service }: „{ $title }“.
       *[other] Neues von { $service }: „{ $title }“, und mehr.
    }
notice-digest-mailed-do =
    { $next ->
        [nothing] Es gibt nichts zu tun. Was geschehen ist, steht auf { $url }.
       *[other] Melden Sie sich auf { $url } an: Dort sehen Sie, was als Nächstes zu tun ist.
    }

## The policy: to operators. $setting is its name, $was and $now are values with their unit, $by an address or empty.

notice-policy-changed-subject = Eine Regel von { $service } wurde geändert
notice-policy-changed-body = „{ $setting }“ wurde geändert. Vorher: { $was }. Jetzt: { $now }. { $by ->
    [command-line] Der Wunsch kam von der Kommandozeile des Servers.
   *[other] Der Wunsch kam von { $by }.
}
notice-policy-changed-do = Sie lesen das, weil Sie zur Verwaltung gehören. Hat es niemand von Ihnen gewollt, melden Sie sich auf { $url } an und sehen Sie in der Verwaltung unter „Regeln“ nach.

notice-policy-change-waits-subject = Eine Regel von { $service } soll lockerer werden
notice-policy-change-waits-body = „{ $setting }“ ändert sich am { $until }. Jetzt: { $was }. Dann: { $now }. { $by ->
    [command-line] Der Wunsch kam von der Kommandozeile des Servers.
   *[other] Der Wunsch kam von { $by }.
}
notice-policy-change-waits-do = Sie lesen das, weil Sie zur Verwaltung gehören. Ist es nicht richtig, melden Sie sich auf { $url } an und stoppen Sie es in der Verwaltung unter „Regeln“. Bis dahin können das alle von Ihnen.
notice-policy-change-waits-link = Sie lesen das, weil Sie zur Verwaltung gehören. Ist es nicht richtig, stoppen Sie es hier oder in der Verwaltung. Bis dahin können das alle von Ihnen:

notice-policy-change-stopped-subject = Eine Änderung der Regeln von { $service } wurde gestoppt
notice-policy-change-stopped-body = „{ $setting }“ sollte lockerer werden. Das wurde gestoppt. Es bleibt bei: { $was }.
notice-policy-change-stopped-do = Sie lesen das, weil Sie zur Verwaltung gehören. Es gibt nichts zu tun. Wissen Sie nicht, warum, dann sprechen Sie mit den anderen aus der Verwaltung.

notice-codes-required-subject = { $service } verlangt Notfallcodes
notice-codes-required-body = Ab dem { $until } haben hier alle Notfallcodes: ein Blatt Papier, das das Postfach öffnet, wenn das Handy weg ist. Sie haben noch keine. Ab dann machen Sie sie gleich nach der Anmeldung, bevor Sie etwas anderes ändern können. Ihre Mails bleiben offen.
notice-codes-required-do = Machen Sie Ihre schon vorher: Melden Sie sich auf { $url } an und wählen Sie „Notfallcodes“. Das dauert drei Minuten und braucht einen Drucker oder einen Stift.

## Programs of other services: to operators. $app is the id of one, $scopes what its key may do.

notice-api-app-added-subject = Bei { $service } wurde ein Programm zugelassen
notice-api-app-added-body = Das Programm { $app } darf hier Notfallcodes seiner eigenen Leute aufbewahren, sobald es einen Schlüssel hat. Von den Postfächern sieht es nichts.
notice-api-app-added-do = { notice-operators-ask }

notice-api-app-removed-subject = Bei { $service } wurde ein Programm ausgeschlossen
notice-api-app-removed-body = Das Programm { $app } ist weg. Seine Schlüssel gelten nicht mehr.
notice-api-app-removed-do = { notice-operators-ask }

notice-api-key-made-subject = Bei { $service } wurde ein Schlüssel erstellt
notice-api-key-made-body = Wer ihn hat, kann uns als das Programm { $app } aufrufen. Es darf: { $scopes }.
notice-api-key-made-do = { notice-operators-ask }

notice-api-key-revoked-subject = Bei { $service } wurde ein Schlüssel widerrufen
notice-api-key-revoked-body = Ein Schlüssel des Programms { $app } gilt nicht mehr. Wer ihn noch benutzt, wird abgewiesen.
notice-api-key-revoked-do = { notice-operators-ask }

notice-intruder-reported-subject = Bei { $service } wurde jemand Fremdes in einem Konto gemeldet
notice-intruder-reported-body = Wem { $address } gehört, sagt, dass jemand anders im Konto war. Es ist eingefroren: Dort ist niemand mehr angemeldet.
notice-intruder-reported-do = Sie lesen das, weil Sie zur Verwaltung gehören. Das Konto lässt sich mit dem wieder öffnen, was nicht gestohlen wurde. Sehen Sie nach, ob vom selben Ort aus noch andere Konten benutzt wurden, und halten Sie sich bereit zu helfen. Wie, steht in docs/frozen-accounts.md.
