### German: why something was not done.
### The words for things stand in GLOSSARY.md.

## A mail address

refusal-address-empty = Tippen Sie eine Adresse ein.
refusal-address-incomplete = Das ist keine ganze Adresse. Eine sieht so aus: name@example.org.
refusal-address-too-long = Diese Adresse ist zu lang. Erlaubt sind höchstens 254 Zeichen, davon 64 vor dem @.
refusal-address-quoted = Adressen mit Anführungszeichen nehmen wir nicht. Die meisten Mailprogramme können nichts damit anfangen.
refusal-address-dots = Prüfen Sie die Punkte vor dem @: Einer steht am Anfang oder am Ende, oder zwei stehen hintereinander.
refusal-address-character = „{ $character }“ darf nicht vor dem @ stehen. Prüfen Sie die Adresse noch einmal.
refusal-address-domain = Was nach dem @ steht, ist kein Ort, der Mails annimmt. Einer sieht so aus: example.org.

## A value of the policy

refusal-policy-range = Nehmen Sie eine Zahl von { $min } bis { $max }.
refusal-policy-shorter = Das darf nicht kürzer sein als die Frist, die darin liegt.

refusal-guest-quotes = Die Anführungszeichen passen nicht. Ein Feld hat eines davor und eines danach, oder keines, und es endet in seiner Zeile.
refusal-guest-fields = Diese Zeile hat mehr Felder als die erste Zeile.
refusal-guest-to-itself = Das ist das Postfach selbst, und das kann noch niemand öffnen. Nehmen Sie eine andere Adresse.
refusal-guest-no-to = Geben Sie an, wohin die Einladung geht. Soll es ein Link auf Papier sein, laden Sie diese Person einzeln ein.
refusal-guest-name = Der Name ist länger als 80 Zeichen.
refusal-guest-twice = Zeile { $line } hat dieselbe Adresse.
