### French: what is mailed when something happened. « Quelqu'un » stays neutral: it may have been the owner.
### The words for things stand in GLOSSARY.md.

## The frame of every notice

notice-hello = Bonjour { $name },
notice-when = Quand : { $moment } ({ $zone })
notice-when-here = Quand : { $moment }
notice-where = Depuis : { $network }
notice-device = Appareil : { $device }
notice-account = Il s’agit du compte { $account }. Vous lisez ceci parce que ses alertes arrivent à cette adresse.
notice-phrase = Vos mots : { $phrase }
notice-freeze = Si ce n’était pas vous, gelez le compte ici. Ensuite, personne ne peut se connecter tant que vous n’avez pas montré qui vous êtes. Le lien marche une fois, jusqu’au { $until } :
notice-freeze-too = Ou gelez le compte entier, pour que personne ne puisse se connecter tant que vous n’avez pas montré qui vous êtes. Ce lien marche une fois, jusqu’au { $until } :
notice-account-only = Il s’agit du compte { $account }.
notice-staff = Personne de notre assistance ne vous demandera jamais un code. Si quelqu’un le fait, ce n’est pas nous.
notice-help = Si vous avez besoin d’aide, adressez-vous aux personnes qui gèrent { $service }.

## Things to do that several notices share

notice-sign-out = Si ce n’était pas vous, connectez-vous sur { $url } et choisissez « Se déconnecter partout ».
notice-forgot-password = Si ce n’était pas vous, allez tout de suite sur { $url } et choisissez « J’ai oublié mon mot de passe ».
notice-password-known = Si ce n’était pas vous, quelqu’un connaît votre mot de passe : connectez-vous sur { $url } et choisissez-en un nouveau.
notice-lost-sheet = Si ce n’était pas vous, connectez-vous sur { $url } et choisissez « J’ai perdu ma feuille » : ses codes sont annulés aussitôt.
notice-print = Connectez-vous sur { $url } et imprimez une nouvelle feuille.
notice-stop = Si ce n’était pas vous, arrêtez tout ici :
notice-operators-ask = Vous lisez ceci parce que vous faites partie de l’équipe du service. Si personne parmi vous ne l’a voulu, connectez-vous sur { $url } et regardez sous « Gestion du service ».
notice-ask = Si vous ne savez pas pourquoi, demandez maintenant à une personne : les dernières lignes de ce message disent comment.

## The account

notice-account-invited-subject = Une invitation pour { $service }
notice-account-invited-body = La boîte mail { $address } est prête pour vous. Vous choisissez un mot de passe, et elle est à vous.
notice-account-invited-link = Ouvrez-la ici. Le lien marche une fois, dans les sept jours :

notice-account-created-subject = Votre compte est ouvert
notice-account-created-body = L’invitation a été acceptée et un mot de passe a été choisi. À partir de maintenant, nous vous prévenons de tout ce qui change la façon d’ouvrir le compte.
notice-account-created-do = { notice-ask }

notice-account-suspended-subject = Votre compte est suspendu
notice-account-suspended-body = L’équipe du service a suspendu le compte. Personne ne peut se connecter en ce moment. Rien n’a été supprimé.
notice-account-suspended-do = { notice-ask }

notice-account-unsuspended-subject = Votre compte marche de nouveau
notice-account-unsuspended-body = L’équipe du service a levé la suspension. Vous pouvez vous connecter comme avant.
notice-account-unsuspended-do = { notice-ask }

notice-reenrolment-asked-subject = Un nouveau mot de passe a été demandé pour votre compte
notice-reenrolment-asked-body = L’équipe du service a appris que tout était perdu : le mot de passe ou le téléphone, et la feuille. Rien n’a encore changé. Une deuxième personne de l’équipe doit donner son accord avant le { $until }, et ensuite rien ne s’ouvre pendant un jour.
notice-reenrolment-asked-do = Si vous n’avez rien demandé, appelez maintenant une personne : les dernières lignes de ce message disent comment.

notice-reenrolment-opened-subject = Votre compte va recevoir un nouveau mot de passe
notice-reenrolment-opened-body = L’équipe du service a fait un lien qui met en place un nouveau mot de passe et un nouveau téléphone. Qui a le lien peut s’en servir pendant 24 heures.
notice-reenrolment-opened-do = Si vous n’avez rien demandé, appelez maintenant une personne : les dernières lignes de ce message disent comment.

notice-account-reenrolled-subject = Votre compte a un nouveau mot de passe et un nouveau téléphone
notice-account-reenrolled-body = Le lien de l’équipe a été utilisé. L’ancien mot de passe, l’ancien téléphone et l’ancienne feuille ne marchent plus. Personne n’entre avant le { $until }, pour laisser le temps de tout arrêter.
notice-account-reenrolled-do = Si ce n’était pas vous, appelez maintenant une personne : les dernières lignes de ce message disent comment.
notice-account-reenrolled-link = { notice-stop }

## Signing in

notice-signed-in-from-new-device-subject = Une connexion sur un nouvel appareil
notice-signed-in-from-new-device-body = Quelqu’un s’est connecté au compte depuis un appareil que nous ne connaissons pas.
notice-signed-in-from-new-device-do = { notice-sign-out }

notice-sign-in-refused-subject = { $count } mauvais mots de passe pour votre compte
notice-sign-in-refused-body = Quelqu’un a tapé un mauvais mot de passe pour votre compte { $count } fois. Personne n’est entré ainsi. Nous vous en prévenons une fois par jour au plus.
notice-sign-in-refused-do = Si ce n’était pas vous, il n’y a rien à faire. Une deuxième étape garde votre compte fermé même devant une personne qui devine le mot de passe : regardez sur { $url }.

notice-second-step-refused-subject = Le bon mot de passe, puis une mauvaise deuxième étape
notice-second-step-refused-body = Quelqu’un a tapé votre mot de passe, puis une mauvaise deuxième étape. Cette personne n’est pas entrée.
notice-second-step-refused-do = { notice-password-known }

notice-signed-out-elsewhere-subject = Vos autres appareils sont déconnectés
notice-signed-out-elsewhere-body = Toutes les sessions du compte sauf une ont été fermées. Sur chaque autre appareil, il faut se reconnecter.
notice-signed-out-elsewhere-do = { notice-password-known }

notice-signed-out-everywhere-subject = Vos sessions sont fermées partout
notice-signed-out-everywhere-body = Toutes les sessions du compte ont été fermées. Sur chaque appareil, il faut se reconnecter.
notice-signed-out-everywhere-do = { notice-password-known }

notice-guess-limit-reached-subject = Quelqu’un cherche à deviner votre deuxième étape
notice-guess-limit-reached-body = Il y a eu tant de mauvais essais que le suivant doit attendre. Après cent mauvais essais de suite, ce que l’on cherche à deviner est désactivé.
notice-guess-limit-reached-do = { notice-password-known }

## The password

notice-password-set-subject = Votre compte a un mot de passe
notice-password-set-body = Le premier mot de passe du compte a été choisi.
notice-password-set-do = { notice-ask }

notice-password-changed-subject = Votre mot de passe a été changé
notice-password-changed-body = Quelqu’un qui connaissait l’ancien mot de passe en a choisi un nouveau. L’ancien ne marche plus.
notice-password-changed-do = { notice-forgot-password }

notice-password-reset-subject = Votre mot de passe oublié a été remplacé
notice-password-reset-body = Quelqu’un a choisi un nouveau mot de passe avec un code de secours et le téléphone ou une clé d’accès. L’ancien ne marche plus.
notice-password-reset-do = { notice-forgot-password }

## The phone

notice-totp-staged-subject = Un nouveau téléphone est en attente
notice-totp-staged-body = Quelqu’un a configuré un téléphone pour le compte, après l’usage d’un code de secours sur un appareil que nous ne connaissons pas. Le téléphone attend donc : il n’ouvre rien avant le { $until }.
notice-totp-staged-do = { notice-sign-out }
notice-totp-staged-link = { notice-stop }

notice-totp-activated-subject = Un téléphone est votre deuxième étape
notice-totp-activated-body = À partir de maintenant, six chiffres d’un téléphone tout juste configuré ouvrent le compte, avec le mot de passe.
notice-totp-activated-do = Si ce n’était pas vous, connectez-vous sur { $url } et choisissez « Retirer mon téléphone ».

notice-totp-removed-subject = Votre téléphone a été retiré
notice-totp-removed-body = Ses chiffres n’ouvrent plus le compte.
notice-totp-removed-do = { notice-password-known }

notice-totp-disabled-subject = Votre téléphone ne sert plus de deuxième étape
notice-totp-disabled-body = Il y a eu cent mauvais essais de suite. Les chiffres du téléphone n’ouvrent plus le compte. Un code de secours l’ouvre encore.
notice-totp-disabled-do = { notice-password-known }

## Passkeys. $label is the owner's name for it.

notice-passkey-added-subject = Une clé d’accès a été ajoutée à votre compte
notice-passkey-added-body = À partir de maintenant, la clé d’accès « { $label } » ouvre le compte : avec l’appareil où elle se trouve, et une empreinte, un visage ou le code PIN de cet appareil.
notice-passkey-added-do = Si ce n’était pas vous, connectez-vous sur { $url }, choisissez « Clés d’accès » et retirez-la.

notice-passkey-staged-subject = Une nouvelle clé d’accès est en attente
notice-passkey-staged-body = Quelqu’un a ajouté la clé d’accès « { $label } » après l’usage d’un code de secours sur un appareil que nous ne connaissons pas. Elle attend donc : elle n’ouvre rien avant le { $until }.
notice-passkey-staged-do = { notice-sign-out }
notice-passkey-staged-link = { notice-stop }

notice-passkey-removed-subject = Une clé d’accès a été retirée
notice-passkey-removed-body = La clé d’accès « { $label } » n’ouvre plus le compte.
notice-passkey-removed-do = { notice-password-known }

notice-passkey-renamed-subject = Une clé d’accès a un autre nom
notice-passkey-renamed-body = La clé d’accès « { $was } » s’appelle maintenant « { $label } ». Elle ouvre le compte comme avant.
notice-passkey-renamed-do = Si ce n’était pas vous, connectez-vous sur { $url }, regardez vos clés d’accès et retirez celles que vous ne connaissez pas.

notice-passkey-copied-subject = Une clé d’accès a peut-être été copiée
notice-passkey-copied-body = La clé d’accès « { $label } » a été utilisée, mais elle dit avoir servi moins souvent que nous ne le savons. Il en existe donc peut-être une deuxième. Elle n’a rien ouvert.
notice-passkey-copied-do = Connectez-vous sur { $url }, choisissez « Clés d’accès », retirez-la et ajoutez-en une nouvelle.

## Addresses for notices. -confirm- goes to the new address itself.

notice-outside-address-added-subject = Une adresse pour les alertes a été ajoutée
notice-outside-address-added-body = Les alertes sur le compte doivent aussi aller à { $address }. Nous y avons envoyé un code ; l’adresse compte dès que ce code est tapé là où quelqu’un est connecté au compte.
notice-outside-address-added-do = Si ce n’était pas vous, connectez-vous sur { $url } et retirez l’adresse.

notice-outside-address-confirm-subject = Votre code de { $service }
notice-outside-address-confirm-body = Quelqu’un qui est connecté à un compte chez { $service } veut que les alertes de sécurité de ce compte arrivent à cette adresse aussi. Si vous ne connaissez pas le compte, ne faites rien : aucune alerte ne viendra. Si quelqu’un vous demande le code, ne le lui dites pas.
notice-outside-address-confirm-link = Si c’est vous, tapez ce code sur la page où vous avez ajouté l’adresse. Il marche jusqu’au { $until } :

notice-outside-address-verified-subject = Une adresse pour les alertes a été confirmée
notice-outside-address-verified-body = À partir de maintenant, { $address } est prévenue de tout ce qui change la façon d’ouvrir le compte.
notice-outside-address-verified-do = Si ce n’était pas vous, connectez-vous sur { $url } et retirez l’adresse.

notice-outside-address-staged-subject = Une nouvelle adresse pour les alertes est en attente
notice-outside-address-staged-body = À partir du { $until }, { $address } est prévenue de tout ce qui change la façon d’ouvrir le compte, sauf si quelqu’un l’arrête.
notice-outside-address-staged-do = Une adresse a déjà arrêté un tel changement, et votre téléphone l’a confirmé depuis. Il ne peut donc plus être arrêté d’ici. Si ce n’était pas vous, gelez le compte.
notice-outside-address-staged-link = { notice-stop }

notice-outside-address-removed-subject = Une adresse pour les alertes a été retirée
notice-outside-address-removed-body =
    { $was ->
        [unconfirmed] { $address } a été enlevée de la liste. Elle n’a jamais été confirmée, elle n’était donc prévenue de rien.
       *[confirmed] { $address } ne compte plus comme adresse pour les alertes. Elle est prévenue de tout jusqu’au { $until }.
    }
notice-outside-address-removed-do = Si ce n’était pas vous, connectez-vous sur { $url } et regardez vos adresses.
notice-outside-address-removed-link = Si ce n’était pas vous, remettez l’adresse ici :

notice-outside-address-replaced-subject = Une nouvelle adresse pour les alertes va prendre la place d’une autre
notice-outside-address-replaced-body = À partir du { $until }, { $address } est prévenue de tout ce qui change la façon d’ouvrir le compte, et { $old } n’est plus prévenue de rien. D’ici là, { $old } est prévenue comme avant.
notice-outside-address-replaced-do = Une adresse a déjà arrêté un tel changement, et votre téléphone l’a confirmé depuis. Il ne peut donc plus être arrêté d’ici. Si ce n’était pas vous, gelez le compte.
notice-outside-address-replaced-link = { notice-stop }

notice-outside-address-unreached-subject = Nous n’avons pas pu atteindre { $address }
notice-outside-address-unreached-body =
    { $reach ->
        [unreachable] Trois alertes de suite ne sont pas arrivées à { $address }. Si c’est votre seule adresse hors de cette boîte mail, personne n’apprendra qu’on est entré chez vous.
       *[bouncing] Une alerte sur votre compte n’est pas arrivée à { $address }. Sa boîte mail est peut-être pleine, ou n’existe plus.
    }
notice-outside-address-unreached-do = Connectez-vous sur { $url } et regardez vos adresses : { $address } est-elle toujours à vous ?

notice-outside-address-reached-subject = Nous atteignons de nouveau { $address }
notice-outside-address-reached-body =
    { $how ->
        [code] Un code que nous avons envoyé à { $address } a été tapé là où quelqu’un est connecté au compte. Les alertes y arrivent donc de nouveau.
       *[delivered] Une alerte sur votre compte est de nouveau arrivée à { $address }.
    }
notice-outside-address-reached-do = Il n’y a rien à faire. Si { $address } n’est plus à vous, connectez-vous sur { $url } et retirez-la.

notice-address-code-mailed-subject = Votre code de { $service }
notice-address-code-mailed-body = Des alertes sur le compte sont revenues de { $address }. Quelqu’un qui est connecté au compte dit que l’adresse marche de nouveau, et veut le montrer. Si ce n’est pas vous, ne faites rien, et ne dites le code à personne.
notice-address-code-mailed-link = Si c’est vous, tapez ce code sur la page où vous l’avez demandé. Il marche jusqu’au { $until } :

notice-phrase-changed-subject = Les mots de nos messages ont été changés
notice-phrase-changed-body =
    { $what ->
        [gone] Les mots qui vous font reconnaître nos messages ont été supprimés. À partir de maintenant, nos messages arrivent sans eux.
       *[set] Les mots qui vous font reconnaître nos messages ont été changés. Le prochain message porte les nouveaux.
    }
notice-phrase-changed-do = { notice-sign-out }

## Backup codes

notice-codes-shown-subject = De nouveaux codes de secours ont été tirés
notice-codes-shown-body = Les codes de la feuille { $sheet } ont été affichés. Ils n’ouvrent rien tant que l’un d’eux n’est pas retapé.
notice-codes-shown-do = { notice-sign-out }

notice-codes-staged-subject = De nouveaux codes de secours sont en attente
notice-codes-staged-body = La feuille { $sheet } a été demandée après l’usage d’un code de secours sur un appareil que nous ne connaissons pas. Elle attend donc : elle n’ouvre rien avant le { $until }.
notice-codes-staged-do = { notice-sign-out }
notice-codes-staged-link = { notice-stop }

notice-codes-activated-subject = Vos codes de secours sont activés
notice-codes-activated-body = Chaque code de la feuille { $sheet } ouvre votre compte une fois. Rangez la feuille là où vous gardez votre passeport.
notice-codes-activated-do = { notice-lost-sheet }

notice-codes-renewed-subject = Vos codes de secours ont été renouvelés
notice-codes-renewed-body = Les codes de la feuille { $sheet } marchent maintenant. Les feuilles plus anciennes ne marchent plus : vous pouvez les déchirer.
notice-codes-renewed-do = { notice-lost-sheet }

notice-codes-retired-subject = Vos codes de secours ne marchent plus
notice-codes-retired-body = Votre feuille a été mise hors service, et il n’y en a pas d’autre.
notice-codes-retired-do = { notice-print }

notice-sheet-lost-subject = Votre feuille a été déclarée perdue
notice-sheet-lost-body = Les codes de la feuille { $sheet } ne marchent plus, où qu’elle soit.
notice-sheet-lost-do = { notice-print }

notice-codes-disabled-subject = Vos codes de secours sont désactivés
notice-codes-disabled-body = Cent mauvais codes ont été tapés de suite. Les codes de la feuille { $sheet } ne marchent plus.
notice-codes-disabled-do = { notice-print }

notice-backup-restored-subject = Nous avons restauré { $service } à partir d’une copie
notice-backup-restored-body =
    { $sheets ->
        [kept] Quelque chose s’est cassé, et { $service } a été restauré à partir d’une copie du { $until }. Ce que vous avez changé ensuite ne s’y trouve pas : un nouveau mot de passe ou téléphone, un mot de passe d’application retiré. Vos sessions ont été fermées partout.
       *[retired] Quelque chose s’est cassé, et { $service } a été restauré à partir d’une copie du { $until }. Un code utilisé après cette date aurait marché une deuxième fois. Toutes les feuilles ont donc été mises hors service, et vos sessions ont été fermées partout. Ce que vous avez changé ensuite ne se trouve pas non plus dans la copie : un nouveau mot de passe ou téléphone, un mot de passe d’application retiré.
    }
notice-backup-restored-do =
    { $sheets ->
        [kept] Connectez-vous sur { $url } et regardez si tout est comme vous l’avez laissé.
       *[retired] Connectez-vous sur { $url }, imprimez une nouvelle feuille, et regardez si tout le reste est comme vous l’avez laissé.
    }

notice-renewal-forced-subject =
    { $what ->
        [password] Choisissez un autre mot de passe, s’il vous plaît
        [phone] Configurez de nouveau votre téléphone, s’il vous plaît
        [sheet] Faites une nouvelle feuille de codes, s’il vous plaît
        [nothing] Certains de vos mots de passe d’application vont cesser
       *[several] Renouvelez ce qui protège votre boîte mail, s’il vous plaît
    }
notice-renewal-forced-body =
    { $what ->
        [password] Une clé qui protège les mots de passe a peut-être été volée à { $service }. Avec elle, et avec une copie de nos données, quelqu’un pourrait trouver votre mot de passe en essayant.
        [phone] Une clé qui protège les secrets des téléphones a peut-être été volée à { $service }. Avec elle, et avec une copie de nos données, quelqu’un pourrait connaître les six chiffres que votre téléphone affiche.
        [sheet] Une clé qui protège les codes a peut-être été volée à { $service }. Avec elle, personne ne peut trouver un code. Votre feuille marche jusqu’à ce que vous en ayez une nouvelle.
        [nothing] Une clé qui protège les mots de passe d’application a peut-être été volée à { $service }. Avec elle, personne ne peut en trouver un, mais la clé doit disparaître.
       *[several] Des clés qui protègent ce qui sert à vous connecter ont peut-être été volées à { $service }. Avec elles, et avec une copie de nos données, quelqu’un pourrait trouver votre mot de passe en essayant, ou connaître ce que votre téléphone affiche. Personne ne peut trouver un code.
    }{ $apps ->
        [0] { "" }
        [one] { " " }Un mot de passe d’application cesse de marcher le { $until } : créez-en un nouveau avant.
       *[other] { " " }{ $apps } mots de passe d’application cessent de marcher le { $until } : créez-en de nouveaux avant.
    }
notice-renewal-forced-do =
    { $what ->
        [password] Connectez-vous sur { $url } et choisissez un autre mot de passe. Si l’ancien vous sert ailleurs, changez-le là aussi.
        [phone] Connectez-vous sur { $url } et configurez votre téléphone encore une fois. Il marche d’ici là.
        [sheet] Connectez-vous sur { $url } et faites une nouvelle feuille.
        [nothing] Connectez-vous sur { $url } et créez de nouveaux mots de passe d’application pour vos logiciels de messagerie.
       *[several] Connectez-vous sur { $url }. Votre page d’accueil dit quoi renouveler, une chose après l’autre. Tout marche d’ici là.
    }

notice-code-redeemed-subject = Un code de secours a ouvert votre compte
notice-code-redeemed-body =
    { $left ->
        [0] Le code { $code } a servi à entrer. Il ne peut plus servir. Il ne reste aucun code sur votre feuille.
        [one] Le code { $code } a servi à entrer. Il ne peut plus servir. Il reste { $left } code sur votre feuille.
       *[other] Le code { $code } a servi à entrer. Il ne peut plus servir. Il reste { $left } codes sur votre feuille.
    }
notice-code-redeemed-do = { notice-lost-sheet }

notice-old-code-typed-subject = Un ancien code de secours a été tapé
notice-old-code-typed-body = Après votre mot de passe, quelqu’un a tapé le code { $code }. Il avait déjà servi, ou il vient d’une feuille remplacée. Il n’a rien ouvert.
notice-old-code-typed-do = { notice-password-known }

notice-replacement-drawn-subject = Un code de remplacement a été tiré
notice-replacement-drawn-body = Le code { $code } a été affiché. Il remplace un code utilisé, et il n’ouvre rien tant qu’il n’est pas retapé.
notice-replacement-drawn-do = { notice-lost-sheet }

notice-replacement-confirmed-subject = Un code de remplacement marche
notice-replacement-confirmed-body = Le code { $code } a été retapé. Il ouvre le compte une fois.
notice-replacement-confirmed-do = { notice-lost-sheet }

notice-code-checked-subject = Un code de secours a été vérifié
notice-code-checked-body = Le code { $code } a été tapé pour voir s’il marche. Il marche, et il n’a pas été consommé.
notice-code-checked-do = { notice-lost-sheet }

## Changes that wait

notice-change-scheduled-subject = Un changement sur votre compte est en attente
notice-change-scheduled-body =
    { $change ->
        [totp] Un nouveau téléphone ouvre le compte à partir du { $until }, sauf si quelqu’un l’arrête.
        [passkey] Une nouvelle clé d’accès ouvre le compte à partir du { $until }, sauf si quelqu’un l’arrête.
        [sheet] De nouveaux codes de secours ouvrent le compte à partir du { $until }, sauf si quelqu’un les arrête.
        [replacement] Un code de remplacement ouvre le compte à partir du { $until }, sauf si quelqu’un l’arrête.
       *[other] Un nouveau mot de passe et un nouveau téléphone ouvrent le compte à partir du { $until }, sauf si quelqu’un les arrête.
    }
notice-change-scheduled-do = { notice-sign-out }
notice-change-scheduled-link = { notice-stop }

notice-change-applied-subject = Un changement sur votre compte est fait
notice-change-applied-body =
    { $change ->
        [totp] Un nouveau téléphone ouvre maintenant le compte. Personne ne l’a arrêté pendant qu’il attendait.
        [passkey] Une nouvelle clé d’accès ouvre maintenant le compte. Personne ne l’a arrêtée pendant qu’elle attendait.
        [sheet] De nouveaux codes de secours ouvrent maintenant le compte. Personne ne les a arrêtés pendant qu’ils attendaient.
        [replacement] Un code de remplacement ouvre maintenant le compte. Personne ne l’a arrêté pendant qu’il attendait.
        [address-add] Une nouvelle adresse est prévenue de tout à partir de maintenant. Personne ne l’a arrêtée pendant qu’elle attendait.
        [address-remove] Une adresse retirée n’est plus prévenue de rien à partir de maintenant. Personne n’a arrêté ce changement pendant qu’il attendait.
        [address-replace] Une nouvelle adresse est prévenue de tout à partir de maintenant, et celle d’avant n’est plus prévenue de rien. Personne ne l’a arrêtée pendant qu’elle attendait.
       *[other] Un nouveau mot de passe et un nouveau téléphone ouvrent maintenant le compte. Personne ne les a arrêtés pendant qu’ils attendaient.
    }
notice-change-applied-do = { notice-sign-out }

notice-change-stopped-subject = Un changement sur votre compte a été arrêté
notice-change-stopped-body =
    { $change ->
        [totp] Un nouveau téléphone était en attente. Il a été arrêté et n’ouvre rien.
        [passkey] Une nouvelle clé d’accès était en attente. Elle a été arrêtée et n’ouvre rien.
        [sheet] De nouveaux codes de secours étaient en attente. Ils ont été arrêtés et n’ouvrent rien.
        [replacement] Un code de remplacement était en attente. Il a été arrêté et n’ouvre rien.
        [address-add] Une nouvelle adresse pour les alertes était en attente. Elle a été arrêtée et n’est prévenue de rien.
        [address-remove] Une adresse pour les alertes allait être retirée. Elle a été remise.
        [address-replace] Une nouvelle adresse pour les alertes allait prendre la place d’une autre. Elle a été arrêtée et n’est prévenue de rien, et l’autre a été remise.
       *[other] Un nouveau mot de passe et un nouveau téléphone étaient en attente. Ils ont été arrêtés et n’ouvrent rien.
    }
notice-change-stopped-do = Si vous ne savez pas qui l’a demandé, connectez-vous sur { $url } et choisissez un nouveau mot de passe.

## The freeze

notice-frozen-subject = Votre compte est gelé
notice-frozen-body = Tout ce qui était ouvert est fermé : navigateurs, logiciels de messagerie et applications. Personne ne lit de messages maintenant. Rien n’a été supprimé.
notice-frozen-do = Pour le rouvrir, connectez-vous sur { $url }. Nous demandons ce qui a été volé, puis ce que vous avez encore.

notice-found-again-subject = Ce que le gel avait bloqué marche de nouveau
notice-found-again-body =
    { $what ->
        [passkey] Quelqu’un qui était déjà connecté a utilisé une clé d’accès bloquée. Elle ouvre de nouveau le compte.
        [phone] Quelqu’un qui était déjà connecté a tapé les chiffres du téléphone bloqué. Il est de nouveau la deuxième étape.
       *[other] Quelqu’un qui était déjà connecté a tapé un code de la feuille bloquée. Ses codes ouvrent de nouveau le compte.
    }
notice-found-again-do = Si ce n’était pas vous, connectez-vous sur { $url } et gelez de nouveau le compte, ou appelez une personne : les dernières lignes de ce message disent comment.

notice-thawed-subject = Votre compte est de nouveau ouvert
notice-thawed-body =
    { $taken ->
        [phone] Quelqu’un qui avait le mot de passe et un code de secours a levé le gel. Le téléphone qui était la deuxième étape et toutes les clés d’accès n’ouvrent plus rien, et les mots de passe d’application d’avant ne marchent pas.
       *[other] Quelqu’un qui avait le mot de passe et le téléphone ou une clé d’accès a levé le gel. Les codes de la feuille n’ouvrent plus rien, et les mots de passe d’application d’avant ne marchent pas.
    }
notice-thawed-do = Si ce n’était pas vous, connectez-vous sur { $url } et gelez de nouveau le compte, ou appelez une personne : les dernières lignes de ce message disent comment.

## Mail programs and apps

notice-app-password-made-subject = Un nouveau mot de passe d’application
notice-app-password-made-body = Le mot de passe d’application « { $label } » a été créé. Un logiciel de messagerie qui l’a peut lire les messages.
notice-app-password-made-do = Si ce n’était pas vous, connectez-vous sur { $url } et retirez-le sous « Logiciels de messagerie ».

notice-app-password-removed-subject = Un mot de passe d’application a été retiré
notice-app-password-removed-body = Le mot de passe d’application « { $label } » ne marche plus. Les logiciels de messagerie qui l’utilisaient n’entrent plus.
notice-app-password-removed-do = Si ce n’était pas vous, connectez-vous sur { $url } et choisissez « Se déconnecter partout ».

notice-main-password-tried-subject = Un logiciel de messagerie a essayé un mot de passe qui n’y marche pas
notice-main-password-tried-body = Un logiciel a essayé un mot de passe qui n’est pas un mot de passe d’application. Il a été refusé. Depuis que votre compte a une deuxième étape, il faut aux logiciels de messagerie un mot de passe d’application.
notice-main-password-tried-do = S’il était à vous, créez un mot de passe d’application sur { $url } sous « Logiciels de messagerie ». Sinon, il n’y a rien à faire.

notice-token-reused-subject = { $app } est maintenant hors de votre boîte mail
notice-token-reused-body = Une clé que seule l’application { $app } devrait avoir a servi deux fois, quelqu’un l’a donc peut-être copiée. Les deux copies ne marchent plus.
notice-token-reused-do = Rouvrez { $app } et connectez-vous. Si vous ne connaissez pas { $app }, connectez-vous sur { $url } et gelez le compte.

notice-sending-held-subject = Les messages de votre compte sont retenus
notice-sending-held-body = En une heure, votre compte a écrit à { $count } destinataires. C’est bien plus que d’habitude, ce qui part maintenant est donc retenu.
notice-sending-held-do = Si ce n’était pas vous, connectez-vous sur { $url } et gelez le compte. Si c’était vous, demandez aux personnes qui gèrent { $service } de laisser partir les messages.

notice-filter-switched-off-subject = Un filtre de messages a été désactivé
notice-filter-switched-off-body = Le filtre de messages « { $label } » n’est plus actif. Il n’a pas été supprimé.
notice-filter-switched-off-do = Si ce n’était pas vous, connectez-vous sur { $url } et regardez sous « Filtres de messages ».

## Reminders: once a month at most, one thing first. $first is what is due, $left the codes on the sheet.

notice-reminded-subject =
    { $first ->
        [no-codes-left] Il ne reste aucun code sur votre feuille
        [few-codes-left] Votre feuille est presque épuisée
        [old-sheet] Votre feuille a plus d’un an
        [address-review] Vos adresses externes sont-elles toujours à vous ?
        [news] Des nouvelles de { $service } : { $title }
       *[drill] Votre feuille est-elle toujours là où vous le pensez ?
    }
notice-reminded-body =
    { $first ->
        [no-codes-left] Tous les codes de votre feuille ont servi. Si vous perdez votre téléphone aujourd’hui, rien ne vous ouvre votre boîte mail.
        [few-codes-left]
            { $left ->
                [one] Il reste { $left } code sur votre feuille. Faites une nouvelle feuille tant qu’il est temps.
               *[other] Il reste { $left } codes sur votre feuille. Faites une nouvelle feuille tant qu’il est temps.
            }
        [address-review] Qui a l’une d’elles apprend tout ce qui arrive à votre compte. Cela fait un moment que vous ne nous avez pas dit qu’elles sont toujours bonnes.
        [old-sheet] Le papier s’efface et se perd. Une nouvelle feuille prend trois minutes, et l’ancienne cesse de marcher dès que la nouvelle marche.
        [news] Les personnes qui gèrent { $service } ont quelque chose à vous dire.
       *[drill] Un exercice prend une minute : retrouvez la feuille et tapez-en deux mots. Aucun code n’est consommé. Mieux vaut ne pas la trouver aujourd’hui que le jour où il vous la faut.
    }
notice-reminded-facts =
    { $news ->
        [0] { "" }
        [one] Des nouvelles de { $service } : « { $title } ».
       *[other] Des nouvelles de { $service } : « { $title } », et plus encore.
    }
    Nous écrivons une telle lettre une fois par mois au plus.
notice-reminded-do =
    { $first ->
        [drill] Connectez-vous sur { $url } et choisissez « Faire l’exercice ».
        [address-review] Connectez-vous sur { $url } et regardez vos adresses externes.
        [news] Connectez-vous sur { $url } pour les lire.
       *[other] Connectez-vous sur { $url } et choisissez « Faire une nouvelle feuille ».
    }

## What the operator has to say at once. $state is new, corrected or withdrawn.

notice-advisory-mailed-subject =
    { $state ->
        [withdrawn] Retiré : { $title }
        [corrected] Corrigé : { $title }
       *[new] { $title }
    }
notice-advisory-mailed-body =
    { $state ->
        [withdrawn] Nous vous avons déjà écrit à ce sujet. Cela ne tient plus : { $why }
        [corrected] Les personnes qui gèrent { $service } vous ont déjà écrit à ce sujet. Voici ce qu’elles disent maintenant.
       *[new] Les personnes qui gèrent { $service } ont ceci à vous dire.
    }
notice-advisory-mailed-do = Vous le trouvez aussi sur { $url }, une fois la connexion faite.

## Once a year

notice-digest-mailed-subject = Un an de votre boîte mail
notice-digest-mailed-body = Voici ce que nous avons remarqué depuis un an. Si un nombre vous surprend, regardez sous « Ce qui s’est passé ».
notice-digest-mailed-facts =
    { $devices ->
        [0] Personne ne s’est connecté depuis un nouvel appareil.
        [one] Quelqu’un s’est connecté une fois depuis un nouvel appareil.
       *[other] Quelqu’un s’est connecté { $devices } fois depuis un nouvel appareil.
    }
    { $codes ->
        [0] Aucun code de secours n’a servi.
        [one] { $codes } code de secours a servi.
       *[other] { $codes } codes de secours ont servi.
    }
    { $refused ->
        [0] Aucune connexion n’a été refusée.
        [one] Une connexion a été refusée une fois.
       *[other] Une connexion a été refusée { $refused } fois.
    }
    { $changes ->
        [0] Rien de ce qui protège votre boîte mail n’a été changé.
        [one] Quelque chose qui protège votre boîte mail a été changé une fois.
       *[other] Quelque chose qui protège votre boîte mail a été changé { $changes } fois.
    }
    { $left ->
        [0] Il n’y a pas de code de secours sur papier.
        [one] Il reste { $left } code de secours sur votre feuille.
       *[other] Il reste { $left } codes de secours sur votre feuille.
    }
    Ce qui protège une boîte mail : { $good } sur { $all } en place.
    { $news ->
        [0] { "" }
        [one] Des nouvelles de { $service } : « { $title } ».
       *[other] Des nouvelles de { $service } : « { $title } », et plus encore.
    }
notice-digest-mailed-do =
    { $next ->
        [nothing] Il n’y a rien à faire. Tout ce qui s’est passé est à lire sur { $url }.
       *[other] Connectez-vous sur { $url } : vous y verrez la chose à faire maintenant.
    }

## The policy: to operators. $setting is its name, $was and $now are values with their unit, $by an address or empty.

notice-policy-changed-subject = Les règles de { $service } ont changé
notice-policy-changed-body = « { $setting } » a changé. Avant : { $was }. Maintenant : { $now }. { $by ->
    [command-line] La demande vient de la ligne de commande du serveur.
   *[other] La demande vient de { $by }.
}
notice-policy-changed-do = Vous lisez ceci parce que vous faites partie de l’équipe du service. Si personne parmi vous ne l’a voulu, connectez-vous sur { $url } et regardez « Règles » dans la gestion du service.

notice-policy-change-waits-subject = Les règles de { $service } vont devenir moins strictes
notice-policy-change-waits-body = « { $setting } » change le { $until }. Maintenant : { $was }. Ensuite : { $now }. { $by ->
    [command-line] La demande vient de la ligne de commande du serveur.
   *[other] La demande vient de { $by }.
}
notice-policy-change-waits-do = Vous lisez ceci parce que vous faites partie de l’équipe du service. Si ce n’est pas ce qu’il faut, connectez-vous sur { $url } et arrêtez ce changement sous « Règles » dans la gestion du service. D’ici là, chaque personne de l’équipe le peut.
notice-policy-change-waits-link = Vous lisez ceci parce que vous faites partie de l’équipe du service. Si ce n’est pas ce qu’il faut, arrêtez ce changement ici, ou dans la gestion du service. D’ici là, chaque personne de l’équipe le peut :

notice-policy-change-stopped-subject = Un changement des règles de { $service } a été arrêté
notice-policy-change-stopped-body = « { $setting } » allait devenir moins strict. Cela a été arrêté. Rien ne change : { $was }.
notice-policy-change-stopped-do = Vous lisez ceci parce que vous faites partie de l’équipe du service. Il n’y a rien à faire. Si vous ne savez pas pourquoi, parlez-en au reste de l’équipe.

notice-codes-required-subject = { $service } demande des codes de secours
notice-codes-required-body = À partir du { $until }, tout le monde ici a des codes de secours : une feuille de papier qui ouvre la boîte mail quand le téléphone n’est plus là. Vous n’en avez pas encore. À partir de ce jour, vous les ferez juste après la connexion, avant de pouvoir changer autre chose. Vos messages restent accessibles.
notice-codes-required-do = Faites les vôtres avant : connectez-vous sur { $url } et choisissez « Codes de secours ». Il faut trois minutes et une imprimante, ou un stylo.

## Programs of other services: to operators. $app is the id of one, $scopes what its key may do.

notice-api-app-added-subject = Un programme a été admis chez { $service }
notice-api-app-added-body = Le programme { $app } peut garder ici les codes de secours des personnes de son propre service dès qu’il a une clé. Il ne voit rien des boîtes mail.
notice-api-app-added-do = { notice-operators-ask }

notice-api-app-removed-subject = Un programme a été exclu de { $service }
notice-api-app-removed-body = Le programme { $app } n’est plus là. Ses clés ne marchent plus.
notice-api-app-removed-do = { notice-operators-ask }

notice-api-key-made-subject = Une clé a été faite chez { $service }
notice-api-key-made-body = Qui l’a peut appeler en tant que programme { $app }. Elle permet : { $scopes }.
notice-api-key-made-do = { notice-operators-ask }

notice-api-key-revoked-subject = Une clé a été révoquée chez { $service }
notice-api-key-revoked-body = Une clé du programme { $app } ne marche plus. Qui appelle avec elle essuie un refus.
notice-api-key-revoked-do = { notice-operators-ask }

notice-intruder-reported-subject = Un intrus a été signalé chez { $service }
notice-intruder-reported-body = La personne à qui appartient { $address } dit que quelqu’un d’autre était dans le compte. Il est gelé : plus personne n’y est connecté.
notice-intruder-reported-do = Vous lisez ceci comme membre de l’équipe du service. Le compte s’ouvre de nouveau avec ce qui n’a pas été volé. Regardez si d’autres comptes ont été utilisés depuis le même endroit, et préparez-vous à aider. docs/frozen-accounts.md dit comment.
