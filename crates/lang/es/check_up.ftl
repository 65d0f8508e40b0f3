### Spanish: where the paper is, what opens the mailbox, and the check-up («la revisión»).
### The words for things stand in GLOSSARY.md.

## Where the copies of the sheet lie

papers-title = Dónde está tu hoja
papers-lead = Apunta dónde está cada copia, para que la encuentres en un mal día. Escribe dónde está, nunca lo que dice.
papers-empty = No has apuntado dónde está la hoja { $sheet }
papers-two = Lo mejor son dos sitios: uno en casa, donde está el pasaporte, y otro fuera, con alguien de confianza. No la guardes junto al portátil ni en su bolsa: se pierden a la vez.
papers-here = Aquí está la hoja { $sheet }
papers-since = Apuntado el { $on }
papers-second = Un sitio se puede quemar o inundar. Pon otra copia en otra parte: basta una tira de dos códigos.
papers-before = Aquí hay una hoja antigua
papers-before-lead = Los códigos antiguos ya no abren nada. Saca de ahí la hoja antigua y rómpela, y dinos si ahora está ahí la nueva.
papers-follow = Ahí está la nueva
papers-remove = Ahí no hay nada
papers-add = Apuntar un sitio
papers-kind = ¿Qué clase de sitio es?
papers-choose = Elige qué clase de sitio es.
papers-safe = En la caja fuerte, o con el pasaporte
papers-wallet = En la cartera
papers-relative = Con alguien de confianza
papers-password-manager = En un gestor de contraseñas
papers-photo = En una foto
papers-elsewhere = En otro sitio
papers-words = Con tus palabras
papers-words-hint = Por ejemplo: la carpeta gris, segundo estante. Ningún código, por favor.
papers-note = Apuntar este sitio
papers-noted = Está apuntado.
papers-gone = Has quitado la nota.
papers-too-long = Es demasiado largo. Pon como mucho { $most } caracteres.
papers-character = Tiene un carácter que no se puede mostrar. Pon letras, cifras y espacios.
papers-code = Eso parece un código de respaldo. Escribe solo dónde está la hoja, nunca lo que dice.
papers-missing = Di en pocas palabras dónde es.
papers-too-many = Ya hay seis sitios apuntados. Quita uno primero.
papers-not-before = Has iniciado sesión con un código de respaldo y aún no conocemos este dispositivo. Podrás ver tus sitios a partir del { $at }.
papers-no-sheet = Aún no tienes ninguna hoja
papers-no-sheet-lead = Cuando hayas hecho una, vuelve y apunta dónde la pusiste.
papers-password-manager-warning = Un gestor de contraseñas solo es un buen sitio si se abre sin este buzón. Si su propia contraseña se recupera por correo en este buzón, te encuentras dos puertas cerradas a la vez. Guarda también una copia en papel.
papers-photo-warning = Una foto acaba en otros sitios: en la nube, en el próximo teléfono, en manos de quien mire las imágenes. Y si te falta el teléfono, te falta también la foto. Bórrala y guarda el papel.
papers-kept = Estas notas se guardan cifradas. Solo te las mostramos a ti, y solo justo después de que demuestres otra vez que eres tú.
papers-what = Apunta dónde está cada copia, para que la encuentres en un mal día.
papers-button = Apuntar dónde está

## What opens the mailbox

ways-title = Lo que abre tu buzón
ways-lead = Cada línea basta para entrar. Pierdas lo que pierdas, debería quedarte una línea, y ningún ladrón debería tener una entera.
ways-good = Puedes perder una cosa, sea cual sea
ways-good-lead = Si pierdes una cosa, queda otra manera de entrar, y ninguna cosa sola abre tu buzón.
ways-account = tu cuenta
ways-mail = tu correo
ways-password = tu contraseña
ways-phone = tu teléfono
ways-passkey = una llave de acceso
ways-code = un código de tu hoja
ways-code-at = un código de tu hoja ({ $place })
ways-code-manager = un código de tu gestor de contraseñas
ways-operators = dos personas del equipo del servicio, juntas
ways-program = el programa de correo { $name }
ways-app = la aplicación { $name }
ways-open = Esto lo abre todo
ways-open-none = Nada de lo que tienes lo abre.
ways-open-operators = Dos personas del equipo del servicio también pueden dejarte entrar, nunca una sola. Tarda un día, se entera cada persona a la que avisamos, y puedes pararlo.
ways-open-no-operators = Nadie más puede dejarte entrar: hacen falta dos personas del equipo del servicio, y aquí no las hay.
ways-read = Esto lee tu correo, y no abre nada más
ways-lose = Si pierdes algo
ways-lost-phone = Si pierdes tu teléfono, tu buzón aún se abre con esto
ways-lost-passkey = Si pierdes la llave de acceso, tu buzón aún se abre con esto
ways-lost-password = Si olvidas tu contraseña, tu buzón aún se abre con esto
ways-lost-sheet = Si pierdes tu hoja, tu buzón aún se abre con esto
ways-lost-paper = Si pierdes la hoja ({ $place }), tu buzón aún se abre con esto
ways-lost-manager = Si tu gestor de contraseñas no se abre, tu buzón aún se abre con esto
ways-lost-bag = Si te falta el bolso, con teléfono y cartera, tu buzón aún se abre con esto
ways-only-operators = Nada tuyo. Solo dos personas del equipo del servicio, juntas, y tarda un día.
ways-nothing = Nada. Tu buzón sigue cerrado.
ways-hear = Estas direcciones se enteran de todo, y no abren nada
ways-hear-none = Ninguna dirección externa se entera de nada.
ways-hear-lead = El correo a estas direcciones te dice lo que pasa y te deja pararlo. Nunca deja entrar a nadie.
ways-not-before = Has iniciado sesión con un código de respaldo y aún no conocemos este dispositivo. Podrás ver esto a partir del { $at }.
ways-warn-password-alone = Tu contraseña sola lo abre todo. Quien la averigüe puede entrar. Añade una llave de acceso o tu teléfono, para que hagan falta las dos cosas.
ways-warn-alone = Una sola cosa lo abre todo: { $what }. Hay un código en el mismo sitio que tu segundo paso, así que quien se lleve uno tiene los dos. Guarda el código en papel, en otro sitio.
ways-warn-phone = Todo depende de tu teléfono. Si se pierde o se rompe, nada tuyo abre tu buzón.
ways-warn-password = Todo depende de tu contraseña. Si la olvidas, nada tuyo abre tu buzón.
ways-warn-sheet = Todo depende de una hoja de papel. Si se pierde, nada tuyo abre tu buzón.
ways-warn-passkey = Todo depende de una llave de acceso. Si se pierde, nada tuyo abre tu buzón.
ways-warn-bag = El teléfono y la hoja van juntos: tu única copia está en la cartera. Si te falta el bolso, te faltan los dos. Pon una copia en otro sitio.
ways-warn-nobody-hears = Fuera de este buzón, nadie se entera cuando le pasa algo. Quien entre podría leer nuestros avisos y borrarlos. Añade una dirección que no sea de aquí.
ways-warn-hosted-here = Esta dirección también es de este servicio: { $address }. Quien entre en un buzón de aquí puede entrar en los dos, y nuestros avisos podrían acabar en las mismas manos. Añade una dirección de otro sitio.
ways-warn-manager = Tus códigos están en un gestor de contraseñas. Si su propia contraseña se recupera por correo en este buzón, cada uno espera al otro. Guarda también una copia en papel.
ways-warn-photo = Tus códigos están en una foto. Las fotos se copian solas a otros dispositivos. Bórrala y guarda el papel.

## The check-up

check-up-title = Revisión
check-up-progress = { $done } de { $all } en su sitio
check-up-home = Revisión: { $done } de { $all } en su sitio
check-up-complete = Nada que hacer
check-up-complete-lead = Todo está en su sitio. Lo que toque algún día vuelve aquí solo.
check-up-later-lead = Lo que dejas para más tarde vuelve aquí solo.
check-up-to-do = También por hacer
check-up-put-off-list = Para más tarde
check-up-done = En su sitio
check-up-apart = Por ahora no te toca
check-up-later = Dentro de un mes
check-up-put-off = Lo has dejado para más tarde. Vuelve el { $until }.
check-up-back = Vuelve el { $until }.
check-up-see-programs = Mirarlos
check-up-see-activity = Mirar lo que ha pasado
check-up-see-changes = Mirarlo
check-up-read = Leerlo
check-up-no-sheet = Primero necesitas una hoja de códigos de respaldo.

check-up-p1 = Saber qué es un código de respaldo
check-up-p1-done = Has hecho una hoja, y sabes qué hacer cuando tu teléfono está en el río.
check-up-p1-now = Un código de respaldo abre tu buzón cuando te falta el teléfono. Mira cómo funciona y consigue los tuyos.
check-up-p2 = Tener códigos de respaldo
check-up-p2-done =
    { $count ->
        [one] Queda un código en tu hoja.
       *[other] Quedan { $count } códigos en tu hoja.
    }
check-up-p2-waits = Tu hoja está confirmada. Pronto cuenta.
check-up-p2-now = No tienes códigos de respaldo. Sin tu llave de acceso o tu teléfono no podrías entrar.
check-up-p2-prove = Tu hoja está hecha, pero aún no cuenta. Escribe uno de sus códigos.
check-up-p2-disabled = Tus códigos están desactivados, porque hubo demasiados intentos fallidos. Haz una hoja nueva.
check-up-p2-shut = Tu hoja está bloqueada desde que se congeló tu cuenta. Haz una nueva.
check-up-p3 = Saber dónde está tu hoja
check-up-p3-now = No has apuntado dónde está. En un mal día tendrías que buscarla.
check-up-p3-done =
    { $count ->
        [one] Has apuntado un sitio. Otro fuera de tu casa es aún mejor.
       *[other] Has apuntado { $count } sitios.
    }
check-up-p4 = Tener la hoja al día
check-up-p4-done = No es vieja, y quedan códigos suficientes.
check-up-p4-owed = Un código que usaste aún no tiene reemplazo. Apúntalo en tu hoja.
check-up-p4-old = Tiene más de un año. El papel se borra y se pierde.
check-up-p4-few =
    { $count ->
        [0] No queda ningún código en ella.
        [one] Solo queda un código en ella.
       *[other] Solo quedan { $count } códigos en ella.
    }
check-up-p6 = Usar un segundo paso
check-up-p6-done = Tu contraseña sola no abre tu buzón.
check-up-p6-now = Tu contraseña sola abre tu buzón. Añade una llave de acceso o tu teléfono.
check-up-p6-shut = Tu teléfono está bloqueado desde que se congeló tu cuenta. Configura otro.
check-up-p6-exposed = Puede que alguien sepa lo que sabe tu teléfono. Configúralo otra vez.
check-up-p7 = Guardar una copia en papel
check-up-p7-done = Tu hoja está en papel. Vale sin corriente y sin red.
check-up-p7-now = Ninguna copia que hayas apuntado está en papel. Guarda una que no necesite ningún dispositivo.
check-up-p8 = No guardar copias digitales
check-up-p8-done = No has apuntado ninguna copia que acabe sola en otros sitios.
check-up-p8-now = Una de las copias que has apuntado se puede copiar sin que nadie lo note. Quítala de ahí.
check-up-p10 = No dar los códigos a nadie
check-up-p10-done = No guardamos ningún código que alguien pueda leer, y nadie de nuestro equipo te pide nunca uno.
check-up-p10-exposed = Puede que nos robaran una clave. Haz una hoja nueva.
check-up-p11 = Tener dos direcciones externas
check-up-p11-done =
    { $count ->
        [one] Una dirección externa se entera de lo que pasa aquí.
       *[other] { $count } direcciones externas se enteran de lo que pasa aquí.
    }
check-up-p11-none = Nadie se entera fuera cuando le pasa algo a tu buzón. Añade una dirección.
check-up-p11-one = Solo una dirección externa se entera de lo que pasa. Añade otra, por si pierdes la primera.
check-up-p11-waits = Tu segunda dirección está en camino.
check-up-p11-unreached = El correo a una de tus direcciones se devuelve. Mira si sigue siendo correcta.
check-up-p11-review = Hace tiempo que no miras tus direcciones. ¿Siguen siendo tuyas?
check-up-p12 = Probar los códigos
check-up-p12-done = Hiciste el simulacro el { $date }.
check-up-p12-first = Escribiste un código al hacer la hoja. El próximo simulacro es el { $date }.
check-up-p12-now = Toca un simulacro: dos palabras de tu hoja, y no se gasta nada.
check-up-p12-renew = Haz primero una hoja nueva. Sus simulacros vienen después.
check-up-p13 = Saber qué lee tu correo
check-up-p13-done = Ningún programa de correo tiene una contraseña sin usar.
check-up-p13-now =
    { $count ->
        [one] Un programa de correo no se usa desde hace medio año. Si no lo necesitas, quítalo.
       *[other] { $count } programas de correo no se usan desde hace medio año. Quita los que no necesites.
    }
check-up-p13-none = Los programas de correo no inician sesión aquí.
check-up-p14 = Estar al tanto de lo que pasa
check-up-p14-done = Has visto todo lo que ha pasado.
check-up-p14-now =
    { $count ->
        [one] Ha pasado algo que no has visto en este dispositivo.
       *[other] Han pasado { $count } cosas que no has visto en este dispositivo.
    }
check-up-p14-waiting =
    { $count ->
        [one] Hay un cambio en espera. Si no fuiste tú, páralo.
       *[other] Hay { $count } cambios en espera. Si no fuiste tú, páralos.
    }
check-up-p15 = Tener una contraseña fuerte
check-up-p15-done = Tu contraseña es bastante larga, y no está en ninguna lista de contraseñas conocidas.
check-up-p15-none = Aún no tienes contraseña.
check-up-p15-weak = Tu contraseña viene del sistema anterior y es demasiado fácil de adivinar.
check-up-p15-doubted = Nos dijiste que otra persona estuvo en tu cuenta. Puede que conozca tu contraseña. Elige otra.
check-up-p15-exposed = Puede que nos robaran una clave, así que alguien podría averiguar tu contraseña. Elige otra.
check-up-p16 = Distinguir nuestros correos de uno falso
check-up-p16-done = Has elegido unas palabras que aparecen en todos nuestros correos.
check-up-p16-now = Elige unas palabras que aparezcan en todos nuestros correos. Un correo sin ellas es falso.
check-up-p17 = Saber a quién preguntar
check-up-p17-done = Puedes preguntar a una persona. Cómo hacerlo se ve en cada página donde puedas necesitarlo.
check-up-p17-none = Quienes gestionan este servicio aún no han dicho cómo preguntarles.
check-up-p18 = Seguir las novedades
check-up-p18-done = Has leído lo que quienes gestionan este servicio tenían que decir.
check-up-p18-now =
    { $count ->
        [one] Hay un comunicado de quienes gestionan este servicio sin leer.
       *[other] Hay { $count } comunicados de quienes gestionan este servicio sin leer.
    }
check-up-s1 = Entrar en el buzón con un código
check-up-s1-done = Un código abre tu correo, en el navegador y en el correo web. Los programas de correo tienen contraseñas propias.
check-up-s1-none = Aquí aún no hay ningún sistema de correo conectado.
check-up-s2 = Recibir nuestros correos
check-up-s2-done = Lo que tenemos que decirte sale por correo.
check-up-s2-folder = Quienes gestionan este servicio guardan por ahora nuestros correos en una carpeta.
