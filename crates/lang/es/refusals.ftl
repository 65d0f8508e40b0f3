### Spanish: why something was not done.
### The words for things stand in GLOSSARY.md.

## A mail address

refusal-address-empty = Escribe una dirección.
refusal-address-incomplete = Esa no es una dirección completa. Tiene esta forma: name@example.org.
refusal-address-too-long = Esa dirección es demasiado larga. Puede tener como mucho 254 caracteres, 64 de ellos antes de la @.
refusal-address-quoted = Aquí no se aceptan direcciones con comillas. La mayoría de los programas de correo no saben usarlas.
refusal-address-dots = Mira los puntos antes de la @: hay uno al principio, uno al final o dos seguidos.
refusal-address-character = «{ $character }» no puede estar antes de la @. Mira otra vez la dirección.
refusal-address-domain = Lo que hay después de la @ no es un sitio que reciba correo. Tiene esta forma: example.org.

## A value of the policy

refusal-policy-range = Pon un número del { $min } al { $max }.
refusal-policy-shorter = Esto no puede ser más corto que el límite que lleva dentro.

refusal-guest-quotes = Las comillas no encajan. Un campo tiene una antes y una después, o ninguna, y acaba en su línea.
refusal-guest-fields = Esta línea tiene más campos que la primera línea.
refusal-guest-to-itself = Ese es el propio buzón, que nadie puede abrir todavía. Pon otra dirección.
refusal-guest-no-to = Di adónde enviar la invitación. Para un enlace en papel, invita solo a esta persona.
refusal-guest-name = El nombre tiene más de 80 caracteres.
refusal-guest-twice = La línea { $line } tiene la misma dirección.
