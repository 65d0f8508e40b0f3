### Spanish: the operator's pages, the set-up link and an invitation.
### The words for things stand in GLOSSARY.md.

## The operator's own pages

operator-home = Para el equipo del servicio
operator-invite-link = Invitar a alguien
operator-invite-title = Invita a alguien
operator-invite-lead = La persona elige una contraseña, y entonces el buzón es suyo. Nadie más llega a saberla. La invitación vale una vez, en un plazo de siete días.
operator-invite-address = La dirección del buzón
operator-invite-address-hint = El buzón tiene que existir ya, o crearse en tu software de correo.
operator-invite-name = Cómo llamar a la persona
operator-invite-to = Enviar la invitación a
operator-invite-to-hint = Otra dirección suya, porque aún no puede abrir el buzón. Déjalo vacío para recibir un enlace que entregues tú.
operator-invite-language = El idioma de la invitación
operator-invite-exists = Esta dirección ya tiene una cuenta.
operator-invite-to-itself = Ese es el propio buzón, que nadie puede abrir todavía. Pon otra dirección, o deja esto vacío.
operator-invite-sent = La invitación para { $address } va camino de { $to }.
operator-invite-made-title = Entrega este enlace
operator-invite-made = Quien lo abra primero elige la contraseña de { $address }. Imprímelo, o apúntalo, y dáselo a la persona en mano.
operator-invite-made-then = Solo lo mostramos ahora y no lo guardamos. Si se pierde, invita otra vez a la misma dirección: este enlace deja entonces de valer.
operator-invite-another = Invitar a otra persona

operator-re-enrol-link = Restablecer un acceso
operator-re-enrol-title = Restablece el acceso de una persona
operator-re-enrol-lead = Para quien perdió su teléfono y su hoja de códigos. Una persona del equipo lo pide; otra lo confirma y entrega el enlace. Con él se ponen una contraseña y un teléfono nuevos, que abren el buzón un día después. Avisamos a todas las direcciones de la cuenta.
operator-re-enrol-waiting = Espera a otra persona del equipo
operator-re-enrol-asked-by = Lo pidió { $operator }. Se puede confirmar hasta el { $until }.
operator-re-enrol-confirm = Confirmar
operator-re-enrol-withdraw = Retirar
operator-re-enrol-ask = Pedir otro
operator-re-enrol-address = La dirección del buzón
operator-re-enrol-reason = Por qué, y cómo sabes quién es la persona
operator-re-enrol-reason-hint = Lo lee la otra persona del equipo. Como mucho 300 caracteres.
operator-re-enrol-button = Pedírselo a otra persona
operator-re-enrol-asked = Lo has pedido para { $address }. Si otra persona del equipo no lo confirma en 24 horas, se anula.
operator-re-enrol-unknown = Nadie tiene una cuenta abierta con esa dirección.
operator-re-enrol-own = Esa es tu propia cuenta. Otras personas del equipo tienen que hacerlo por ti.
operator-re-enrol-waits = Ya hay una petición en espera para esta cuenta.
operator-re-enrol-no-reason = Di por qué, en 300 caracteres como mucho.
operator-re-enrol-held = Has iniciado sesión con un código en un dispositivo que no conocemos. Podrás hacer esto a partir del { $until }.
operator-re-enrol-nothing = Esa petición ya no espera, o no te toca confirmarla. Quien la hizo no puede confirmarla, y nadie confirma para su propia cuenta.
operator-re-enrol-withdrawn = Se ha retirado. No se abrió nada.
operator-re-enrol-made-title = Entrega este enlace
operator-re-enrol-made = Quien lo abra primero elige la contraseña y el teléfono nuevos de { $address }. Asegúrate una vez más de quién es la persona. Imprime el enlace, o apúntalo, y dáselo en mano. No lo envíes al buzón.
operator-re-enrol-made-then = Vale 24 horas. Solo lo mostramos ahora y no lo guardamos. Las sesiones de la cuenta se han cerrado. Si se pierde el enlace, pídelo otra vez.
operator-re-enrol-back = Hecho

## The set-up link

setup-title = Hola. Eres la primera persona aquí
setup-lead = Con esto pasas a gestionar este servicio. El enlace vale una vez, y solo mientras nadie lo gestione.
setup-address = Tu dirección de correo
setup-address-hint = Inicias sesión con ella. No hace falta que sea un buzón de este servicio.
setup-address-wrong = Eso no es una dirección de correo. Tiene esta forma: name@example.org.
setup-password-hint = Al menos { $least } caracteres. Cuatro o cinco palabras de cada día son fuertes y fáciles de escribir.

## An invitation

invitation-title = Te damos la bienvenida a { $service }
invitation-lead = Este es tu buzón:
invitation-name-hint = Aparece en tu página de inicio y en tu hoja de códigos. Cámbialo cuando quieras.
