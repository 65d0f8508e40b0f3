### French: where the paper is, what opens the mailbox, and the check-up. What each id is for, and its arguments, stand in the
### English file of the same name. The names of practices are infinitives.
### The words for things stand in GLOSSARY.md.

## Where the copies of the sheet lie

papers-title = Où se trouve votre feuille
papers-lead = Notez où est chaque copie, pour la trouver un mauvais jour. Écrivez où elle est, jamais ce qui y est écrit.
papers-empty = Vous n’avez pas noté où se trouve la feuille { $sheet }
papers-two = Le mieux, ce sont deux endroits : un chez vous, avec le passeport, et un ailleurs, chez une personne de confiance. Ne la gardez pas à côté de l’ordinateur portable ni dans son sac : tout disparaîtrait ensemble.
papers-here = La feuille { $sheet } se trouve ici
papers-since = Noté le { $on }
papers-second = Un seul endroit peut brûler ou être inondé. Mettez une deuxième copie ailleurs : une bande de deux codes suffit.
papers-before = Une ancienne feuille se trouve ici
papers-before-lead = Les anciens codes n’ouvrent plus rien. Reprenez l’ancienne feuille et déchirez-la, puis dites-nous si la nouvelle est maintenant là.
papers-follow = La nouvelle y est
papers-remove = Il n’y a plus rien là
papers-add = Noter un endroit
papers-kind = Quel genre d’endroit est-ce ?
papers-choose = Choisissez quel genre d’endroit c’est.
papers-safe = Dans le coffre-fort, ou avec le passeport
papers-wallet = Dans le portefeuille
papers-relative = Chez une personne de confiance
papers-password-manager = Dans un gestionnaire de mots de passe
papers-photo = Sur une photo
papers-elsewhere = Ailleurs
papers-words = Avec vos mots à vous
papers-words-hint = Par exemple : le classeur gris, deuxième étagère. Pas de code, s’il vous plaît.
papers-note = Noter cet endroit
papers-noted = C’est noté.
papers-gone = La note est supprimée.
papers-too-long = C’est trop long. Prenez au plus { $most } caractères.
papers-character = Un des caractères ne peut pas être affiché. Prenez des lettres, des chiffres et des espaces.
papers-code = Cela ressemble à un code de secours. Écrivez seulement où est la feuille, jamais ce qui y est écrit.
papers-missing = Dites en quelques mots où c’est.
papers-too-many = Six endroits sont déjà notés. Retirez-en un d’abord.
papers-not-before = Vous avez utilisé un code de secours pour entrer, et nous ne connaissons pas encore cet appareil. Vous pourrez voir vos endroits à partir du { $at }.
papers-no-sheet = Vous n’avez pas encore de feuille
papers-no-sheet-lead = Quand vous en aurez fait une, revenez noter où vous l’avez mise.
papers-password-manager-warning = Un gestionnaire de mots de passe n’est un bon endroit que s’il s’ouvre sans cette boîte mail. Si son propre mot de passe se remplace par un message à cette boîte mail, vous voilà devant deux portes fermées à la fois. Gardez aussi une copie sur papier.
papers-photo-warning = Une photo voyage : dans le cloud, sur le prochain téléphone, chez qui regarde les images. Et si le téléphone disparaît, la photo disparaît avec lui. Supprimez-la, et gardez le papier.
papers-kept = Ces notes sont gardées chiffrées. Nous ne les montrons qu’à vous, et seulement juste après que vous avez montré encore une fois que c’est vous.
papers-what = Notez où est chaque copie, pour la trouver un mauvais jour.
papers-button = Noter où elle se trouve

## What opens the mailbox

ways-title = Ce qui ouvre votre boîte mail
ways-lead = Chaque ligne suffit pour entrer. Quoi que vous perdiez, il doit vous rester une ligne, et aucun voleur ne doit en tenir une entière.
ways-good = Vous pouvez perdre une chose, n’importe laquelle
ways-good-lead = Si une chose est perdue, il reste un autre moyen, et rien n’ouvre votre boîte mail à lui seul.
ways-account = votre compte
ways-mail = vos messages
ways-password = votre mot de passe
ways-phone = votre téléphone
ways-passkey = une clé d’accès
ways-code = un code de votre feuille
ways-code-at = un code de votre feuille ({ $place })
ways-code-manager = un code de votre gestionnaire de mots de passe
ways-operators = deux personnes de l’équipe du service, ensemble
ways-program = le logiciel de messagerie { $name }
ways-app = l’application { $name }
ways-open = Ce qui ouvre tout
ways-open-none = Rien de ce que vous avez ne l’ouvre.
ways-open-operators = Deux personnes de l’équipe du service peuvent aussi vous ouvrir, jamais une seule. Cela prend un jour, nous en prévenons toutes vos adresses, et vous pouvez l’arrêter.
ways-open-no-operators = Personne d’autre ne peut vous ouvrir : il faut deux personnes de l’équipe du service, et il n’y en a pas deux ici.
ways-read = Ce qui lit vos messages, et n’ouvre rien d’autre
ways-lose = Si vous perdez quelque chose
ways-lost-phone = Si vous perdez votre téléphone, il vous reste
ways-lost-passkey = Si vous perdez la clé d’accès, il vous reste
ways-lost-password = Si vous oubliez votre mot de passe, il vous reste
ways-lost-sheet = Si vous perdez votre feuille, il vous reste
ways-lost-paper = Si vous perdez la feuille ({ $place }), il vous reste
ways-lost-manager = Si votre gestionnaire de mots de passe ne s’ouvre pas, il vous reste
ways-lost-bag = Si votre sac disparaît, avec téléphone et portefeuille, il vous reste
ways-only-operators = Rien à vous. Seulement deux personnes de l’équipe du service, ensemble, et cela prend un jour.
ways-nothing = Rien. Votre boîte mail reste fermée.
ways-hear = Ce qui est prévenu de tout, et n’ouvre rien
ways-hear-none = Aucune adresse externe n’est prévenue de rien.
ways-hear-lead = Nos messages à ces adresses vous disent ce qui se passe et vous permettent de l’arrêter. Ils ne laissent jamais entrer personne.
ways-not-before = Vous avez utilisé un code de secours pour entrer, et nous ne connaissons pas encore cet appareil. Vous pourrez voir ceci à partir du { $at }.
ways-warn-password-alone = Votre mot de passe seul ouvre tout. Qui l’apprend peut entrer. Ajoutez une clé d’accès ou votre téléphone, pour qu’il faille les deux.
ways-warn-alone = Une seule chose ouvre tout : { $what }. Un code se trouve là où est votre deuxième étape. Qui prend l’un a donc les deux. Gardez le code sur papier, ailleurs.
ways-warn-phone = Tout dépend de votre téléphone. S’il est perdu ou cassé, rien à vous n’ouvre votre boîte mail.
ways-warn-password = Tout dépend de votre mot de passe. Si vous l’oubliez, rien à vous n’ouvre votre boîte mail.
ways-warn-sheet = Tout dépend d’une seule feuille de papier. Si elle est perdue, rien à vous n’ouvre votre boîte mail.
ways-warn-passkey = Tout dépend d’une seule clé d’accès. Si elle est perdue, rien à vous n’ouvre votre boîte mail.
ways-warn-bag = Le téléphone et la feuille disparaîtraient ensemble : votre seule copie est dans le portefeuille. Si le sac est perdu, les deux le sont. Mettez une copie ailleurs.
ways-warn-nobody-hears = Personne hors de cette boîte mail n’est prévenu quand il s’y passe quelque chose. Qui y entre pourrait lire nos mises en garde et les supprimer. Ajoutez une adresse qui n’est pas ici.
ways-warn-hosted-here = Cette adresse est aussi sur ce service de messagerie : { $address }. Qui entre dans une boîte mail ici peut entrer dans les deux. Nos mises en garde pourraient donc finir dans les mêmes mains. Ajoutez une adresse ailleurs.
ways-warn-manager = Vos codes sont dans un gestionnaire de mots de passe. Si son propre mot de passe se remplace par un message à cette boîte mail, chacun des deux attend l’autre. Gardez aussi une copie sur papier.
ways-warn-photo = Vos codes sont sur une photo. Les photos se copient toutes seules sur d’autres appareils. Supprimez-la, et gardez le papier.

## The check-up

check-up-title = Bilan
check-up-progress = { $done } sur { $all } en place
check-up-home = Bilan : { $done } sur { $all } en place
check-up-complete = Rien à faire
check-up-complete-lead = Tout est en place. Ce qu’il faudra faire un jour reviendra ici tout seul.
check-up-later-lead = Ce que vous avez remis à plus tard revient ici tout seul.
check-up-to-do = À faire aussi
check-up-put-off-list = Remis à plus tard
check-up-done = En place
check-up-apart = Pas pour vous en ce moment
check-up-later = Dans un mois
check-up-put-off = C’est remis à plus tard. Cela revient le { $until }.
check-up-back = Cela revient le { $until }.
check-up-see-programs = Regarder mes logiciels
check-up-see-activity = Regarder ce qui s’est passé
check-up-see-changes = Regarder ce qui est en attente
check-up-read = Lire
check-up-no-sheet = Il vous faut d’abord une feuille de codes de secours.

check-up-p1 = Savoir ce qu’est un code de secours
check-up-p1-done = Vous avez fait une feuille, et vous savez quoi faire si votre téléphone tombe dans la rivière.
check-up-p1-now = Un code de secours ouvre votre boîte mail quand vous n’avez plus votre téléphone. Voyez comment cela marche, et faites les vôtres.
check-up-p2 = Avoir des codes de secours
check-up-p2-done =
    { $count ->
        [one] Il reste { $count } code sur votre feuille.
       *[other] Il reste { $count } codes sur votre feuille.
    }
check-up-p2-waits = Votre feuille est confirmée. Elle comptera bientôt.
check-up-p2-now = Vous n’avez pas de codes de secours. Sans votre clé d’accès ou votre téléphone, vous ne pourriez pas entrer.
check-up-p2-prove = Votre feuille est faite, mais elle ne compte pas encore. Tapez un de ses codes.
check-up-p2-disabled = Vos codes sont désactivés, car il y a eu trop de mauvais essais. Faites une nouvelle feuille.
check-up-p2-shut = Votre feuille est bloquée depuis le gel de votre compte. Faites-en une nouvelle.
check-up-p3 = Savoir où se trouve votre feuille
check-up-p3-now = Vous n’avez pas noté où elle est. Un mauvais jour, il vous faudrait la chercher.
check-up-p3-done =
    { $count ->
        [one] Vous avez noté { $count } endroit. Avec un deuxième hors de chez vous, c’est encore mieux.
       *[other] Vous avez noté { $count } endroits.
    }
check-up-p4 = Garder une feuille récente
check-up-p4-done = Elle n’est pas vieille, et il y reste assez de codes.
check-up-p4-owed = Un code que vous avez utilisé n’a pas encore de remplaçant. Notez-le sur votre feuille.
check-up-p4-old = Elle a plus d’un an. Le papier s’efface et se perd.
check-up-p4-few =
    { $count ->
        [0] Il n’y reste aucun code.
        [one] Il n’y reste que { $count } code.
       *[other] Il n’y reste que { $count } codes.
    }
check-up-p6 = Utiliser une deuxième étape
check-up-p6-done = Votre mot de passe seul n’ouvre pas votre boîte mail.
check-up-p6-now = Votre mot de passe seul ouvre votre boîte mail. Ajoutez une clé d’accès ou votre téléphone.
check-up-p6-shut = Votre téléphone est bloqué depuis le gel de votre compte. Configurez-en un autre.
check-up-p6-exposed = Quelqu’un connaît peut-être le secret de votre téléphone. Configurez-le de nouveau.
check-up-p7 = Garder une copie sur papier
check-up-p7-done = Votre feuille est sur papier. Elle marche sans courant et sans réseau.
check-up-p7-now = Aucune des copies que vous avez notées n’est sur papier. Gardez-en une qui ne demande aucun appareil.
check-up-p8 = Ne garder aucune copie numérique
check-up-p8-done = Vous n’avez noté aucune copie qui voyage toute seule.
check-up-p8-now = L’une des copies que vous avez notées peut être copiée sans que vous le voyiez. Retirez-la.
check-up-p10 = Garder les codes pour vous
check-up-p10-done = Nous ne gardons aucun code que quelqu’un pourrait lire, et personne chez nous ne vous en demande jamais un.
check-up-p10-exposed = Une clé nous a peut-être été volée. Faites une nouvelle feuille.
check-up-p11 = Avoir deux adresses externes
check-up-p11-done =
    { $count ->
        [one] { $count } adresse externe est prévenue de ce qui se passe ici.
       *[other] { $count } adresses externes sont prévenues de ce qui se passe ici.
    }
check-up-p11-none = Personne à l’extérieur n’est prévenu quand il se passe quelque chose dans votre boîte mail. Ajoutez une adresse.
check-up-p11-one = Une seule adresse externe est prévenue de ce qui se passe. Ajoutez-en une deuxième, au cas où vous perdriez la première.
check-up-p11-waits = Votre deuxième adresse arrive bientôt.
check-up-p11-unreached = Nos messages à l’une de vos adresses nous reviennent. Regardez si elle est toujours bonne.
check-up-p11-review = Cela fait un moment que vous n’avez pas regardé vos adresses. Sont-elles toujours à vous ?
check-up-p12 = S’exercer avec les codes
check-up-p12-done = Vous avez fait l’exercice le { $date }.
check-up-p12-first = Vous avez tapé un code en faisant la feuille. Le prochain exercice est le { $date }.
check-up-p12-now = Un exercice est à faire : deux mots de votre feuille, et rien n’est consommé.
check-up-p12-renew = Faites d’abord une nouvelle feuille. Ses exercices viendront plus tard.
check-up-p13 = Savoir ce qui lit vos messages
check-up-p13-done = Aucun logiciel de messagerie n’a un mot de passe qui ne sert plus.
check-up-p13-now =
    { $count ->
        [one] { $count } logiciel de messagerie n’a pas servi depuis six mois. S’il ne vous sert plus, retirez-le.
       *[other] { $count } logiciels de messagerie n’ont pas servi depuis six mois. Retirez ceux qui ne vous servent plus.
    }
check-up-p13-none = Aucun logiciel de messagerie ne se connecte ici.
check-up-p14 = Suivre ce qui se passe
check-up-p14-done = Vous avez vu tout ce qui s’est passé.
check-up-p14-now =
    { $count ->
        [one] Il s’est passé { $count } chose que vous n’avez pas vue sur cet appareil.
       *[other] Il s’est passé { $count } choses que vous n’avez pas vues sur cet appareil.
    }
check-up-p14-waiting =
    { $count ->
        [one] { $count } changement est en attente. Si ce n’était pas vous, arrêtez-le.
       *[other] { $count } changements sont en attente. Si ce n’était pas vous, arrêtez-les.
    }
check-up-p15 = Avoir un mot de passe fort
check-up-p15-done = Votre mot de passe est assez long, et n’est sur aucune liste de mots de passe connus.
check-up-p15-none = Vous n’avez pas encore de mot de passe.
check-up-p15-weak = Votre mot de passe vient de l’ancien système, et il est trop facile à deviner.
check-up-p15-doubted = Vous nous avez dit que quelqu’un d’autre était dans votre compte. Cette personne connaît peut-être votre mot de passe. Choisissez-en un autre.
check-up-p15-exposed = Une clé nous a peut-être été volée. Quelqu’un pourrait donc deviner votre mot de passe. Choisissez-en un autre.
check-up-p16 = Distinguer nos messages d’un faux
check-up-p16-done = Vous avez choisi des mots qui figurent dans chaque message de notre part.
check-up-p16-now = Choisissez quelques mots qui figureront dans chaque message de notre part. Un message sans eux est un faux.
check-up-p17 = Savoir à qui s’adresser
check-up-p17-done = Vous pouvez joindre une personne. Chaque page où vous pourriez en avoir besoin dit comment.
check-up-p17-none = Les personnes qui gèrent ce service n’ont pas encore dit comment les joindre.
check-up-p18 = Rester au courant
check-up-p18-done = Vous avez lu ce que les personnes qui gèrent ce service avaient à dire.
check-up-p18-now =
    { $count ->
        [one] { $count } message des personnes qui gèrent ce service n’est pas lu.
       *[other] { $count } messages des personnes qui gèrent ce service ne sont pas lus.
    }
check-up-s1 = Ouvrir la boîte mail avec un code
check-up-s1-done = Un code ouvre vos messages, dans le navigateur et dans le webmail. Les logiciels de messagerie ont des mots de passe à eux.
check-up-s1-none = La messagerie n’est pas encore reliée à ce service.
check-up-s2 = Recevoir nos messages
check-up-s2-done = Ce que nous avons à vous dire part par mail.
check-up-s2-folder = Pour l’instant, les personnes qui gèrent ce service rassemblent nos messages dans un dossier.
