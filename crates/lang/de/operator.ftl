### German: the operator's pages, the set-up link and an invitation.
### The words for things stand in GLOSSARY.md.

## The operator's own pages

operator-home = Für die Verwaltung
operator-invite-link = Jemanden einladen
operator-invite-title = Jemanden einladen
operator-invite-lead = Die Person wählt ein Passwort, dann gehört ihr das Postfach. Sonst erfährt das Passwort niemand. Die Einladung gilt einmal, innerhalb von sieben Tagen.
operator-invite-address = Die Adresse des Postfachs
operator-invite-address-hint = Das Postfach selbst muss es schon geben, oder Sie legen es in Ihrer Mail-Software an.
operator-invite-name = Wie wir die Person nennen
operator-invite-to = Einladung schicken an
operator-invite-to-hint = Eine andere Adresse der Person, denn das Postfach kann sie noch nicht öffnen. Bleibt das leer, bekommen Sie einen Link, den Sie selbst übergeben.
operator-invite-language = Die Sprache der Einladung
operator-invite-exists = Diese Adresse hat schon ein Konto.
operator-invite-to-itself = Das ist das Postfach selbst, und das kann noch niemand öffnen. Nehmen Sie eine andere Adresse, oder lassen Sie das Feld leer.
operator-invite-sent = Die Einladung für { $address } ist unterwegs an { $to }.
operator-invite-made-title = Übergeben Sie diesen Link
operator-invite-made = Wer ihn zuerst öffnet, wählt das Passwort von { $address }. Drucken Sie ihn, oder schreiben Sie ihn auf, und geben Sie ihn der Person in die Hand.
operator-invite-made-then = Wir zeigen ihn nur jetzt und behalten ihn nicht. Geht er verloren, laden Sie dieselbe Adresse noch einmal ein: Dieser Link gilt dann nicht mehr.
operator-invite-another = Noch jemanden einladen

operator-re-enrol-link = Zugang neu einrichten
operator-re-enrol-title = Einen Zugang neu einrichten
operator-re-enrol-lead = Wenn jemand Handy und Codeblatt verloren hat. Eine Person aus der Verwaltung beantragt es, eine andere bestätigt und übergibt den Link. Damit werden ein neues Passwort und ein neues Handy eingerichtet, die das Postfach einen Tag später öffnen. Jede Adresse des Kontos erfährt davon.
operator-re-enrol-waiting = Wartet auf eine zweite Person
operator-re-enrol-asked-by = Beantragt von { $operator }. Kann bis zum { $until } bestätigt werden.
operator-re-enrol-confirm = Bestätigen
operator-re-enrol-withdraw = Zurücknehmen
operator-re-enrol-ask = Einen weiteren beantragen
operator-re-enrol-address = Die Adresse des Postfachs
operator-re-enrol-reason = Warum, und wie Sie sicher sind, wer es ist
operator-re-enrol-reason-hint = Die zweite Person liest das. Höchstens 300 Zeichen.
operator-re-enrol-button = Eine zweite Person fragen
operator-re-enrol-asked = Sie haben es für { $address } beantragt. Bestätigt es innerhalb von 24 Stunden niemand anderes, verfällt es.
operator-re-enrol-unknown = Unter dieser Adresse hat niemand ein Konto eröffnet.
operator-re-enrol-own = Das ist Ihr eigenes Konto. Andere aus der Verwaltung müssen das für Sie tun.
operator-re-enrol-waits = Für dieses Konto wartet schon ein Antrag.
operator-re-enrol-no-reason = Sagen Sie in höchstens 300 Zeichen, warum.
operator-re-enrol-held = Sie haben sich mit einem Code auf einem Gerät angemeldet, das wir nicht kennen. Das hier können Sie ab dem { $until }.
operator-re-enrol-nothing = Dieser Antrag wartet nicht mehr, oder Sie dürfen ihn nicht bestätigen. Wer ihn gestellt hat, kann nicht bestätigen, und niemand bestätigt für das eigene Konto.
operator-re-enrol-withdrawn = Der Antrag ist zurückgenommen. Nichts wurde geöffnet.
operator-re-enrol-made-title = Übergeben Sie diesen Link
operator-re-enrol-made = Wer ihn zuerst öffnet, bestimmt das neue Passwort und das neue Handy von { $address }. Vergewissern Sie sich noch einmal, wer die Person ist. Drucken Sie den Link, oder schreiben Sie ihn auf, und geben Sie ihn der Person in die Hand. Schicken Sie ihn nicht an das Postfach.
operator-re-enrol-made-then = Er gilt 24 Stunden. Wir zeigen ihn nur jetzt und behalten ihn nicht. Die Sitzungen des Kontos sind beendet. Geht der Link verloren, stellen Sie den Antrag noch einmal.
operator-re-enrol-back = Fertig

## The set-up link

setup-title = Willkommen. Sie sind der erste Mensch hier
setup-lead = Damit übernehmen Sie die Verwaltung dieses Dienstes. Der Link gilt einmal, und nur, solange es noch keine Verwaltung gibt.
setup-address = Ihre E-Mail-Adresse
setup-address-hint = Damit melden Sie sich an. Sie muss kein Postfach dieses Dienstes sein.
setup-address-wrong = Das ist keine E-Mail-Adresse. Eine sieht so aus: name@example.org.
setup-password-hint = Mindestens { $least } Zeichen. Vier oder fünf Alltagswörter sind stark und leicht zu tippen.

## An invitation

invitation-title = Willkommen bei { $service }
invitation-lead = Das ist Ihr Postfach:
invitation-name-hint = Er steht auf Ihrer Startseite und auf Ihrem Codeblatt. Sie können ihn jederzeit ändern.
