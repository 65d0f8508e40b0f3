### French: the operator's desk.
### The words for things stand in GLOSSARY.md.

desk-title = Gestion du service
desk-first-day = Invitez maintenant la première personne
desk-first-day-lead = Pour l’instant, il n’y a que vous ici. Invitez d’abord une personne que vous connaissez, et accompagnez-la jusqu’à sa feuille de codes. Invitez les autres ensuite.
desk-to-do = À regarder
desk-nothing-to-do = Rien à regarder
desk-re-enrolments = Rétablir un accès
desk-re-enrolments-wait = { $count ->
    [one] { $count } demande attend une deuxième personne de l’équipe.
   *[other] { $count } demandes attendent une deuxième personne de l’équipe.
}
desk-deliveries = Messages
desk-deliveries-failed = { $count ->
    [one] { $count } message n’a pas pu être remis.
   *[other] { $count } messages n’ont pas pu être remis.
}
desk-deliveries-deferred = { $count ->
    [one] { $count } message sera réessayé plus tard.
   *[other] { $count } messages seront réessayés plus tard.
}
desk-frozen = Comptes gelés
desk-frozen-accounts = { $count ->
    [one] { $count } compte est gelé. On y a peut-être besoin de votre aide.
   *[other] { $count } comptes sont gelés. On y a peut-être besoin de votre aide.
}
desk-people = Les gens
desk-count-accounts = Comptes
desk-count-accounts-state = { $enrolled } en service, { $suspended } suspendus
desk-count-invited = Invités, pas encore arrivés
desk-count-no-second-step = Seulement un mot de passe
desk-count-no-codes = Sans codes de secours
desk-count-behind = Encore sans les codes que les règles demandent
desk-count-behind-state = { $count }, dont { $overdue } pour qui le jour est venu
desk-count-number = { $count ->
    [0] Aucun
   *[other] { $count }
}
desk-service = Le service
desk-more = En chiffres
desk-more-codes = { $count ->
    [0] Personne n’a encore de codes de secours.
    [one] { $count } compte a des codes de secours.
   *[other] { $count } comptes ont des codes de secours.
}
desk-more-low = { $count ->
    [0] Personne n’est à court de codes.
    [one] { $count } compte a trois codes restants ou moins.
   *[other] { $count } comptes ont trois codes restants ou moins.
}
desk-more-old = { $count ->
    [0] Aucune feuille n’a plus d’un an.
    [one] { $count } feuille a plus d’un an.
   *[other] { $count } feuilles ont plus d’un an.
}
desk-more-passkeys = { $count ->
    [0] Personne n’a de clé d’accès.
    [one] { $count } compte a une clé d’accès.
   *[other] { $count } comptes ont une clé d’accès.
}
desk-more-phones = { $count ->
    [0] Personne n’utilise de téléphone comme deuxième étape.
    [one] { $count } compte utilise un téléphone comme deuxième étape.
   *[other] { $count } comptes utilisent un téléphone comme deuxième étape.
}
desk-more-app-passwords = { $count ->
    [0] Il n’y a pas de mots de passe d’application.
    [one] Il y a { $count } mot de passe d’application.
   *[other] Il y a { $count } mots de passe d’application.
}
desk-more-mail = { $count ->
    [0] Aucun logiciel de messagerie ne s’est connecté depuis un jour.
    [one] Les logiciels de messagerie de { $count } compte se sont connectés depuis un jour.
   *[other] Les logiciels de messagerie de { $count } comptes se sont connectés depuis un jour.
}
desk-more-operators = { $count ->
    [1] Il n’y a que vous dans l’équipe. À deux, on peut aider une personne qui a tout perdu ; avec une seule, c’est impossible.
   *[other] L’équipe du service compte { $count } personnes.
}
desk-counted = Compté le { $at }.
desk-held = Vous avez utilisé un code pour entrer, sur un appareil que nous ne connaissons pas. Vous pourrez faire cela à partir du { $until }.
desk-own = C’est votre propre compte. D’autres personnes de l’équipe doivent le faire pour vous.
desk-not-so = Le compte n’est plus dans cet état. Regardez-le encore ci-dessous.

## Accounts

desk-accounts-title = Comptes
desk-accounts-search = Chercher quelqu’un
desk-accounts-search-hint = Le début d’une adresse ou d’un nom.
desk-accounts-look = Chercher
desk-filters = Afficher
desk-filter-all = Tous
desk-filter-invited = Invités
desk-filter-no-second-step = Seulement un mot de passe
desk-filter-no-codes = Sans codes
desk-filter-behind = En retard sur les règles
desk-filter-frozen = Gelés
desk-filter-suspended = Suspendus
desk-filter-operators = Équipe
desk-accounts-none = Il n’y a encore personne. Invitez la première personne.
desk-accounts-none-such = Ce compte n’existe pas.
desk-accounts-none-like = Aucune adresse et aucun nom de cette liste ne commence par « { $text } ». Vérifiez l’orthographe, ou regardez tous les comptes. Si la personne est nouvelle, invitez-la.
desk-accounts-next = Continuer
desk-accounts-start = Depuis le début
desk-account-operator = Fait partie de l’équipe du service.
desk-account-invited = Invité. L’invitation marche jusqu’au { $until }.
desk-account-invited-over = Invité, mais l’invitation a expiré. Envoyez-en une autre.
desk-account-suspended = Suspendu.
desk-account-frozen = Gelé depuis le { $since }.
desk-account-codes = { $left ->
    [0] Il ne reste aucun code.
    [one] Il reste { $left } code de secours.
   *[other] Il reste { $left } codes de secours.
}
desk-account-no-codes = Une deuxième étape, mais pas de codes de secours.
desk-account-password-alone = Seulement un mot de passe.
desk-account-signed-in = Dernière connexion le { $at }.
desk-account-never = Personne ne s’est encore connecté.

## One account

desk-account-made = Ici depuis le { $at }.
desk-account-imported = Venu d’un autre système le { $at }.
desk-account-waits = Personne n’a encore de mot de passe pour cette boîte mail. Si l’invitation s’est perdue, envoyez-en une autre : le lien d’avant cesse alors de marcher.
desk-account-invite = Inviter de nouveau
desk-account-suspended-long = Ce compte est suspendu. Personne ne peut s’y connecter, et les logiciels de messagerie restent dehors. Rien n’est perdu.
desk-account-frozen-long = Ce compte est gelé depuis le { $since }. Rien ne s’ouvre tant que la personne n’a pas dit ce qui a été volé, et montré ce qui ne l’a pas été. Elle le fait sur notre page de connexion.
desk-account-held = L’accès a été rétabli. Rien ne s’ouvre avant le { $until }.
desk-account-protects = Ce qui le protège
desk-account-outside = { $count ->
    [0] Aucune. Seule la boîte mail elle-même apprend ce qui se passe.
    [one] { $count } adresse confirmée
   *[other] { $count } adresses confirmées
}
desk-account-app-passwords = Mots de passe d’application
desk-account-browser = Dernière connexion dans un navigateur
desk-account-mail = Dernière connexion d’un logiciel de messagerie
desk-account-not-yet = Pas encore
desk-account-passkeys = { $count ->
    [0] Aucune
    [one] Une
   *[other] { $count }
}
desk-account-phone = La deuxième étape depuis le { $since }
desk-account-codes-disabled = Désactivés après cent mauvais codes de suite
desk-account-codes-lost = Déclarés perdus
desk-account-codes-shut = Bloqués par un gel
desk-account-codes-shown = Imprimés, mais pas encore activés
desk-account-do = Ce que vous pouvez faire
desk-account-own = C’est votre propre compte. Vous vous en occupez sur votre page d’accueil. Le suspendre ou le geler ici revient à une autre personne de l’équipe.
desk-freeze = Geler
desk-freeze-lead = Pour une personne qui appelle parce que quelqu’un d’autre est peut-être dans sa boîte mail. Tout ce qui est ouvert se ferme aussitôt. C’est elle qui rouvre le compte.
desk-freeze-button = Geler maintenant
desk-froze = Le compte est gelé. Tout ce qui était ouvert est fermé. Chaque adresse du compte en est prévenue.
desk-suspend = Suspendre
desk-suspend-lead = Pour une personne qui est partie, ou qui abuse du service. Tout ce qui est ouvert se ferme aussitôt, et seule l’équipe peut lever la suspension. Rien n’est détruit.
desk-suspend-button = Suspendre maintenant
desk-suspended = Le compte est suspendu. Tout ce qui était ouvert est fermé. Chaque adresse du compte en est prévenue.
desk-resume = Lever la suspension
desk-resume-lead = Le mot de passe, le téléphone et les codes marchent de nouveau comme avant. La personne se reconnecte.
desk-resume-button = Lever
desk-resumed = La suspension est levée. La personne peut de nouveau se connecter.
desk-re-enrol-lead = Pour une personne qui a perdu son téléphone et sa feuille. Vous faites la demande, et une autre personne de l’équipe confirme.

## Deliveries

desk-deliveries-title = Envois
desk-deliveries-lead = Ce qui arrive à un compte est annoncé par mail à la personne. Ici, vous voyez si ce mail part de chez nous. Ce qu’il dit reste entre elle et nous.
desk-deliveries-none = Il n’y en a pas.
desk-delivery-failed = Échoués
desk-delivery-bounced = Revenus
desk-delivery-deferred = À réessayer
desk-delivery-queued = En attente
desk-delivery-sent = Envoyés
desk-delivery-expired = Trop tard
desk-delivery-failed-lead = Ces messages ont été refusés pour une raison qui tient à nous, ou essayés pendant trois jours. Réglez d’abord la cause, puis renvoyez-les. Les cent plus récents sont listés.
desk-delivery-bounced-lead = Cette adresse n’existe pas, ou ne prend pas de messages. Seule la personne à qui elle appartient peut y remédier. Les cent plus récents sont listés.
desk-delivery-deferred-lead = Le serveur de messagerie n’a pas encore pu prendre ces messages. Ils sont réessayés tout seuls, pendant trois jours. Les cent plus récents sont listés.
desk-delivery-queued-lead = Ces messages partent en quelques secondes tant que le serveur tourne. Les cent plus récents sont listés.
desk-delivery-sent-lead = Le serveur de messagerie a pris ces messages. Les cent plus récents sont listés.
desk-delivery-expired-lead = Le lien de ces messages a expiré avant leur départ, ils n’ont donc pas été envoyés. Qui en a besoin demande un nouveau lien. Les cent plus récents sont listés.
desk-delivery-about = À propos de { $mailbox }
desk-delivery-written = Écrit le { $at }.
desk-delivery-taken = Pris le { $at }.
desk-delivery-delivered = Le prestataire dit que le message est arrivé le { $at }.
desk-delivery-why = { $count ->
    [one] { $count } essai. La réponse était : { $why }.
   *[other] { $count } essais. La dernière réponse était : { $why }.
}
desk-delivery-next = Le prochain essai est le { $at }.
desk-delivery-over = Son lien a expiré, il n’est donc pas renvoyé.
desk-resend-one = Renvoyer
desk-resend-all = Tout renvoyer
desk-resend-done = { $count ->
    [one] { $count } message est de nouveau en route.
   *[other] { $count } messages sont de nouveau en route.
}
desk-resend-none = Rien n’a été envoyé. Le message est parti entre-temps, ou son lien a expiré.

## Health

desk-health-title = État du service
desk-health-well = Tout va bien
desk-health-lead = Les noms sont ceux du fichier de configuration. Changez-le, puis redémarrez le serveur.
desk-health-failures = Ne marche pas
desk-health-warnings = À régler bientôt
desk-health-fine = En ordre
desk-health-aside = La commande counterfoil doctor dit la même chose.

## Inviting many

desk-many-title = Inviter plusieurs personnes
desk-many-lead = Donnez-nous un tableau avec une personne par ligne : l’adresse de la boîte mail, le nom de la personne, et une autre adresse à elle, où l’invitation est envoyée. Vous voyez d’abord ce qui se passerait. La première ligne peut nommer les colonnes :
desk-many-file = Un fichier, enregistré en CSV par un tableur
desk-many-lines = Ou collez les lignes ici
desk-many-look = Regarder la liste
desk-many-recent = Listes des derniers jours
desk-many-empty = Il n’y a personne dans cette liste. Choisissez un fichier, ou collez des lignes.
desk-many-too-long = Cette liste est trop longue. Coupez-la : au plus 20 000 lignes à la fois.
desk-many-no-address = La première ligne ne nomme pas de colonne « address », et ne contient pas d’adresse non plus.
desk-many-preview = Voici ce qui se passerait
desk-many-will = Reçoivent une invitation
desk-many-invited = Invités
desk-many-there = Déjà ici ou déjà invités ; il ne se passe rien
desk-many-refused = Lignes inutilisables
desk-many-people = { $count ->
    [0] Personne
    [one] { $count } personne
   *[other] { $count } personnes
}
desk-many-lines-count = { $count ->
    [0] Aucune
    [one] { $count } ligne
   *[other] { $count } lignes
}
desk-many-would = { $address }, par mail à { $to }
desk-many-go = { $count ->
    [one] Inviter { $count } personne
   *[other] Inviter { $count } personnes
}
desk-many-nobody = Il n’y a personne à inviter dans cette liste.
desk-many-under-way = Les invitations sont en cours
desk-many-far = { $done } lignes sur { $of } sont faites.
desk-many-leave = Vous pouvez quitter cette page. Cela continue sans vous.
desk-many-look-again = Voir où cela en est
desk-many-done = La liste est faite
desk-many-mend = Lignes à corriger
desk-many-mend-lead = Corrigez-les dans votre tableau et redonnez-nous la liste entière : qui a déjà son invitation n’en reçoit pas d’autre. Ici, au plus cent lignes sont montrées ; le rapport les contient toutes.
desk-many-line = Ligne { $line } : { $address }
desk-many-report = Télécharger le rapport

## Programs of other services that keep codes here

desk-apps-title = Programmes d’autres services
desk-apps-lead = Ils gardent ici, par notre API, des codes de secours pour les personnes de leur propre service. Ils ne voient rien de vos boîtes mail.
desk-apps-none = Aucun programme n’est encore admis. Admettez-en un, faites-lui une clé, et remettez la clé à qui le gère. docs/api.md dit le reste.
desk-apps-has = Comptes : { $accounts }. Clés qui marchent : { $keys }
desk-apps-add = En admettre un
desk-apps-name = Son nom
desk-apps-name-hint = L’équipe du service le lit.
desk-apps-id = Son identifiant
desk-apps-id-hint = Au plus 64 lettres, chiffres, traits d’union et points, comme shop. Il ne change jamais.
desk-apps-id-wrong = Prenez de 1 à 64 lettres, chiffres, traits d’union, traits bas et points.
desk-apps-id-taken = Cet identifiant est déjà pris. Prenez-en un autre.
desk-apps-name-wrong = Prenez de 1 à 100 caractères.
desk-apps-add-button = L’admettre
desk-apps-step-up-lead = Montrez d’abord que c’est vous. Toute l’équipe en est prévenue.
desk-apps-step-up = Montrer que c’est moi
desk-app-lead = Son identifiant est { $id }. Il nous appelle avec une clé, et peut en avoir plusieurs : faites la suivante, remettez-la, puis révoquez l’ancienne.
desk-key-title = Clés
desk-key-none = Il n’a pas encore de clé, il ne peut donc pas nous appeler.
desk-key-no-label = Une clé sans nom
desk-key-made = Faite le { $at }.
desk-key-used = Utilisée pour la dernière fois le { $at }.
desk-key-unused = Pas encore utilisée.
desk-key-expires = Elle cesse le { $at }.
desk-key-ended = Elle a cessé le { $at }.
desk-key-revoke = Révoquer
desk-key-revoked = La clé ne marche plus. Qui appelle avec elle essuie un refus. Toute l’équipe en est prévenue.
desk-key-revoked-before = Cette clé avait déjà cessé.
desk-key-new = Faire une clé
desk-key-label = Son nom
desk-key-label-hint = Où elle sert, pour que vous la reconnaissiez.
desk-key-label-wrong = Prenez au plus 60 caractères.
desk-key-scopes = Ce qu’elle permet
desk-key-scopes-none = Cochez au moins une chose qu’elle permet.
desk-key-days = Elle cesse après tant de jours
desk-key-days-hint = De 1 à 3 650. Vide : elle marche jusqu’à ce que vous la révoquiez.
desk-key-days-wrong = Prenez un nombre de 1 à 3 650, ou laissez ce champ vide.
desk-key-make = Faire la clé
desk-key-made-title = Remettez cette clé
desk-key-made-lead = Qui l’a peut nous appeler en tant que { $app }. Donnez-la à la personne qui gère ce programme, et à personne d’autre. Ne l’envoyez pas par mail.
desk-key-made-then = Nous la montrons seulement maintenant et ne la gardons pas. Si elle se perd, révoquez-la et faites-en une autre. Toute l’équipe en est prévenue.
desk-key-made-done = Je l’ai remise
desk-scope-accounts-read = Lire ses comptes et où en sont leurs codes.
desk-scope-accounts-write = Créer, suspendre et effacer ses comptes.
desk-scope-sets-write = Émettre des codes et les mettre hors service. Il les voit.
desk-scope-codes-redeem = Consommer des codes.
desk-scope-codes-check = Vérifier des codes sans les consommer, et faire des exercices.
desk-scope-events-read = Lire ce qui est arrivé à ses comptes.
desk-webhook-title = Lui dire ce qui s’est passé
desk-webhook-none = Nous ne lui disons rien ; il peut demander. Avec la commande counterfoil app webhook set, c’est nous qui l’appelons.
desk-webhook-heard = Il nous a entendus pour la dernière fois le { $at }.
desk-webhook-unheard = Il ne nous a pas encore entendus.
desk-webhook-problem = Le dernier essai a échoué : { $why }. Nous réessayons tout seuls.
desk-webhook-waiting = { $count ->
    [one] { $count } événement attend d’être annoncé.
   *[other] { $count } événements attendent d’être annoncés.
}
desk-webhook-failed = { $count ->
    [one] { $count } événement a été essayé pendant trois jours, puis abandonné.
   *[other] { $count } événements ont été essayés pendant trois jours, puis abandonnés.
}
