### French: backup codes in the portal.
### The words for things stand in GLOSSARY.md.

## State

codes-title = Codes de secours
codes-none = Vous n’avez pas encore de codes de secours.
codes-none-why = Chacun ouvre votre boîte mail une fois, quand vous n’avez plus votre téléphone. Vous les gardez sur une feuille de papier. Cela prend trois minutes.
codes-drawn = La feuille { $sheet } est faite, mais elle ne compte pas encore. Tapez l’un de ses codes dans l’heure qui suit.
codes-print-again = Refaire la feuille
codes-staged-title = Votre feuille est confirmée, et attend
codes-staged = Votre nouvelle feuille est confirmée. Elle compte à partir du { $until }.
codes-staged-lead = Nous ne connaissons pas encore cet appareil, alors nous attendons. Si ce n’est pas vous qui avez fait la feuille, arrêtez-la sur la page d’accueil. Si c’est vous, rangez-la à sa place et ne faites rien.
codes-disabled = Vos codes sont désactivés, car il y a eu trop de mauvais essais. Quelqu’un a peut-être cherché à deviner. Faites une nouvelle feuille.
codes-shut = Votre feuille est bloquée : au moment du gel, vous nous avez dit qu’on vous l’a volée. Faites une nouvelle feuille.
codes-lost = Vous nous avez dit que votre feuille est perdue, ses codes sont donc annulés. Faites une nouvelle feuille.
codes-active = codes restants sur { $of }
codes-left =
    { $left ->
        [one] code restant
       *[other] codes restants
    }
codes-sheet = Feuille { $sheet }, en service depuis le { $since }
codes-last-drill = Votre dernier exercice date du { $on }.
codes-never-drilled = Vous n’avez pas encore fait l’exercice avec cette feuille.
codes-owed = Vous avez utilisé un code, et son remplaçant vous attend.
codes-few = Il ne reste que quelques codes.
codes-phone-first-title = Ajoutez d’abord une deuxième étape
codes-phone-first-lead = Les codes de secours remplacent votre clé d’accès ou votre téléphone, il faut donc l’un des deux.
codes-phone-first-then = Cela prend deux minutes. Revenez ici ensuite.
codes-address-first-title = Ajoutez d’abord une adresse externe
codes-address-first-lead = Si quelqu’un utilise l’un de vos codes, nous vous prévenons à cette adresse. Une alerte dans la boîte elle-même n’atteindrait que le voleur.
codes-address-first-then = Ajoutez une adresse et tapez le code que nous y envoyons. Revenez ici ensuite.

## Enabling

enable-title = Ce qu’est un code de secours
enable-idea = Un code de secours ouvre votre boîte mail une fois, quand votre téléphone est perdu, cassé ou déchargé. Vous le tapez après votre mot de passe.
enable-idea-paper = Vous en recevez dix sur une feuille de papier. Personne d’autre que vous n’a les codes. Nous ne gardons qu’une marque, qui nous permet de distinguer un vrai d’un faux. Ainsi, personne ne peut nous les voler.
enable-river = Votre téléphone est tombé dans la rivière. Que faites-vous ?
enable-river-hint = Choisissez ce que vous feriez. Si vous vous trompez, il ne se passe rien.
enable-river-desk = J’appelle l’assistance et je lui lis un code.
enable-river-paper = Je prends ma feuille, je tape mon mot de passe, puis un code.
enable-river-mailbox = Je cherche les codes dans ma boîte mail.
enable-river-not-desk = Pas tout à fait. À l’assistance, personne ne demande jamais un code. Vous le tapez vous-même, après votre mot de passe. Choisissez encore.
enable-river-not-mailbox = Pas tout à fait. Sans votre téléphone, vous ne pouvez pas ouvrir votre boîte mail : rien de ce qu’elle contient ne peut vous aider. Les codes doivent être sur papier. Choisissez encore.
enable-river-not-answered = Choisissez l’une des trois réponses.

enable-paper-title = Mettez-les sur papier
enable-paper-lead = Restez près de votre imprimante. Nous faisons la feuille une seule fois, sans la garder. S’il y a le moindre problème, refaites-la : la première ne compte alors plus du tout.
enable-label = Le nom de votre boîte mail sur la feuille
enable-label-default = Boîte mail de { $name }
enable-label-long = C’est trop long pour la feuille. Prenez au plus 60 caractères.
enable-label-wide = Cela ne tient pas sur la feuille. Prenez un nom plus court, ou n’imprimez pas votre adresse entière.
enable-label-hint = Imprimé en haut. Si quelqu’un trouve la feuille, elle n’a pas besoin de lui dire votre adresse.
enable-full-address = Imprimer aussi mon adresse entière : { $address }
enable-editions = Que voulez-vous garder ?
enable-editions-none = Cochez au moins une des feuilles.
enable-standard = Une feuille avec des bandes à détacher.
enable-standard-for = Pour la plupart des gens : une page, et une bande pour un autre endroit.
enable-large = En gros caractères.
enable-large-for = Pour les yeux qui ont besoin de grandes lettres : deux pages pour dix codes.
enable-card = Une carte pour le portefeuille.
enable-card-for = Pour qui se déplace souvent : pliée, elle a la taille d’une carte bancaire.
enable-braille = Un fichier en braille.
enable-braille-for = Pour qui lit avec les doigts : pour une embosseuse ou une plage braille. Avec d’autres feuilles, il arrive dans un même fichier ZIP.
enable-size = Papier
enable-a4 = A4
enable-letter = Letter (États-Unis, Canada)
enable-paper-delete = Vous recevez un seul fichier, il n’y en a pas d’autre. Imprimez-le ou embossez-le, puis supprimez-le et videz la corbeille. Ne vous l’envoyez pas par mail, et ne le photographiez pas.
enable-on-paper = C’est sur papier ?
enable-printer = Regardez si chaque ligne se lit bien. Si l’imprimante a avalé la feuille, refaites-la.
enable-paper-missing = Il n’y a pas encore de feuille à confirmer. Faites-la d’abord.

enable-by-hand = Pas d’imprimante ?
enable-by-hand-lead = Prenez du papier et un stylo, et recopiez quatre codes à la main. Nous les montrons l’un après l’autre. Vous retapez chacun depuis votre papier : ainsi, une erreur se voit maintenant et pas un mauvais jour.
enable-by-hand-start = Écrire à la main
enable-write-title = Écrivez le code { $slot } sur { $of }
enable-write-lead = Prenez une feuille de papier et un stylo. Personne ne doit regarder par-dessus votre épaule.
enable-write-head = Recopiez d’abord ceci en haut de votre papier
enable-write-head-sheet = Codes de secours, feuille { $sheet }, { $on }
enable-write-head-site = À taper seulement sur { $site }. L’assistance ne demande jamais un code.
enable-write-head-words = Avant d’en taper un, la page doit montrer : { $first } { $second }
enable-write-under = Puis écrivez le code { $slot } en dessous
enable-write-line = Recopiez-le sur une ligne : le numéro, les quatre groupes et le mot. Écrivez grand et clair.
enable-write-spelled = Si quelqu’un d’autre écrit, dites-le ainsi
enable-write-type-back = Tapez maintenant le code { $slot } depuis votre papier
enable-write-once = Chaque code n’est montré que maintenant. Une fois que vous continuez, personne ne peut le montrer de nouveau.
enable-write-differs-one = Le { $a } caractère n’est pas celui de cette page. Si l’erreur est sur votre papier, corrigez-la là-bas. Puis retapez le code.
enable-write-differs-two = Le { $a } et le { $b } caractère ne sont pas ceux de cette page. Si les erreurs sont sur votre papier, corrigez-les là-bas. Puis retapez le code.
enable-write-another = C’est un autre code. Recopiez celui de cette page, et tapez-le depuis votre papier.
enable-write-late = Ce code n’est plus là : il a été montré il y a plus de dix minutes, ou une autre fenêtre a continué. Il ne compte pas.
enable-write-paused =
    { $written ->
        [0] Vous avez commencé à écrire { $of } codes à la main.
        [one] { $written } code sur { $of } est écrit.
       *[other] { $written } codes sur { $of } sont écrits.
    }
enable-write-paused-why = Nous ne montrons jamais un code deux fois, le code { $slot } est donc tiré de nouveau. S’il y a déjà un code { $slot } sur votre papier, rayez-le.
enable-write-show = Montrez-moi le code { $slot }
enable-write-anew = Recommencer
enable-write-going = Vous écrivez la feuille { $sheet } à la main. Elle ne compte pas encore.
enable-write-go-on = Continuer à écrire

enable-prove-title = Montrez que cela marche
enable-prove-lead = Tapez un code de la nouvelle feuille, celui que vous voulez. Il est vérifié, pas consommé. D’ici là, la feuille ne compte pas.
enable-prove-field = Un code de la nouvelle feuille
enable-prove-wrong = Ce n’est pas un code de la feuille la plus récente. Si vous l’avez faite plusieurs fois, prenez la dernière imprimée.
enable-prove-late = Cette feuille a plus d’une heure et n’a jamais été confirmée, elle ne compte donc pas. Refaites-la.
enable-done-title = Vos codes de secours sont activés
enable-done-lead = Quand vous n’avez plus votre téléphone, connectez-vous avec votre mot de passe et appuyez sur « Je n’ai pas mon téléphone ».
enable-done-then = Rangez la feuille là où vous gardez votre passeport. Si vous voulez, découpez une bande de deux codes pour votre portefeuille.

## Drill

drill-title = L’exercice
drill-what = Tapez les mots à côté de deux codes. Cela ne consomme rien.
drill-lead = Sortez votre feuille, comme vous le feriez un mauvais jour. À côté de chaque code se trouve un mot. Vous tapez deux de ces mots, et aucun code.
drill-word = Le mot à côté du code { $slot }
drill-wrong = Ce n’est pas le mot à côté de ce code. Regardez encore la ligne. Est-ce la feuille la plus récente ?
drill-no-sheet = Je ne trouve pas ma feuille
drill-over = C’était plus long que dix minutes, voici donc deux autres codes.
drill-nothing-title = Il n’y a rien pour l’exercice
drill-nothing-lead = Pour un exercice, il faut une feuille avec au moins deux codes qui marchent.
drill-nothing-then = La page « Codes de secours » montre ce que vous avez.
drill-done-title = Votre feuille est là où il vous la faut
drill-done-lead = Les deux mots sont justes. Le jour venu, vous la retrouverez.
drill-done-then = Rangez-la. Nous vous le redemanderons dans quelques mois.

## Check

check-title = Vérifier un code
check-what = Tapez un code entier. Il est vérifié, pas consommé.
check-lead = C’est utile si vous vous demandez si votre feuille se lit encore. Le code reste bon. Nous vous prévenons par mail qu’il a été vérifié.
check-wrong = Ce n’est pas l’un de vos codes encore libres. Comparez-le et réessayez.
check-done-title = Ce code marche
check-done-lead = C’est l’un des vôtres et il n’a pas servi. Il marche encore une fois.
check-done-then = Rangez votre feuille.
check-used = Ce code a déjà servi le { $on }. Chaque code marche une fois. Rayez-le sur votre feuille.
check-done-later = C’est l’un des vôtres et il n’a pas servi. Il marche à partir du { $from }.
check-not-here-title = On ne peut pas vérifier de code ici
check-not-here-then = Faites l’exercice : il montre que votre feuille est à portée de main, sans demander de code.
check-needs-another-factor = Vous êtes ici sans les six chiffres de votre téléphone. Nous ne vérifions un code qu’avec eux, pour que personne ne puisse essayer des codes sur cette page.
check-needs-known-device = Vous ne pouvez vérifier un code que sur un appareil où vous vous connectez depuis au moins une semaine.
check-needs-a-sheet = Vous n’avez pas de feuille de codes qui marche en ce moment.

## Renewal

renew-title = Faire une nouvelle feuille
renew-what = Quand il reste peu de codes, ou que le papier est vieux.
renew-page-title = Faire une nouvelle feuille
renew-idea = Vous recevez dix nouveaux codes sur une nouvelle feuille de papier.
renew-idea-old = Votre ancienne feuille marche jusqu’à ce que la nouvelle soit confirmée. Alors, tous ses codes cessent de marcher d’un coup.
renew-done-title = Votre nouvelle feuille compte
renew-done-lead = Aucun code de l’ancienne feuille ne marche plus.
renew-done-then = Déchirez l’ancienne feuille, et ses bandes. Mettez la nouvelle à sa place.

## Lost

lost-title = J’ai perdu ma feuille
lost-what = Annule tout de suite tous ses codes.
lost-page-title = Votre feuille est perdue ?
lost-lead =
    { $left ->
        [0] Nous l’annulons alors tout de suite, avant qu’elle ne compte. Elle ne pourra pas être réactivée.
        [one] Nous annulons alors tout de suite le seul code qui y reste. Il ne pourra pas être réactivé.
       *[other] Nous annulons alors tout de suite les { $left } codes qui y restent. Ils ne pourront pas être réactivés.
    }
lost-then = Votre mot de passe et votre téléphone continuent de marcher. Vous pouvez faire une nouvelle feuille aussitôt.
lost-then-phone = Connectez-vous ensuite avec votre téléphone et faites une nouvelle feuille.
lost-then-help-desk = Attention : votre téléphone n’est pas configuré ou est désactivé, ces codes sont donc votre seul moyen d’entrer. Une fois annulés, seule l’assistance pourra vous ouvrir.
lost-nothing-title = Il n’y a pas de feuille à annuler
lost-nothing-lead = Aucune de vos feuilles ne marche en ce moment. Qui en trouve une ne peut rien en faire.
lost-nothing-then = La page « Codes de secours » montre ce que vous avez.
lost-done-title = Vos codes sont annulés
lost-done-lead = Qui trouve la feuille ne peut rien en faire.
lost-done-phone = Connectez-vous maintenant avec votre téléphone et faites une nouvelle feuille.
lost-done-help-desk = Rien de ce que vous avez n’ouvre la boîte mail maintenant. Demandez à l’assistance comment revenir. Elle ne vous demande jamais un code.
lost-done-then = Vous n’avez plus de codes de secours. Faites une nouvelle feuille tant que vous avez votre téléphone.
