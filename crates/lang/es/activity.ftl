### Spanish: what happened, as its owner reads it.
### The words for things stand in GLOSSARY.md.

## The list

activity-title = Lo que ha pasado
activity-lead = Todo lo que afectó a tu contraseña, tu teléfono, tus códigos o tus direcciones, lo más reciente primero. ¿Hay algo que no hiciste tú? Dilo al lado: tu cuenta se congela, y nadie entra con lo que te robaron.
activity-filter = Qué se muestra
activity-show-all = Todo
activity-show-sign-ins = Inicios de sesión
activity-show-codes = Códigos
activity-show-recovery = Formas de entrar y de volver
activity-show-mail = Correo
activity-none-of-these = Nada de este tipo. Cuando pase algo, lo verás aquí.
activity-pages = Más de la lista
activity-newest = Lo más reciente
activity-older = Anteriores
activity-export = Guarda una copia de esta lista:
activity-export-csv = como tabla (CSV)
activity-export-json = para programas (JSON)
activity-used = con { $methods }
activity-used-password = contraseña
activity-used-phone = teléfono
activity-used-code = código de respaldo
activity-used-passkey = llave de acceso
activity-new-network = Nuevo: la primera vez desde esta red
activity-new-country = Nuevo: la primera vez desde este país
activity-me = Fui yo
activity-not-me = No fui yo
activity-said-me = El { $at } dijiste que fuiste tú.
activity-said-not-me = El { $at } dijiste que no fuiste tú.
activity-me-noted = Anotado: fuiste tú.
activity-me-not-here = Solo un dispositivo que ya era tuyo antes de esto puede decir que fuiste tú. Este no lo es, o ya lo dijiste. Usa el ordenador o el teléfono con el que iniciabas sesión antes.
activity-empty = Nada todavía. Cuando algo afecte a tu contraseña, tu teléfono, tus códigos o tus direcciones, lo verás aquí.

## “That wasn’t me”

activity-deny-title = ¿No fuiste tú?
activity-deny-lead = Dices que otra persona hizo esto:
activity-deny-then = Avisamos también a quienes gestionan tu correo. Cuando vuelvas, te pedimos primero otra contraseña.
activity-deny-already = Ya lo dijiste, y tu cuenta se congeló entonces.
activity-denied-lead = Quien estaba dentro está fuera, y no puede volver con lo que te robaron. No se borró nada, y el correo sigue llegando.
activity-denied-stopped = Qué se ha parado
activity-denied-browsers = En todos los navegadores se ha cerrado la sesión, también en este.
activity-denied-programs = Los programas de correo se han desconectado y las contraseñas de aplicación dejan de valer para siempre. En las aplicaciones que abriste con esta cuenta se ha cerrado la sesión.
activity-denied-codes = Ningún código de tu hoja ni ninguna cifra de tu teléfono abre ahora el buzón.
activity-denied-waiting = Los cambios en espera no se harán.
activity-denied-now = Qué hacer ahora
activity-denied-look = Busca tu teléfono y tu hoja de códigos. ¿Tienes las dos cosas?
activity-denied-open = Inicia sesión con tu contraseña. Te preguntamos qué te robaron. Lo que aún tienes abre tu cuenta: tu teléfono o un código de tu hoja.
activity-denied-help = Inicia sesión con tu contraseña. Aquí no tienes teléfono ni hoja, así que tiene que ayudarte una persona. La página dice cómo.
activity-denied-password = Elige otra contraseña. Quien estaba dentro puede conocer esta, así que te la pedimos primero.
activity-denied-rest = Mira tus direcciones externas, tus contraseñas de aplicación y tus filtros de correo. Ahí puede haber quedado una vía para volver.
activity-denied-told = Hemos escrito a tus direcciones externas y a quienes gestionan tu correo.
activity-denied-told-you = Hemos escrito a tus direcciones externas.

## The line on a sheet, compared

activity-record-title = ¿Sigue igual el registro?
activity-record-lead = Cada hoja de códigos lleva al pie una línea de veinte letras y cifras. Representa todo lo que había en el registro de aquí, para todos los buzones, el día de la hoja. Si alguien reescribió después ese registro, la línea ya no encaja.
activity-record-line = La línea de tu hoja
activity-record-line-hint = Cinco grupos de cuatro. No es un código y no abre nada.
activity-record-button = Comparar
activity-record-unreadable = Eso no es una línea así: tiene veinte letras y cifras. Escribe todo, tal como está en tu hoja.
activity-record-fits = Encaja. La línea representa lo que había en el registro el { $at }.
activity-record-differs = Esta línea no encaja con nada de lo que había en el registro. Lee otra vez cada letra. Si está bien, puede que alguien haya reescrito el registro, o que el servicio se restaurara con una copia justo después de hacer tu hoja. Enseña la hoja a quienes gestionan tu correo.
activity-record-limits = Esta página se fía del servidor que la muestra. Quienes gestionan tu correo pueden comprobar el registro entero, y cualquiera que sepa de estas cosas puede mirar mientras lo hacen.
activity-record-link = Comparar la línea de mi hoja
