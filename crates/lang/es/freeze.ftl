### Spanish: the freeze.
### The words for things stand in GLOSSARY.md.

## Asking for it

freeze-link = Algo va mal: congelar mi cuenta
freeze-title = Congela tu cuenta
freeze-lead = Pulsa el botón si puede haber otra persona en tu buzón, o si te robaron el teléfono o la hoja de códigos.
freeze-ends = Todo lo que está abierto se cierra al instante: navegadores, programas de correo y aplicaciones, también este navegador. Las contraseñas de aplicación dejan de valer para siempre.
freeze-keeps = No se borra nada. El correo sigue llegando. Tu contraseña, tu teléfono y tus códigos siguen como están, pero no abren nada hasta que descongeles la cuenta.
freeze-way-back = Puedes volver a abrirla tú en cualquier momento, con tu contraseña y lo que no te robaron.
freeze-way-back-help = Aquí no tienes configurado ningún teléfono ni hoja de códigos. Por eso no puedes volver a abrirla tú: tiene que hacerlo el equipo de soporte, y tarda un día.
freeze-taken = ¿Qué te robaron?
freeze-taken-hint = Puedes dejarlo sin contestar. Entonces te lo preguntamos cuando vuelvas. Lo que elijas aquí cuenta, y no se puede cambiar en el camino de vuelta.
freeze-taken-phone = Mi teléfono. Un código de mi hoja vuelve a abrir mi cuenta.
freeze-taken-paper = Mi hoja de códigos. Mi teléfono vuelve a abrir mi cuenta.
freeze-taken-unknown = No lo sé. Mi teléfono vuelve a abrir mi cuenta, y los códigos siguen bloqueados.
freeze-taken-phone-help = Mi teléfono. No tengo hoja de códigos, así que solo el equipo de soporte vuelve a abrir mi cuenta.
freeze-taken-paper-help = Mi hoja de códigos. No tengo un teléfono configurado, así que solo el equipo de soporte vuelve a abrir mi cuenta.
freeze-taken-later = Lo diré más tarde
freeze-button = Congelarla ahora
freeze-not-now = No, volver
freeze-done-title = Tu cuenta está congelada
freeze-done-lead = Todo lo que estaba abierto se ha cerrado. Nadie lee ahora tu correo, y no se ha borrado nada.
freeze-done-then = Cuando quieras, inicia sesión con tu contraseña. Te pediremos lo que no te robaron.
freeze-done-open = Volver a abrirla

## The page behind "This wasn't me" in a notice

freeze-link-title = ¿Congelar esta cuenta?
freeze-link-lead = Estás a punto de congelar { $account }. Todo lo que está abierto se cierra: navegadores, programas de correo y aplicaciones. Después nadie puede iniciar sesión. No se borra nada, y el correo sigue llegando.
freeze-link-then = La vuelves a abrir tú, con tu contraseña y lo que no te robaron. Pulsa el botón si no fuiste tú quien hizo lo que dice el aviso.
freeze-link-otherwise = ¿Fuiste tú? Cierra esta página. No pasará nada.
freeze-link-sign-in-title = Inicia sesión para congelar esta cuenta
freeze-link-sign-in-lead = Esta cuenta se congeló y se volvió a abrir dos veces en treinta días. Puede que alguien use avisos antiguos para dejarte fuera, así que ahora el botón de un aviso no la congela.
freeze-link-sign-in-then = Inicia sesión con tu contraseña. Entonces puedes congelarla al instante.
freeze-link-already-lead = Ya estaba congelada cuando llegaste. Nadie lee ahora tu correo, y no se ha borrado nada.

## The page of a frozen account, after the right password

frozen-title = Tu cuenta está congelada
frozen-since = Se congeló el { $since }. Desde entonces nadie lee correo aquí y nadie inicia sesión. No se ha borrado nada.
frozen-question = ¿Qué te robaron?
frozen-question-lead = Lo que te robaron sigue bloqueado. Abres tu cuenta con lo que aún tienes.
frozen-phone = Mi teléfono
frozen-phone-what = La abres con un código de tu hoja. Tu teléfono y tus llaves de acceso siguen bloqueados hasta que configures otros nuevos.
frozen-paper = Mi hoja de códigos
frozen-paper-what = La abres con tu teléfono. Los códigos siguen bloqueados hasta que hagas una hoja nueva.
frozen-unknown = No lo sé
frozen-unknown-what = La abres con tu teléfono. Por seguridad, los códigos siguen bloqueados hasta que hagas una hoja nueva.
frozen-all = Las dos cosas
frozen-all-what = Entonces tiene que ayudarte una persona. Te decimos cómo.
frozen-else = Otra cosa, o no lo sé
frozen-else-phone = La abres con tu teléfono.
frozen-else-codes = La abres con un código de tu hoja.
frozen-choose = Elegir
frozen-said-phone = Nos dijiste que te robaron el teléfono. Por eso un código de tu hoja abre tu cuenta.
frozen-said-paper = Nos dijiste que te robaron la hoja de códigos. Por eso tu teléfono abre tu cuenta.
frozen-said-unknown = Nos dijiste que no sabes qué te robaron. Por eso tu teléfono abre tu cuenta.
frozen-code-title = Ábrela con un código
frozen-code-then = Tu cuenta se abre. Tu teléfono y tus llaves de acceso siguen bloqueados hasta que configures otros nuevos.
frozen-passkey-title = Ábrela con tu llave de acceso
frozen-passkey-button = Usar una llave de acceso y abrir mi cuenta
frozen-digits-title = Ábrela con tu teléfono
frozen-digits-then = Tu cuenta se abre, y los códigos de tu hoja siguen bloqueados hasta que hagas una nueva.
frozen-button = Abrir mi cuenta
frozen-other-answer = Me robaron otra cosa
frozen-help-title = Tiene que ayudarte una persona
frozen-help-lead = Nada de lo que aún tienes abre esta cuenta por sí solo.
frozen-help-then = Llama al equipo de soporte. Se aseguran de que eres tú. Dos personas tienen que estar de acuerdo, y entonces recibes un enlace para una contraseña y un teléfono nuevos. Tu cuenta se abre un día después de que lo uses.
frozen-help-stays = Hasta entonces sigue congelada. El correo sigue llegando, y nadie lo lee.
frozen-help-back = Volver a la pregunta

## The page after it was opened again

back-title = Ya has vuelto
back-lead = Tu cuenta está otra vez abierta. Esto es lo que cerramos y lo que tienes que hacer ahora, una cosa tras otra.
back-stopped = Lo que se paró
back-stopped-sessions = Se cerró la sesión en todos los navegadores y programas de correo. Las contraseñas de aplicación de antes ya no valen.
back-stopped-phone = Tu teléfono está bloqueado: sus cifras no abren nada.
back-stopped-passkeys = Tus llaves de acceso están bloqueadas: ninguna abre nada.
back-stopped-codes = Tu hoja de códigos está bloqueada: sus códigos no abren nada.
back-todo = Lo que tienes que hacer ahora
back-replacement = Apunta el código nuevo
back-replacement-why = Usaste un código para entrar. Su reemplazo te espera.
back-password = Elige una contraseña nueva
back-password-why = Quien estuvo en tu buzón puede saber la anterior.
back-password-held = Podrás hacerlo a partir del { $until }. Entraste con un código en un dispositivo que no conocemos, y por eso esperamos.
back-passkeys = Mira tus llaves de acceso
back-passkeys-why = Desbloquea las de los dispositivos que nadie más tuvo en la mano. Quita las demás.
back-phone = Configura un teléfono nuevo
back-phone-why = Ocupa el lugar del que te robaron.
back-codes = Haz una hoja de códigos nueva
back-codes-why = Ocupa el lugar de la que te robaron.
back-programs = Deja entrar otra vez a tus programas de correo
back-programs-why = Cada uno necesita una contraseña de aplicación nueva.
back-filters = Mira tus filtros de correo
back-filters-why = Un ladrón puede haber hecho que tu correo se reenvíe. Puedes desactivarlo.
back-activity = Mira lo que ha pasado
back-activity-why = ¿Hay algo que no hiciste tú?
back-addresses = Mira tus direcciones externas
back-addresses-why = ¿Hay alguna que no sea tuya?
back-home = Ir a la página de inicio

## What was shut, found again

found-phone-link = Al final tengo ese teléfono
found-phone-title = Has encontrado tu teléfono
found-phone-lead = ¿Seguro que nadie más lo tuvo en la mano? Entonces puede volver a ser tu segundo paso. Si alguien pudo tenerlo, mejor configura uno nuevo.
found-phone-button = Desbloquear mi teléfono
found-phone-done = Tu teléfono vuelve a ser tu segundo paso.
found-phone-waits = Tu teléfono vuelve a ser tu segundo paso a partir del { $until }. Entraste con un código en un dispositivo que no conocemos, y por eso esperamos.
found-codes-link = Al final tengo esa hoja
found-codes-title = Has encontrado tu hoja
found-codes-lead = ¿Seguro que nadie más la tuvo en la mano? Entonces sus códigos pueden volver a abrir tu cuenta. Si alguien pudo verla, mejor haz una hoja nueva.
found-codes-then = Escribe uno de sus códigos. No se gasta.
found-codes-button = Desbloquear mi hoja
found-codes-done = Tus códigos vuelven a abrir tu cuenta.
found-codes-waits = Tus códigos vuelven a abrir tu cuenta a partir del { $until }.
found-wrong = No ha funcionado. Repásalo y prueba otra vez.
