### German: devices, everything that can reach the account. What each id is for stands in the English file of the same name.
### The words for things stand in GLOSSARY.md.

devices-title = Geräte
devices-lead = Das ist alles, was Ihr Postfach erreichen kann. Etwas davon kennen Sie nicht? Melden Sie es ab und ändern Sie dann Ihr Passwort.
devices-home = Geräte, die Ihr Postfach erreichen

## Browsers

devices-browsers = Browser
devices-this = Diesen benutzen Sie gerade
devices-by-password = Angemeldet mit Passwort am { $since }, aus dem Netz { $network }
devices-by-phone = Angemeldet mit Passwort und Handy am { $since }, aus dem Netz { $network }
devices-by-code = Angemeldet mit einem Notfallcode am { $since }, aus dem Netz { $network }
devices-by-passkey = Angemeldet mit einem Passkey am { $since }, aus dem Netz { $network }
devices-by-password-and-passkey = Angemeldet mit Passwort und Passkey am { $since }, aus dem Netz { $network }
devices-signed-out = Gerade nicht angemeldet
devices-seen = Zuerst gesehen am { $first }, zuletzt am { $last }
devices-forget = Vergessen
devices-one-out = Der Browser ist abgemeldet und vergessen. Meldet sich jemand wieder damit an, sagen wir Ihnen, dass er neu ist.
devices-sign-out-others = Alle anderen abmelden
devices-others-lead = Dann ist jeder andere Browser draußen und jede App, die sich von einem aus angemeldet hat. Mailprogramme werden einmal getrennt. Die mit einem App-Passwort kommen von selbst wieder.
devices-others-out = Alle anderen Browser sind abgemeldet und vergessen.
devices-limits = Ein Browser wird von selbst abgemeldet, wenn ihn { $idle } lang niemand benutzt, und in jedem Fall nach { $longest }.

## What else

devices-no-passkeys = Sie haben keinen Passkey.
devices-passkeys-link = Passkeys hinzufügen, umbenennen oder entfernen
devices-no-programs = Kein Mailprogramm hat ein App-Passwort.
devices-main-works = Ihr Passwort öffnet Ihr Postfach jedem Mailprogramm, weil Sie keinen zweiten Schritt haben.
devices-programs-link = Mailprogramme und ihre App-Passwörter
devices-no-apps = Keine App ist angemeldet.
devices-apps-link = Apps abmelden
devices-aside = Ist jemand anderes in Ihrem Postfach?
