### Spanish: what the people who run the service have to say. An advisory is «un comunicado»; «aviso» is a notice.
### The words for things stand in GLOSSARY.md.

advisories-title = Novedades y advertencias
advisories-empty = No hay novedades.
advisories-feed = Para seguir esto sin iniciar sesión:
advisories-feed-link = Canal Atom
advisories-feed-title = { $service }: novedades y advertencias
advisory-when = { $day } · { $severity }
advisory-info = Para tu información
advisory-notice = Importante
advisory-critical = Urgente
advisory-withdrawn = Retirado el { $day }: { $why }
advisory-over = Terminó el { $day }
advisory-corrected = Corregido el { $day }
advisory-title-withdrawn = Retirado: { $title }
advisory-title-corrected = Corregido: { $title }
advisory-banner = De quienes gestionan { $service }:
button-read = Leer
button-have-read = Ya lo he leído

## At the desk

desk-advisories = Comunicados
desk-advisories-lead = Di a la gente lo que tiene que saber: una advertencia, un cambio, una fecha. Se ve en el portal hasta que lo lean.
desk-advisories-empty = Aún no hay ninguno.
desk-advisory-new = Escribir un comunicado
desk-advisory-correct = Corregirlo
desk-advisory-correct-lead = A quien leyó el texto anterior se le muestra este. Si aquel se envió enseguida por correo, este también se envía.
desk-advisory-title = Título
desk-advisory-text = Texto
desk-advisory-text-hint = Markdown: **negrita**, listas y enlaces que empiecen por https://. Sin HTML ni imágenes.
desk-advisory-severity = ¿Cuánto importa?
desk-advisory-told-info = { advisory-info }: se ve en el portal
desk-advisory-told-notice = { advisory-notice }: va también en el correo mensual
desk-advisory-told-critical = { advisory-critical }: se envía también enseguida por correo a todas las direcciones
desk-advisory-audience = ¿A quién afecta?
desk-advisory-everybody = A todo el mundo
desk-advisory-operators = Al equipo del servicio
desk-advisory-without-second-step = A quien no tiene segundo paso
desk-advisory-without-codes = A quien no tiene códigos de respaldo
desk-advisory-make-public = Puede leerlo cualquiera, también en el canal
desk-advisory-from = Primer día
desk-advisory-last = Hasta
desk-advisory-day-hint = Como 2026-12-01, o 2026-12-01 14:00. Déjalo vacío si es desde ahora, o para siempre.
desk-advisory-look = Ver cómo queda
desk-advisory-look-again = Verlo otra vez
desk-advisory-preview = Así quedará. Aún no lo ha visto nadie.
desk-advisory-publish = Publicarlo
desk-advisory-withdraw = Retirarlo
desk-advisory-withdraw-lead = Se queda donde está y dice que ya no es así. También se lo decimos a quien lo recibió por correo.
desk-advisory-why = ¿Por qué?
desk-advisory-why-hint = Una frase, para quien lo lea.
desk-advisory-why-needed = Di por qué, en una frase de 300 caracteres como mucho.
desk-advisory-public = Puede leerlo cualquiera
desk-advisory-inside = Solo puede leerlo quien ha iniciado sesión
desk-advisory-until = Hasta el { $day }
desk-advisory-planned = Aún no se muestra
desk-advisory-current = Se muestra ahora
desk-advisory-over = Terminado
desk-advisory-is-withdrawn = Retirado
desk-advisory-mailed =
    { $count ->
        [one] Enviado por correo a 1 cuenta
       *[other] Enviado por correo a { $count } cuentas
    }
desk-advisory-mailing = Ahora se están enviando más
desk-advisory-with-letter =
    { $count ->
        [one] 1 correo mensual lo mencionó
       *[other] { $count } correos mensuales lo mencionaron
    }
desk-advisory-read =
    { $count ->
        [0] Aún no lo ha leído nadie
        [one] Lo ha leído 1 persona
       *[other] Lo han leído { $count } personas
    }
desk-advisory-day = Eso no es un día. Escríbelo como 2026-12-01.
desk-advisory-no-title = Escribe un título.
desk-advisory-long-title = El título tiene más de 120 caracteres. Acórtalo.
desk-advisory-ends-before = Eso no es después de su primer día.
desk-advisory-over-already = Ese día ya ha pasado.
desk-advisory-not-for-everybody = Solo puede leer cualquiera lo que va dirigido a todo el mundo.
desk-advisory-no-text = Escribe lo que tienes que decir.
desk-advisory-long-text = El texto tiene más de 20 000 bytes. Acórtalo, o enlaza a una página.
desk-advisory-html = En la línea { $line } hay HTML. Escribe Markdown.
desk-advisory-picture = En la línea { $line } hay una imagen. Enlaza a una página que la muestre.
desk-advisory-link = En la línea { $line } hay un enlace que no empieza por https:// o http://, o que lleva un nombre antes de una @.
desk-advisory-deep = En la línea { $line }, hay demasiadas listas y citas unas dentro de otras.
