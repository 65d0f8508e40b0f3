### Spanish: backup codes in the portal.
### The words for things stand in GLOSSARY.md.

## State

codes-title = Códigos de respaldo
codes-none = Aún no tienes códigos de respaldo.
codes-none-why = Cada uno abre tu buzón una vez cuando te falta el teléfono. Los guardas en una hoja de papel. Se tarda tres minutos.
codes-drawn = La hoja { $sheet } está hecha, pero aún no cuenta. Escribe uno de sus códigos antes de una hora.
codes-print-again = Hacer la hoja otra vez
codes-staged-title = Tu hoja está confirmada y en espera
codes-staged = Tu hoja nueva está confirmada. Empieza a valer el { $until }.
codes-staged-lead = Aún no conocemos este dispositivo, así que esperamos. Si no fuiste tú quien hizo la hoja, párala en la página de inicio. Si fuiste tú, guárdala en su sitio y no hagas nada.
codes-disabled = Tus códigos están desactivados, porque hubo demasiados intentos fallidos. Puede que alguien estuviera adivinando. Haz una hoja nueva.
codes-shut = Tu hoja está bloqueada, porque al congelar tu cuenta nos dijiste que te la robaron. Haz una hoja nueva.
codes-lost = Nos dijiste que perdiste tu hoja, así que sus códigos están anulados. Haz una hoja nueva.
codes-active = de { $of } códigos por usar
codes-left =
    { $left ->
        [one] código por usar
       *[other] códigos por usar
    }
codes-sheet = Hoja { $sheet }, en uso desde el { $since }
codes-last-drill = Hiciste el último simulacro el { $on }.
codes-never-drilled = Aún no has hecho el simulacro con esta hoja.
codes-owed = Usaste un código, y su reemplazo te espera.
codes-few = Quedan solo unos pocos códigos.
codes-phone-first-title = Añade primero un segundo paso
codes-phone-first-lead = Los códigos de respaldo sustituyen a tu llave de acceso o a tu teléfono, así que tiene que haber uno de los dos.
codes-phone-first-then = Se tarda dos minutos. Después vuelve aquí.
codes-address-first-title = Añade primero una dirección externa
codes-address-first-lead = Si alguien usa un código tuyo, te avisamos allí. Un aviso en el propio buzón solo lo leería el ladrón.
codes-address-first-then = Añade una dirección y escribe el código que enviamos allí. Después vuelve aquí.

## Enabling

enable-title = Qué es un código de respaldo
enable-idea = Un código de respaldo abre tu buzón una vez, cuando tu teléfono está perdido, roto o sin batería. Lo escribes después de tu contraseña.
enable-idea-paper = Recibes diez en una hoja de papel. Los códigos los tienes tú. Nosotros solo guardamos una marca que nos permite distinguir uno verdadero de uno falso, así que nadie puede robárnoslos.
enable-river = Tu teléfono está en el río. ¿Y ahora qué?
enable-river-hint = Elige lo que harías. Si no aciertas, no pasa nada.
enable-river-desk = Llamo al equipo de soporte y les leo un código.
enable-river-paper = Tomo mi hoja, escribo mi contraseña y después un código.
enable-river-mailbox = Busco los códigos en mi buzón.
enable-river-not-desk = Casi. Nadie del equipo de soporte pide nunca un código. Lo escribes tú, después de tu contraseña. Elige otra vez.
enable-river-not-mailbox = Casi. Sin tu teléfono no puedes abrir tu buzón, así que nada de lo que hay dentro te ayuda. Los códigos tienen que estar en papel. Elige otra vez.
enable-river-not-answered = Elige una de las tres.

enable-paper-title = Ponlos en papel
enable-paper-lead = Quédate junto a la impresora. Hacemos la hoja una vez y no la guardamos. Si algo sale mal, hazla otra vez: la primera hoja ya no cuenta.
enable-label = Cómo llama la hoja a tu buzón
enable-label-default = Buzón de { $name }
enable-label-long = Es demasiado largo para la hoja. Pon como mucho 60 caracteres.
enable-label-wide = No cabe en la hoja. Pon un nombre más corto, o no imprimas tu dirección completa.
enable-label-hint = Se imprime arriba. Si alguien encuentra la hoja, no hace falta que le diga tu dirección.
enable-full-address = Imprimir también mi dirección completa: { $address }
enable-editions = ¿Qué quieres guardar?
enable-editions-none = Marca al menos una de las hojas.
enable-standard = Una hoja con tiras para arrancar.
enable-standard-for = Para la mayoría: una página, y una tira para otro sitio.
enable-large = Letra grande.
enable-large-for = Para ojos que necesitan letras grandes: dos páginas para diez códigos.
enable-card = Una tarjeta para la cartera.
enable-card-for = Para quien está mucho fuera: doblada, mide lo mismo que una tarjeta de banco.
enable-braille = Un archivo en braille.
enable-braille-for = Para quien lee con los dedos: para una impresora braille o una línea braille. Con otras hojas, llega en un solo archivo ZIP.
enable-size = Papel
enable-a4 = A4
enable-letter = Carta (Estados Unidos, Canadá)
enable-paper-delete = Recibes un archivo, el único que hay. Imprímelo, en tinta o en braille; después bórralo y vacía la papelera. No te lo envíes por correo ni le hagas fotos.
enable-on-paper = ¿Está en papel?
enable-printer = Mira si cada línea se lee bien. Si la impresora se tragó la hoja, hazla otra vez.
enable-paper-missing = Aún no hay hoja que confirmar. Hazla primero.

enable-by-hand = ¿No tienes impresora?
enable-by-hand-lead = Toma papel y bolígrafo, y copia cuatro códigos a mano. Te los mostramos uno tras otro. Cada uno lo vuelves a escribir aquí desde tu papel: así un error se nota ahora y no en un mal día.
enable-by-hand-start = Escribir a mano
enable-write-title = Escribe el código { $slot } de { $of }
enable-write-lead = Toma una hoja de papel y un bolígrafo. Que nadie mire por encima de tu hombro.
enable-write-head = Primero copia esto arriba en tu papel
enable-write-head-sheet = Códigos de respaldo, hoja { $sheet }, { $on }
enable-write-head-site = Escríbelos solo en { $site }. Nadie de soporte pide nunca un código.
enable-write-head-words = Antes de escribir uno, la página debe mostrar: { $first } { $second }
enable-write-under = Después escribe debajo el código { $slot }
enable-write-line = Cópialo en una línea: el número, los cuatro grupos y la palabra. Escribe grande y claro.
enable-write-spelled = Si escribe otra persona, díselo así
enable-write-type-back = Ahora escribe el código { $slot } desde tu papel
enable-write-once = Cada código se muestra solo ahora. Cuando sigas, nadie podrá mostrarlo otra vez.
enable-write-differs-one = El símbolo { $a } no es el de esta página. Si el error está en tu papel, corrígelo allí mismo. Después escribe el código otra vez.
enable-write-differs-two = Los símbolos { $a } y { $b } no son los de esta página. Si los errores están en tu papel, corrígelos allí mismo. Después escribe el código otra vez.
enable-write-another = Ese es otro código. Copia el de esta página y escríbelo desde tu papel.
enable-write-late = Ese código ya no está: se mostró hace más de diez minutos, o seguiste en otra ventana. No cuenta.
enable-write-paused =
    { $written ->
        [0] Has empezado a escribir { $of } códigos a mano.
        [one] Uno de { $of } códigos está escrito.
       *[other] { $written } de { $of } códigos están escritos.
    }
enable-write-paused-why = Nunca mostramos un código dos veces, así que sacamos otro código { $slot }. Si ya hay un código { $slot } en tu papel, táchalo.
enable-write-show = Muéstrame el código { $slot }
enable-write-anew = Empezar de nuevo
enable-write-going = Estás escribiendo a mano la hoja { $sheet }. Aún no cuenta.
enable-write-go-on = Seguir escribiendo

enable-prove-title = Demuestra que funciona
enable-prove-lead = Escribe un código cualquiera de la hoja nueva. Se comprueba, no se gasta. Hasta entonces, la hoja no cuenta.
enable-prove-field = Un código de la hoja nueva
enable-prove-wrong = Ese no es un código de la hoja más reciente. Si hiciste la hoja más de una vez, usa la última que imprimiste.
enable-prove-late = Esa hoja tiene más de una hora y nunca se confirmó, así que no cuenta. Hazla otra vez.
enable-done-title = Tus códigos de respaldo están activados
enable-done-lead = Cuando te falte el teléfono, inicia sesión con tu contraseña y pulsa «No tengo mi teléfono».
enable-done-then = Guarda la hoja donde guardas tu pasaporte. Si quieres, corta una tira de dos códigos para tu cartera.

## Drill

drill-title = El simulacro
drill-what = Escribe las palabras que hay junto a dos códigos. No gasta nada.
drill-lead = Saca tu hoja, como harías en un mal día. Junto a cada código hay una palabra. Escribe dos de esas palabras, y ningún código.
drill-word = La palabra junto al código { $slot }
drill-wrong = Esa no es la palabra junto a este código. Mira otra vez la línea. ¿Es la hoja más reciente?
drill-no-sheet = No encuentro mi hoja
drill-over = Pasaron más de diez minutos, así que aquí tienes otros dos códigos.
drill-nothing-title = No hay con qué hacer el simulacro
drill-nothing-lead = Para un simulacro hace falta una hoja con al menos dos códigos que valgan.
drill-nothing-then = La página «Códigos de respaldo» muestra lo que tienes.
drill-done-title = Tu hoja está donde la necesitas
drill-done-lead = Las dos palabras son correctas. Cuando llegue el día, la encontrarás.
drill-done-then = Guárdala en su sitio. Te lo volveremos a pedir dentro de unos meses.

## Check

check-title = Comprobar un código
check-what = Escribe un código entero. Se comprueba, no se gasta.
check-lead = Úsalo si no sabes si tu hoja aún se lee bien. El código sigue valiendo. Te avisamos por correo de que se comprobó.
check-wrong = Ese no es uno de tus códigos por usar. Repásalo y prueba otra vez.
check-done-title = Este código vale
check-done-lead = Es uno de los tuyos y no se ha usado. Aún vale una vez.
check-done-then = Guarda tu hoja en su sitio.
check-used = Este código ya se usó el { $on }. Cada código vale una vez. Táchalo en tu hoja.
check-done-later = Es uno de los tuyos y no se ha usado. Empieza a valer el { $from }.
check-not-here-title = Aquí no se puede comprobar un código
check-not-here-then = Haz el simulacro: demuestra que tienes tu hoja a mano, y no pide ningún código.
check-needs-another-factor = Has entrado sin las seis cifras de tu teléfono. Solo comprobamos un código junto con ellas, para que nadie use esta página para probar códigos.
check-needs-known-device = Solo puedes comprobar un código en un dispositivo en el que inicias sesión desde hace una semana o más.
check-needs-a-sheet = Ahora no tienes ninguna hoja de códigos que valga.

## Renewal

renew-title = Hacer una hoja nueva
renew-what = Cuando quedan pocos códigos, o el papel es viejo.
renew-page-title = Haz una hoja nueva
renew-idea = Recibes diez códigos nuevos en una hoja de papel nueva.
renew-idea-old = Tu hoja anterior vale hasta que se confirma la nueva. Entonces todos sus códigos dejan de valer a la vez.
renew-done-title = Tu hoja nueva ya vale
renew-done-lead = Todos los códigos de la hoja anterior han dejado de valer.
renew-done-then = Rompe la hoja anterior y sus tiras. Pon la nueva en su lugar.

## Lost

lost-title = He perdido mi hoja
lost-what = Anula al instante todos sus códigos.
lost-page-title = ¿Has perdido tu hoja?
lost-lead =
    { $left ->
        [0] Entonces la anulamos ahora mismo, antes de que llegue a valer. No se puede volver a activar.
        [one] Entonces anulamos ahora mismo el único código que le queda. No se puede volver a activar.
       *[other] Entonces anulamos ahora mismo los { $left } códigos que le quedan. No se pueden volver a activar.
    }
lost-then = Tu contraseña y tu teléfono siguen valiendo. Puedes hacer una hoja nueva enseguida.
lost-then-phone = Después inicia sesión con tu teléfono y haz una hoja nueva.
lost-then-help-desk = Cuidado: tu teléfono no está configurado o está desactivado, así que estos códigos son tu única manera de entrar. Una vez anulados, solo el equipo de soporte puede dejarte entrar.
lost-nothing-title = No hay hoja que anular
lost-nothing-lead = Ahora no vale ninguna hoja tuya. Quien encuentre una no puede hacer nada con ella.
lost-nothing-then = La página «Códigos de respaldo» muestra lo que tienes.
lost-done-title = Tus códigos están anulados
lost-done-lead = Quien encuentre la hoja no puede hacer nada con ella.
lost-done-phone = Ahora inicia sesión con tu teléfono y haz una hoja nueva.
lost-done-help-desk = Nada de lo que tienes abre ahora el buzón. Pregunta al equipo de soporte cómo volver a entrar. Nunca te piden un código.
lost-done-then = Ahora no tienes códigos de respaldo. Haz una hoja nueva mientras tengas tu teléfono.
