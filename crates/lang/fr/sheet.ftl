### French: the printed sheet of backup codes. Paper has no room to scroll: keep these short. The sheet's font has no narrow
### space (U+202F), so a common no-break space stands before ? and : and inside « ».
### The words for things stand in GLOSSARY.md.

## The head of the sheet

sheet-title = Codes de secours
sheet-number = Feuille { $number }
sheet-page = Page { $page } sur { $pages }
sheet-for = Pour « { $label } »
sheet-for-address = Pour « { $label } », { $address }
sheet-what = Chaque code ouvre votre boîte mail une fois, quand vous n’avez plus votre téléphone. Cochez-le ensuite.
sheet-keep = Gardez cette feuille avec votre passeport. Ne la photographiez pas.
sheet-drill = Le mot à côté d’un code n’en fait pas partie. Il sert aux exercices.
sheet-type-at = Tapez un code seulement sur
sheet-staff = Personne de notre assistance ne vous demandera jamais un code.
sheet-page-words = Avant de taper, la page doit montrer ces deux mots :

## The strips

sheet-strip = { $service } · « { $label } » · feuille { $number } · { $portal }
sheet-drill-word = mot d’exercice
sheet-strip-summary = Codes d’une bande : numéro, code, mot d’exercice.

## The foot of the sheet

sheet-replacements = Remplaçants
sheet-replacements-how = Chaque code utilisé est remplacé. Écrivez ici le nouveau et son mot.
sheet-unreadable = Un caractère illisible ? Tapez ? à sa place. Il peut en manquer jusqu’à quatre par code.
sheet-lost = Feuille perdue, ou vue par quelqu’un ? Connectez-vous et choisissez « J’ai perdu ma feuille » : ses codes sont annulés aussitôt.
sheet-copy-at = Une autre copie se trouve
sheet-head = { $line } (pas un code) résume tout ce qui était au registre le jour de cette feuille. Si cette ligne ne correspond plus sur la page « Ce qui s’est passé », quelqu’un a réécrit le passé.
sheet-drill-dates = Exercices faits le

## Large print

sheet-large = Gros caractères
sheet-large-strip = { $service } · feuille { $number } · { $portal }
sheet-large-drill = Le mot d’exercice sous un code n’en fait pas partie. Il sert aux exercices.
sheet-large-word = Mot d’exercice :

## The wallet card

sheet-card = Carte de portefeuille
sheet-card-how = Imprimez sur un seul côté, à 100 %. Coupez le long du cadre. Pliez sur les pointillés, en accordéon, pour que les codes soient à l’intérieur.
sheet-card-scale = Cette ligne mesure 50 mm. Sinon, réimprimez à 100 % (« taille réelle »).
sheet-card-caption = Feuille { $number } · { $portal }
sheet-card-what = Chaque code ouvre votre boîte mail une fois. Cochez-le ensuite.
sheet-card-drill = Le mot sous un code est son mot d’exercice. Il n’en fait pas partie.
sheet-card-used = Chaque code utilisé est remplacé : écrivez le nouveau au dos.
sheet-card-head = Pour le registre : { $line }
sheet-card-lost = Perdue, ou vue par quelqu’un ? Connectez-vous et choisissez « J’ai perdu ma feuille ».

## The braille file

sheet-braille-codes = Codes de secours, feuille { $number }
sheet-braille-delete = Embossez ou copiez ce fichier, puis supprimez-le et videz la corbeille.
sheet-braille-how = À la page suivante, chaque code tient sur une ligne : son numéro, le code en quatre groupes de cinq, et son mot d’exercice. Le mot d’exercice ne fait pas partie du code : il sert aux exercices. Dans les quatre groupes, une cellule est un caractère. Une lettre est comme dans un texte, sans signe de majuscule. Un chiffre n’a pas de signe numérique et se trouve une rangée plus bas que dans un texte. Voici chaque chiffre, d’abord comme dans un texte, puis comme dans un code :
sheet-braille-head = La ligne suivante n’est pas un code. Elle résume tout ce qui était au registre le jour de cette feuille. Si elle ne correspond plus sur la page « Ce qui s’est passé », quelqu’un a réécrit le passé.
sheet-braille-never = Les lettres I, L, O et U ne sont dans aucun code.

## The document

sheet-logo = Logo de { $service }
sheet-document = Codes de secours pour { $label }, feuille { $number }
