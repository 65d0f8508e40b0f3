### Spanish: signing in. The places of symbols are numbers, because few people know the ordinals beyond the tenth:
### «el símbolo 14».
### The words for things stand in GLOSSARY.md.

## Sign in

sign-in-title = Iniciar sesión
sign-in-forgotten = He olvidado mi contraseña
sign-in-refused = No ha funcionado. Repasa la dirección y la contraseña, y prueba otra vez.
sign-in-ended = Tu sesión se cerró porque no pasó nada durante un rato. Guardamos tu sitio: inicia sesión y vuelves a donde estabas.
sign-in-wait = Hubo muchos intentos seguidos. Prueba otra vez dentro de { $wait }.
sign-in-half-ended = Pasaron más de diez minutos, así que empezamos de nuevo. Escribe otra vez tu dirección y tu contraseña.

## Second step

second-step-passkey-title = Ahora, tu segundo paso
second-step-passkey-lead = Tu dispositivo te pide tu huella, tu cara o su PIN.
second-step-or-phone = O tu teléfono
second-step-title = Ahora, tu teléfono
second-step-lead = Abre la aplicación de códigos de tu teléfono y escribe las seis cifras que muestra para este buzón.
second-step-wrong = No ha funcionado. Espera las seis cifras siguientes y escríbelas. Comprueba que el reloj de tu teléfono va en hora.
second-step-no-phone-lead = ¿Tu teléfono está perdido, roto o sin batería?
second-step-no-phone = No tengo mi teléfono
second-step-codes-shut = Tu hoja de códigos está bloqueada, porque nos dijiste que te la robaron. Por eso solo entras con tu teléfono. Si tampoco lo tienes, pregunta al equipo de soporte qué hacer.
second-step-no-codes = Sin tu teléfono no puedes iniciar sesión aquí, porque este buzón no tiene códigos de respaldo. Pregunta al equipo de soporte qué hacer.

## Use a code

use-code-title = Usa un código de respaldo
use-code-words = Saca tu hoja. Arriba tiene estas dos palabras:
use-code-words-hint = ¿Tu hoja muestra otras palabras? Entonces para y no escribas nada. Puede que esta página sea una copia hecha para robarte el código, o que la hoja sea antigua.
use-code-what-happens =
    { $left ->
        [0] Se gastará. Es el último que tienes.
        [one] Se gastará. Te queda 1 más.
       *[other] Se gastará. Te quedan { $left } más.
    }
use-code-phone-found = Al final tengo mi teléfono
use-code-unreadable = No podemos leer eso como un código. Compáralo con tu hoja, símbolo a símbolo. Escribe ? en lugar de un símbolo que no se lea.
use-code-missing = Escribe un código de tu hoja.
use-code-short = Un código tiene 20 símbolos y has escrito { $have }. Busca los que faltan.
use-code-long = Un código tiene 20 símbolos y has escrito { $have }. Escribe solo un código.
use-code-strange = Ningún código lleva el signo { $sign }. Es el símbolo { $place } de los que escribiste. Si no puedes leerlo, escribe ? en su lugar.
use-code-wrong = No ha funcionado. Repasa el código y prueba otra vez.
use-code-spent = Este código ya se usó el { $on }. Cada código vale una vez. Usa otro y, si no fuiste tú, cambia tu contraseña en cuanto entres.
use-code-replaced = Este código es de una hoja antigua que se reemplazó el { $on }. Busca la hoja más reciente.
use-code-stopped = Este código es de una hoja que se anuló el { $on }. Inicia sesión con tu teléfono, o pregunta al equipo de soporte qué hacer.
use-code-disabled = Tus códigos de respaldo están desactivados, porque hubo demasiados intentos fallidos. Inicia sesión con tu teléfono, o pregunta al equipo de soporte.
use-code-suspended = Tu hoja de códigos está bloqueada, porque al congelar tu cuenta nos dijiste que te la robaron. Inicia sesión con tu teléfono, o pregunta al equipo de soporte.
use-code-none = Este buzón no tiene ahora códigos de respaldo. Inicia sesión con tu teléfono, o pregunta al equipo de soporte qué hacer.
use-code-staged = Tu hoja nueva empieza a valer el { $until }, así que sus códigos aún no abren nada. Inicia sesión con tu teléfono, o espera.
use-code-all-used = Todos los códigos de tu hoja están gastados. Inicia sesión con tu teléfono, o pregunta al equipo de soporte qué hacer.

use-code-read-title = ¿Es ese tu código?
use-code-read-as = Leemos tu código así:
use-code-read-question = ¿Es lo que dice tu hoja?
use-code-read-yes = Sí, es ese
use-code-read-no = No, lo escribo otra vez
use-code-read-late = Pasaron más de diez minutos. Escribe el código otra vez.
use-code-unclear-one = El símbolo { $a } no estaba claro.
use-code-unclear-two = Los símbolos { $a } y { $b } no estaban claros.
use-code-place-1 = 1
use-code-place-2 = 2
use-code-place-3 = 3
use-code-place-4 = 4
use-code-place-5 = 5
use-code-place-6 = 6
use-code-place-7 = 7
use-code-place-8 = 8
use-code-place-9 = 9
use-code-place-10 = 10
use-code-place-11 = 11
use-code-place-12 = 12
use-code-place-13 = 13
use-code-place-14 = 14
use-code-place-15 = 15
use-code-place-16 = 16
use-code-place-17 = 17
use-code-place-18 = 18
use-code-place-19 = 19
use-code-place-20 = 20

use-code-live-good = Eso se lee como el código { $slot }.
use-code-live-one = Un símbolo parece equivocado: el { $place }.
use-code-live-many = Dos símbolos parecen equivocados: el { $a } y el { $b }.
use-code-live-filled = Eso se lee como el código { $slot }. Hemos completado lo que no podías leer.
use-code-live-missing =
    { $count ->
        [one] Falta un símbolo.
       *[other] Faltan { $count } símbolos.
    }
use-code-live-extra =
    { $count ->
        [one] Sobra un símbolo.
       *[other] Sobran { $count } símbolos.
    }
use-code-live-bad = Eso no se lee como un código. Compáralo con tu hoja.

## You're in

signed-in-title = Ya estás dentro
signed-in-used = Usaste el código { $slot }. No volverá a valer. Táchalo en tu hoja.
signed-in-held = Aún no conocemos este dispositivo. Un teléfono nuevo, una hoja nueva o el reemplazo de abajo empiezan a valer el { $until }, para que puedas parar a otra persona. Con otro segundo paso tuyo va más rápido.
signed-in-replacement = Apunta su reemplazo
signed-in-replacement-lead = Escribe este número, este código y esta palabra en la primera línea libre de tu hoja. Solo los mostramos una vez.
signed-in-slot = Código número
signed-in-word = La palabra de al lado: { $word }
signed-in-type-back = Ahora escríbelo desde tu hoja
signed-in-type-back-hint = Mira el papel mientras escribes. Así se ve que está bien.
signed-in-type-back-wrong = Ese no es el código nuevo. Compara tu papel con el código de arriba, símbolo a símbolo.
signed-in-draw-again-lead = ¿Algo salió mal con el papel?
signed-in-draw-again = Hacer otro
signed-in-owed = Te espera un reemplazo
signed-in-owed-lead = Usaste un código y recibes uno nuevo por él. Ten a mano tu hoja y un bolígrafo antes de seguir.
signed-in-draw = Muéstrame el código nuevo
signed-in-no-more-slots = En esta hoja no quedan líneas libres. Haz pronto una hoja nueva.
signed-in-phone = ¿Y tu teléfono?
signed-in-phone-lead = Si vuelve, no hay nada que hacer. Si lo has perdido para siempre, configura aquí el nuevo. El anterior deja entonces de valer.
signed-in-phone-new = Configurar un teléfono nuevo
signed-in-home = Ir a la página de inicio
signed-in-replacement-done = Tu código nuevo ya vale. Deja la hoja donde estaba.
signed-in-replacement-staged = Tu código nuevo está en tu hoja y empieza a valer el { $until }. Deja la hoja donde estaba.

## Once more, before something weighty

step-up-title = ¿Sigues siendo tú?
step-up-lead = Este es un cambio importante. Demuestra otra vez que eres tú.
step-up-wrong = No ha funcionado. Prueba otra vez.

## Ending a session

session-everywhere-title = Cerrar sesión en todas partes
session-everywhere-lead = Así se cierra tu sesión en todos los dispositivos, también en este. Tu contraseña, tu teléfono y tus códigos siguen como están. Si crees que otra persona sabe tu contraseña, cámbiala primero.
session-over-title = Has cerrado sesión
session-over-lead = Nadie que use este navegador después de ti puede entrar.
session-over-then = Puedes cerrar esta ventana.

## Forgotten password

forgotten-title = Has olvidado tu contraseña
forgotten-lead = Necesitas un código de respaldo, y una llave de acceso o tu teléfono. Juntos te dejan elegir una contraseña nueva.
forgotten-nothing = Si no tienes código, o no tienes llave de acceso ni teléfono, pregunta al equipo de soporte. Nunca te piden un código.
forgotten-refused = No ha funcionado. Espera las seis cifras siguientes y escríbelas. Si no ayuda, repasa la dirección y el código.
forgotten-again = Escribir otra vez la dirección y el código
forgotten-second-step-title = Ahora, tu segundo paso
forgotten-second-step-lead = Escribe las seis cifras que muestra la aplicación de códigos de tu teléfono para este buzón. Si tienes una llave de acceso, usa mejor esa.
forgotten-password-title = Tu contraseña nueva
forgotten-done-title = Tu contraseña nueva ya vale
forgotten-done-lead = Se cerró tu sesión en todos los dispositivos. El código de respaldo que escribiste está gastado.
forgotten-done-then = Inicia sesión con tu contraseña nueva y tu segundo paso.
