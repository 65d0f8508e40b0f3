### Spanish: mail filters.
### The words for things stand in GLOSSARY.md.

filters-title = Filtros de correo
filters-lead = Un filtro ordena, contesta o reenvía tu correo por sí solo, según llega. Si alguien estuvo en tu buzón, busca uno que no hayas hecho tú.
filters-home = Lo que ordena o reenvía tu correo
filters-empty = No tienes ningún filtro. Todo tu correo se queda en este buzón.
filters-warned = Un filtro en marcha envía correo fuera o lo tira. Si no lo hiciste tú, desactívalo ahora.
filters-runs = En marcha
filters-runs-too = También en marcha: el de arriba lo usa
filters-rests = Desactivado
filters-forward-copy = Envía una copia de tu correo a { $to }
filters-forward = Reenvía tu correo a { $to } y aquí no guarda nada, a menos que otra regla lo haga
filters-tell = Avisa a { $to } de tu correo
filters-program = Entrega tu correo a un programa del servidor
filters-discard = Tira correo
filters-refuse = Devuelve correo a quien lo escribió
filters-answer = Contesta tu correo por sí solo
filters-include = Usa también tu filtro «{ $name }»
filters-include-global = Usa un filtro del servicio de correo, «{ $name }»
filters-file = Guarda correo en la carpeta «{ $folder }»
filters-quiet = No envía nada fuera
filters-more =
    { $count ->
        [one] Y una cosa más
       *[other] Y { $count } cosas más
    }
filters-switch-off = Desactivarlo
filters-off-done = «{ $name }» está desactivado. No se ha borrado: lo encuentras en tu programa de correo, entre los filtros.
filters-off-already = No había ningún filtro en marcha. Mira otra vez la lista.
filters-unreachable = Ahora no podemos ver tus filtros: el software de correo no responde. No ha cambiado nada. Prueba otra vez en un minuto.
filters-try-again = Probar otra vez
filters-look = Después mira en «Filtros de correo»: quien estuvo en tu buzón puede haber dejado uno que envía tu correo fuera.
filters-nowhere-title = Aquí no se muestran los filtros de correo
filters-nowhere-lead = Este servicio no está conectado con el software de correo. Mira tus filtros en tu programa de correo.
