### Spanish: the printed sheet of backup codes. Paper has no room to scroll: keep these short.
### The words for things stand in GLOSSARY.md.

## The head of the sheet

sheet-title = Códigos de respaldo
sheet-number = Hoja { $number }
sheet-page = Página { $page } de { $pages }
sheet-for = Para «{ $label }»
sheet-for-address = Para «{ $label }», { $address }
sheet-what = Cada código abre tu buzón una vez, cuando te falta el teléfono. Márcalo cuando lo uses.
sheet-keep = Guarda esta hoja donde guardas tu pasaporte. No le hagas fotos.
sheet-drill = La palabra junto a un código no es parte de él. La pedimos en los simulacros.
sheet-type-at = Escribe un código solo en
sheet-staff = Nadie de nuestro equipo de soporte te pedirá nunca un código.
sheet-page-words = Antes de escribir, la página debe mostrar estas dos palabras:

## The strips

sheet-strip = { $service } · «{ $label }» · hoja { $number } · { $portal }
sheet-drill-word = palabra
sheet-strip-summary = Códigos de una tira: número, código, palabra del simulacro.

## The foot of the sheet

sheet-replacements = Reemplazos
sheet-replacements-how = Cada código usado se reemplaza. Escribe aquí el nuevo y su palabra.
sheet-unreadable = ¿No se lee un símbolo? Escribe ? en su lugar. Pueden faltar hasta cuatro símbolos de un código.
sheet-lost = ¿Perdiste la hoja, o alguien la vio? Inicia sesión y elige «He perdido mi hoja»: sus códigos se anulan al instante.
sheet-copy-at = Hay otra copia en
sheet-head = { $line } (no es un código) representa todo lo que había en el registro el día de esta hoja. Si ya no encaja en la página «Lo que ha pasado», alguien reescribió el pasado.
sheet-drill-dates = Simulacros hechos el

## Large print

sheet-large = Letra grande
sheet-large-strip = { $service } · hoja { $number } · { $portal }
sheet-large-drill = La palabra bajo un código no es parte de él. La pedimos en los simulacros.
sheet-large-word = Palabra:

## The wallet card

sheet-card = Tarjeta para la cartera
sheet-card-how = Imprime por una cara, al 100 %. Corta por el marco. Dobla por las líneas discontinuas, adelante y atrás, con los códigos por dentro.
sheet-card-scale = Esta línea mide 50 mm. Si no, imprime otra vez al 100 % («tamaño real»).
sheet-card-caption = Hoja { $number } · { $portal }
sheet-card-what = Cada código abre tu buzón una vez. Márcalo cuando lo uses.
sheet-card-drill = La palabra bajo un código es la del simulacro. No es parte de él.
sheet-card-used = Cada código usado se reemplaza: escribe el nuevo al dorso.
sheet-card-head = Línea, no código: { $line }
sheet-card-lost = ¿La perdiste, o alguien la vio? Inicia sesión y elige «He perdido mi hoja».

## The braille file

sheet-braille-codes = Códigos de respaldo, hoja { $number }
sheet-braille-delete = Imprime en braille o copia este archivo; después bórralo y vacía la papelera.
sheet-braille-how = En la página siguiente, cada código es una línea: su número, el código en cuatro grupos de cinco y su palabra del simulacro. Esa palabra no es parte del código: la pedimos en los simulacros. En los cuatro grupos, un cajetín es un símbolo. Una letra es como en un texto, sin signo de mayúscula. Una cifra no lleva signo de número y está una fila más abajo que en un texto. Aquí está cada cifra, primero como en un texto y después como en un código:
sheet-braille-head = La línea siguiente no es un código. Representa todo lo que había en el registro el día de esta hoja. Si ya no encaja en la página «Lo que ha pasado», alguien reescribió el pasado.
sheet-braille-never = Las letras I, L, O y U no están en ningún código.

## The document

sheet-logo = Logotipo de { $service }
sheet-document = Códigos de respaldo para { $label }, hoja { $number }
