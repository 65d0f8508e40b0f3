### German: where the paper is, what opens the mailbox, and the check-up. A way stands as „Ihr Passwort + Ihr Handy“.
### The words for things stand in GLOSSARY.md.

## Where the copies of the sheet lie

papers-title = Wo Ihr Codeblatt liegt
papers-lead = Notieren Sie, wo jede Kopie liegt, damit Sie sie an einem schlechten Tag finden. Schreiben Sie, wo sie liegt, und nie, was darauf steht.
papers-empty = Sie haben noch nicht notiert, wo Blatt { $sheet } liegt
papers-two = Am besten sind zwei Orte: einer zu Hause, wo der Pass liegt, und einer außer Haus, bei einem Menschen, dem Sie vertrauen. Legen Sie es nicht neben den Laptop oder in dessen Tasche: Sonst ist beides zugleich weg.
papers-here = Hier liegt Blatt { $sheet }
papers-since = Notiert am { $on }
papers-second = Ein Ort kann brennen oder unter Wasser stehen. Legen Sie eine zweite Kopie anderswohin: Ein Streifen mit zwei Codes genügt.
papers-before = Hier liegt ein altes Blatt
papers-before-lead = Die alten Codes öffnen nichts mehr. Holen Sie das alte Blatt dort weg, zerreißen Sie es, und sagen Sie uns, ob jetzt das neue dort liegt.
papers-follow = Das neue liegt dort
papers-remove = Dort liegt nichts
papers-add = Einen Ort notieren
papers-kind = Was für ein Ort ist es?
papers-choose = Wählen Sie, was für ein Ort es ist.
papers-safe = Im Tresor oder beim Pass
papers-wallet = In der Brieftasche
papers-relative = Bei einem Menschen, dem ich vertraue
papers-password-manager = In einem Passwort-Manager
papers-photo = Auf einem Foto
papers-elsewhere = Anderswo
papers-words = In Ihren eigenen Worten
papers-words-hint = Zum Beispiel: der graue Ordner, zweites Fach. Bitte keinen Code.
papers-note = Diesen Ort notieren
papers-noted = Der Ort ist notiert.
papers-gone = Die Notiz ist weg.
papers-too-long = Das ist zu lang. Nehmen Sie höchstens { $most } Zeichen.
papers-character = Ein Zeichen darin lässt sich nicht zeigen. Nehmen Sie Buchstaben, Ziffern und Leerzeichen.
papers-code = Das sieht aus wie ein Notfallcode. Schreiben Sie nur, wo das Blatt liegt, und nie, was darauf steht.
papers-missing = Sagen Sie in ein paar Worten, wo das ist.
papers-too-many = Sechs Orte sind schon notiert. Entfernen Sie zuerst einen.
papers-not-before = Sie haben sich mit einem Notfallcode angemeldet, und wir kennen dieses Gerät noch nicht. Ihre Orte können Sie ab dem { $at } ansehen.
papers-no-sheet = Sie haben noch kein Codeblatt
papers-no-sheet-lead = Sobald Sie eines gemacht haben, kommen Sie wieder und notieren Sie, wo Sie es hingelegt haben.
papers-password-manager-warning = Ein Passwort-Manager ist nur dann ein guter Ort, wenn er sich ohne dieses Postfach öffnet. Wird sein eigenes Passwort mit einer Mail an dieses Postfach zurückgesetzt, stehen Sie vor zwei verschlossenen Türen zugleich. Bewahren Sie auch eine Kopie auf Papier auf.
papers-photo-warning = Ein Foto bleibt nicht, wo es ist: Es gelangt in die Cloud, auf das nächste Handy, zu allen, die durch die Bilder blättern. Und ist das Handy weg, ist das Foto mit weg. Löschen Sie es, und behalten Sie das Papier.
papers-kept = Diese Notizen bewahren wir verschlüsselt auf. Wir zeigen sie nur Ihnen, und nur gleich nachdem Sie noch einmal gezeigt haben, dass Sie es sind.
papers-what = Notieren Sie, wo jede Kopie liegt, damit Sie sie an einem schlechten Tag finden.
papers-button = Notieren, wo es liegt

## What opens the mailbox

ways-title = Was Ihr Postfach öffnet
ways-lead = Jede Zeile allein genügt, um hineinzukommen. Was Sie auch verlieren: Eine Zeile sollte Ihnen bleiben, und kein Dieb sollte eine ganze haben.
ways-good = Eines dürfen Sie verlieren, egal was
ways-good-lead = Ist eines verloren, bleibt Ihnen ein anderer Weg. Und nichts davon öffnet Ihr Postfach allein.
ways-account = Ihr Konto
ways-mail = Ihre Mails
ways-password = Ihr Passwort
ways-phone = Ihr Handy
ways-passkey = ein Passkey
ways-code = ein Code von Ihrem Blatt
ways-code-at = ein Code von Ihrem Blatt ({ $place })
ways-code-manager = ein Code aus Ihrem Passwort-Manager
ways-operators = zwei Personen aus der Verwaltung, gemeinsam
ways-program = das Mailprogramm { $name }
ways-app = die App { $name }
ways-open = Das öffnet alles
ways-open-none = Nichts, was Sie haben, öffnet es.
ways-open-operators = Auch zwei Personen aus der Verwaltung können Sie hereinlassen, nie eine allein. Das dauert einen Tag. Alle, denen wir schreiben, erfahren davon, und Sie können es stoppen.
ways-open-no-operators = Sonst kann Sie niemand hereinlassen: Dazu braucht es zwei Personen aus der Verwaltung, und so viele gibt es hier nicht.
ways-read = Das liest Ihre Mails und öffnet sonst nichts
ways-lose = Wenn Sie etwas verlieren
ways-lost-phone = Ist Ihr Handy weg, kommen Sie noch so hinein
ways-lost-passkey = Ist der Passkey weg, kommen Sie noch so hinein
ways-lost-password = Haben Sie Ihr Passwort vergessen, kommen Sie noch so hinein
ways-lost-sheet = Ist Ihr Codeblatt weg, kommen Sie noch so hinein
ways-lost-paper = Ist das Codeblatt weg ({ $place }), kommen Sie noch so hinein
ways-lost-manager = Öffnet sich Ihr Passwort-Manager nicht, kommen Sie noch so hinein
ways-lost-bag = Ist Ihre Tasche weg, mit Handy und Brieftasche, kommen Sie noch so hinein
ways-only-operators = Mit nichts, was Sie haben. Nur zwei Personen aus der Verwaltung können Sie gemeinsam hereinlassen, und das dauert einen Tag.
ways-nothing = Gar nicht. Ihr Postfach bleibt zu.
ways-hear = Diese Adressen erfahren alles und öffnen nichts
ways-hear-none = Keine externe Adresse erfährt etwas.
ways-hear-lead = Mails an diese Adressen melden Ihnen, was geschieht, und lassen es Sie stoppen. Hinein lassen sie nie jemanden.
ways-not-before = Sie haben sich mit einem Notfallcode angemeldet, und wir kennen dieses Gerät noch nicht. Das hier können Sie ab dem { $at } ansehen.
ways-warn-password-alone = Ihr Passwort allein öffnet alles. Wer es herausfindet, ist drin. Nehmen Sie einen Passkey oder Ihr Handy dazu, dann braucht es beides.
ways-warn-alone = Eines allein öffnet alles: { $what }. Ein Code liegt dort, wo Ihr zweiter Schritt liegt. Wer das eine nimmt, hat also beides. Bewahren Sie den Code auf Papier auf, und anderswo.
ways-warn-phone = Alles hängt an Ihrem Handy. Ist es verloren oder kaputt, kommen Sie mit nichts mehr in Ihr Postfach.
ways-warn-password = Alles hängt an Ihrem Passwort. Vergessen Sie es, kommen Sie mit nichts mehr in Ihr Postfach.
ways-warn-sheet = Alles hängt an einem Blatt Papier. Ist es verloren, kommen Sie mit nichts mehr in Ihr Postfach.
ways-warn-passkey = Alles hängt an einem Passkey. Ist er verloren, kommen Sie mit nichts mehr in Ihr Postfach.
ways-warn-bag = Handy und Codeblatt gehen zusammen verloren: Ihre einzige Kopie steckt in der Brieftasche. Ist die Tasche weg, ist beides weg. Legen Sie eine Kopie anderswohin.
ways-warn-nobody-hears = Geschieht etwas mit diesem Postfach, erfährt es draußen niemand. Wer hineinkommt, könnte unsere Warnungen lesen und löschen. Fügen Sie eine Adresse hinzu, die nicht hier liegt.
ways-warn-hosted-here = Diese Adresse liegt auch hier: { $address }. Wer in das eine Postfach hineinkommt, kommt vielleicht in beide. Dann enden unsere Warnungen in denselben Händen. Fügen Sie eine Adresse anderswo hinzu.
ways-warn-manager = Ihre Codes sind in einem Passwort-Manager. Wird sein eigenes Passwort mit einer Mail an dieses Postfach zurückgesetzt, wartet das eine auf das andere. Bewahren Sie auch eine Kopie auf Papier auf.
ways-warn-photo = Ihre Codes sind auf einem Foto. Fotos werden von selbst auf andere Geräte kopiert. Löschen Sie es, und behalten Sie das Papier.

## The check-up

check-up-title = Sicherheitscheck
check-up-progress = { $done } von { $all } erledigt
check-up-home = Sicherheitscheck: { $done } von { $all } erledigt
check-up-complete = Nichts zu tun
check-up-complete-lead = Alles ist in Ordnung. Was irgendwann fällig wird, steht dann von selbst wieder hier.
check-up-later-lead = Was Sie verschoben haben, steht von selbst wieder hier.
check-up-to-do = Auch zu tun
check-up-put-off-list = Verschoben
check-up-done = In Ordnung
check-up-apart = Gerade nichts für Sie
check-up-later = In einem Monat
check-up-put-off = Das ist verschoben. Es kommt am { $until } wieder.
check-up-back = Es kommt am { $until } wieder.
check-up-see-programs = Mailprogramme ansehen
check-up-see-activity = Ansehen, was geschehen ist
check-up-see-changes = Ansehen
check-up-read = Lesen
check-up-no-sheet = Zuerst brauchen Sie ein Blatt mit Notfallcodes.

check-up-p1 = Wissen, was ein Notfallcode ist
check-up-p1-done = Sie haben ein Codeblatt gemacht und wissen, was zu tun ist, wenn Ihr Handy im Fluss liegt.
check-up-p1-now = Ein Notfallcode öffnet Ihr Postfach, wenn Ihr Handy weg ist. Sehen Sie, wie das geht, und holen Sie sich welche.
check-up-p2 = Notfallcodes haben
check-up-p2-done =
    { $count ->
        [one] Auf Ihrem Blatt ist noch ein Code übrig.
       *[other] Auf Ihrem Blatt sind noch { $count } Codes übrig.
    }
check-up-p2-waits = Ihr Codeblatt ist bestätigt. Es gilt bald.
check-up-p2-now = Sie haben keine Notfallcodes. Ohne Ihren Passkey oder Ihr Handy kämen Sie nicht hinein.
check-up-p2-prove = Ihr Codeblatt ist gemacht, gilt aber noch nicht. Tippen Sie einen Code davon ein.
check-up-p2-disabled = Ihre Codes sind nach zu vielen falschen Versuchen abgeschaltet. Holen Sie sich ein neues Codeblatt.
check-up-p2-shut = Ihr Codeblatt ist seit dem Einfrieren gesperrt. Holen Sie sich ein neues.
check-up-p3 = Wissen, wo das Codeblatt liegt
check-up-p3-now = Sie haben nicht notiert, wo es liegt. An einem schlechten Tag müssten Sie suchen.
check-up-p3-done =
    { $count ->
        [one] Sie haben einen Ort notiert. Noch besser ist ein zweiter außer Haus dazu.
       *[other] Sie haben { $count } Orte notiert.
    }
check-up-p4 = Das Codeblatt frisch halten
check-up-p4-done = Es ist nicht alt, und genug Codes sind übrig.
check-up-p4-owed = Für einen benutzten Code fehlt noch der Ersatz. Schreiben Sie ihn auf Ihr Blatt.
check-up-p4-old = Es ist mehr als ein Jahr alt. Papier verblasst und geht verloren.
check-up-p4-few =
    { $count ->
        [0] Darauf ist kein Code mehr übrig.
        [one] Darauf ist nur noch ein Code übrig.
       *[other] Darauf sind nur noch { $count } Codes übrig.
    }
check-up-p6 = Einen zweiten Schritt benutzen
check-up-p6-done = Ihr Passwort allein öffnet Ihr Postfach nicht.
check-up-p6-now = Ihr Passwort allein öffnet Ihr Postfach. Nehmen Sie einen Passkey oder Ihr Handy dazu.
check-up-p6-shut = Ihr Handy ist seit dem Einfrieren gesperrt. Richten Sie ein anderes ein.
check-up-p6-exposed = Vielleicht weiß jemand, was Ihr Handy weiß. Richten Sie es neu ein.
check-up-p7 = Eine Kopie auf Papier haben
check-up-p7-done = Ihr Codeblatt ist auf Papier. Das braucht keinen Strom und kein Netz.
check-up-p7-now = Keine Kopie, die Sie notiert haben, ist auf Papier. Bewahren Sie eine auf, für die Sie kein Gerät brauchen.
check-up-p8 = Keine digitale Kopie haben
check-up-p8-done = Sie haben keine Kopie notiert, die sich von selbst verbreitet.
check-up-p8-now = Eine der Kopien, die Sie notiert haben, lässt sich leicht unbemerkt kopieren. Schaffen Sie sie ab.
check-up-p10 = Die Codes für sich behalten
check-up-p10-done = Wir behalten keinen Code, den jemand lesen könnte, und niemand von uns fragt Sie je nach einem.
check-up-p10-exposed = Vielleicht wurde uns ein Schlüssel gestohlen. Holen Sie sich ein neues Codeblatt.
check-up-p11 = Zwei externe Adressen haben
check-up-p11-done =
    { $count ->
        [one] Eine externe Adresse erfährt, was hier geschieht.
       *[other] { $count } externe Adressen erfahren, was hier geschieht.
    }
check-up-p11-none = Geschieht etwas mit Ihrem Postfach, erfährt es draußen niemand. Fügen Sie eine Adresse hinzu.
check-up-p11-one = Nur eine externe Adresse erfährt, was geschieht. Fügen Sie eine zweite hinzu, falls die erste einmal weg ist.
check-up-p11-waits = Ihre zweite Adresse ist unterwegs.
check-up-p11-unreached = Von einer Ihrer Adressen kommen Mails zurück. Sehen Sie nach, ob sie noch stimmt.
check-up-p11-review = Sie haben Ihre Adressen schon länger nicht durchgesehen. Gehören sie noch Ihnen?
check-up-p12 = Mit den Codes üben
check-up-p12-done = Ihre letzte Übung war am { $date }.
check-up-p12-first = Sie haben einen Code eingetippt, als Sie das Blatt gemacht haben. Die nächste Übung ist am { $date }.
check-up-p12-now = Eine Übung ist fällig: zwei Wörter von Ihrem Blatt. Sie verbraucht nichts.
check-up-p12-renew = Holen Sie sich zuerst ein neues Codeblatt. Seine Übungen kommen später.
check-up-p13 = Wissen, was Ihre Mails liest
check-up-p13-done = Kein Mailprogramm hat ein Passwort, das ungenutzt herumliegt.
check-up-p13-now =
    { $count ->
        [one] Ein Mailprogramm wurde ein halbes Jahr lang nicht benutzt. Brauchen Sie es nicht, entfernen Sie es.
       *[other] { $count } Mailprogramme wurden ein halbes Jahr lang nicht benutzt. Entfernen Sie die, die Sie nicht brauchen.
    }
check-up-p13-none = Mailprogramme melden sich hier nicht an.
check-up-p14 = Im Blick haben, was geschieht
check-up-p14-done = Sie haben alles gesehen, was geschehen ist.
check-up-p14-now =
    { $count ->
        [one] Etwas ist geschehen, das Sie auf diesem Gerät noch nicht gesehen haben.
       *[other] { $count } Dinge sind geschehen, die Sie auf diesem Gerät noch nicht gesehen haben.
    }
check-up-p14-waiting =
    { $count ->
        [one] Eine Änderung wartet. Waren Sie das nicht, stoppen Sie sie.
       *[other] { $count } Änderungen warten. Waren Sie das nicht, stoppen Sie sie.
    }
check-up-p15 = Ein starkes Passwort haben
check-up-p15-done = Ihr Passwort ist lang genug und steht auf keiner Liste bekannter Passwörter.
check-up-p15-none = Sie haben noch kein Passwort.
check-up-p15-weak = Ihr Passwort stammt aus dem alten System und ist zu leicht zu erraten.
check-up-p15-doubted = Sie haben uns gesagt, dass jemand anders in Ihrem Konto war. Vielleicht ist dort Ihr Passwort bekannt. Wählen Sie ein anderes.
check-up-p15-exposed = Vielleicht wurde uns ein Schlüssel gestohlen. Dann könnte jemand Ihr Passwort erraten. Wählen Sie ein anderes.
check-up-p16 = Unsere Mails von gefälschten unterscheiden
check-up-p16-done = Sie haben Wörter gewählt, die in jeder Mail von uns stehen.
check-up-p16-now = Wählen Sie ein paar Wörter, die in jeder Mail von uns stehen. Eine Mail ohne sie ist gefälscht.
check-up-p17 = Wissen, wen Sie fragen können
check-up-p17-done = Sie können einen Menschen erreichen. Wie, steht auf jeder Seite, auf der Sie ihn brauchen könnten.
check-up-p17-none = Der Betreiber dieses Dienstes hat noch nicht angegeben, wie Sie ihn erreichen.
check-up-p18 = Auf dem Laufenden bleiben
check-up-p18-done = Sie haben gelesen, was der Betreiber dieses Dienstes zu sagen hatte.
check-up-p18-now =
    { $count ->
        [one] Ein Hinweis vom Betreiber dieses Dienstes ist ungelesen.
       *[other] { $count } Hinweise vom Betreiber dieses Dienstes sind ungelesen.
    }
check-up-s1 = Mit einem Code ins Postfach kommen
check-up-s1-done = Ein Code öffnet Ihre Mails, im Browser und im Webmail. Mailprogramme haben eigene Passwörter.
check-up-s1-none = Hier ist noch keine Mailsoftware angeschlossen.
check-up-s2 = Unsere Mails bekommen
check-up-s2-done = Was wir Ihnen zu sagen haben, geht per E-Mail hinaus.
check-up-s2-folder = Der Betreiber dieses Dienstes sammelt unsere Mails vorerst in einem Ordner.
