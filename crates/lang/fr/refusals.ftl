### French: why something was not done.
### The words for things stand in GLOSSARY.md.

## A mail address

refusal-address-empty = Tapez une adresse.
refusal-address-incomplete = Ce n’est pas une adresse entière. Elle ressemble à name@example.org.
refusal-address-too-long = Cette adresse est trop longue. Une adresse a au plus 254 caractères, dont 64 avant le @.
refusal-address-quoted = Les adresses avec des guillemets ne sont pas acceptées ici. La plupart des logiciels de messagerie ne savent pas s’en servir.
refusal-address-dots = Regardez les points avant le @ : il y en a un au début, un à la fin, ou deux à la suite.
refusal-address-character = « { $character } » ne peut pas se trouver avant le @. Regardez encore l’adresse.
refusal-address-domain = Ce qui suit le @ n’est pas un endroit qui reçoit des messages. Cela ressemble à example.org.

## A value of the policy

refusal-policy-range = Prenez un nombre entre { $min } et { $max }.
refusal-policy-shorter = Cela ne peut pas être plus court que la limite qui s’y trouve.

refusal-guest-quotes = Les guillemets ne vont pas. Un champ en a un avant et un après, ou aucun, et il finit sur sa ligne.
refusal-guest-fields = Cette ligne a plus de champs que la première ligne.
refusal-guest-to-itself = C’est la boîte mail elle-même, que personne ne peut encore ouvrir. Prenez une autre adresse.
refusal-guest-no-to = Dites où envoyer l’invitation. Pour un lien sur papier, invitez cette personne seule.
refusal-guest-name = Le nom dépasse 80 caractères.
refusal-guest-twice = La ligne { $line } a la même adresse.
