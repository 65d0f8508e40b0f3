### Spanish: the owner's own pages. What each id is for, and its arguments, stand in the English file of the same name.
### The words for things stand in GLOSSARY.md.

## Home

home-page = Inicio
home-title = Hola, { $name }
home-protected = Tu buzón está bien protegido
home-protected-lead = Hoy no hay nada que hacer.
home-next-phone = Ahora te toca: añade un segundo paso
home-next-phone-lead = Una contraseña sola se puede robar. Con una llave de acceso o tu teléfono como segundo paso, un ladrón necesita las dos cosas.
home-next-address = Ahora te toca: añade una dirección externa
home-next-unreached = Ahora te toca: mira tus direcciones externas
home-next-unreached-lead = Un aviso no llegó a una de ellas. Si la dirección ya no existe, nadie se entera de que alguien ha entrado.
home-next-second = Ahora te toca: añade otra dirección externa
home-next-second-lead = Tienes una. Si la pierdes, alguien podría cambiar cosas aquí, y fuera de este buzón nadie se enteraría.
home-next-review = Ahora te toca: mira tus direcciones externas
home-next-review-lead = Hace tiempo que no nos dices si siguen siendo tuyas. Si ahora una dirección es de otra persona, ella se enteraría de todo en tu lugar.
home-next-address-lead = Si alguien se hace con tu buzón, te avisamos allí. Un aviso en el propio buzón solo lo leería el ladrón.
home-next-codes = Ahora te toca: consigue tus códigos de respaldo
home-next-codes-lead = Si pierdes el teléfono, un código en papel te deja entrar igual. Se tarda tres minutos y hace falta una impresora.
home-next-prove = Ahora te toca: escribe un código de tu hoja
home-next-prove-lead = Has hecho una hoja, pero no cuenta hasta que sepamos que puedes leerla.
home-next-low = Ahora te toca: haz una hoja nueva
home-next-low-lead =
    { $left ->
        [0] No queda ningún código en tu hoja.
        [one] Queda un código en tu hoja.
       *[other] Quedan { $left } códigos en tu hoja.
    }
home-next-drill = Ahora te toca: haz el simulacro
home-next-drill-lead = Demuestra que encuentras tu hoja cuando la necesitas. Se tarda un minuto y no gasta nada.
home-next-replacement = Ahora te toca: apunta un código
home-next-replacement-lead = Usaste un código de respaldo. Hay uno nuevo esperando su lugar en tu hoja.
home-next-doubted-password = Ahora te toca: elige otra contraseña
home-next-doubted-password-lead = Nos dijiste que otra persona estuvo en tu cuenta. Puede que conozca tu contraseña. Con otra se queda fuera para siempre.
home-next-exposed-password = Ahora te toca: elige otra contraseña
home-next-exposed-password-lead = Puede que nos robaran una clave que protege tu contraseña. Quien la tenga podría averiguar tu contraseña probando. Con una nueva estás a salvo, y la anterior ya no sirve de nada.
home-next-exposed-phone = Ahora te toca: configura otra vez tu teléfono
home-next-exposed-phone-lead = Puede que nos robaran una clave que protege el secreto de tu teléfono. Quien la tenga podría saber las seis cifras que muestra. Configúralo una vez más: así se crea un secreto nuevo. Hasta entonces, tu teléfono sigue valiendo.
home-next-exposed-codes = Ahora te toca: haz una hoja nueva
home-next-exposed-codes-lead = Puede que nos robaran una clave que protege tus códigos. Con ella sola nadie puede averiguar un código, y tu hoja vale hasta que tengas una nueva. Hazla pronto, para que podamos retirar la clave antigua.
home-next-phone-shut = Ahora te toca: configura un teléfono nuevo
home-next-phone-shut-lead = Tu teléfono está bloqueado, porque nos dijiste que te lo robaron. Hasta que configures uno nuevo, solo entras con tu hoja de códigos.
home-next-codes-shut = Ahora te toca: haz una hoja nueva
home-next-codes-shut-lead = Tu hoja de códigos está bloqueada, porque nos dijiste que te la robaron. Hasta que tengas una nueva, no puedes entrar sin tu teléfono.
home-next-disabled = Ahora te toca: haz una hoja nueva
home-next-disabled-lead = Tus códigos de respaldo están desactivados. Sin ellos no puedes entrar si te falta el teléfono.
home-next-waiting = Ahora te toca: mira lo que está en espera
home-next-waiting-lead = Alguien ha pedido un cambio en tu cuenta y aún no vale. Solo tú sabes si hay que pararlo.
home-next-password = Ahora te toca: elige una contraseña
home-next-password-lead = Es el primer paso cada vez que inicias sesión.
home-next-weak-password = Ahora te toca: elige una contraseña más larga
home-next-weak-password-lead = La tuya viene del sistema anterior. Es corta o fácil de adivinar, y hoy no se aceptaría.
home-next-old = Ahora te toca: haz una hoja nueva
home-next-old-lead = Tu hoja tiene más de un año. El papel se borra y se pierde. Una nueva se hace en tres minutos.
home-waiting = En espera
home-waiting-until = Vale a partir del { $until }. Si no fuiste tú, páralo.
home-waiting-confirm = ¿Fuiste tú, y tienes el teléfono que ya está configurado? Entonces no hace falta esperar.
home-held = Has iniciado sesión con un código de respaldo y aún no conocemos este dispositivo. Puedes leer tu correo como siempre. Un teléfono nuevo o una hoja nueva tardan un tiempo en valer. Hasta el { $until } no se pueden cambiar tu contraseña ni tus direcciones, ni quitar tu teléfono. Así no puede entrar un ladrón que haya encontrado tu hoja.
home-protections = Lo que protege tu buzón
home-password = Contraseña
home-password-since = Sin cambios desde el { $since }
home-password-off = Aún sin elegir
home-password-imported = La del sistema anterior
home-passkeys = { $count ->
    [0] Ninguna todavía
    [one] Una llave de acceso te deja entrar
   *[other] { $count } llaves de acceso te dejan entrar
}
home-phone = Teléfono
home-phone-on = Tu segundo paso desde el { $since }
home-phone-shut = Bloqueado desde que se congeló la cuenta
home-phone-off = Aún sin configurar
home-codes-on =
    { $left ->
        [one] Queda 1 código de { $of }
       *[other] Quedan { $left } códigos de { $of }
    }
home-codes-left =
    { $left ->
        [one] Queda 1 código
       *[other] Quedan { $left } códigos
    }
home-codes-shut = Bloqueados desde que se congeló la cuenta
home-codes-off = Ninguno todavía
home-outside = Dirección externa
home-outside-off = Ninguna todavía
home-outside-one = { $address }. Añade otra: si pierdes la primera, nadie se entera de nada fuera de aquí
home-codes = Códigos de respaldo
home-drill = Simulacro
home-activity = Últimamente
home-activity-all = Todo lo que ha pasado
home-sign-out-everywhere = Cerrar sesión en todas partes
home-mail-in-folder = El correo no se está enviando. Se guarda en una carpeta del servidor. Configura tu servidor de correo en Counterfoil antes de invitar a nadie.

## A device

device-on = { $browser } en { $system }
device-browser = un navegador

## Changes that wait

change-totp = Un teléfono nuevo pasa a ser tu segundo paso.
change-passkey = Una llave de acceso nueva empieza a abrir tu cuenta.
change-sheet = Una hoja de códigos nueva ocupa el lugar de la anterior.
change-replacement = El reemplazo de un código usado empieza a valer.
change-re-enrolment = Una contraseña nueva y un teléfono nuevo ocupan el lugar de todo lo que tenías.
change-address-add = Una dirección externa nueva empieza a recibir todos los avisos.
change-address-remove = Una dirección externa deja de recibir avisos.
change-address-replace = Una dirección externa nueva ocupa el lugar de otra.
changes-title = ¿Hacerlo ahora?
changes-passkey-lead = Usa una llave de acceso que ya valga. Demuestra que lo pediste tú.
changes-lead = Escribe las seis cifras del teléfono que ahora es tu segundo paso. Demuestran que lo pediste tú.
changes-no-phone = Ahora no tienes ningún teléfono activo, así que hay que esperar. Si no fuiste tú, páralo en la página de inicio.
changes-done-title = Hecho
changes-done-lead = Lo que estaba en espera ya vale.
changes-done-then = No queda nada más por hacer.
changes-stopped-title = El cambio está parado
changes-stopped-lead = Todo sigue como estaba.
changes-stopped-then = ¿No lo pediste tú? Entonces puede que otra persona sepa tu contraseña. Cámbiala ahora.

## Password

password-title = Cambia tu contraseña
password-lead = Al menos { $least } caracteres. Más vale larga que rara: cuatro o cinco palabras de cada día hacen una contraseña fuerte.
password-current = Tu contraseña de ahora
password-new = Tu contraseña nueva
password-suggestion = Si quieres, usa estas palabras:
password-suggestion-hint = Elegidas al azar, ahora mismo, para ti. No las guardamos, a menos que las escribas arriba.
password-wrong = Esa no es tu contraseña de ahora.
password-short = Es demasiado corta. Pon al menos { $least } caracteres.
password-long = Es demasiado larga. Pon como mucho 1024 caracteres.
password-common = Mucha gente usa esta contraseña, así que los ladrones la prueban primero. Elige otra.
password-personal = Eso es tu dirección o un nombre, así que los ladrones lo prueban primero. Elige otra cosa.
password-same = Esa ya es tu contraseña. Elige otra.
password-missing = Escribe una contraseña.
password-not-before = Has iniciado sesión con un código de respaldo y aún no conocemos este dispositivo. Podrás cambiar tu contraseña a partir del { $at }. Si tienes tu teléfono, inicia sesión con él: así no hace falta esperar.
password-done-title = Tu contraseña ha cambiado
password-done-lead = Se ha cerrado la sesión en los demás dispositivos. La contraseña anterior ya no vale.
password-done-then = Usa la nueva también en tus programas de correo.

## Phone

two-step-title = Tu teléfono
two-step-passkeys = { $count ->
    [one] Una llave de acceso es tu segundo paso.
   *[other] { $count } llaves de acceso son tu segundo paso.
}
two-step-passkey-first = El segundo paso más rápido: tu huella, tu cara o el PIN de tu dispositivo, y nada que escribir. Ninguna página copiada te lo puede robar.
two-step-digits-title = Cifras de tu teléfono
two-step-on = Tu teléfono es tu segundo paso desde el { $since }.
two-step-off = Tu teléfono aún no está configurado. Cuando lo esté, iniciarás sesión con tu contraseña y seis cifras del teléfono. Quien robe tu contraseña seguirá sin poder entrar.
two-step-app = Necesitas una aplicación de códigos, como la de tu gestor de contraseñas. Sirve cualquier aplicación que lea estas imágenes.
two-step-new-phone = ¿Tienes un teléfono nuevo? Configúralo aquí mientras el anterior aún funciona.
two-step-remove = Quitar mi teléfono
two-step-set-up-title = Configura tu teléfono
two-step-set-up-lead = Abre la aplicación de códigos de tu teléfono y deja que lea esta imagen.
two-step-qr = Una imagen para la aplicación de códigos de tu teléfono. Al lado está la misma clave, para escribirla.
two-step-scan = Lee la imagen con tu aplicación de códigos.
two-step-key = ¿No puedes leerla? Escribe esta clave en la aplicación:
two-step-digits = Las seis cifras que muestra ahora tu teléfono
two-step-wrong = Esas no son las cifras que esperábamos. Espera las siguientes y escríbelas. Comprueba que el reloj de tu teléfono va en hora.
two-step-late-title = Esa imagen es demasiado antigua
two-step-late = Se tardó demasiado, o se hizo una imagen más reciente. Empieza de nuevo con otra.
two-step-done-title = Tu teléfono está configurado
two-step-done-lead = Desde ahora inicias sesión con tu contraseña y seis cifras de este teléfono.
two-step-done-then = Los teléfonos se pierden. Con códigos de respaldo en papel podrás entrar igual.
two-step-staged-title = Tu teléfono está listo y en espera
two-step-staged = Empieza a valer el { $until }, porque aún no conocemos este dispositivo.
two-step-staged-then = Si encuentras tu teléfono anterior, puedes hacer que el nuevo valga enseguida en la página de inicio. Si no fuiste tú quien lo configuró, páralo allí.
two-step-waits = Hay un teléfono nuevo configurado. Empieza a valer el { $until }.
two-step-shut = Tu teléfono está bloqueado, porque al congelar tu cuenta nos dijiste que te lo robaron. Configura aquí el nuevo. Ocupa su lugar.
two-step-disabled = Tu teléfono ya no es tu segundo paso, porque hubo cien intentos fallidos. Puede que alguien estuviera adivinando. Configúralo de nuevo.
two-step-not-before = Has iniciado sesión con un código de respaldo y aún no conocemos este dispositivo. Podrás quitar tu teléfono a partir del { $at }.
two-step-remove-title = ¿Quitar tu teléfono?
two-step-remove-lead = Entonces tu contraseña sola abrirá tu buzón. Eso es mucho más débil.
two-step-remove-passkeys = { $count ->
    [one] Tu llave de acceso sigue siendo tu segundo paso.
   *[other] Tus { $count } llaves de acceso siguen siendo tu segundo paso.
}
two-step-remove-codes =
    { $left ->
        [one] Entonces necesitarás un código de respaldo con tu contraseña cada vez que inicies sesión, y solo queda uno.
       *[other] Entonces necesitarás un código de respaldo con tu contraseña cada vez que inicies sesión, y quedan { $left }.
    }
two-step-remove-instead = Si tienes un teléfono nuevo, mejor configura ese: ocupa el lugar del anterior.
two-step-removed-title = Has quitado tu teléfono
two-step-removed-lead = Sus cifras ya no abren tu buzón.
two-step-removed-then = Configura otro teléfono en cuanto lo tengas.

## Outside addresses

addresses-title = Direcciones externas
addresses-lead = Aquí te avisamos cuando algo afecta a tus códigos, tu teléfono o tu contraseña. Pon direcciones que se abran sin este buzón. Nunca enviamos códigos de respaldo allí.
addresses-empty = Aún no tienes ninguna. Si alguien se hiciera con tu buzón, no te enterarías.
addresses-second = Tienes una. Añade otra: si pierdes la primera, alguien podría cambiar cosas aquí y nadie se enteraría fuera.
addresses-verified = Bien. Confirmada el { $on }
addresses-inside = Confirmada el { $on }, pero también es de este servicio de correo: quien se haga con un buzón puede hacerse con los dos. Añade una de otro sitio.
addresses-unverified = Sin confirmar. Escribe el código que enviamos allí.
addresses-waiting = Cuenta a partir del { $until }, a menos que se pare desde una de tus otras direcciones.
addresses-leaving = Quitada. Recibe todos los avisos hasta el { $until }, y desde cualquiera de tus direcciones se puede parar esto.
addresses-type-code = Escribir el código
addresses-keep = Recuperarla
addresses-review = ¿Sigue siendo tuya esta dirección, y lees su correo?
addresses-review-yes = Sí
addresses-review-no = No, quitarla
addresses-review-later = Ahora no
addresses-reviewed = Gracias. Te lo volveremos a preguntar dentro de un tiempo.
addresses-reviewed-later = Te lo volveremos a preguntar dentro de dos semanas.
addresses-bouncing = No pudimos llegar a esta dirección: el { $since } se devolvió un aviso. Puede que su buzón esté lleno. Si ya no es tuya, quítala.
addresses-unreachable = No llegamos a esta dirección desde el { $since }. Arréglala y vuelve a probar, o quítala y añade una que funcione.
addresses-try-again = Vuelve a funcionar: probarla
addresses-reached = Volvemos a llegar a { $address }.
addresses-well = De esa dirección no se ha devuelto nada últimamente. No hay nada que probar.
addresses-add = Añadir una dirección
addresses-field = Otra dirección de correo tuya
addresses-field-hint = Que no sea de este buzón ni se reenvíe a él.
addresses-label = Cómo la llamas tú
addresses-label-hint = Por ejemplo: la del trabajo, la de mi hermana. Esto solo lo ves tú.
addresses-change-title = Otra dirección en su lugar
addresses-change-link = Cambiarla
addresses-change-lead = Enviamos un código a la dirección nueva. Cuando lo hayas escrito, { $address } ya no recibe códigos, y la nueva espera antes de contar. Hasta entonces, los avisos llegan a { $address }, y se puede parar el cambio desde cualquiera de tus direcciones.
addresses-change-field = La dirección nueva
addresses-change-gone = Esa dirección no cuenta, así que nada puede ocupar su lugar. Mejor añade una nueva.
addresses-changed = { $address } está confirmada. Ocupa su lugar el { $until }. Avisamos a tus otras direcciones, y hasta entonces se puede parar desde ellas.
addresses-name-title = ¿Cómo llamas a esta dirección?
addresses-name-link = Ponerle nombre
addresses-own = Esa es la de este buzón. Pon una dirección de otro sitio.
addresses-twice = Esa dirección ya está en tu lista.
addresses-full = No caben más direcciones. Quita una primero.
addresses-too-often = Acabamos de enviar muchos códigos. Podrás pedir otro a partir del { $at }.
addresses-not-before = Has iniciado sesión con un código de respaldo y aún no conocemos este dispositivo. Podrás cambiar tus direcciones a partir del { $at }.
addresses-removed = { $address } ya no cuenta. Recibe todos los avisos hasta el { $until }, y hasta entonces se puede parar esto desde cualquiera de tus direcciones.
addresses-gone = { $address } ya no está en la lista.
addresses-named = El nombre está guardado.
addresses-confirmed = { $address } está confirmada. Desde ahora, los avisos sobre tu buzón llegan allí.
addresses-confirmed-waits = { $address } está confirmada. Cuenta a partir del { $until }. Avisamos a tus otras direcciones, y hasta entonces se puede parar desde ellas.
addresses-phrase = Las palabras de nuestros correos
addresses-phrase-on = Has elegido unas palabras que aparecen en todos nuestros correos. Un correo sin ellas no es nuestro.
addresses-phrase-off = Elige unas palabras que aparezcan en todos nuestros correos. Así puedes distinguirlos de uno falso.
addresses-phrase-link = Elegir las palabras
addresses-phrase-change = Cambiar las palabras
addresses-code-title = Escribe el código
addresses-code-lead = Hemos enviado un código a { $address }. Tiene ocho cifras y vale un día.
addresses-code-over = El código que enviamos a { $address } ya no vale. Pide otro.
addresses-code-field = El código de ese correo
addresses-code-hint = ¿No ha llegado? Mira en el correo no deseado y espera unos minutos.
addresses-code-not-eight = Eso no son ocho cifras. Mira otra vez el correo.
addresses-code-wrong =
    { $left ->
        [0] Ese no es el código. Ahora ya no vale. Pide otro.
        [one] Ese no es el código. Mira el correo más reciente. Te queda un intento.
       *[other] Ese no es el código. Mira el correo más reciente. Te quedan { $left } intentos.
    }

## The words in our mail

phrase-title = Las palabras de nuestros correos
phrase-lead = Unas palabras que solo sabemos tú y nosotros. Aparecen en todos nuestros correos, así que un correo sin ellas no es nuestro. Nunca las mostramos antes de que inicies sesión, y nunca te las pedimos.
phrase-field = Tus palabras
phrase-hint = De { $least } a { $most } caracteres. Pon algo que no adivinaría nadie que te conozca. Que no sea una contraseña.
phrase-setup-hint = Aparecerán en todos nuestros correos, para que puedas distinguirlos de uno falso. También puedes elegirlas más tarde.
phrase-none = Déjalo vacío si no quieres ninguna.
phrase-done = Las palabras están guardadas. Desde ahora aparecen en todos nuestros correos.
phrase-gone = Ya no hay palabras. Nuestros correos llegan sin ninguna.
phrase-too-short = Es demasiado corto. Pon al menos { $least } caracteres.
phrase-too-long = Es demasiado largo. Pon como mucho { $most } caracteres.
phrase-character = Pon solo letras, cifras y espacios. Una dirección ahí parecería un enlace.

## Stopping a change from a notice

stop-link-title = ¿Parar este cambio?
stop-what-passkey = Una llave de acceso nueva está a punto de abrir { $account }.
stop-what-totp = Un teléfono nuevo está a punto de ser el segundo paso de { $account }.
stop-what-sheet = Una hoja nueva de códigos de respaldo está a punto de valer para { $account }.
stop-what-replacement = El reemplazo de un código de respaldo usado está a punto de valer para { $account }.
stop-what-re-enrolment = Una contraseña nueva y un teléfono nuevo están a punto de abrir { $account }.
stop-what-address-add = Una dirección nueva está a punto de recibir los avisos de seguridad de { $account }.
stop-what-address-remove = Una dirección está a punto de dejar de recibir los avisos de seguridad de { $account }.
stop-what-address-replace = Una dirección nueva está a punto de recibir los avisos de seguridad de { $account } en lugar de otra.
stop-link-lead = { $what } Todavía no vale. Si no lo pediste tú, páralo.
stop-link-button = Parar
stop-link-otherwise = ¿Fuiste tú? Cierra esta página. El cambio se hará cuando llegue su hora.
stop-done-title = El cambio está parado
stop-done-lead = Todo sigue como estaba.
stop-done-then = Puede que otra persona sepa tu contraseña. Inicia sesión, cámbiala y cierra sesión en todas partes.

## Everything was lost

re-enrol-title = Recupera tu buzón
re-enrol-lead = El equipo de soporte ha abierto este camino para la persona a quien pertenece { $address }. Eliges una contraseña nueva y configuras un teléfono. Nadie más llega a conocerlos.
re-enrol-hold = Avisamos a quien deba saberlo. Tu contraseña y tu teléfono nuevos empiezan a valer al cabo de un día.
re-enrol-done-title = Tu buzón vuelve a ser tuyo
re-enrol-done-lead = Tu contraseña y tu teléfono nuevos están listos. Empiezan a valer al cabo de un día, para que pueda hablar quien haya sido víctima de un engaño.
re-enrol-done-then = Inicia sesión entonces y, antes que nada, consigue códigos de respaldo nuevos.

## Strength of a password (said while it is typed)

strength-empty = Escribe, y te decimos lo fuerte que es.
strength-score-0 = Muy débil: se adivinaría al instante.
strength-score-1 = Débil: se adivinaría pronto.
strength-score-2 = Regular: un ladrón con paciencia la adivinaría.
strength-score-3 = Fuerte
strength-score-4 = Muy fuerte
strength-warning-row-of-keys = Las teclas seguidas son fáciles de adivinar.
strength-warning-keyboard-pattern = Los dibujos cortos en el teclado son fáciles de adivinar.
strength-warning-one-character = Un carácter muchas veces es fácil de adivinar.
strength-warning-repeat = Lo mismo dos veces apenas es más difícil de adivinar que una.
strength-warning-top-10 = Es una de las diez contraseñas más comunes.
strength-warning-top-100 = Es una de las cien contraseñas más comunes.
strength-warning-common = Es una contraseña muy común.
strength-warning-like-common = Se parece mucho a una contraseña común.
strength-warning-sequence = Las series como abc o 6543 son fáciles de adivinar.
strength-warning-year = Los años de nuestra época son fáciles de adivinar.
strength-warning-one-word = Una palabra sola es fácil de adivinar.
strength-warning-date = Las fechas son fáciles de adivinar.
strength-warning-one-name = Un nombre solo es fácil de adivinar.
strength-warning-common-name = Los nombres comunes son fáciles de adivinar.
strength-advice-few-words = Pon unas cuantas palabras que no vayan juntas.
strength-advice-no-symbols-needed = No hacen falta símbolos, cifras ni mayúsculas.
strength-advice-another-word = Añade una o dos palabras. Mejor si son raras.
strength-advice-capital = Una mayúscula al principio no ayuda mucho.
strength-advice-capitals = Todo en mayúsculas es casi tan fácil de adivinar como sin ellas.
strength-advice-reversed = Una palabra al revés apenas es más difícil de adivinar.
strength-advice-substitution = Poner @ en vez de a no ayuda mucho.
strength-advice-keyboard = Si haces un dibujo en el teclado, que sea más largo y con más vueltas.
strength-advice-repeats = Evita decir lo mismo dos veces.
strength-advice-sequences = Evita las series.
strength-advice-recent-years = Evita los años de nuestra época.
strength-advice-your-years = Evita los años que tengan que ver contigo.
strength-advice-your-dates = Evita las fechas y los años que tengan que ver contigo.

## What happened, one line each

event-account-invited = Recibiste una invitación
event-account-created = Se abrió la cuenta
event-account-suspended = El equipo del servicio suspendió la cuenta
event-account-unsuspended = El equipo del servicio levantó la suspensión
event-reenrolment-asked = Una persona del equipo pidió a otra abrir el camino a una contraseña y un segundo paso nuevos
event-reenrolment-opened = El equipo del servicio abrió el camino a una contraseña y un segundo paso nuevos
event-account-reenrolled = Todo se había perdido, y se pusieron una contraseña y un segundo paso nuevos. Valen a partir del { $until }
event-signed-in = Inicio de sesión
event-signed-in-from-new-device = Inicio de sesión en un dispositivo nuevo
event-sign-in-refused = Se escribió una contraseña equivocada { $count } veces
event-second-step-refused = Se escribió la contraseña correcta y después un segundo paso equivocado
event-signed-out = Cierre de sesión
event-session-ended = Se cerró la sesión en un dispositivo
event-signed-out-elsewhere = Se cerró la sesión en los demás dispositivos
event-signed-out-everywhere = Se cerró la sesión en todos los dispositivos
event-device-forgotten = Se olvidó un dispositivo
event-stepped-up = Se demostró otra vez la identidad
event-password-set = Se eligió una contraseña
event-password-changed = Se cambió la contraseña
event-password-reset = Se reemplazó la contraseña olvidada, con un código de respaldo y el teléfono
event-passkey-added = Se añadió la llave de acceso «{ $label }»
event-passkey-staged = Se añadió la llave de acceso «{ $label }». Vale a partir del { $until }
event-passkey-removed = Se quitó la llave de acceso «{ $label }»
event-passkey-renamed = La llave de acceso «{ $was }» se llama ahora «{ $label }»
event-passkey-copied = La llave de acceso «{ $label }» no abrió nada: puede que alguien la copiara
event-totp-staged = Se configuró un teléfono. Vale a partir del { $until }
event-totp-activated = Un teléfono pasó a ser el segundo paso
event-totp-removed = Se quitó el teléfono
event-totp-disabled = Se desactivó el teléfono tras cien intentos fallidos
event-outside-address-added = Se añadió la dirección externa { $address }
event-outside-address-verified = Se confirmó la dirección externa { $address }
event-outside-address-staged = Se confirmó la dirección externa { $address }. Cuenta a partir del { $until }
event-address-code-used-up = Se escribieron diez códigos equivocados para la dirección externa { $address }
event-address-reviewed =
    { $answer ->
        [yes] Se repasó la dirección externa { $address }: sigue siendo correcta
       *[later] Se dejó para más tarde repasar la dirección externa { $address }
    }
event-phrase-changed =
    { $what ->
        [gone] Se quitaron las palabras de nuestros correos
       *[set] Se cambiaron las palabras de nuestros correos
    }
event-outside-address-removed = Se quitó la dirección externa { $address }
event-outside-address-replaced = La dirección externa { $address } ocupa el lugar de { $old }. Cuenta a partir del { $until }
event-address-code-mailed = Se envió un código a la dirección externa { $address }, para ver si el correo vuelve a llegar
event-outside-address-reached = { $how ->
    [code] El correo vuelve a llegar a la dirección externa { $address }: se escribió el código enviado allí
   *[delivered] Un aviso volvió a llegar a la dirección externa { $address }
}
event-outside-address-unreached = { $reach ->
    [unreachable] No llega nada a la dirección externa { $address }
   *[bouncing] Un aviso no llegó a la dirección externa { $address }
}
event-codes-shown = Se hizo la hoja { $sheet }
event-codes-discarded = Se perdieron unos códigos de respaldo mostrados, porque no se volvió a escribir ninguno
event-codes-staged = Se confirmó la hoja { $sheet }. Vale a partir del { $until }
event-codes-activated = Se activaron los códigos de respaldo, con la hoja { $sheet }
event-codes-renewed = La hoja { $sheet } reemplazó a la anterior
event-codes-retired = Los códigos de respaldo dejaron de valer
event-sheet-lost = Se avisó de que la hoja { $sheet } se había perdido, y sus códigos dejaron de valer
event-codes-disabled = Se desactivaron los códigos de la hoja { $sheet } tras cien intentos fallidos
event-renewal-forced =
    { $what ->
        [password] Se pidió una contraseña nueva, porque puede que robaran una clave
        [phone] Hay que configurar otra vez tu teléfono, porque puede que robaran una clave
        [sheet] Se pidió una hoja nueva, porque puede que robaran una clave
        [nothing] Hay contraseñas de aplicación que dejan de valer el { $until }, porque puede que robaran una clave
       *[several] Se pidió renovar lo que protege tu buzón, porque puede que robaran una clave
    }
event-code-redeemed =
    { $left ->
        [0] El código de respaldo { $code } abrió el buzón. No queda ningún código
        [one] El código de respaldo { $code } abrió el buzón. Queda 1 código
       *[other] El código de respaldo { $code } abrió el buzón. Quedan { $left } códigos
    }
event-old-code-typed = Se escribió un código de respaldo antiguo, el { $code }; no abrió nada
event-replacement-drawn = Se mostró el código { $code }, en lugar del código { $replaces }
event-replacement-confirmed = Se volvió a escribir el código { $code }; ya vale
event-paper-noted =
    { $what ->
        [gone] Se quitó una nota de dónde está la hoja
       *[noted] Se apuntó dónde está la hoja
    }
event-drill-passed = Un simulacro salió bien
event-drill-failed = Un simulacro salió mal
event-code-checked = Se comprobó el código de respaldo { $code }, sin gastarlo
event-guess-limit-reached = Tantos intentos fallidos que el siguiente tuvo que esperar
event-change-scheduled =
    { $change ->
        [totp] Se configuró un teléfono nuevo. Vale a partir del { $until }
        [passkey] Se añadió una llave de acceso nueva. Vale a partir del { $until }
        [sheet] Se confirmó una hoja nueva. Vale a partir del { $until }
        [replacement] Se volvió a escribir el reemplazo de un código usado. Vale a partir del { $until }
       *[other] Se pusieron una contraseña y un teléfono nuevos. Valen a partir del { $until }
    }
event-change-applied =
    { $change ->
        [totp] El teléfono nuevo ya vale
        [passkey] La llave de acceso nueva ya vale
        [sheet] La hoja nueva ya vale
        [replacement] El reemplazo de un código usado ya vale
        [address-add] La dirección externa nueva ya cuenta
        [address-remove] La dirección externa que se quitó ya no recibe avisos
        [address-replace] La dirección externa nueva ya cuenta, y la anterior ya no recibe avisos
       *[other] La contraseña y el teléfono nuevos ya valen
    }
event-change-stopped =
    { $change ->
        [totp] Se paró un teléfono nuevo antes de que valiera
        [passkey] Se paró una llave de acceso nueva. No abre nada
        [sheet] Se paró una hoja nueva antes de que valiera
        [replacement] Se paró el reemplazo de un código usado antes de que valiera
        [address-add] Se paró una dirección externa nueva antes de que contara
        [address-remove] Se recuperó una dirección externa
        [address-replace] Se paró una dirección externa nueva, y se recuperó la anterior
       *[other] Se pararon una contraseña y un teléfono nuevos antes de que valieran
    }
event-frozen =
    { $taken ->
        [phone] Se congeló la cuenta, porque robaron el teléfono
        [paper] Se congeló la cuenta, porque robaron la hoja de códigos
       *[other] Se congeló la cuenta
    }
event-thawed =
    { $taken ->
        [phone] Se volvió a abrir la cuenta congelada. El teléfono robado no abre nada, ni tampoco ninguna llave de acceso
       *[other] Se volvió a abrir la cuenta congelada. Los códigos de la hoja no abren nada
    }
event-found-again =
    { $what ->
        [phone] Apareció el teléfono que se había bloqueado al congelar la cuenta, y vuelve a valer
        [passkey] Se volvió a usar la llave de acceso que se había bloqueado al congelar la cuenta, y vale
       *[other] Apareció la hoja de códigos que se había bloqueado al congelar la cuenta, y vuelve a valer
    }
event-app-password-made = Se creó la contraseña de aplicación «{ $label }»
event-app-password-removed = Se quitó la contraseña de aplicación «{ $label }»
event-mail-signed-in =
    { $by ->
        [main-password] Un programa de correo inició sesión con tu contraseña principal ({ $protocol })
       *[other] Un programa de correo inició sesión con «{ $label }» ({ $protocol })
    }
event-mail-refused = Se rechazó un programa de correo ({ $protocol })
event-main-password-tried = Un programa de correo probó una contraseña que no es de aplicación
event-app-opened = Se abrió { $app }
event-app-signed-out = Se cerró la sesión de { $app }
event-token-reused = Una clave de { $app } se usó dos veces, así que se cerró su sesión
event-sending-held = Se envió tanto correo de una vez que está retenido
event-filter-switched-off = Se desactivó el filtro de correo «{ $label }»
event-account-imported = El buzón vino del sistema anterior
event-account-erased = La aplicación borró la cuenta
banner-aside = Lo que conviene que sepas
banner-title = Esto ha pasado desde la última vez que miraste
banner-more =
    { $count ->
        [one] Y 1 cosa más: la tienes en «Lo que ha pasado».
       *[other] Y { $count } cosas más: las tienes en «Lo que ha pasado».
    }
banner-seen = Todo eso está bien
banner-freeze = Si no fuiste tú, congela la cuenta
event-history-erased = Se borraron unos sucesos, menos su tipo y su hora
event-event-answered =
    { $answer ->
        [me] Dijiste de algo de esta lista que fuiste tú
       *[other] Dijiste de algo de esta lista que no fuiste tú
    }
event-intruder-reported = Se informó de un intruso en { $address }, y la cuenta está congelada
event-advisory-mailed = Te enviamos por correo: { $title }
event-reminded = Te enviamos por correo lo que hay que hacer
event-digest-mailed = Te enviamos por correo lo que pasó en un año
event-policy-changed = Cambiaron las reglas: «{ $setting }». Antes: { $was }. Ahora: { $now }
event-policy-change-waits = Una regla menos estricta está en espera: «{ $setting }». Ahora: { $was }. A partir del { $until }: { $now }
event-policy-change-stopped = Se paró una regla menos estricta: «{ $setting }». Se queda así: { $was }
event-api-app-added = Se dio acceso al programa { $app }
event-api-app-removed = Se quitó el acceso al programa { $app }
event-api-key-made = Se creó una clave para el programa { $app }. Puede: { $scopes }
event-api-key-revoked = Se revocó una clave del programa { $app }
event-codes-required = Te avisamos de que los códigos de respaldo son obligatorios a partir del { $until }
event-backup-restored =
    { $sheets ->
        [kept] El servicio se restauró con una copia del { $until }, y se cerraron todas las sesiones
       *[retired] El servicio se restauró con una copia del { $until }. Se cerraron todas las sesiones, y todas las hojas dejaron de valer
    }
event-keys-rotated = El equipo del servicio cambió las claves
