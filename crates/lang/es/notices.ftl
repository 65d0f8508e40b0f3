### Spanish: what is mailed when something happened. «Alguien» stays neutral: it may have been the owner.
### The words for things stand in GLOSSARY.md.

## The frame of every notice

notice-hello = Hola, { $name }:
notice-when = Cuándo: { $moment } ({ $zone })
notice-when-here = Cuándo: { $moment }
notice-where = Desde: { $network }
notice-device = Dispositivo: { $device }
notice-account = Se trata de la cuenta { $account }. Lees esto porque sus avisos llegan a esta dirección.
notice-phrase = Tus palabras: { $phrase }
notice-freeze = Si no fuiste tú, congela la cuenta aquí. Después nadie puede iniciar sesión hasta que demuestres quién eres. El enlace vale una vez, hasta el { $until }:
notice-freeze-too = O congela la cuenta entera, para que nadie pueda iniciar sesión hasta que demuestres quién eres. Este enlace vale una vez, hasta el { $until }:
notice-account-only = Se trata de la cuenta { $account }.
notice-staff = Nadie de nuestro equipo de soporte te pedirá nunca un código. Si alguien lo hace, no somos nosotros.
notice-help = Si necesitas ayuda, pregunta a quienes gestionan { $service }.

## Things to do that several notices share

notice-sign-out = Si no fuiste tú, inicia sesión en { $url } y elige «Cerrar sesión en todas partes».
notice-forgot-password = Si no fuiste tú, ve ahora a { $url } y elige «He olvidado mi contraseña».
notice-password-known = Si no fuiste tú, alguien sabe tu contraseña: inicia sesión en { $url } y elige una nueva.
notice-lost-sheet = Si no fuiste tú, inicia sesión en { $url } y elige «He perdido mi hoja»: sus códigos se anulan al instante.
notice-print = Inicia sesión en { $url } e imprime una hoja nueva.
notice-stop = Si no fuiste tú, páralo aquí:
notice-operators-ask = Lees esto porque formas parte del equipo del servicio. Si nadie del equipo lo quería, inicia sesión en { $url } y mira en «Gestión del servicio».
notice-ask = Si no sabes por qué, pregunta ahora a una persona: las últimas líneas de este mensaje dicen cómo.

## The account

notice-account-invited-subject = Tienes una invitación a { $service }
notice-account-invited-body = El buzón { $address } está listo para ti. Eliges una contraseña, y entonces es tuyo.
notice-account-invited-link = Ábrelo aquí. El enlace vale una vez, en un plazo de siete días:

notice-account-created-subject = Tu cuenta está abierta
notice-account-created-body = Se aceptó la invitación y se eligió una contraseña. Desde ahora te avisamos de todo lo que cambie cómo se abre la cuenta.
notice-account-created-do = { notice-ask }

notice-account-suspended-subject = Tu cuenta está suspendida
notice-account-suspended-body = El equipo del servicio suspendió la cuenta. Nadie puede iniciar sesión ahora. No se ha borrado nada.
notice-account-suspended-do = { notice-ask }

notice-account-unsuspended-subject = Tu cuenta vuelve a funcionar
notice-account-unsuspended-body = El equipo del servicio levantó la suspensión. Puedes iniciar sesión como antes.
notice-account-unsuspended-do = { notice-ask }

notice-reenrolment-asked-subject = Se ha pedido una contraseña nueva para tu cuenta
notice-reenrolment-asked-body = Al equipo del servicio le dijeron que se había perdido todo: la contraseña o el teléfono, y la hoja. Todavía no ha cambiado nada. Otra persona del equipo tiene que estar de acuerdo antes del { $until }, y después nada se abre durante un día.
notice-reenrolment-asked-do = Si no lo pediste tú, llama ahora a una persona: las últimas líneas de este mensaje dicen cómo.

notice-reenrolment-opened-subject = Tu cuenta está a punto de tener una contraseña nueva
notice-reenrolment-opened-body = El equipo del servicio hizo un enlace que pone una contraseña y un teléfono nuevos. Quien tenga el enlace puede usarlo durante 24 horas.
notice-reenrolment-opened-do = Si no lo pediste tú, llama ahora a una persona: las últimas líneas de este mensaje dicen cómo.

notice-account-reenrolled-subject = Tu cuenta tiene una contraseña y un teléfono nuevos
notice-account-reenrolled-body = Se usó el enlace del equipo. La contraseña, el teléfono y la hoja anteriores ya no valen. Nadie entra antes del { $until }, para que haya tiempo de pararlo.
notice-account-reenrolled-do = Si no fuiste tú, llama ahora a una persona: las últimas líneas de este mensaje dicen cómo.
notice-account-reenrolled-link = { notice-stop }

## Signing in

notice-signed-in-from-new-device-subject = Inicio de sesión en un dispositivo nuevo
notice-signed-in-from-new-device-body = Alguien inició sesión en la cuenta desde un dispositivo que no conocemos.
notice-signed-in-from-new-device-do = { notice-sign-out }

notice-sign-in-refused-subject = { $count } contraseñas equivocadas para tu cuenta
notice-sign-in-refused-body = Alguien escribió una contraseña equivocada para tu cuenta { $count } veces. Así no entró nadie. Te avisamos de esto como mucho una vez al día.
notice-sign-in-refused-do = Si no fuiste tú, no hace falta que hagas nada. Con un segundo paso, tu cuenta sigue cerrada aunque alguien adivine la contraseña: míralo en { $url }.

notice-second-step-refused-subject = La contraseña correcta, y un segundo paso equivocado
notice-second-step-refused-body = Alguien escribió tu contraseña y después un segundo paso equivocado. No entró.
notice-second-step-refused-do = { notice-password-known }

notice-signed-out-elsewhere-subject = Se cerró tu sesión en los demás dispositivos
notice-signed-out-elsewhere-body = Se cerraron todas las sesiones de la cuenta menos una. En cada uno de los demás dispositivos hay que iniciar sesión de nuevo.
notice-signed-out-elsewhere-do = { notice-password-known }

notice-signed-out-everywhere-subject = Se cerró tu sesión en todas partes
notice-signed-out-everywhere-body = Se cerraron todas las sesiones de la cuenta. En cada dispositivo hay que iniciar sesión de nuevo.
notice-signed-out-everywhere-do = { notice-password-known }

notice-guess-limit-reached-subject = Alguien intenta adivinar tu segundo paso
notice-guess-limit-reached-body = Hubo tantos intentos fallidos que el siguiente tiene que esperar. Tras cien intentos fallidos seguidos, se desactiva lo que se intentaba adivinar.
notice-guess-limit-reached-do = { notice-password-known }

## The password

notice-password-set-subject = Tu cuenta tiene una contraseña
notice-password-set-body = Se eligió la primera contraseña de la cuenta.
notice-password-set-do = { notice-ask }

notice-password-changed-subject = Se cambió tu contraseña
notice-password-changed-body = Alguien que sabía la contraseña anterior eligió una nueva. La anterior ya no vale.
notice-password-changed-do = { notice-forgot-password }

notice-password-reset-subject = Se reemplazó tu contraseña olvidada
notice-password-reset-body = Alguien eligió una contraseña nueva con un código de respaldo y el teléfono o una llave de acceso. La contraseña anterior ya no vale.
notice-password-reset-do = { notice-forgot-password }

## The phone

notice-totp-staged-subject = Un teléfono nuevo está en espera
notice-totp-staged-body = Alguien configuró un teléfono para la cuenta después de usarse un código de respaldo en un dispositivo que no conocemos. Por eso el teléfono espera: no abre nada antes del { $until }.
notice-totp-staged-do = { notice-sign-out }
notice-totp-staged-link = { notice-stop }

notice-totp-activated-subject = Un teléfono es tu segundo paso
notice-totp-activated-body = Desde ahora, seis cifras de un teléfono recién configurado abren la cuenta, junto con la contraseña.
notice-totp-activated-do = Si no fuiste tú, inicia sesión en { $url } y elige «Quitar mi teléfono».

notice-totp-removed-subject = Se quitó tu teléfono
notice-totp-removed-body = Sus cifras ya no abren la cuenta.
notice-totp-removed-do = { notice-password-known }

notice-totp-disabled-subject = Tu teléfono ya no es tu segundo paso
notice-totp-disabled-body = Hubo cien intentos fallidos seguidos. Las cifras del teléfono ya no abren la cuenta. Un código de respaldo sí.
notice-totp-disabled-do = { notice-password-known }

## Passkeys. $label is the owner's name for it.

notice-passkey-added-subject = Se añadió una llave de acceso a tu cuenta
notice-passkey-added-body = Desde ahora, la llave de acceso «{ $label }» abre la cuenta: con el dispositivo en el que está y su huella, su cara o su PIN.
notice-passkey-added-do = Si no fuiste tú, inicia sesión en { $url }, elige «Llaves de acceso» y quítala.

notice-passkey-staged-subject = Una llave de acceso nueva está en espera
notice-passkey-staged-body = Alguien añadió la llave de acceso «{ $label }» después de usarse un código de respaldo en un dispositivo que no conocemos. Por eso espera: no abre nada antes del { $until }.
notice-passkey-staged-do = { notice-sign-out }
notice-passkey-staged-link = { notice-stop }

notice-passkey-removed-subject = Se quitó una llave de acceso
notice-passkey-removed-body = La llave de acceso «{ $label }» ya no abre la cuenta.
notice-passkey-removed-do = { notice-password-known }

notice-passkey-renamed-subject = Una llave de acceso tiene otro nombre
notice-passkey-renamed-body = La llave de acceso «{ $was }» se llama ahora «{ $label }». Abre la cuenta como antes.
notice-passkey-renamed-do = Si no fuiste tú, inicia sesión en { $url }, mira tus llaves de acceso y quita las que no conozcas.

notice-passkey-copied-subject = Puede que alguien copiara una llave de acceso
notice-passkey-copied-body = Se usó la llave de acceso «{ $label }», pero dice que se ha usado menos veces de las que sabemos. Por eso puede que exista otra igual. No abrió nada.
notice-passkey-copied-do = Inicia sesión en { $url }, elige «Llaves de acceso», quítala y añade una nueva.

## Addresses for notices. -confirm- goes to the new address itself.

notice-outside-address-added-subject = Se añadió una dirección para avisos
notice-outside-address-added-body = Los avisos sobre la cuenta han de llegar también a { $address }. Hemos enviado allí un código; la dirección cuenta en cuanto alguien con la sesión iniciada en la cuenta lo escriba.
notice-outside-address-added-do = Si no fuiste tú, inicia sesión en { $url } y quita la dirección.

notice-outside-address-confirm-subject = Tu código de { $service }
notice-outside-address-confirm-body = Alguien con la sesión iniciada en una cuenta de { $service } quiere que sus avisos de seguridad lleguen también a esta dirección. Si no conoces la cuenta, no hagas nada: no llegarán avisos. Si alguien te pide el código, no se lo digas.
notice-outside-address-confirm-link = Si eres tú, escribe este código en la página donde añadiste la dirección. Vale hasta el { $until }:

notice-outside-address-verified-subject = Se confirmó una dirección para avisos
notice-outside-address-verified-body = Desde ahora, avisamos a { $address } de todo lo que cambie cómo se abre la cuenta.
notice-outside-address-verified-do = Si no fuiste tú, inicia sesión en { $url } y quita la dirección.

notice-outside-address-staged-subject = Hay una dirección nueva para avisos en espera
notice-outside-address-staged-body = A partir del { $until }, { $address } recibe todo lo que cambie cómo se abre la cuenta, a menos que alguien lo pare.
notice-outside-address-staged-do = Ya se paró antes un cambio así desde una dirección, y después tu teléfono lo confirmó. Por eso ya no se puede parar desde aquí. Si no fuiste tú, congela la cuenta.
notice-outside-address-staged-link = { notice-stop }

notice-outside-address-removed-subject = Se quitó una dirección para avisos
notice-outside-address-removed-body =
    { $was ->
        [unconfirmed] { $address } ya no está en la lista. Nunca se confirmó, así que no recibió ningún aviso.
       *[confirmed] { $address } ya no cuenta como dirección para avisos. Los recibe todos hasta el { $until }.
    }
notice-outside-address-removed-do = Si no fuiste tú, inicia sesión en { $url } y mira tus direcciones.
notice-outside-address-removed-link = Si no fuiste tú, recupera la dirección aquí:

notice-outside-address-replaced-subject = Una dirección nueva para avisos va a ocupar el lugar de otra
notice-outside-address-replaced-body = A partir del { $until }, { $address } recibe todo lo que cambie cómo se abre la cuenta, y { $old } ya no recibe nada. Hasta entonces, { $old } lo recibe todo como antes.
notice-outside-address-replaced-do = Ya se paró antes un cambio así desde una dirección, y después tu teléfono lo confirmó. Por eso ya no se puede parar desde aquí. Si no fuiste tú, congela la cuenta.
notice-outside-address-replaced-link = { notice-stop }

notice-outside-address-unreached-subject = No pudimos llegar a { $address }
notice-outside-address-unreached-body =
    { $reach ->
        [unreachable] Tres avisos seguidos no llegaron a { $address }. Si es tu única dirección fuera de este buzón, nadie se entera de que alguien ha entrado.
       *[bouncing] Un aviso sobre tu cuenta no llegó a { $address }. Puede que su buzón esté lleno o ya no exista.
    }
notice-outside-address-unreached-do = Inicia sesión en { $url } y mira tus direcciones: ¿sigue siendo tuya { $address }?

notice-outside-address-reached-subject = Volvemos a llegar a { $address }
notice-outside-address-reached-body =
    { $how ->
        [code] Alguien con la sesión iniciada en la cuenta escribió un código que enviamos a { $address }. Los avisos vuelven a llegar allí.
       *[delivered] Un aviso sobre tu cuenta volvió a llegar a { $address }.
    }
notice-outside-address-reached-do = No hay nada que hacer. Si { $address } ya no es tuya, inicia sesión en { $url } y quítala.

notice-address-code-mailed-subject = Tu código de { $service }
notice-address-code-mailed-body = Se devolvieron avisos sobre la cuenta que enviamos a { $address }. Alguien con la sesión iniciada dice que vuelve a funcionar y quiere demostrarlo. Si no eres tú, no hagas nada y no digas el código a nadie.
notice-address-code-mailed-link = Si eres tú, escribe este código en la página donde lo pediste. Vale hasta el { $until }:

notice-phrase-changed-subject = Se cambiaron las palabras de nuestros correos
notice-phrase-changed-body =
    { $what ->
        [gone] Se quitaron las palabras con las que reconoces nuestros correos. Desde ahora llegan sin ninguna.
       *[set] Se cambiaron las palabras con las que reconoces nuestros correos. El próximo lleva las nuevas.
    }
notice-phrase-changed-do = { notice-sign-out }

## Backup codes

notice-codes-shown-subject = Se sacaron códigos de respaldo nuevos
notice-codes-shown-body = Se mostraron los códigos de la hoja { $sheet }. No abren nada hasta que se vuelva a escribir uno de ellos.
notice-codes-shown-do = { notice-sign-out }

notice-codes-staged-subject = Hay códigos de respaldo nuevos en espera
notice-codes-staged-body = Se pidió la hoja { $sheet } después de usarse un código de respaldo en un dispositivo que no conocemos. Por eso espera: no abre nada antes del { $until }.
notice-codes-staged-do = { notice-sign-out }
notice-codes-staged-link = { notice-stop }

notice-codes-activated-subject = Tus códigos de respaldo están activados
notice-codes-activated-body = Cada código de la hoja { $sheet } abre tu cuenta una vez. Guarda la hoja donde guardas tu pasaporte.
notice-codes-activated-do = { notice-lost-sheet }

notice-codes-renewed-subject = Se renovaron tus códigos de respaldo
notice-codes-renewed-body = Los códigos de la hoja { $sheet } ya valen. Las hojas anteriores ya no: puedes romperlas.
notice-codes-renewed-do = { notice-lost-sheet }

notice-codes-retired-subject = Tus códigos de respaldo ya no valen
notice-codes-retired-body = Tu hoja se retiró, y no hay otra.
notice-codes-retired-do = { notice-print }

notice-sheet-lost-subject = Tu hoja se dio por perdida
notice-sheet-lost-body = Los códigos de la hoja { $sheet } ya no valen, esté donde esté.
notice-sheet-lost-do = { notice-print }

notice-codes-disabled-subject = Tus códigos de respaldo están desactivados
notice-codes-disabled-body = Se escribieron cien códigos equivocados seguidos. Los códigos de la hoja { $sheet } ya no valen.
notice-codes-disabled-do = { notice-print }

notice-backup-restored-subject = Hemos restaurado { $service } con una copia
notice-backup-restored-body =
    { $sheets ->
        [kept] Algo se rompió, y { $service } se restauró con una copia del { $until }. Lo que cambiaste después no está en ella: una contraseña o un teléfono nuevos, una contraseña de aplicación que quitaste. Se cerró tu sesión en todas partes.
       *[retired] Algo se rompió, y { $service } se restauró con una copia del { $until }. Un código usado después habría valido otra vez. Por eso se retiraron todas las hojas, y se cerró tu sesión en todas partes. Lo que cambiaste después tampoco está en la copia: una contraseña o un teléfono nuevos, una contraseña de aplicación que quitaste.
    }
notice-backup-restored-do =
    { $sheets ->
        [kept] Inicia sesión en { $url } y mira si todo está como lo dejaste.
       *[retired] Inicia sesión en { $url }, imprime una hoja nueva y mira si todo lo demás está como lo dejaste.
    }

notice-renewal-forced-subject =
    { $what ->
        [password] Elige otra contraseña, por favor
        [phone] Configura otra vez tu teléfono, por favor
        [sheet] Haz una hoja de códigos nueva, por favor
        [nothing] Algunas de tus contraseñas de aplicación dejarán de valer
       *[several] Renueva lo que protege tu buzón, por favor
    }
notice-renewal-forced-body =
    { $what ->
        [password] Puede que a { $service } le robaran una clave que protege contraseñas. Con ella y con una copia de nuestros datos, alguien podría averiguar tu contraseña probando.
        [phone] Puede que a { $service } le robaran una clave que protege los secretos de los teléfonos. Con ella y con una copia de nuestros datos, alguien podría saber las seis cifras que muestra tu teléfono.
        [sheet] Puede que a { $service } le robaran una clave que protege códigos. Con ella nadie puede averiguar un código. Tu hoja vale hasta que tengas una nueva.
        [nothing] Puede que a { $service } le robaran una clave que protege contraseñas de aplicación. Con ella nadie puede averiguar ninguna, pero hay que retirar la clave.
       *[several] Puede que a { $service } le robaran claves que protegen aquello con lo que inicias sesión. Con ellas y con una copia de nuestros datos, alguien podría averiguar tu contraseña probando, o saber lo que muestra tu teléfono. Nadie puede averiguar un código.
    }{ $apps ->
        [0] { "" }
        [one] { " " }Una contraseña de aplicación deja de valer el { $until }: crea una nueva antes.
       *[other] { " " }{ $apps } contraseñas de aplicación dejan de valer el { $until }: crea otras nuevas antes.
    }
notice-renewal-forced-do =
    { $what ->
        [password] Inicia sesión en { $url } y elige otra contraseña. Si usabas la anterior en otro sitio, cámbiala allí también.
        [phone] Inicia sesión en { $url } y configura tu teléfono una vez más. Hasta entonces sigue valiendo.
        [sheet] Inicia sesión en { $url } y haz una hoja nueva.
        [nothing] Inicia sesión en { $url } y crea contraseñas de aplicación nuevas para tus programas de correo.
       *[several] Inicia sesión en { $url }. Tu página de inicio dice qué renovar, una cosa tras otra. Hasta entonces todo sigue valiendo.
    }

notice-code-redeemed-subject = Un código de respaldo abrió tu cuenta
notice-code-redeemed-body =
    { $left ->
        [0] Se usó el código { $code } para entrar. No se puede usar otra vez. No queda ningún código en tu hoja.
        [one] Se usó el código { $code } para entrar. No se puede usar otra vez. Queda 1 código en tu hoja.
       *[other] Se usó el código { $code } para entrar. No se puede usar otra vez. Quedan { $left } códigos en tu hoja.
    }
notice-code-redeemed-do = { notice-lost-sheet }

notice-old-code-typed-subject = Se escribió un código de respaldo antiguo
notice-old-code-typed-body = Después de tu contraseña, alguien escribió el código { $code }. Ya se había usado, o es de una hoja reemplazada. No abrió nada.
notice-old-code-typed-do = { notice-password-known }

notice-replacement-drawn-subject = Se sacó un código de reemplazo
notice-replacement-drawn-body = Se mostró el código { $code }. Sustituye a un código usado, y no abre nada hasta que se vuelva a escribir.
notice-replacement-drawn-do = { notice-lost-sheet }

notice-replacement-confirmed-subject = Un código de reemplazo ya vale
notice-replacement-confirmed-body = Se volvió a escribir el código { $code }. Abre la cuenta una vez.
notice-replacement-confirmed-do = { notice-lost-sheet }

notice-code-checked-subject = Se comprobó un código de respaldo
notice-code-checked-body = Se escribió el código { $code } para ver si vale. Vale, y no se ha gastado.
notice-code-checked-do = { notice-lost-sheet }

## Changes that wait

notice-change-scheduled-subject = Un cambio en tu cuenta está en espera
notice-change-scheduled-body =
    { $change ->
        [totp] Un teléfono nuevo abre la cuenta a partir del { $until }, a menos que alguien lo pare.
        [passkey] Una llave de acceso nueva abre la cuenta a partir del { $until }, a menos que alguien la pare.
        [sheet] Unos códigos de respaldo nuevos abren la cuenta a partir del { $until }, a menos que alguien los pare.
        [replacement] Un código de reemplazo abre la cuenta a partir del { $until }, a menos que alguien lo pare.
       *[other] Una contraseña y un teléfono nuevos abren la cuenta a partir del { $until }, a menos que alguien los pare.
    }
notice-change-scheduled-do = { notice-sign-out }
notice-change-scheduled-link = { notice-stop }

notice-change-applied-subject = Un cambio en tu cuenta ya vale
notice-change-applied-body =
    { $change ->
        [totp] Un teléfono nuevo ya abre la cuenta. Nadie lo paró mientras esperaba.
        [passkey] Una llave de acceso nueva ya abre la cuenta. Nadie la paró mientras esperaba.
        [sheet] Unos códigos de respaldo nuevos ya abren la cuenta. Nadie los paró mientras esperaban.
        [replacement] Un código de reemplazo ya abre la cuenta. Nadie lo paró mientras esperaba.
        [address-add] Una dirección nueva recibe desde ahora todos los avisos. Nadie lo paró mientras esperaba.
        [address-remove] Una dirección que se quitó ya no recibe avisos. Nadie lo paró mientras esperaba.
        [address-replace] Una dirección nueva recibe desde ahora todos los avisos, y la anterior ya no recibe ninguno. Nadie lo paró mientras esperaba.
       *[other] Una contraseña y un teléfono nuevos ya abren la cuenta. Nadie los paró mientras esperaban.
    }
notice-change-applied-do = { notice-sign-out }

notice-change-stopped-subject = Se paró un cambio en tu cuenta
notice-change-stopped-body =
    { $change ->
        [totp] Un teléfono nuevo estaba en espera. Se paró y no abre nada.
        [passkey] Una llave de acceso nueva estaba en espera. Se paró y no abre nada.
        [sheet] Unos códigos de respaldo nuevos estaban en espera. Se pararon y no abren nada.
        [replacement] Un código de reemplazo estaba en espera. Se paró y no abre nada.
        [address-add] Una dirección nueva para avisos estaba en espera. Se paró y no recibe ninguno.
        [address-remove] Se iba a quitar una dirección para avisos. Se ha recuperado.
        [address-replace] Una dirección nueva para avisos iba a ocupar el lugar de otra. Se paró y no recibe ninguno, y la otra se ha recuperado.
       *[other] Una contraseña y un teléfono nuevos estaban en espera. Se pararon y no abren nada.
    }
notice-change-stopped-do = Si no sabes quién lo pidió, inicia sesión en { $url } y elige una contraseña nueva.

## The freeze

notice-frozen-subject = Tu cuenta está congelada
notice-frozen-body = Todo lo que estaba abierto se ha cerrado: navegadores, programas de correo y aplicaciones. Nadie lee correo ahora. No se ha borrado nada.
notice-frozen-do = Para volver a abrirla, inicia sesión en { $url }. Te preguntamos qué te robaron y, después, lo que aún tienes.

notice-found-again-subject = Lo que se bloqueó al congelar la cuenta vuelve a valer
notice-found-again-body =
    { $what ->
        [passkey] Alguien con la sesión iniciada usó una llave de acceso bloqueada. Vuelve a abrir la cuenta.
        [phone] Alguien con la sesión iniciada escribió las cifras del teléfono bloqueado. Vuelve a ser el segundo paso.
       *[other] Alguien con la sesión iniciada escribió un código de la hoja bloqueada. Sus códigos vuelven a abrir la cuenta.
    }
notice-found-again-do = Si no fuiste tú, inicia sesión en { $url } y congélala otra vez, o llama a una persona: las últimas líneas de este mensaje dicen cómo.

notice-thawed-subject = Tu cuenta está otra vez abierta
notice-thawed-body =
    { $taken ->
        [phone] Alguien con la contraseña y un código de respaldo descongeló la cuenta. El teléfono que era el segundo paso y todas las llaves de acceso ya no abren nada, y las contraseñas de aplicación de antes no valen.
       *[other] Alguien con la contraseña y el teléfono o una llave de acceso descongeló la cuenta. Los códigos de la hoja ya no abren nada, y las contraseñas de aplicación de antes no valen.
    }
notice-thawed-do = Si no fuiste tú, inicia sesión en { $url } y congélala otra vez, o llama a una persona: las últimas líneas de este mensaje dicen cómo.

## Mail programs and apps

notice-app-password-made-subject = Una contraseña de aplicación nueva
notice-app-password-made-body = Se creó la contraseña de aplicación «{ $label }». Un programa de correo que la tenga puede leer correo.
notice-app-password-made-do = Si no fuiste tú, inicia sesión en { $url } y quítala en «Programas de correo».

notice-app-password-removed-subject = Se quitó una contraseña de aplicación
notice-app-password-removed-body = La contraseña de aplicación «{ $label }» ya no vale. Los programas de correo que la usaban ya no entran.
notice-app-password-removed-do = Si no fuiste tú, inicia sesión en { $url } y elige «Cerrar sesión en todas partes».

notice-main-password-tried-subject = Un programa de correo probó una contraseña que allí no vale
notice-main-password-tried-body = Un programa probó una contraseña que no es de aplicación. Se rechazó. Desde que tu cuenta tiene un segundo paso, los programas de correo necesitan una contraseña de aplicación.
notice-main-password-tried-do = Si era tuyo, crea una contraseña de aplicación en { $url }, en «Programas de correo». Si no, no hay nada que hacer.

notice-token-reused-subject = Se cerró la sesión de { $app } en tu buzón
notice-token-reused-body = Una clave que solo debería tener { $app } se usó dos veces, así que puede que alguien la copiara. Las dos copias ya no valen.
notice-token-reused-do = Abre { $app } otra vez e inicia sesión. Si no conoces { $app }, inicia sesión en { $url } y congela la cuenta.

notice-sending-held-subject = El correo de tu cuenta está retenido
notice-sending-held-body = En una hora, tu cuenta escribió a { $count } destinatarios. Es mucho más de lo normal, así que retenemos lo que se envía ahora.
notice-sending-held-do = Si no fuiste tú, inicia sesión en { $url } y congela la cuenta. Si fuiste tú, pide a quienes gestionan { $service } que dejen salir el correo.

notice-filter-switched-off-subject = Se desactivó un filtro de correo
notice-filter-switched-off-body = El filtro de correo «{ $label }» ya no está en marcha. No se ha borrado.
notice-filter-switched-off-do = Si no fuiste tú, inicia sesión en { $url } y mira en «Filtros de correo».

## Reminders: once a month at most, one thing first. $first is what is due, $left the codes on the sheet.

notice-reminded-subject =
    { $first ->
        [no-codes-left] No queda ningún código en tu hoja
        [few-codes-left] Tu hoja está casi gastada
        [old-sheet] Tu hoja tiene más de un año
        [address-review] ¿Siguen siendo tuyas tus direcciones externas?
        [news] Novedades de { $service }: { $title }
       *[drill] ¿Sigue tu hoja donde crees que está?
    }
notice-reminded-body =
    { $first ->
        [no-codes-left] Se han usado todos los códigos de tu hoja. Si hoy te falta el teléfono, nada te deja entrar en tu buzón.
        [few-codes-left]
            { $left ->
                [one] Queda 1 código en tu hoja. Haz una hoja nueva mientras hay tiempo.
               *[other] Quedan { $left } códigos en tu hoja. Haz una hoja nueva mientras hay tiempo.
            }
        [address-review] Quien tiene una de ellas se entera de todo lo que pasa en tu cuenta. Hace tiempo que no nos dices si siguen siendo correctas.
        [old-sheet] El papel se borra y se pierde. Una hoja nueva se hace en tres minutos, y la anterior deja de valer en cuanto vale la nueva.
        [news] Quienes gestionan { $service } tienen algo que decirte.
       *[drill] Un simulacro dura un minuto: busca la hoja y escribe dos palabras de ella. No se gasta ningún código. Mejor echarla en falta hoy que el día en que la necesites.
    }
notice-reminded-facts =
    { $news ->
        [0] { "" }
        [one] Novedades de { $service }: «{ $title }».
       *[other] Novedades de { $service }: «{ $title }», y más.
    }
    Enviamos un correo así como mucho una vez al mes.
notice-reminded-do =
    { $first ->
        [drill] Inicia sesión en { $url } y elige «Hacer el simulacro».
        [address-review] Inicia sesión en { $url } y mira tus direcciones externas.
        [news] Inicia sesión en { $url } para leerlo.
       *[other] Inicia sesión en { $url } y elige «Hacer una hoja nueva».
    }

## What the operator has to say at once. $state is new, corrected or withdrawn.

notice-advisory-mailed-subject =
    { $state ->
        [withdrawn] Retirado: { $title }
        [corrected] Corregido: { $title }
       *[new] { $title }
    }
notice-advisory-mailed-body =
    { $state ->
        [withdrawn] Ya te escribimos sobre esto. Ahora ya no es así: { $why }
        [corrected] Quienes gestionan { $service } ya te escribieron sobre esto. Esto es lo que dicen ahora.
       *[new] Quienes gestionan { $service } tienen que decirte esto.
    }
notice-advisory-mailed-do = También lo tienes en { $url } cuando inicias sesión.

## Once a year

notice-digest-mailed-subject = Un año de tu buzón
notice-digest-mailed-body = Esto es lo que vimos en el último año. Si te extraña algún número, mira en «Lo que ha pasado».
notice-digest-mailed-facts =
    { $devices ->
        [0] Nadie inició sesión desde un dispositivo nuevo.
        [one] Alguien inició sesión desde un dispositivo nuevo una vez.
       *[other] Alguien inició sesión desde un dispositivo nuevo { $devices } veces.
    }
    { $codes ->
        [0] No se usó ningún código de respaldo.
        [one] Se usó 1 código de respaldo.
       *[other] Se usaron { $codes } códigos de respaldo.
    }
    { $refused ->
        [0] No se rechazó ningún inicio de sesión.
        [one] Se rechazó 1 inicio de sesión.
       *[other] Se rechazaron { $refused } inicios de sesión.
    }
    { $changes ->
        [0] No se cambió nada de lo que protege tu buzón.
        [one] Se cambió una vez algo de lo que protege tu buzón.
       *[other] Se cambió { $changes } veces algo de lo que protege tu buzón.
    }
    { $left ->
        [0] No hay ningún código de respaldo en papel.
        [one] Queda 1 código de respaldo en tu hoja.
       *[other] Quedan { $left } códigos de respaldo en tu hoja.
    }
    De lo que protege un buzón, ya está en su sitio: { $good } de { $all }.
    { $news ->
        [0] { "" }
        [one] Novedades de { $service }: «{ $title }».
       *[other] Novedades de { $service }: «{ $title }», y más.
    }
notice-digest-mailed-do =
    { $next ->
        [nothing] No hay nada que hacer. Lo que ha pasado lo tienes en { $url }.
       *[other] Inicia sesión en { $url }: allí ves la única cosa que te toca hacer ahora.
    }

## The policy: to operators. $setting is its name, $was and $now are values with their unit, $by an address or empty.

notice-policy-changed-subject = Cambiaron las reglas de { $service }
notice-policy-changed-body = Se cambió «{ $setting }». Antes: { $was }. Ahora: { $now }. { $by ->
    [command-line] Se pidió en la línea de comandos del servidor.
   *[other] Lo pidió { $by }.
}
notice-policy-changed-do = Lees esto porque formas parte del equipo del servicio. Si nadie del equipo lo quería, inicia sesión en { $url } y mira «Reglas» en «Gestión del servicio».

notice-policy-change-waits-subject = Las reglas de { $service } están a punto de ser menos estrictas
notice-policy-change-waits-body = «{ $setting }» cambia el { $until }. Ahora: { $was }. Después: { $now }. { $by ->
    [command-line] Se pidió en la línea de comandos del servidor.
   *[other] Lo pidió { $by }.
}
notice-policy-change-waits-do = Lees esto porque formas parte del equipo del servicio. Si no está bien, inicia sesión en { $url } y páralo en «Reglas», dentro de «Gestión del servicio». Hasta entonces puede hacerlo cualquiera del equipo.
notice-policy-change-waits-link = Lees esto porque formas parte del equipo del servicio. Si no está bien, páralo aquí o en «Gestión del servicio». Hasta entonces puede hacerlo cualquiera del equipo:

notice-policy-change-stopped-subject = Se paró un cambio en las reglas de { $service }
notice-policy-change-stopped-body = La regla «{ $setting }» iba a ser menos estricta. Se paró. Se queda así: { $was }.
notice-policy-change-stopped-do = Lees esto porque formas parte del equipo del servicio. No hay nada que hacer. Si no sabes por qué, habla con el resto del equipo.

notice-codes-required-subject = { $service } pide códigos de respaldo
notice-codes-required-body = A partir del { $until }, todo el mundo tiene aquí códigos de respaldo: una hoja de papel que abre el buzón cuando falta el teléfono. Tú aún no tienes ninguno. Desde entonces, los haces justo después de iniciar sesión, antes de poder cambiar otra cosa. Tu correo sigue abierto.
notice-codes-required-do = Haz los tuyos antes: inicia sesión en { $url } y elige «Códigos de respaldo». Se tarda tres minutos y hace falta una impresora, o un bolígrafo.

## Programs of other services: to operators. $app is the id of one, $scopes what its key may do.

notice-api-app-added-subject = Se dio acceso a un programa en { $service }
notice-api-app-added-body = El programa { $app } podrá guardar aquí códigos de respaldo de su propia gente en cuanto tenga una clave. No ve nada de los buzones.
notice-api-app-added-do = { notice-operators-ask }

notice-api-app-removed-subject = Se quitó el acceso a un programa en { $service }
notice-api-app-removed-body = El programa { $app } ya no está. Sus claves ya no valen.
notice-api-app-removed-do = { notice-operators-ask }

notice-api-key-made-subject = Se creó una clave en { $service }
notice-api-key-made-body = Quien la tenga puede llamar como el programa { $app }. Puede: { $scopes }.
notice-api-key-made-do = { notice-operators-ask }

notice-api-key-revoked-subject = Se revocó una clave en { $service }
notice-api-key-revoked-body = Una clave del programa { $app } ya no vale. Rechazamos a quien llame con ella.
notice-api-key-revoked-do = { notice-operators-ask }

notice-intruder-reported-subject = Se informó de un intruso en { $service }
notice-intruder-reported-body = La persona a quien pertenece { $address } dice que otra estuvo en la cuenta. Está congelada: ya nadie tiene ahí una sesión abierta.
notice-intruder-reported-do = Lees esto como parte del equipo del servicio. La cuenta se abre de nuevo con lo que no robaron. Mira si se usaron otras cuentas desde el mismo lugar, y prepárate para ayudar. docs/frozen-accounts.md dice cómo.
