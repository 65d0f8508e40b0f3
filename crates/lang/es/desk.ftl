### Spanish: the operator's desk.
### The words for things stand in GLOSSARY.md.

desk-title = Gestión del servicio
desk-first-day = Invita ahora a la primera persona
desk-first-day-lead = Por ahora solo estás tú. Invita primero a una persona que conozcas y acompáñala hasta que tenga su hoja de códigos. Después invita al resto.
desk-to-do = Hay algo que mirar
desk-nothing-to-do = No hay nada que mirar
desk-re-enrolments = Restablecer un acceso
desk-re-enrolments-wait = { $count ->
    [one] Una petición espera a otra persona del equipo.
   *[other] { $count } peticiones esperan a otra persona del equipo.
}
desk-deliveries = Avisos
desk-deliveries-failed = { $count ->
    [one] Uno no se pudo entregar.
   *[other] { $count } no se pudieron entregar.
}
desk-deliveries-deferred = { $count ->
    [one] Uno se volverá a intentar más tarde.
   *[other] { $count } se volverán a intentar más tarde.
}
desk-frozen = Cuentas congeladas
desk-frozen-accounts = { $count ->
    [one] Hay una cuenta congelada. Puede que allí necesiten tu ayuda.
   *[other] Hay { $count } cuentas congeladas. Puede que allí necesiten tu ayuda.
}
desk-people = Personas
desk-count-accounts = Cuentas
desk-count-accounts-state = { $enrolled } en uso, { $suspended } suspendidas
desk-count-invited = Con invitación, aún sin llegar
desk-count-no-second-step = Solo una contraseña
desk-count-no-codes = Sin códigos de respaldo
desk-count-behind = Aún sin los códigos que piden las reglas
desk-count-behind-state = { $count }, y para { $overdue } de ellas ya ha llegado el día
desk-count-number = { $count ->
    [0] Ninguna
   *[other] { $count }
}
desk-service = El servicio
desk-more = En cifras
desk-more-codes = { $count ->
    [0] Nadie tiene aún códigos de respaldo.
    [one] Una cuenta tiene códigos de respaldo.
   *[other] { $count } cuentas tienen códigos de respaldo.
}
desk-more-low = { $count ->
    [0] A nadie se le acaban los códigos.
    [one] A una cuenta le quedan tres códigos o menos.
   *[other] A { $count } cuentas les quedan tres códigos o menos.
}
desk-more-old = { $count ->
    [0] Ninguna hoja tiene más de un año.
    [one] Una hoja tiene más de un año.
   *[other] { $count } hojas tienen más de un año.
}
desk-more-passkeys = { $count ->
    [0] Nadie tiene una llave de acceso.
    [one] Una cuenta tiene una llave de acceso.
   *[other] { $count } cuentas tienen una llave de acceso.
}
desk-more-phones = { $count ->
    [0] Nadie usa un teléfono como segundo paso.
    [one] Una cuenta usa un teléfono como segundo paso.
   *[other] { $count } cuentas usan un teléfono como segundo paso.
}
desk-more-app-passwords = { $count ->
    [0] No hay contraseñas de aplicación.
    [one] Hay una contraseña de aplicación.
   *[other] Hay { $count } contraseñas de aplicación.
}
desk-more-mail = { $count ->
    [0] Ningún programa de correo inició sesión en un día.
    [one] Programas de correo de una cuenta iniciaron sesión en un día.
   *[other] Programas de correo de { $count } cuentas iniciaron sesión en un día.
}
desk-more-operators = { $count ->
    [one] En el equipo solo estás tú. Dos personas pueden ayudar a quien lo perdió todo; una sola no.
   *[other] En el equipo del servicio hay { $count } personas.
}
desk-counted = Contado el { $at }.
desk-held = Has iniciado sesión con un código en un dispositivo que no conocemos. Podrás hacer esto a partir del { $until }.
desk-own = Esa es tu propia cuenta. Otras personas del equipo tienen que hacerlo por ti.
desk-not-so = La cuenta ya no está en ese estado. Mírala otra vez abajo.

## Accounts

desk-accounts-title = Cuentas
desk-accounts-search = Buscar a alguien
desk-accounts-search-hint = El principio de una dirección o de un nombre.
desk-accounts-look = Buscar
desk-filters = Mostrar
desk-filter-all = Todas
desk-filter-invited = Con invitación
desk-filter-no-second-step = Solo contraseña
desk-filter-no-codes = Sin códigos
desk-filter-behind = Sin cumplir las reglas
desk-filter-frozen = Congeladas
desk-filter-suspended = Suspendidas
desk-filter-operators = Equipo
desk-accounts-none = Aún no hay nadie. Invita a la primera persona.
desk-accounts-none-such = Esa cuenta no existe.
desk-accounts-none-like = Ninguna dirección y ningún nombre de esta lista empieza por «{ $text }». Mira si está bien escrito, o mira todas las cuentas. Si la persona es nueva, invítala.
desk-accounts-next = Seguir
desk-accounts-start = Desde el principio
desk-account-operator = Es del equipo del servicio.
desk-account-invited = Tiene invitación. Vale hasta el { $until }.
desk-account-invited-over = Tiene invitación, pero ya no vale. Invita otra vez.
desk-account-suspended = Suspendida.
desk-account-frozen = Congelada desde el { $since }.
desk-account-codes = { $left ->
    [0] No queda ningún código.
    [one] Queda un código de respaldo.
   *[other] Quedan { $left } códigos de respaldo.
}
desk-account-no-codes = Un segundo paso, pero sin códigos de respaldo.
desk-account-password-alone = Solo una contraseña.
desk-account-signed-in = Último inicio de sesión el { $at }.
desk-account-never = Nadie ha iniciado sesión todavía.

## One account

desk-account-made = Aquí desde el { $at }.
desk-account-imported = Vino de otro sistema el { $at }.
desk-account-waits = Nadie tiene aún una contraseña para este buzón. Si se perdió la invitación, invita otra vez: el enlace anterior deja de valer.
desk-account-invite = Invitar otra vez
desk-account-suspended-long = Esta cuenta está suspendida. Nadie puede iniciar sesión en ella, y los programas de correo no entran. No se pierde nada.
desk-account-frozen-long = Esta cuenta está congelada desde el { $since }. Nada la abre hasta que la persona diga qué le robaron y muestre lo que no. Lo hace en nuestra página de inicio de sesión.
desk-account-held = Se restableció el acceso. Nada abre antes del { $until }.
desk-account-protects = Lo que la protege
desk-account-outside = { $count ->
    [0] Ninguna. Solo el propio buzón se entera de lo que pasa.
    [one] Una dirección, confirmada
   *[other] { $count } direcciones, confirmadas
}
desk-account-app-passwords = Contraseñas de aplicación
desk-account-browser = Último inicio de sesión en un navegador
desk-account-mail = Último inicio de sesión de un programa de correo
desk-account-not-yet = Todavía no
desk-account-passkeys = { $count ->
    [0] Ninguna
    [one] Una
   *[other] { $count }
}
desk-account-phone = El segundo paso desde el { $since }
desk-account-codes-disabled = Desactivados tras cien códigos equivocados seguidos
desk-account-codes-lost = Dados por perdidos
desk-account-codes-shut = Bloqueados al congelar la cuenta
desk-account-codes-shown = Impresos, pero aún sin activar
desk-account-do = Lo que puedes hacer
desk-account-own = Esta es tu propia cuenta. Te ocupas de ella en tu página de inicio; suspenderla o congelarla aquí le toca a otra persona del equipo.
desk-freeze = Congelarla
desk-freeze-lead = Para quien llama porque puede haber otra persona en su buzón. Todo lo abierto se cierra al instante. La persona a quien pertenece la vuelve a abrir.
desk-freeze-button = Congelarla ahora
desk-froze = La cuenta está congelada. Todo lo que estaba abierto se ha cerrado. Avisamos a todas sus direcciones.
desk-suspend = Suspenderla
desk-suspend-lead = Para quien se fue, o hace mal uso del servicio. Todo lo abierto se cierra al instante, y solo el equipo levanta la suspensión. No se destruye nada.
desk-suspend-button = Suspenderla ahora
desk-suspended = La cuenta está suspendida. Todo lo que estaba abierto se ha cerrado. Avisamos a todas sus direcciones.
desk-resume = Levantar la suspensión
desk-resume-lead = La contraseña, el teléfono y los códigos vuelven a valer como antes. La persona inicia sesión de nuevo.
desk-resume-button = Levantarla
desk-resumed = La suspensión está levantada. La persona puede volver a iniciar sesión.
desk-re-enrol-lead = Para quien perdió el teléfono y la hoja. Tú lo pides, y otra persona del equipo lo confirma.

## Deliveries

desk-deliveries-title = Envíos
desk-deliveries-lead = Lo que le pasa a una cuenta se lo decimos por correo a la persona. Aquí ves si ese correo sale de aquí. Lo que dice queda entre ella y nosotros.
desk-deliveries-none = No hay ninguno.
desk-delivery-failed = Fallidos
desk-delivery-bounced = Devueltos
desk-delivery-deferred = Por reintentar
desk-delivery-queued = En espera
desk-delivery-sent = Enviados
desk-delivery-expired = Demasiado tarde
desk-delivery-failed-lead = Estos se rechazaron por algo nuestro, o se intentaron durante tres días. Arregla primero la causa y después envíalos otra vez. Se muestran los cien más recientes.
desk-delivery-bounced-lead = La dirección de estos no existe, o no acepta correo. Solo puede arreglarlo la persona a quien pertenece. Se muestran los cien más recientes.
desk-delivery-deferred-lead = El servidor de correo aún no ha podido aceptar estos. Se vuelven a intentar solos durante tres días. Se muestran los cien más recientes.
desk-delivery-queued-lead = Estos salen en segundos mientras el servidor funciona. Se muestran los cien más recientes.
desk-delivery-sent-lead = El servidor de correo aceptó estos. Se muestran los cien más recientes.
desk-delivery-expired-lead = El enlace de estos caducó antes de que pudieran salir, así que no se enviaron. Quien necesite uno pide un enlace nuevo. Se muestran los cien más recientes.
desk-delivery-about = Sobre { $mailbox }
desk-delivery-written = Escrito el { $at }.
desk-delivery-taken = Aceptado el { $at }.
desk-delivery-delivered = El proveedor dice que llegó el { $at }.
desk-delivery-why = { $count ->
    [one] Se intentó una vez. La respuesta fue: { $why }.
   *[other] Se intentó { $count } veces. La última respuesta fue: { $why }.
}
desk-delivery-next = El próximo intento es el { $at }.
desk-delivery-over = Su enlace ha caducado, así que no se vuelve a enviar.
desk-resend-one = Enviar otra vez
desk-resend-all = Enviar todos otra vez
desk-resend-done = { $count ->
    [one] Un aviso está otra vez en camino.
   *[other] { $count } avisos están otra vez en camino.
}
desk-resend-none = No se envió nada. Ya salió mientras tanto, o su enlace ha caducado.

## Health

desk-health-title = Estado
desk-health-well = Todo va bien
desk-health-lead = Los nombres son los del archivo de configuración. Cámbialo allí y vuelve a arrancar el servidor.
desk-health-failures = No funciona
desk-health-warnings = Arréglalo pronto
desk-health-fine = En orden
desk-health-aside = El comando counterfoil doctor dice lo mismo.

## Inviting many

desk-many-title = Invitar a muchas personas
desk-many-lead = Danos una tabla con una persona por línea: la dirección del buzón, el nombre de la persona y otra dirección suya, a la que se envía la invitación. Primero ves lo que pasaría. La primera línea puede nombrar las columnas:
desk-many-file = Un archivo, guardado como CSV por un programa de tablas
desk-many-lines = O pega aquí las líneas
desk-many-look = Mirar la lista
desk-many-recent = Listas de los últimos días
desk-many-empty = No hay nadie en esta lista. Elige un archivo o pega líneas.
desk-many-too-long = Esta lista es demasiado larga. Divídela: como mucho 20 000 líneas cada vez.
desk-many-no-address = La primera línea no nombra ninguna columna «address», y tampoco contiene una dirección.
desk-many-preview = Esto es lo que pasaría
desk-many-will = Reciben una invitación
desk-many-invited = Con invitación
desk-many-there = Ya están aquí o ya tienen invitación; no pasa nada
desk-many-refused = Líneas que no podemos usar
desk-many-people = { $count ->
    [0] Nadie
    [one] Una persona
   *[other] { $count } personas
}
desk-many-lines-count = { $count ->
    [0] Ninguna
    [one] Una línea
   *[other] { $count } líneas
}
desk-many-would = { $address }, por correo a { $to }
desk-many-go = { $count ->
    [one] Invitar a una persona
   *[other] Invitar a { $count } personas
}
desk-many-nobody = No hay nadie a quien invitar en esta lista.
desk-many-under-way = Estamos enviando las invitaciones
desk-many-far = { $done } de { $of } líneas hechas.
desk-many-leave = Puedes salir de esta página. Sigue sin ti.
desk-many-look-again = Ver cómo va
desk-many-done = La lista está hecha
desk-many-mend = Líneas por corregir
desk-many-mend-lead = Corrígelas en tu tabla y danos otra vez la lista entera: quien ya tiene invitación no recibe otra. Aquí se muestran como mucho cien; el informe las tiene todas.
desk-many-line = Línea { $line }: { $address }
desk-many-report = Descargar el informe

## Programs of other services that keep codes here

desk-apps-title = Programas de otros servicios
desk-apps-lead = Guardan aquí, con nuestra API, códigos de respaldo para su propia gente. No ven nada de tus buzones.
desk-apps-none = Aún no tiene acceso ningún programa. Da acceso a uno, crea una clave para él y entrégala a quien lo gestiona. El resto está en docs/api.md.
desk-apps-has = Cuentas: { $accounts }. Claves que valen: { $keys }
desk-apps-add = Dar acceso a uno
desk-apps-name = Cómo llamarlo
desk-apps-name-hint = Lo lee el equipo del servicio.
desk-apps-id = Su identificador
desk-apps-id-hint = Hasta 64 letras, cifras, guiones y puntos, como shop. No cambia nunca.
desk-apps-id-wrong = Pon de 1 a 64 letras, cifras, guiones, guiones bajos y puntos.
desk-apps-id-taken = Ya hay uno con este identificador. Pon otro.
desk-apps-name-wrong = Pon de 1 a 100 caracteres.
desk-apps-add-button = Darle acceso
desk-apps-step-up-lead = Demuestra primero que eres tú. Avisamos a todo el equipo.
desk-apps-step-up = Demostrar que soy yo
desk-app-lead = Su identificador es { $id }. Nos llama con una clave, y puede tener varias: crea la siguiente, entrégala y después revoca la anterior.
desk-key-title = Claves
desk-key-none = Aún no tiene ninguna clave, así que no puede llamarnos.
desk-key-no-label = Una clave sin nombre
desk-key-made = Creada el { $at }.
desk-key-used = Se usó por última vez el { $at }.
desk-key-unused = Aún no se ha usado.
desk-key-expires = Caduca el { $at }.
desk-key-ended = Dejó de valer el { $at }.
desk-key-revoke = Revocar
desk-key-revoked = La clave ya no vale. Rechazamos a quien llame con ella. Avisamos a todo el equipo.
desk-key-revoked-before = Esa clave ya había dejado de valer.
desk-key-new = Crear una clave
desk-key-label = Cómo llamarla
desk-key-label-hint = Dónde se usa, para que luego la reconozcas.
desk-key-label-wrong = Pon como mucho 60 caracteres.
desk-key-scopes = Lo que puede hacer
desk-key-scopes-none = Marca al menos una cosa que pueda hacer.
desk-key-days = Días hasta que caduca
desk-key-days-hint = De 1 a 3650. Si lo dejas vacío, vale hasta que la revoques.
desk-key-days-wrong = Pon un número de 1 a 3650, o déjalo vacío.
desk-key-make = Crear la clave
desk-key-made-title = Entrega esta clave
desk-key-made-lead = Quien la tenga puede llamarnos como { $app }. Dásela a la persona que gestiona ese programa, y a nadie más. No la envíes por correo.
desk-key-made-then = Solo la mostramos ahora y no la guardamos. Si se pierde, revócala y crea otra. Avisamos a todo el equipo.
desk-key-made-done = Ya la he entregado
desk-scope-accounts-read = Leer sus cuentas y cómo están sus códigos.
desk-scope-accounts-write = Crear, suspender y borrar sus cuentas.
desk-scope-sets-write = Dar y retirar códigos. Los ve.
desk-scope-codes-redeem = Gastar códigos.
desk-scope-codes-check = Comprobar códigos sin gastarlos, y hacer simulacros.
desk-scope-events-read = Leer lo que pasó en sus cuentas.
desk-webhook-title = Contarle lo que ha pasado
desk-webhook-none = No se lo contamos; puede preguntar. Con el comando counterfoil app webhook set, lo llamamos nosotros.
desk-webhook-heard = Recibió nuestra última llamada el { $at }.
desk-webhook-unheard = Aún no ha recibido ninguna llamada nuestra.
desk-webhook-problem = El último intento falló: { $why }. Volvemos a intentarlo sin que hagas nada.
desk-webhook-waiting = { $count ->
    [one] Hay un suceso por contar.
   *[other] Hay { $count } sucesos por contar.
}
desk-webhook-failed = { $count ->
    [one] Un suceso se intentó durante tres días y se dejó por imposible.
   *[other] { $count } sucesos se intentaron durante tres días y se dejaron por imposibles.
}
