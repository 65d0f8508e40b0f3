### Spanish: the policy («las reglas»): what is required of owners and granted to them.
### The words for things stand in GLOSSARY.md.

policy-title = Reglas
policy-lead = Lo que pides a las personas y lo que les concedes. Lo que hace una regla más estricta vale enseguida, en todos los nodos. Lo que la hace menos estricta espera un día: avisamos por correo a todo el equipo, y cualquiera puede pararlo aquí.
policy-change = Cambiar
policy-waits-title = En espera
policy-waits = A partir del { $at }: { $value }.
policy-waits-by = Lo pidió { $by }.
policy-waits-by-command = Se pidió en la línea de comandos del servidor.
policy-stop = Parar
policy-stopped = Se ha parado. Sigue valiendo lo de ahora.
policy-stop-told = Avisamos a todo el equipo. Si no sabes por qué se pidió, habla con el resto.
policy-stop-link-lead = «{ $setting }» está a punto de ser menos estricta. Ahora: { $was }. Después: { $now }. Todavía no vale. Si no está bien, páralo.
policy-stop-link-otherwise = ¿Está bien? Cierra esta página. El cambio se hará cuando llegue su hora.
policy-stop-none = Ahí ya no había nada en espera. Mira lo que vale ahora.
policy-fixed-totp = Una llave de acceso, o una aplicación de códigos en un teléfono
policy-fixed-totp-why = Las dos cuentan siempre como segundo paso. Una llave de acceso abre el buzón sin la contraseña, porque su dispositivo pide una huella, una cara o un PIN.
policy-fixed-blocklist = Contraseñas que se prueban primero
policy-fixed-blocklist-why = Se rechazan, y también la dirección y los nombres. Tu propia lista de palabras así es el blocklist_file de la configuración.
policy-fixed-always = Siempre

## Where a value comes from

policy-from-default = Como viene en Counterfoil
policy-from-file = Del archivo de configuración
policy-from-pinned = Del archivo de configuración, que lo fija. Una persona del equipo había puesto algo menos estricto.
policy-from-operator = Lo puso { $by } el { $at }
policy-from-command = Se puso en la línea de comandos del servidor el { $at }
policy-pinned = Fijado en el archivo de configuración: aquí solo puede ser más estricto.

## The page of one setting

policy-now = Ahora es
policy-new = ¿Cómo ha de ser?
policy-yes = Sí
policy-no = No
policy-date-hint = Un día desde hoy hasta dentro de dos años, escrito como 2027-03-31. Déjalo vacío si es nunca.
policy-range = De { $min } a { $max }.
policy-range-ever = De { $min } a { $max }, o 0 si no hay límite.
policy-range-recipients = De 1 a 1 000 000 destinatarios por hora.
policy-stricter = Lo más estricto vale enseguida. Lo menos estricto espera hasta mañana a esta hora, y primero demuestras que eres tú.
policy-sideways = Vale enseguida, para las hojas que se hagan desde entonces. Primero demuestras que eres tú.
policy-save = Cambiarlo
policy-unset = Usar lo que dice la configuración: { $base }
policy-unset-default = Usar lo que trae Counterfoil: { $base }
policy-done-now = «{ $setting }» ha cambiado. Vale desde ahora. Avisamos a todo el equipo.
policy-done-later = «{ $setting }» cambia el { $at }. Hasta entonces vale la regla más estricta, y cualquiera del equipo puede parar el cambio aquí.
policy-wrong-number = Escribe un número entero.
policy-wrong-date = Escribe un día como 2027-03-31, o déjalo vacío si es nunca.
policy-wrong-day = Pon un día desde hoy hasta dentro de dos años.
policy-wrong-choice = Elige sí o no.
policy-wrong-range = Pon un número de { $min } a { $max }.
policy-wrong-other = Esto no encaja con «{ $other }», tal como está o como estará cuando valga su cambio en espera. Cambia eso primero.
policy-wrong-pinned = El archivo de configuración lo fija. Aquí solo puede ser más estricto.
policy-wrong-same = Ya está así.

## Values

policy-value-yes = Sí
policy-value-no = No
policy-value-never = Nunca
policy-value-ever = Sin límite
policy-value-from = A partir del { $date }
policy-value-codes = { $count ->
    [one] 1 código
   *[other] { $count } códigos
}
policy-value-characters = { $count ->
    [one] 1 carácter
   *[other] { $count } caracteres
}
policy-value-minutes = { $count ->
    [one] 1 minuto
   *[other] { $count } minutos
}
policy-value-hours = { $count ->
    [one] 1 hora
   *[other] { $count } horas
}
policy-value-days = { $count ->
    [one] 1 día
   *[other] { $count } días
}
policy-value-recipients = { $count ->
    [one] 1 destinatario por hora
   *[other] { $count } destinatarios por hora
}

## The settings: what each is called, and why it is there

policy-group-codes = Códigos de respaldo
policy-codes-required-from = Los códigos de respaldo son obligatorios
policy-codes-required-from-why = Quien no tenga códigos cuando llegue el día los hace justo después de iniciar sesión, antes que cualquier otra cosa en el portal. El correo sigue abierto. La fecha se anuncia en la página de inicio y por correo.
policy-codes-grace-days = Días de plazo para quien acaba de llegar
policy-codes-grace-days-why = Quien llega poco antes de ese día, o después, tiene este plazo para poner códigos en papel.
policy-codes-per-sheet = Códigos en una hoja nueva
policy-codes-per-sheet-why = En una página caben hasta 12. Las hojas en uso se quedan como están.
policy-require-outside-address = Antes que los códigos, una dirección fuera del buzón
policy-require-outside-address-why = Quien se hiciera con el buzón podría ocultar nuestros avisos. Así llegan también a esa dirección.

policy-group-factors = Lo que cuenta como segundo paso
policy-codes-as-first-second-factor = Códigos de respaldo como primer segundo paso
policy-codes-as-first-second-factor-why = Para quien no tiene teléfono. Más seguro es no: si es sí, quien solo supiera la contraseña podría hacer códigos.

policy-group-passwords = Contraseñas nuevas
policy-password-least-alone = Contraseña más corta sin un segundo paso
policy-password-least-alone-why = Una contraseña así es lo único que hay entre un extraño y el buzón. Las que ya están puestas se quedan.
policy-password-least-beside = Contraseña más corta con un segundo paso
policy-password-least-beside-why = Con un segundo paso basta una más corta. Más vale larga que rara.

policy-group-sessions = Inicios de sesión
policy-session-idle = Una sesión que nadie usa se cierra al cabo de
policy-session-idle-why = Quien encuentre un navegador abierto no debe encontrar un buzón abierto.
policy-session-absolute = Una sesión se cierra en todo caso al cabo de
policy-session-absolute-why = Después de eso, una cookie robada no sirve de nada.

policy-group-holds = Tras un código en un dispositivo que no conocemos
policy-hold = Lo nuevo espera
policy-hold-why = Un teléfono nuevo o una hoja nueva solo valen al cabo de este tiempo, para que la persona pueda pararlo desde un aviso.
policy-removal-hold = No se quita nada durante
policy-removal-hold-why = Durante este tiempo nadie quita un teléfono ni una dirección. No puede ser menos que el tiempo de arriba.

policy-group-apps = Aplicaciones y programas de correo
policy-access-token = Una aplicación vuelve a preguntar al cabo de
policy-access-token-why = Lo que quitas deja de valer aquí al instante. Una aplicación puede fiarse de su propia clave durante este tiempo.
policy-app-idle = Una aplicación vuelve a iniciar sesión al cabo de
policy-app-idle-why = Si nadie abre una aplicación durante este tiempo, se cierra su sesión.
policy-app-password-longest-days = Las contraseñas de aplicación caducan al cabo de
policy-app-password-longest-days-why = Lo máximo que una persona puede dejar valer la contraseña de un programa de correo.

policy-group-sending = Correo que sale
policy-sending-floor = Cualquiera puede escribir a
policy-sending-floor-why = El correo a este número de destinatarios por hora sale sin preguntar. Si pasa del triple de lo que una cuenta suele enviar, se retiene.
policy-sending-ceiling = Nadie puede escribir a más de
policy-sending-ceiling-why = Envíe lo que envíe normalmente una cuenta. Una cuenta robada no debe estropear tu nombre como remitente.

policy-group-addresses = Direcciones externas
policy-address-change-days = Un cambio de direcciones externas espera
policy-address-change-days-why = Mientras espera, se puede parar desde cada dirección que ya estaba antes, y una que se quitó sigue recibiendo todos los avisos.
policy-address-review-days = Preguntamos por una dirección al cabo de
policy-address-review-days-why = ¿Sigue siendo de la persona, y lee su correo?

## An owner of whom codes are required

policy-codes-by = A partir del { $day }, todo el mundo necesita aquí códigos de respaldo. Tú aún no tienes ninguno. Haz los tuyos antes: desde ese día, sin ellos no se abre nada más en estas páginas.
policy-codes-title = Haz primero tus códigos de respaldo
policy-codes-lead = Desde el { $day }, todo el mundo necesita aquí códigos de respaldo: una hoja de papel que abre el buzón cuando falta el teléfono. Tú aún no tienes ninguno. Tu correo sigue abierto; el resto de estas páginas se abre cuando tengas los tuyos.
policy-codes-steps = Lo que hace falta
policy-codes-step-second = Un segundo paso: una llave de acceso o tu teléfono
policy-codes-step-sheet = Una hoja de códigos de respaldo
policy-codes-step-todo = Por hacer
policy-codes-step-done = Hecho
policy-codes-help = Si ahora no puedes hacerlos, pregunta a una persona.
