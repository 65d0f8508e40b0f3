### Spanish: passkeys («llaves de acceso»): what is asked of one, and the owner's list of them.
### The words for things stand in GLOSSARY.md.

## What is said beside the button that asks a passkey

passkey-nothing-given = Tu llave de acceso no ha respondido. Prueba otra vez, o elige otra manera.
passkey-nothing-made = No se ha creado ninguna llave de acceso, o este dispositivo ya tiene una para este buzón. No ha cambiado nada.
passkey-none = Ahora no vale aquí ninguna llave de acceso tuya. Elige otra manera.
passkey-too-often = Se han pedido demasiadas llaves de acceso desde tu red. Espera un rato, o elige otra manera.
passkey-over = Se tardó demasiado, así que no se ha hecho nada. Prueba otra vez.
passkey-wrong = Esa llave de acceso no vale aquí. Prueba con otra, o elige otra manera.
passkey-refused = Esa llave de acceso no ha funcionado. Prueba otra vez, o escribe tu dirección y tu contraseña.
passkey-copied = Puede que alguien copiara esta llave de acceso: se ha usado en otro sitio desde entonces. Por eso no abre nada aquí. Inicia sesión de otra manera, quítala y añade una nueva.
passkey-needs-script = Tu navegador no ejecuta scripts aquí, así que no puede pedir tu llave de acceso. Elige otra manera.

## The owner's list

passkeys-title = Llaves de acceso
passkeys-lead = Una llave de acceso te deja entrar con tu huella, tu cara o el PIN de tu dispositivo. Solo funciona en nuestra página, así que ninguna página copiada te la puede robar.
passkeys-empty = Aún no tienes ninguna llave de acceso. Con una, inicias sesión con tu huella, tu cara o el PIN de tu dispositivo, y no escribes nada. Solo funciona en nuestra página, así que ninguna página copiada te la puede robar.
passkeys-kept-by = Guardada en { $keeper }
passkeys-made = Añadida el { $on }
passkeys-used = Último uso el { $at }
passkeys-unused = Aún sin usar
passkeys-waits = Empieza a valer el { $from }
passkeys-shut = Bloqueada desde que se congeló la cuenta
passkeys-name-link = Renombrar
passkeys-see = Ver mis llaves de acceso
passkeys-aside = Además puedes usar cifras de tu teléfono:

## Adding one

passkeys-add = Añadir una llave de acceso
passkeys-add-lead = Tu dispositivo te pide tu huella, tu cara o su PIN. Dos llaves de acceso en dos dispositivos son mejor que una: si pierdes un dispositivo, el otro te deja entrar.
passkeys-name = Nombre de la llave de acceso nueva
passkeys-name-hint = Para que la reconozcas, como «Teléfono azul».
passkeys-name-taken = Otra llave de acceso tuya tiene este nombre. Elige otro.
passkeys-full = Tienes { $most } llaves de acceso, que es el máximo. Quita una que ya no uses.
passkeys-refused = Esta llave de acceso no se puede usar, o tu cuenta ya la tiene. No ha cambiado nada. Prueba con otro dispositivo.
passkeys-needs-script = Tu navegador no ejecuta scripts aquí, así que no puede crear una llave de acceso. En su lugar puedes usar las cifras de tu teléfono.
passkeys-not-here = Las llaves de acceso no funcionan en la dirección de esta página. Quienes gestionan el servicio pueden cambiarlo. Hasta entonces, usa las cifras de tu teléfono.
passkeys-done-title = Tu llave de acceso está lista
passkeys-done-lead = Desde ahora, «{ $name }» te deja entrar. En la página de inicio de sesión, elígela en vez de escribir tu contraseña.
passkeys-done-then = Los dispositivos se pierden. Con otra llave de acceso en otro dispositivo, o con códigos de respaldo en papel, podrás entrar igual.
passkeys-staged-title = Tu llave de acceso está lista y en espera
passkeys-staged = «{ $name }» empieza a valer el { $until }, porque aún no conocemos este dispositivo.
passkeys-staged-then = Con otra llave de acceso o con tu teléfono puedes hacer que valga enseguida, en la página de inicio. Si no fuiste tú quien la añadió, párala allí.

## Naming and removing one

passkeys-name-title = Pon nombre a tu llave de acceso
passkeys-named = El nombre está guardado.
passkeys-remove-title = ¿Quitar «{ $name }»?
passkeys-left-passkeys = { $count ->
    [one] Tienes otra llave de acceso. Te sigue dejando entrar.
   *[other] Tienes otras { $count } llaves de acceso. Te siguen dejando entrar.
}
passkeys-left-phone = Es tu última llave de acceso. Después inicias sesión con tu contraseña y tu teléfono.
passkeys-left-codes = { $left ->
    [0] Es tu última llave de acceso, y todos los códigos de tu hoja están gastados. Después solo el equipo de soporte puede dejarte entrar. Antes de quitarla, añade otra llave de acceso o haz una hoja nueva.
    [one] Es tu última llave de acceso. Después inicias sesión con tu contraseña y el único código de respaldo que queda, y ya no puedes entrar sin un código.
   *[other] Es tu última llave de acceso. Después inicias sesión con tu contraseña y un código de respaldo cada vez, y quedan { $left }.
}
passkeys-left-nothing = Es tu última llave de acceso, y no tienes teléfono ni códigos configurados. Después tu contraseña sola abre tu buzón, y quien la robe puede entrar.
passkeys-remove-device = Se quita de aquí y ya no vale. En tu dispositivo puede quedar en una lista: también puedes borrarla allí.
passkeys-removed = Has quitado «{ $name }». Ya no abre nada.

## After a freeze

passkeys-found-title = Hay una llave de acceso bloqueada
passkeys-found-lead = Nos dijiste que te robaron el teléfono, así que se bloquearon todas las llaves de acceso. ¿Seguro que nadie más tuvo el dispositivo en la mano? Entonces usa ahora su llave de acceso, y vuelve a valer. Si alguien pudo tenerlo, quítala y añade una nueva.
passkeys-found-button = Desbloquear mi llave de acceso
passkeys-found = La llave de acceso vuelve a valer.
passkeys-found-waits = La llave de acceso vuelve a valer a partir del { $until }. Entraste con un código en un dispositivo que no conocemos, y por eso esperamos.
passkeys-found-second = Inicia sesión primero con dos pasos: la contraseña y un código, o tu teléfono.
