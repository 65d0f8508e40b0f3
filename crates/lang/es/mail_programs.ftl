### Spanish: mail programs and app passwords.
### The words for things stand in GLOSSARY.md.

## What a mail program shows. Only letters of ASCII here: the protocols of mail carry no others (RFC 5321, RFC 3501).

mail-frozen = Tu cuenta no se abre por ahora, porque se ha congelado. Para volver a abrirla, entra en { $url }
mail-sending-held = Se ha enviado tanto de una vez que este mensaje espera el permiso de quienes gestionan el servicio de correo
mail-sending-closed = Esta cuenta no puede enviar correo ahora. Para ver el motivo, entra donde gestionas la cuenta
mail-sending-later = Ahora no se puede saber si esta cuenta puede enviar. Prueba otra vez en un minuto

## The page

mail-programs = Programas de correo
mail-programs-lead = Un programa de correo, en un teléfono o un ordenador, no puede pedirte un segundo paso. Por eso cada uno recibe una contraseña propia, una contraseña de aplicación. Nunca tienes que recordarla, y puedes quitársela en cualquier momento.
mail-programs-main-works = Aún no tienes un segundo paso, así que tus programas de correo todavía entran con tu contraseña principal. Cuando lo configures, necesitarán una contraseña de aplicación. Puedes crearla ya.
mail-programs-empty = Aún no tienes contraseñas de aplicación. Crea una para cada programa: así puedes quitar una sin tocar las demás.
mail-programs-list = Tus contraseñas de aplicación
mail-programs-made = Creada el { $on }
mail-programs-used = Último uso el { $at } desde { $address }
mail-programs-used-by = Último uso el { $at } desde { $address } con { $program }
mail-programs-unused = Nunca usada
mail-programs-until = Vale hasta el { $until }
mail-programs-forever = Vale hasta que la quites
mail-programs-expired = Dejó de valer el { $until }. Quítala, y crea otra si aún la necesitas.
mail-programs-removed = «{ $label }» ya no vale. El programa que la usaba ya no entra.
mail-programs-new = Crea una contraseña de aplicación
mail-programs-label = ¿Para qué programa es?
mail-programs-label-hint = Un nombre que reconozcas, como «Thunderbird en mi portátil»
mail-programs-label-empty = Escribe un nombre para ella.
mail-programs-label-long = Es demasiado largo. Pon como mucho { $most } caracteres.
mail-programs-label-character = Ese nombre tiene un carácter que no se puede mostrar. Escríbelo otra vez.
mail-programs-scopes = ¿Qué puede hacer?
mail-programs-scopes-none = Marca al menos una cosa que pueda hacer.
mail-programs-imap = Leer correo (IMAP)
mail-programs-pop3 = Recoger correo y quitarlo del servidor (POP3)
mail-programs-smtp = Enviar correo (SMTP)
mail-programs-sieve = Cambiar filtros de correo (ManageSieve)
mail-programs-lasts = ¿Cuánto tiempo vale?
mail-programs-lasts-month = 30 días
mail-programs-lasts-quarter = 90 días
mail-programs-lasts-year = Un año
mail-programs-lasts-until-removed = Hasta que la quites
mail-programs-lasts-long = Aquí puede valer { $days } días como mucho. Elige un tiempo más corto.
mail-programs-full = Tienes { $most } contraseñas de aplicación, que es el máximo. Quita una que ya no uses.
mail-programs-not-before = Has iniciado sesión con un código de respaldo en un dispositivo que no conocemos. Podrás crear una contraseña de aplicación a partir del { $at }.
mail-programs-make = Crear una contraseña de aplicación

## The page that shows one

mail-made = Tu contraseña de aplicación
mail-made-lead = Escríbela ahora en tu programa de correo. Solo se muestra esta vez. Dan igual las mayúsculas, las minúsculas y los guiones.
mail-made-dont-keep = No tienes que guardarla. Si la necesitas otra vez, crea otra.
mail-made-settings = Lo que pide el programa
mail-made-login = Nombre de usuario
mail-made-imap = Servidor de correo entrante
mail-made-smtp = Servidor de correo saliente
mail-made-tls = { $name }, puerto { $port }, SSL/TLS
mail-made-starttls = { $name }, puerto { $port }, STARTTLS
mail-made-ask = Pregunta los nombres de los servidores a quienes gestionan tu servicio de correo.
mail-made-done = Hecho

## On the home page

mail-home-none = Ninguna contraseña de aplicación
mail-home-some =
    { $count ->
        [one] 1 contraseña de aplicación
       *[other] { $count } contraseñas de aplicación
    }
