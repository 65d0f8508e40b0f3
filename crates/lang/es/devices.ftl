### Spanish: everything that can reach the account. A length of time stands after «durante» and «al cabo de».
### The words for things stand in GLOSSARY.md.

devices-title = Dispositivos
devices-lead = Esto es todo lo que tiene acceso a tu buzón. ¿No conoces algo? Cierra su sesión y después cambia tu contraseña.
devices-home = Dispositivos con acceso a tu buzón

## Browsers

devices-browsers = Navegadores
devices-this = Es el que usas ahora
devices-by-password = Sesión iniciada con contraseña el { $since }, desde la red { $network }
devices-by-phone = Sesión iniciada con contraseña y teléfono el { $since }, desde la red { $network }
devices-by-code = Sesión iniciada con un código de respaldo el { $since }, desde la red { $network }
devices-by-passkey = Sesión iniciada con una llave de acceso el { $since }, desde la red { $network }
devices-by-password-and-passkey = Sesión iniciada con contraseña y llave de acceso el { $since }, desde la red { $network }
devices-signed-out = Ahora sin sesión
devices-seen = Visto por primera vez el { $first }, y por última el { $last }
devices-forget = Olvidarlo
devices-one-out = Se ha cerrado su sesión y lo hemos olvidado. Si alguien vuelve a iniciar sesión con él, te avisamos de que es nuevo.
devices-sign-out-others = Cerrar sesión en los demás
devices-others-lead = Así se cierra la sesión en los demás navegadores y en todas las aplicaciones abiertas desde ellos, y los programas de correo se desconectan una vez. Los que tienen una contraseña de aplicación vuelven a entrar solos.
devices-others-out = Se ha cerrado la sesión en los demás navegadores y los hemos olvidado.
devices-limits = La sesión de un navegador se cierra sola cuando no se usa durante { $idle }, y en todo caso al cabo de { $longest }.

## What else

devices-no-passkeys = No tienes ninguna llave de acceso.
devices-passkeys-link = Añadir, renombrar o quitar llaves de acceso
devices-no-programs = Ningún programa de correo tiene una contraseña de aplicación.
devices-main-works = Tu contraseña abre tu buzón a cualquier programa de correo, porque no tienes un segundo paso.
devices-programs-link = Programas de correo y sus contraseñas de aplicación
devices-no-apps = Ninguna aplicación tiene sesión abierta.
devices-apps-link = Cerrar la sesión de aplicaciones
devices-aside = ¿Hay otra persona en tu buzón?
