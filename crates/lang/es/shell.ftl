### Spanish: the frame around every page.
### The words for things stand in GLOSSARY.md.

shell-title-problem = Repásalo:
shell-skip = Ir al contenido
shell-problems = Hay algo que repasar
shell-never-ask = Nadie de nuestro equipo de soporte te pedirá nunca un código. Si alguien lo hace, no somos nosotros.
shell-address = Escribe tu contraseña y tus códigos solo en { $host }.
shell-language = Idioma
shell-back = El camino de vuelta
shell-back-home = Inicio
shell-back-codes = Códigos de respaldo
shell-back-sign-in = Volver a iniciar sesión
shell-step = Paso { $step } de { $of }

## Fields that appear on several pages

field-optional = (puedes dejarlo vacío)
field-error = Repásalo:
field-address = Tu dirección de correo
field-name = Tu nombre
field-name-wrong = Escribe tu nombre, en 80 caracteres como mucho.
field-password = Tu contraseña
field-digits = Seis cifras
field-digits-not-six = Escribe las seis cifras y nada más.
field-digits-hint = Las muestra la aplicación de códigos de tu teléfono. Cambian cada 30 segundos.
field-code = Un código de tu hoja
field-code-hint = 20 letras y cifras, en minúsculas o mayúsculas. ¿No se lee un símbolo? Escribe ? en su lugar.

## Buttons

button-sign-in = Iniciar sesión
button-sign-out = Cerrar sesión
button-sign-out-everywhere = Cerrar sesión en todas partes
button-go-on = Seguir
button-show = Mostrar
button-hide = Ocultar
button-suggest = Proponer otra
button-change = Cambiar
button-see = Ver
button-set-up = Configurar
button-remove = Quitar
button-send-again = Enviar otro código
button-confirm-address = Confirmar esta dirección
button-keep-name = Guardar este nombre
button-keep-phrase = Guardar estas palabras
button-add-address = Añadir una dirección
button-change-address = Enviar un código allí
button-look-at-addresses = Mirar mis direcciones
button-confirm-now = Hacerlo ahora
button-stop-change = Parar
button-invite = Invitar
button-create = Abrir mi cuenta
button-change-password = Cambiar mi contraseña
button-set-password = Guardar mi contraseña nueva
button-set-up-phone = Configurar mi teléfono
button-new-phone = Configurar un teléfono nuevo
button-add-second-step = Añadir un segundo paso
button-use-passkey = Usar una llave de acceso
button-add-passkey = Añadir una llave de acceso
button-remove-passkey = Quitar esta llave de acceso
button-keep-passkey = Conservarla
button-turn-on = Activarlo
button-remove-phone = Quitar mi teléfono
button-keep-phone = Conservar mi teléfono
button-re-enrol = Recuperar mi buzón
button-use-code = Usar este código
button-written = Ya lo he apuntado
button-replacement = Apuntar el reemplazo
button-enable = Conseguir mis códigos de respaldo
button-make-sheet = Hacer mi hoja
button-on-paper = Está en papel. Seguir
button-prove = Escribir un código
button-prove-code = Activar mis códigos
button-drill = Hacer el simulacro
button-drill-check = Comprobar mis palabras
button-check = Comprobar un código
button-check-code = Comprobar este código
button-renew = Hacer una hoja nueva
button-renew-short = Renovar
button-keep-sheet = Conservar mi hoja
button-lost = Anular mis códigos ahora
button-lost-short = La he perdido
button-lost-found = Aún la tengo

## Error pages

error-home = Ir a la página de inicio
error-request = Si preguntas al equipo de soporte por esto, dales este número: { $id }
error-not-found-title = Aquí no hay nada
error-not-found-lead = Puede que la dirección esté mal escrita, o que la página ya no exista. Todo empieza en la página de inicio.
error-not-like-that-title = Esta página no se abre así
error-not-like-that-lead = No ha cambiado nada. Abre la página desde la página de inicio y prueba otra vez.
error-too-large-title = Eso era demasiado largo
error-too-large-lead = Has enviado más de lo que pide cualquiera de nuestras páginas. No ha cambiado nada. Vuelve atrás y acorta lo que escribiste.
error-foreign-form-title = Eso no venía de nuestra página
error-foreign-form-lead = Otro sitio intentó enviar un formulario en tu nombre. No ha cambiado nada. Abre tú { $host } y prueba otra vez.
error-stale-form-title = Esa página era demasiado antigua
error-stale-form-lead = Has iniciado o cerrado sesión desde que la abriste, o tu navegador no guarda nuestra cookie. No ha cambiado nada. Abre otra vez la página y vuelve a probar.
error-wrong-host-title = Esta no es nuestra dirección
error-wrong-host-lead = Solo respondemos en { $host }. No escribas tu contraseña ni tus códigos en ningún otro sitio.
error-too-many-title = Espera un poco, por favor
error-too-many-lead = Hubo muchos intentos seguidos. No se ha perdido nada. Prueba otra vez dentro de { $wait }.
error-busy-title = Ahora mismo hay mucha gente
error-busy-lead = Mucha gente está iniciando sesión a la vez. No ha cambiado nada. Prueba otra vez dentro de { $wait }.
error-internal-title = Algo se ha roto aquí
error-internal-lead = No es culpa tuya. Tus códigos siguen a salvo. Prueba otra vez en un minuto. Si se repite, díselo al equipo de soporte.
error-link-title = Este enlace ya no vale
error-link-lead = Cada enlace vale una vez, y solo durante un tiempo. Este se usó, caducó o nunca fue nuestro. No ha cambiado nada.
error-link-then = Si aún lo necesitas, pide uno nuevo donde lo conseguiste.
