### Spanish: apps that sign people in here.
### The words for things stand in GLOSSARY.md.

## The owner's list

apps-title = Aplicaciones
apps-lead = Estas aplicaciones tienen sesión abierta con tu cuenta. ¿No conoces alguna? Cierra su sesión y después cambia tu contraseña.
apps-empty = Ninguna aplicación tiene sesión abierta. Cuando abres tu correo web, u otra aplicación de este servicio, te envía aquí para iniciar sesión. Después aparece en esta lista, y puedes cerrar su sesión con un botón.
apps-mail = Lee y envía tu correo
apps-since = Sesión abierta el { $since } desde { $from }
apps-used = Último uso el { $at }
apps-signed-out = La aplicación ya no tiene sesión. Lo que tenía abierto se está cerrando.
apps-aside = ¿Has perdido un teléfono o un ordenador?
apps-home = Aplicaciones con sesión abierta

## On the way to an app and back

apps-going-on = Has iniciado sesión
apps-going-on-lead = Sigues tu camino sin hacer nada. Si no pasa nada, pulsa el botón.
apps-back-lead = Cuando acabes, vuelve a donde estabas. Sigue abierto durante una hora.
apps-back = Volver a la aplicación
apps-signed-out-title = Has cerrado sesión

## Somebody came from an app, and it can't be

apps-unknown-title = Ese enlace no encaja
apps-unknown-lead = Una aplicación te envió aquí para iniciar sesión, pero no la conocemos, o quiere llevarte a un sitio que no es suyo. Por eso hemos parado.
apps-unknown-then = A tu cuenta no le ha pasado nada. Vuelve a la aplicación y prueba otra vez. Si se repite, díselo al equipo de soporte.
apps-late-title = Se tardó demasiado
apps-late-lead = Venías de una aplicación para iniciar sesión, pero hace más de una hora de eso, o fue en otro navegador.
apps-late-then = Abre otra vez la aplicación. Te vuelve a enviar aquí.

## Signing out from an app

apps-sign-out-title = ¿Cerrar sesión?
apps-sign-out-asked = { $app } pide cerrar tu sesión.
apps-sign-out-lead = Se cierra tu sesión aquí y en todas las aplicaciones que abriste desde este navegador.
