### French: the owner's own pages. What each id is for, and its arguments, stand in the English file of the same name.
### The words for things stand in GLOSSARY.md.

## Home

home-page = Accueil
home-title = Bonjour { $name }
home-protected = Votre boîte mail est bien protégée
home-protected-lead = Il n’y a rien à faire aujourd’hui.
home-next-phone = À faire maintenant : ajoutez une deuxième étape
home-next-phone-lead = Un mot de passe seul peut être volé. Avec une clé d’accès ou votre téléphone comme deuxième étape, il faut les deux à un voleur.
home-next-address = À faire maintenant : ajoutez une adresse externe
home-next-unreached = À faire maintenant : regardez vos adresses externes
home-next-unreached-lead = Une alerte n’a pas atteint l’une d’elles. Si cette adresse n’existe plus, personne n’apprendra qu’on est entré chez vous.
home-next-second = À faire maintenant : ajoutez une deuxième adresse externe
home-next-second-lead = Vous en avez une. Si vous la perdez, quelqu’un pourrait changer des choses ici sans que personne hors de cette boîte mail le sache.
home-next-review = À faire maintenant : regardez vos adresses externes
home-next-review-lead = Cela fait un moment que vous ne nous avez pas dit qu’elles sont toujours à vous. Si quelqu’un d’autre a maintenant l’une d’elles, c’est cette personne qui est prévenue de tout, et pas vous.
home-next-address-lead = Si quelqu’un prend votre boîte mail, nous vous prévenons à cette adresse. Une alerte dans la boîte elle-même n’atteindrait que le voleur.
home-next-codes = À faire maintenant : obtenez vos codes de secours
home-next-codes-lead = Si vous perdez votre téléphone, un code sur papier vous ouvre quand même. Il faut trois minutes et une imprimante.
home-next-prove = À faire maintenant : tapez un code de votre feuille
home-next-prove-lead = Vous avez fait une feuille, mais elle ne compte pas tant que nous ne savons pas si vous pouvez la lire.
home-next-low = À faire maintenant : faites une nouvelle feuille
home-next-low-lead =
    { $left ->
        [0] Il ne reste aucun code sur votre feuille.
        [one] Il reste { $left } code sur votre feuille.
       *[other] Il reste { $left } codes sur votre feuille.
    }
home-next-drill = À faire maintenant : faites l’exercice
home-next-drill-lead = Il montre que vous savez retrouver votre feuille en cas de besoin. Il prend une minute et ne consomme rien.
home-next-replacement = À faire maintenant : notez un code
home-next-replacement-lead = Vous avez utilisé un code de secours. Un nouveau code attend de prendre sa place sur votre feuille.
home-next-doubted-password = À faire maintenant : choisissez un autre mot de passe
home-next-doubted-password-lead = Vous nous avez dit que quelqu’un d’autre était dans votre compte. Cette personne connaît peut-être votre mot de passe. Avec un autre, elle reste dehors.
home-next-exposed-password = À faire maintenant : choisissez un autre mot de passe
home-next-exposed-password-lead = Une clé qui protège votre mot de passe nous a peut-être été volée. Qui l’a peut trouver votre mot de passe en essayant. Un nouveau est sûr, et l’ancien ne vaut alors plus rien.
home-next-exposed-phone = À faire maintenant : configurez de nouveau votre téléphone
home-next-exposed-phone-lead = Une clé qui protège le secret de votre téléphone nous a peut-être été volée. Qui l’a connaît peut-être les six chiffres que votre téléphone affiche. Configurez-le encore une fois : cela fait un nouveau secret. Votre téléphone marche d’ici là.
home-next-exposed-codes = À faire maintenant : faites une nouvelle feuille
home-next-exposed-codes-lead = Une clé qui protège vos codes nous a peut-être été volée. Avec elle seule, personne ne peut trouver un code, et votre feuille marche jusqu’à ce que vous en ayez une nouvelle. Faites-la bientôt, pour que l’ancienne clé puisse disparaître.
home-next-phone-shut = À faire maintenant : configurez un nouveau téléphone
home-next-phone-shut-lead = Votre téléphone est bloqué, car vous nous avez dit qu’on vous l’a volé. Tant que vous n’en avez pas configuré un nouveau, seule votre feuille de codes vous ouvre.
home-next-codes-shut = À faire maintenant : faites une nouvelle feuille
home-next-codes-shut-lead = Votre feuille de codes est bloquée, car vous nous avez dit qu’on vous l’a volée. Sans nouvelle feuille, vous ne pourrez pas entrer si vous n’avez plus votre téléphone.
home-next-disabled = À faire maintenant : faites une nouvelle feuille
home-next-disabled-lead = Vos codes de secours sont désactivés. Sans eux, vous ne pourrez pas entrer si vous n’avez plus votre téléphone.
home-next-waiting = À faire maintenant : regardez ce qui est en attente
home-next-waiting-lead = Quelqu’un a demandé un changement sur votre compte. Il ne compte pas encore. Vous êtes la seule personne à savoir s’il faut l’arrêter.
home-next-password = À faire maintenant : choisissez un mot de passe
home-next-password-lead = C’est la première étape de chaque connexion.
home-next-weak-password = À faire maintenant : choisissez un mot de passe plus long
home-next-weak-password-lead = Le vôtre vient de l’ancien système. Il est court ou facile à deviner. Aujourd’hui, il ne serait plus accepté.
home-next-old = À faire maintenant : faites une nouvelle feuille
home-next-old-lead = Votre feuille a plus d’un an. Le papier s’efface et se perd. Une nouvelle feuille prend trois minutes.
home-waiting = En attente
home-waiting-until = Ce changement compte à partir du { $until }. Si ce n’était pas vous, arrêtez-le.
home-waiting-confirm = C’était vous, et vous avez le téléphone déjà configuré ? Alors pas besoin d’attendre.
home-held = Vous avez utilisé un code de secours pour entrer, et nous ne connaissons pas encore cet appareil. Vous lisez vos messages comme toujours. Un nouveau téléphone ou une nouvelle feuille ne compte qu’après une attente. Avant le { $until }, vous ne pouvez ni changer votre mot de passe et vos adresses, ni retirer votre téléphone. Cela arrête un voleur qui aurait trouvé votre feuille.
home-protections = Ce qui protège votre boîte mail
home-password = Mot de passe
home-password-since = Inchangé depuis le { $since }
home-password-off = Pas encore choisi
home-password-imported = Celui de l’ancien système
home-passkeys = { $count ->
    [0] Aucune pour l’instant
    [one] { $count } clé d’accès vous laisse entrer
   *[other] { $count } clés d’accès vous laissent entrer
}
home-phone = Téléphone
home-phone-on = Votre deuxième étape depuis le { $since }
home-phone-shut = Bloqué depuis le gel
home-phone-off = Pas encore configuré
home-codes-on =
    { $left ->
        [one] { $left } code restant sur { $of }
       *[other] { $left } codes restants sur { $of }
    }
home-codes-left =
    { $left ->
        [one] { $left } code restant
       *[other] { $left } codes restants
    }
home-codes-shut = Bloqués depuis le gel
home-codes-off = Pas encore
home-outside = Adresse externe
home-outside-off = Aucune pour l’instant
home-outside-one = { $address }. Ajoutez-en une deuxième : si vous perdez la première, plus personne à l’extérieur n’est prévenu de rien
home-codes = Codes de secours
home-drill = Exercice
home-activity = Dernièrement
home-activity-all = Tout ce qui s’est passé
home-sign-out-everywhere = Se déconnecter partout
home-mail-in-folder = Aucun message ne part. Ils sont rangés dans un dossier du serveur. Indiquez votre serveur de messagerie à Counterfoil avant d’inviter qui que ce soit.

## A device

device-on = { $browser } sur { $system }
device-browser = un navigateur

## Changes that wait

change-totp = Un nouveau téléphone devient votre deuxième étape.
change-passkey = Une nouvelle clé d’accès commence à ouvrir votre compte.
change-sheet = Une nouvelle feuille de codes prend la place de l’ancienne.
change-replacement = Le remplaçant d’un code utilisé devient valable.
change-re-enrolment = Un nouveau mot de passe et un nouveau téléphone prennent la place de tout ce que vous aviez.
change-address-add = Une nouvelle adresse externe commence à recevoir toutes les alertes.
change-address-remove = Une adresse externe cesse de recevoir les alertes.
change-address-replace = Une nouvelle adresse externe prend la place d’une autre.
changes-title = Le faire maintenant ?
changes-passkey-lead = Utilisez une clé d’accès qui marche déjà. Elle montre que la demande vient de vous.
changes-lead = Tapez les six chiffres du téléphone qui est votre deuxième étape aujourd’hui. Ils montrent que la demande vient de vous.
changes-no-phone = Aucun de vos téléphones n’est actif en ce moment, il faut donc attendre. Si ce n’était pas vous, arrêtez le changement sur la page d’accueil.
changes-done-title = C’est fait
changes-done-lead = Ce qui était en attente compte maintenant.
changes-done-then = Il n’y a rien d’autre à faire.
changes-stopped-title = Le changement est arrêté
changes-stopped-lead = Tout reste comme avant.
changes-stopped-then = La demande ne venait pas de vous ? Quelqu’un d’autre connaît peut-être votre mot de passe. Changez-le maintenant.

## Password

password-title = Changer votre mot de passe
password-lead = Au moins { $least } caractères. Mieux vaut long que compliqué : quatre ou cinq mots de tous les jours font un mot de passe fort.
password-current = Votre mot de passe actuel
password-new = Votre nouveau mot de passe
password-suggestion = Si vous voulez, prenez ces mots :
password-suggestion-hint = Tirés au sort à l’instant, pour vous. Nous ne les gardons pas, sauf si vous les tapez ci-dessus.
password-wrong = Ce n’est pas votre mot de passe actuel.
password-short = C’est trop court. Prenez au moins { $least } caractères.
password-long = C’est trop long. Prenez au plus 1 024 caractères.
password-common = Beaucoup de gens utilisent ce mot de passe, les voleurs l’essaient donc en premier. Prenez-en un autre.
password-personal = C’est votre adresse ou un nom, les voleurs l’essaient donc en premier. Prenez autre chose.
password-same = C’est déjà votre mot de passe. Prenez-en un autre.
password-missing = Tapez un mot de passe.
password-not-before = Vous avez utilisé un code de secours pour entrer, et nous ne connaissons pas encore cet appareil. Vous pourrez changer votre mot de passe à partir du { $at }. Si vous avez votre téléphone, connectez-vous avec lui : vous n’aurez pas à attendre.
password-done-title = Votre mot de passe est changé
password-done-lead = Tous vos autres appareils sont déconnectés. L’ancien mot de passe ne marche plus.
password-done-then = Utilisez le nouveau dans vos logiciels de messagerie aussi.

## Phone

two-step-title = Votre téléphone
two-step-passkeys = { $count ->
    [one] { $count } clé d’accès est votre deuxième étape.
   *[other] { $count } clés d’accès sont votre deuxième étape.
}
two-step-passkey-first = La deuxième étape la plus rapide : votre empreinte, votre visage ou le code PIN de votre appareil, et rien à taper. Aucune page copiée ne peut vous la prendre.
two-step-digits-title = Les chiffres de votre téléphone
two-step-on = Votre téléphone est votre deuxième étape depuis le { $since }.
two-step-off = Votre téléphone n’est pas encore configuré. Ensuite, vous vous connecterez avec votre mot de passe et six chiffres du téléphone. Quelqu’un qui vole votre mot de passe ne pourra pas entrer.
two-step-app = Il vous faut une application de codes, comme celle de votre gestionnaire de mots de passe. Toute application qui lit ces images convient.
two-step-new-phone = Un nouveau téléphone ? Configurez-le ici tant que l’ancien marche encore.
two-step-remove = Retirer mon téléphone
two-step-set-up-title = Configurer votre téléphone
two-step-set-up-lead = Ouvrez l’application de codes sur votre téléphone et faites-lui lire cette image.
two-step-qr = Une image pour l’application de codes de votre téléphone. La même clé est écrite à côté, pour la taper.
two-step-scan = Lisez l’image avec votre application de codes.
two-step-key = Impossible de la lire ? Tapez cette clé dans l’application :
two-step-digits = Les six chiffres que votre téléphone affiche maintenant
two-step-wrong = Ce ne sont pas les chiffres attendus. Attendez les suivants et tapez-les. Vérifiez que l’horloge de votre téléphone est à l’heure.
two-step-late-title = Cette image est trop ancienne
two-step-late = C’était trop long, ou une image plus récente a été faite. Recommencez avec une nouvelle.
two-step-done-title = Votre téléphone est configuré
two-step-done-lead = À partir de maintenant, vous vous connectez avec votre mot de passe et six chiffres de ce téléphone.
two-step-done-then = Un téléphone, ça se perd. Avec des codes de secours sur papier, vous pourrez entrer quand même.
two-step-staged-title = Votre téléphone est prêt, et attend
two-step-staged = Il compte à partir du { $until }, car nous ne connaissons pas encore cet appareil.
two-step-staged-then = Si vous retrouvez votre ancien téléphone, vous pouvez rendre le nouveau valable tout de suite sur la page d’accueil. Si ce n’est pas vous qui l’avez configuré, arrêtez-le là.
two-step-waits = Un nouveau téléphone est prêt. Il compte à partir du { $until }.
two-step-shut = Votre téléphone est bloqué : au moment du gel, vous nous avez dit qu’on vous l’a volé. Configurez le nouveau ici. Il prend sa place.
two-step-disabled = Votre téléphone ne sert plus de deuxième étape, car il y a eu cent mauvais essais. Quelqu’un a peut-être cherché à deviner. Configurez-le de nouveau.
two-step-not-before = Vous avez utilisé un code de secours pour entrer, et nous ne connaissons pas encore cet appareil. Vous pourrez retirer votre téléphone à partir du { $at }.
two-step-remove-title = Retirer votre téléphone ?
two-step-remove-lead = Ensuite, votre mot de passe seul ouvrira votre boîte mail. C’est une protection bien plus faible.
two-step-remove-passkeys = { $count ->
    [1] Votre clé d’accès reste votre deuxième étape.
   *[other] Vos { $count } clés d’accès restent votre deuxième étape.
}
two-step-remove-codes =
    { $left ->
        [one] Ensuite, il vous faudra un code de secours avec votre mot de passe à chaque connexion. Il en reste { $left }.
       *[other] Ensuite, il vous faudra un code de secours avec votre mot de passe à chaque connexion. Il en reste { $left }.
    }
two-step-remove-instead = Si vous avez un nouveau téléphone, configurez-le plutôt : il prend la place de l’ancien.
two-step-removed-title = Votre téléphone est retiré
two-step-removed-lead = Ses chiffres n’ouvrent plus votre boîte mail.
two-step-removed-then = Configurez un autre téléphone dès que vous en avez un.

## Outside addresses

addresses-title = Adresses externes
addresses-lead = Nous vous prévenons ici dès que quelque chose touche à vos codes, votre téléphone ou votre mot de passe. Prenez des adresses qui s’ouvrent sans cette boîte mail. Aucun code de secours n’y est jamais envoyé.
addresses-empty = Vous n’en avez pas encore. Si quelqu’un prend votre boîte mail, vous n’en saurez rien.
addresses-second = Vous en avez une. Ajoutez-en une deuxième : si vous perdez la première, quelqu’un pourrait changer des choses ici sans que personne à l’extérieur le sache.
addresses-verified = C’est bon. Confirmée le { $on }
addresses-inside = Confirmée le { $on }, mais elle est aussi sur ce service de messagerie : qui prend une boîte mail peut prendre les deux. Ajoutez-en une ailleurs.
addresses-unverified = Pas encore confirmée. Tapez le code que nous y avons envoyé.
addresses-waiting = Elle compte à partir du { $until }, sauf si l’une de vos autres adresses l’arrête.
addresses-leaving = Retirée. Elle est prévenue de tout jusqu’au { $until }, et chacune de vos adresses peut arrêter ce changement.
addresses-type-code = Taper le code
addresses-keep = La remettre
addresses-review = Cette adresse est-elle toujours à vous, et lisez-vous ses messages ?
addresses-review-yes = Oui
addresses-review-no = Non, la retirer
addresses-review-later = Pas maintenant
addresses-reviewed = Merci. Nous vous le redemanderons dans quelque temps.
addresses-reviewed-later = Nous vous le redemanderons dans deux semaines.
addresses-bouncing = Nous n’avons pas pu atteindre cette adresse : une alerte est revenue le { $since }. Sa boîte mail est peut-être pleine. Si elle n’est plus à vous, retirez-la.
addresses-unreachable = Nous n’atteignons plus cette adresse depuis le { $since }. Réparez-la et réessayez, ou retirez-la et ajoutez-en une qui marche.
addresses-try-again = Elle marche de nouveau : l’essayer
addresses-reached = Nous atteignons de nouveau { $address }.
addresses-well = Rien n’est revenu de cette adresse ces derniers temps. Il n’y a rien à essayer.
addresses-add = Ajouter une adresse
addresses-field = Une autre adresse mail à vous
addresses-field-hint = Pas dans cette boîte mail, et pas transférée vers elle.
addresses-label = Le nom que vous lui donnez
addresses-label-hint = Par exemple : au travail, chez ma sœur. Vous êtes la seule personne à le voir.
addresses-change-title = Une autre adresse à sa place
addresses-change-link = La changer
addresses-change-lead = Nous envoyons un code à la nouvelle adresse. Une fois que vous l’avez tapé, { $address } ne reçoit plus de codes, et la nouvelle attend avant de compter. D’ici là, les alertes vont à { $address }, et chacune de vos adresses peut arrêter le changement.
addresses-change-field = La nouvelle adresse
addresses-change-gone = Cette adresse ne compte pas, rien ne peut donc prendre sa place. Ajoutez plutôt une nouvelle adresse.
addresses-changed = { $address } est confirmée. Elle prend la place de l’autre le { $until }. Vos autres adresses en sont prévenues et peuvent l’arrêter d’ici là.
addresses-name-title = Quel nom donnez-vous à cette adresse ?
addresses-name-link = Lui donner un nom
addresses-own = C’est cette boîte mail. Prenez une adresse ailleurs.
addresses-twice = Cette adresse est déjà dans votre liste.
addresses-full = Il n’y a plus de place pour une adresse. Retirez-en une d’abord.
addresses-too-often = Beaucoup de codes viennent d’être envoyés. Vous pourrez en demander un autre à partir du { $at }.
addresses-not-before = Vous avez utilisé un code de secours pour entrer, et nous ne connaissons pas encore cet appareil. Vous pourrez changer vos adresses à partir du { $at }.
addresses-removed = { $address } ne compte plus. Elle est prévenue de tout jusqu’au { $until }, et d’ici là chacune de vos adresses peut arrêter ce changement.
addresses-gone = { $address } n’est plus dans la liste.
addresses-named = Le nom est enregistré.
addresses-confirmed = { $address } est confirmée. Les alertes sur votre boîte mail y arrivent à partir de maintenant.
addresses-confirmed-waits = { $address } est confirmée. Elle compte à partir du { $until }. Vos autres adresses en sont prévenues et peuvent l’arrêter d’ici là.
addresses-phrase = Les mots de nos messages
addresses-phrase-on = Vous avez choisi des mots qui figurent dans chaque message de notre part. Un message sans eux ne vient pas de nous.
addresses-phrase-off = Choisissez quelques mots qui figureront dans chaque message de notre part. Vous pourrez ainsi distinguer nos messages d’un faux.
addresses-phrase-link = Choisir les mots
addresses-phrase-change = Changer les mots
addresses-code-title = Taper le code
addresses-code-lead = Nous avons envoyé un code à { $address }. Il a huit chiffres et marche pendant un jour.
addresses-code-over = Le code que nous avons envoyé à { $address } ne marche plus. Demandez-en un autre.
addresses-code-field = Le code de ce message
addresses-code-hint = Pas de message ? Regardez parmi les indésirables, et attendez quelques minutes.
addresses-code-not-eight = Ce ne sont pas huit chiffres. Regardez encore une fois le message.
addresses-code-wrong =
    { $left ->
        [0] Ce n’est pas le code. Maintenant, il ne marche plus. Demandez-en un autre.
        [one] Ce n’est pas le code. Regardez le message le plus récent. Il vous reste { $left } essai.
       *[other] Ce n’est pas le code. Regardez le message le plus récent. Il vous reste { $left } essais.
    }

## The words in our mail

phrase-title = Les mots de nos messages
phrase-lead = Quelques mots que personne d’autre que vous et nous ne connaît. Ils figurent dans chaque message de notre part : un message sans eux ne vient donc pas de nous. Nous ne les montrons jamais avant la connexion, et nous ne vous les demandons jamais.
phrase-field = Vos mots
phrase-hint = De { $least } à { $most } caractères. Prenez quelque chose que personne de votre entourage ne devinerait. Pas un mot de passe.
phrase-setup-hint = Ils figureront dans chaque message de notre part, pour que vous puissiez le distinguer d’un faux. Vous pouvez aussi les choisir plus tard.
phrase-none = Laissez ce champ vide pour n’avoir aucun mot.
phrase-done = Les mots sont enregistrés. Ils figurent dans chaque message à partir de maintenant.
phrase-gone = Les mots sont supprimés. Nos messages arrivent sans eux.
phrase-too-short = C’est trop court. Prenez au moins { $least } caractères.
phrase-too-long = C’est trop long. Prenez au plus { $most } caractères.
phrase-character = Prenez seulement des lettres, des chiffres et des espaces. Une adresse parmi eux ressemblerait à un lien.

## Stopping a change from a notice

stop-link-title = Arrêter ce changement ?
stop-what-passkey = Une nouvelle clé d’accès va ouvrir { $account }.
stop-what-totp = Un nouveau téléphone va devenir la deuxième étape de { $account }.
stop-what-sheet = Une nouvelle feuille de codes de secours va compter pour { $account }.
stop-what-replacement = Le remplaçant d’un code de secours utilisé va compter pour { $account }.
stop-what-re-enrolment = Un nouveau mot de passe et un nouveau téléphone vont ouvrir { $account }.
stop-what-address-add = Une nouvelle adresse va recevoir les alertes de sécurité de { $account }.
stop-what-address-remove = Une adresse va cesser de recevoir les alertes de sécurité de { $account }.
stop-what-address-replace = Une nouvelle adresse va recevoir les alertes de sécurité de { $account } à la place d’une autre.
stop-link-lead = { $what } Ce n’est pas encore fait. Si la demande ne vient pas de vous, arrêtez-la.
stop-link-button = Arrêter
stop-link-otherwise = C’était vous ? Fermez cette page. Le changement se fera le moment venu.
stop-done-title = Le changement est arrêté
stop-done-lead = Tout reste comme avant.
stop-done-then = Quelqu’un d’autre connaît peut-être votre mot de passe. Connectez-vous, changez-le et déconnectez-vous partout.

## Everything was lost

re-enrol-title = Reprenez votre boîte mail
re-enrol-lead = L’assistance a ouvert cette voie pour la personne à qui appartient { $address }. Vous choisissez un nouveau mot de passe et configurez un téléphone. Personne d’autre ne les connaîtra.
re-enrol-hold = Toutes les personnes concernées sont prévenues. Votre nouveau mot de passe et votre nouveau téléphone comptent au bout d’un jour.
re-enrol-done-title = Votre boîte mail est de nouveau à vous
re-enrol-done-lead = Votre nouveau mot de passe et votre nouveau téléphone sont en place. Ils comptent au bout d’un jour, pour qu’une personne trompée ait le temps de le dire.
re-enrol-done-then = Connectez-vous à ce moment-là, et faites tout d’abord de nouveaux codes de secours.

## Strength of a password (said while it is typed)

strength-empty = Tapez, et nous vous disons s’il est fort.
strength-score-0 = Très faible : on le devinerait tout de suite.
strength-score-1 = Faible : on le devinerait vite.
strength-score-2 = Moyen : un voleur patient le devinerait.
strength-score-3 = Fort
strength-score-4 = Très fort
strength-warning-row-of-keys = Des touches qui se suivent sont faciles à deviner.
strength-warning-keyboard-pattern = Les petits motifs sur le clavier sont faciles à deviner.
strength-warning-one-character = Un caractère répété est facile à deviner.
strength-warning-repeat = Deux fois la même chose n’est guère plus difficile à deviner qu’une seule.
strength-warning-top-10 = C’est l’un des dix mots de passe les plus courants.
strength-warning-top-100 = C’est l’un des cent mots de passe les plus courants.
strength-warning-common = C’est un mot de passe très courant.
strength-warning-like-common = Cela ressemble à un mot de passe courant.
strength-warning-sequence = Les suites comme abc ou 6543 sont faciles à deviner.
strength-warning-year = Les années de notre époque sont faciles à deviner.
strength-warning-one-word = Un mot seul est facile à deviner.
strength-warning-date = Les dates sont faciles à deviner.
strength-warning-one-name = Un nom seul est facile à deviner.
strength-warning-common-name = Les noms courants sont faciles à deviner.
strength-advice-few-words = Prenez quelques mots qui ne vont pas ensemble.
strength-advice-no-symbols-needed = Il n’y a pas besoin de symboles, de chiffres ni de majuscules.
strength-advice-another-word = Ajoutez un ou deux mots. Les mots rares sont meilleurs.
strength-advice-capital = Une majuscule au début n’aide pas beaucoup.
strength-advice-capitals = Tout en majuscules est presque aussi facile à deviner que sans.
strength-advice-reversed = Un mot à l’envers n’est guère plus difficile à deviner.
strength-advice-substitution = Un @ à la place d’un a n’aide pas beaucoup.
strength-advice-keyboard = Si vous prenez un motif sur le clavier, prenez-en un plus long, avec plus de détours.
strength-advice-repeats = Évitez de dire deux fois la même chose.
strength-advice-sequences = Évitez les suites.
strength-advice-recent-years = Évitez les années de notre époque.
strength-advice-your-years = Évitez les années qui ont un lien avec vous.
strength-advice-your-dates = Évitez les dates et les années qui ont un lien avec vous.

## What happened, one line each

event-account-invited = Vous avez reçu une invitation
event-account-created = Le compte a été ouvert
event-account-suspended = L’équipe du service a suspendu le compte
event-account-unsuspended = L’équipe du service a levé la suspension
event-reenrolment-asked = Une personne de l’équipe en a demandé une autre pour ouvrir la voie vers un nouveau mot de passe et une nouvelle deuxième étape
event-reenrolment-opened = L’équipe du service a ouvert la voie vers un nouveau mot de passe et une nouvelle deuxième étape
event-account-reenrolled = Tout était perdu : un nouveau mot de passe et une nouvelle deuxième étape ont été mis en place. Ils comptent à partir du { $until }
event-signed-in = Connexion
event-signed-in-from-new-device = Connexion sur un nouvel appareil
event-sign-in-refused = Un mauvais mot de passe a été tapé { $count } fois
event-second-step-refused = Le bon mot de passe a été tapé, puis une mauvaise deuxième étape
event-signed-out = Déconnexion
event-session-ended = Un appareil a été déconnecté
event-signed-out-elsewhere = Tous les autres appareils ont été déconnectés
event-signed-out-everywhere = Tous les appareils ont été déconnectés
event-device-forgotten = Un appareil a été oublié
event-stepped-up = Identité montrée une nouvelle fois
event-password-set = Un mot de passe a été choisi
event-password-changed = Le mot de passe a été changé
event-password-reset = Le mot de passe oublié a été remplacé, avec un code de secours et le téléphone
event-passkey-added = La clé d’accès « { $label } » a été ajoutée
event-passkey-staged = La clé d’accès « { $label } » a été ajoutée. Elle compte à partir du { $until }
event-passkey-removed = La clé d’accès « { $label } » a été retirée
event-passkey-renamed = La clé d’accès « { $was } » s’appelle maintenant « { $label } »
event-passkey-copied = La clé d’accès « { $label } » n’a rien ouvert : elle a peut-être été copiée
event-totp-staged = Un téléphone a été configuré. Il compte à partir du { $until }
event-totp-activated = Un téléphone est devenu la deuxième étape
event-totp-removed = Le téléphone a été retiré
event-totp-disabled = Le téléphone a été désactivé après cent mauvais essais
event-outside-address-added = L’adresse externe { $address } a été ajoutée
event-outside-address-verified = L’adresse externe { $address } a été confirmée
event-outside-address-staged = L’adresse externe { $address } a été confirmée. Elle compte à partir du { $until }
event-address-code-used-up = Dix mauvais codes ont été tapés pour l’adresse externe { $address }
event-address-reviewed =
    { $answer ->
        [yes] L’adresse externe { $address } a été revue : elle est toujours bonne
       *[later] L’adresse externe { $address } sera revue plus tard
    }
event-phrase-changed =
    { $what ->
        [gone] Les mots de nos messages ont été supprimés
       *[set] Les mots de nos messages ont été changés
    }
event-outside-address-removed = L’adresse externe { $address } a été retirée
event-outside-address-replaced = L’adresse externe { $address } prend la place de { $old }. Elle compte à partir du { $until }
event-address-code-mailed = Un code a été envoyé à l’adresse externe { $address }, pour voir si les messages y arrivent de nouveau
event-outside-address-reached = { $how ->
    [code] Les messages arrivent de nouveau à l’adresse externe { $address } : le code qui y a été envoyé a été tapé
   *[delivered] Une alerte est de nouveau arrivée à l’adresse externe { $address }
}
event-outside-address-unreached = { $reach ->
    [unreachable] Rien n’atteint l’adresse externe { $address }
   *[bouncing] Une alerte n’a pas atteint l’adresse externe { $address }
}
event-codes-shown = La feuille { $sheet } a été faite
event-codes-discarded = Des codes de secours affichés sont perdus, car aucun n’a été retapé
event-codes-staged = La feuille { $sheet } a été confirmée. Elle compte à partir du { $until }
event-codes-activated = Les codes de secours ont été activés, avec la feuille { $sheet }
event-codes-renewed = La feuille { $sheet } a remplacé l’ancienne
event-codes-retired = Les codes de secours ne marchent plus
event-sheet-lost = La feuille { $sheet } a été déclarée perdue, et ses codes ne marchent plus
event-codes-disabled = Les codes de la feuille { $sheet } ont été désactivés après cent mauvais essais
event-renewal-forced =
    { $what ->
        [password] Un nouveau mot de passe a été demandé, car une clé a peut-être été volée
        [phone] Votre téléphone est à configurer de nouveau, car une clé a peut-être été volée
        [sheet] Une nouvelle feuille a été demandée, car une clé a peut-être été volée
        [nothing] Des mots de passe d’application cessent le { $until }, car une clé a peut-être été volée
       *[several] De nouvelles protections ont été demandées, car une clé a peut-être été volée
    }
event-code-redeemed =
    { $left ->
        [0] Le code de secours { $code } a ouvert la boîte mail. Il ne reste aucun code
        [one] Le code de secours { $code } a ouvert la boîte mail. Il reste { $left } code
       *[other] Le code de secours { $code } a ouvert la boîte mail. Il reste { $left } codes
    }
event-old-code-typed = Un ancien code de secours, le { $code }, a été tapé. Il n’a rien ouvert
event-replacement-drawn = Le code { $code } a été affiché, à la place du code { $replaces }
event-replacement-confirmed = Le code { $code } a été retapé ; il marche maintenant
event-paper-noted =
    { $what ->
        [gone] Une note sur l’endroit où se trouve la feuille a été supprimée
       *[noted] L’endroit où se trouve la feuille a été noté
    }
event-drill-passed = Un exercice a été réussi
event-drill-failed = Un exercice n’a pas été réussi
event-code-checked = Le code de secours { $code } a été vérifié, sans être consommé
event-guess-limit-reached = Tant de mauvais essais que le suivant a dû attendre
event-change-scheduled =
    { $change ->
        [totp] Un nouveau téléphone a été configuré. Il compte à partir du { $until }
        [passkey] Une nouvelle clé d’accès a été ajoutée. Elle compte à partir du { $until }
        [sheet] Une nouvelle feuille a été confirmée. Elle compte à partir du { $until }
        [replacement] Le remplaçant d’un code utilisé a été retapé. Il compte à partir du { $until }
       *[other] Un nouveau mot de passe et un nouveau téléphone ont été mis en place. Ils comptent à partir du { $until }
    }
event-change-applied =
    { $change ->
        [totp] Le nouveau téléphone compte maintenant
        [passkey] La nouvelle clé d’accès compte maintenant
        [sheet] La nouvelle feuille compte maintenant
        [replacement] Le remplaçant d’un code utilisé compte maintenant
        [address-add] La nouvelle adresse externe compte maintenant
        [address-remove] L’adresse externe retirée n’est plus prévenue de rien
        [address-replace] La nouvelle adresse externe compte maintenant, et celle d’avant n’est plus prévenue de rien
       *[other] Le nouveau mot de passe et le nouveau téléphone comptent maintenant
    }
event-change-stopped =
    { $change ->
        [totp] Un nouveau téléphone a été arrêté avant de compter
        [passkey] Une nouvelle clé d’accès a été arrêtée. Elle n’ouvre rien
        [sheet] Une nouvelle feuille a été arrêtée avant de compter
        [replacement] Le remplaçant d’un code utilisé a été arrêté avant de compter
        [address-add] Une nouvelle adresse externe a été arrêtée avant de compter
        [address-remove] Une adresse externe a été remise
        [address-replace] Une nouvelle adresse externe a été arrêtée, et celle d’avant a été remise
       *[other] Un nouveau mot de passe et un nouveau téléphone ont été arrêtés avant de compter
    }
event-frozen =
    { $taken ->
        [phone] Le compte a été gelé, car le téléphone a été volé
        [paper] Le compte a été gelé, car la feuille de codes a été volée
       *[other] Le compte a été gelé
    }
event-thawed =
    { $taken ->
        [phone] Le compte a été rouvert après un gel. Le téléphone volé n’ouvre rien, et aucune clé d’accès non plus
       *[other] Le compte a été rouvert après un gel. Les codes de la feuille n’ouvrent rien
    }
event-found-again =
    { $what ->
        [phone] Le téléphone bloqué par le gel a été retrouvé, et marche de nouveau
        [passkey] La clé d’accès bloquée par le gel a été utilisée de nouveau, et marche
       *[other] La feuille de codes bloquée par le gel a été retrouvée, et marche de nouveau
    }
event-app-password-made = Le mot de passe d’application « { $label } » a été créé
event-app-password-removed = Le mot de passe d’application « { $label } » a été retiré
event-mail-signed-in =
    { $by ->
        [main-password] Un logiciel de messagerie s’est connecté avec votre mot de passe principal ({ $protocol })
       *[other] Un logiciel de messagerie s’est connecté avec « { $label } » ({ $protocol })
    }
event-mail-refused = Un logiciel de messagerie a été refusé ({ $protocol })
event-main-password-tried = Un logiciel de messagerie a essayé un mot de passe qui n’est pas un mot de passe d’application
event-app-opened = L’application { $app } a été ouverte
event-app-signed-out = L’application { $app } a été déconnectée
event-token-reused = Une clé de { $app } a servi deux fois, l’application a donc été déconnectée
event-sending-held = Tant de messages sont partis d’un coup qu’ils sont retenus
event-filter-switched-off = Le filtre « { $label } » a été désactivé
event-account-imported = La boîte mail est venue de l’ancien système
event-account-erased = L’application a effacé le compte
banner-aside = Ce qu’il faut savoir
banner-title = Voici ce qui s’est passé depuis votre dernière visite
banner-more =
    { $count ->
        [one] Et { $count } autre chose, à voir sous « Ce qui s’est passé ».
       *[other] Et { $count } autres choses, à voir sous « Ce qui s’est passé ».
    }
banner-seen = Tout va bien
banner-freeze = Si ce n’était pas vous, gelez le compte
event-history-erased = Des événements ont été effacés, sauf leur nature et leur heure
event-event-answered =
    { $answer ->
        [me] Vous avez dit d’une chose de cette liste que c’était vous
       *[other] Vous avez dit d’une chose de cette liste que ce n’était pas vous
    }
event-intruder-reported = Un intrus a été signalé dans le compte { $address }, et le compte est gelé
event-advisory-mailed = Nous vous avons écrit : { $title }
event-reminded = Nous vous avons écrit ce qu’il y a à faire
event-digest-mailed = Nous vous avons écrit ce qui s’est passé en un an
event-policy-changed = Les règles ont changé : « { $setting } ». Avant : { $was }. Maintenant : { $now }
event-policy-change-waits = Une règle moins stricte est en attente : « { $setting } ». Maintenant : { $was }. À partir du { $until } : { $now }
event-policy-change-stopped = Une règle moins stricte a été arrêtée : « { $setting } ». Cela reste ainsi : { $was }
event-api-app-added = Le programme { $app } a été admis
event-api-app-removed = Le programme { $app } a été exclu
event-api-key-made = Une clé a été faite pour le programme { $app }. Elle permet : { $scopes }
event-api-key-revoked = Une clé du programme { $app } a été révoquée
event-codes-required = Nous vous avons dit que les codes de secours sont obligatoires à partir du { $until }
event-backup-restored =
    { $sheets ->
        [kept] Le service a été restauré à partir d’une copie du { $until }, et tout le monde a été déconnecté
       *[retired] Le service a été restauré à partir d’une copie du { $until }. Tout le monde a été déconnecté, et aucune feuille ne marche plus
    }
event-keys-rotated = L’équipe du service a changé les clés
