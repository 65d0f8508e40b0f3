### Spanish: what is due, and putting it off.
### The words for things stand in GLOSSARY.md.

reminders-title = Por hacer
reminders-badge =
    { $count ->
        [one] 1 cosa por hacer
       *[other] { $count } cosas por hacer
    }
reminders-quiet = Nada por hacer
reminders-quiet-until = Lo tienes todo al día. Te recordaremos lo siguiente el { $until }.
reminders-quiet-lead = Lo tienes todo al día. Cuando haya algo que hacer, lo verás aquí.
reminders-later = ¿Ahora no? Recuérdamelo
button-in-a-week = dentro de una semana
button-in-a-month = dentro de un mes
reminders-snoozed = Lo has dejado para más tarde. Te lo volveremos a recordar el { $until }.
reminders-not-now = Eso no se puede dejar para más tarde. O ya está hecho, o ha esperado demasiado.
reminders-firm-no-codes = Esto no puede esperar: sin tu teléfono, nada te deja entrar en tu buzón.
reminders-firm-long = Ya lo habías dejado para más tarde, así que ahora se queda aquí hasta que esté hecho.
reminders-mail = Te enviamos un correo sobre lo que hay aquí, como mucho una vez al mes.
