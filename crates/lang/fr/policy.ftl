### French: the policy, its settings and their values, and the pages of the operator.
### The words for things stand in GLOSSARY.md.

policy-title = Règles
policy-lead = Ce que vous demandez aux gens, et ce que vous leur accordez. Ce qui rend une règle plus stricte compte aussitôt, sur chaque serveur. Ce qui la rend moins stricte attend un jour : toute l’équipe en est prévenue par mail et peut l’arrêter ici.
policy-change = Changer
policy-waits-title = En attente
policy-waits = À partir du { $at } : { $value }.
policy-waits-by = Demandé par { $by }.
policy-waits-by-command = Demandé à la ligne de commande du serveur.
policy-stop = Arrêter
policy-stopped = C’est arrêté. Ce qui compte maintenant continue.
policy-stop-told = Toute l’équipe en est prévenue. Si vous ne savez pas pourquoi cela a été demandé, parlez-en aux autres.
policy-stop-link-lead = « { $setting } » va devenir moins strict. Maintenant : { $was }. Ensuite : { $now }. Ce n’est pas encore fait. Si ce n’est pas ce qu’il faut, arrêtez ce changement.
policy-stop-link-otherwise = C’est ce qu’il faut ? Fermez cette page. Le changement se fera le moment venu.
policy-stop-none = Rien n’y était plus en attente. Regardez ce qui compte maintenant.
policy-fixed-totp = Une clé d’accès, ou une application de codes sur un téléphone
policy-fixed-totp-why = Les deux comptent toujours comme deuxième étape. Une clé d’accès ouvre la boîte mail sans le mot de passe, car son appareil demande une empreinte, un visage ou un code PIN.
policy-fixed-blocklist = Les mots de passe qu’on devine en premier
policy-fixed-blocklist-why = Ils sont refusés, tout comme l’adresse et les noms. Votre propre liste de tels mots est le blocklist_file de la configuration.
policy-fixed-always = Toujours

## Where a value comes from

policy-from-default = Réglage d’origine de Counterfoil
policy-from-file = Vient du fichier de configuration
policy-from-pinned = Vient du fichier de configuration, qui l’impose. L’équipe avait choisi quelque chose de moins strict.
policy-from-operator = Choisi par { $by } le { $at }
policy-from-command = Choisi à la ligne de commande du serveur le { $at }
policy-pinned = Imposé par le fichier de configuration : ici, cela ne peut que devenir plus strict.

## The page of one setting

policy-now = Valeur actuelle
policy-new = Nouvelle valeur
policy-yes = Oui
policy-no = Non
policy-date-hint = Un jour à partir d’aujourd’hui, d’ici deux ans au plus, écrit comme 2027-03-31. Laissez ce champ vide pour « jamais ».
policy-range = De { $min } à { $max }.
policy-range-ever = De { $min } à { $max }, ou 0 pour ne pas fixer de limite.
policy-range-recipients = De 1 à 1 000 000 destinataires par heure.
policy-stricter = Plus strict, cela compte aussitôt. Moins strict, cela attend jusqu’à demain à la même heure, et vous montrez d’abord que c’est vous.
policy-sideways = Cela compte aussitôt, pour les feuilles faites à partir de ce moment. Vous montrez d’abord que c’est vous.
policy-save = Le changer
policy-unset = Reprendre ce que dit la configuration : { $base }
policy-unset-default = Reprendre le réglage d’origine de Counterfoil : { $base }
policy-done-now = « { $setting } » est changé. Cela compte à partir de maintenant. Toute l’équipe en est prévenue.
policy-done-later = « { $setting } » change le { $at }. D’ici là, la règle plus stricte compte, et chaque personne de l’équipe peut arrêter le changement ici.
policy-wrong-number = Écrivez un nombre entier.
policy-wrong-date = Écrivez un jour comme 2027-03-31, ou laissez ce champ vide pour « jamais ».
policy-wrong-day = Prenez un jour à partir d’aujourd’hui, d’ici deux ans au plus.
policy-wrong-choice = Choisissez oui ou non.
policy-wrong-range = Prenez un nombre entre { $min } et { $max }.
policy-wrong-other = Cela ne va pas avec « { $other } », tel qu’il est ou tel qu’il sera une fois son changement en attente arrivé. Changez d’abord celui-là.
policy-wrong-pinned = Le fichier de configuration l’impose. Ici, cela ne peut que devenir plus strict.
policy-wrong-same = C’est déjà ainsi.

## Values

policy-value-yes = Oui
policy-value-no = Non
policy-value-never = Jamais
policy-value-ever = Sans limite
policy-value-from = À partir du { $date }
policy-value-codes = { $count ->
    [one] { $count } code
   *[other] { $count } codes
}
policy-value-characters = { $count ->
    [one] { $count } caractère
   *[other] { $count } caractères
}
policy-value-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
policy-value-hours = { $count ->
    [one] { $count } heure
   *[other] { $count } heures
}
policy-value-days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
policy-value-recipients = { $count ->
    [one] { $count } destinataire par heure
   *[other] { $count } destinataires par heure
}

## The settings: what each is called, and why it is there

policy-group-codes = Codes de secours
policy-codes-required-from = Les codes de secours sont obligatoires
policy-codes-required-from-why = Qui n’a pas de codes le jour venu les fait juste après la connexion, avant toute autre chose dans le portail. Les messages restent accessibles. Les gens apprennent la date sur leur page d’accueil et par mail.
policy-codes-grace-days = Délai pour les personnes nouvelles
policy-codes-grace-days-why = Qui arrive peu avant ce jour, ou après, a ce temps pour mettre des codes sur papier.
policy-codes-per-sheet = Codes sur une nouvelle feuille
policy-codes-per-sheet-why = Une page en contient jusqu’à 12. Les feuilles déjà en service restent telles quelles.
policy-require-outside-address = Une adresse hors de la boîte mail avant les codes
policy-require-outside-address-why = Quelqu’un qui aurait pris la boîte mail pourrait cacher nos mises en garde. Elles vont aussi à cette adresse.

policy-group-factors = Ce qui compte comme deuxième étape
policy-codes-as-first-second-factor = Les codes de secours comme première deuxième étape
policy-codes-as-first-second-factor-why = Pour les personnes sans téléphone. « Non » est plus sûr : sinon, qui connaît seulement le mot de passe pourrait faire des codes.

policy-group-passwords = Nouveaux mots de passe
policy-password-least-alone = Mot de passe le plus court sans deuxième étape
policy-password-least-alone-why = Un tel mot de passe est tout ce qui sépare un inconnu de la boîte mail. Les mots de passe déjà choisis restent.
policy-password-least-beside = Mot de passe le plus court avec une deuxième étape
policy-password-least-beside-why = Avec une deuxième étape, un plus court suffit. Mieux vaut long que compliqué.

policy-group-sessions = Sessions
policy-session-idle = Une session que personne n’utilise se ferme après
policy-session-idle-why = Qui trouve un navigateur ouvert ne doit pas trouver une boîte mail ouverte.
policy-session-absolute = Une session se ferme dans tous les cas après
policy-session-absolute-why = Un cookie volé ne vaut plus rien ensuite.

policy-group-holds = Après un code sur un appareil que nous ne connaissons pas
policy-hold = Ce qui est nouveau attend
policy-hold-why = Un nouveau téléphone ou une nouvelle feuille ne compte qu’après ce temps, pour que la personne puisse l’arrêter depuis une alerte.
policy-removal-hold = Rien n’est retiré pendant
policy-removal-hold-why = Pendant ce temps, personne n’enlève un téléphone ou une adresse. Pas plus court que le temps ci-dessus.

policy-group-apps = Applications et logiciels de messagerie
policy-access-token = Une application redemande l’accès après
policy-access-token-why = Ce que vous retirez ne marche plus aussitôt chez nous. Une application peut se fier à sa propre clé pendant ce temps.
policy-app-idle = Une application doit se reconnecter après
policy-app-idle-why = Une application que personne n’a ouverte pendant ce temps est déconnectée.
policy-app-password-longest-days = Les mots de passe d’application cessent après
policy-app-password-longest-days-why = Le temps le plus long pendant lequel une personne peut laisser marcher le mot de passe d’un logiciel de messagerie.

policy-group-sending = Messages qui partent
policy-sending-floor = Tout le monde peut écrire à
policy-sending-floor-why = Ce nombre de destinataires par heure passe sans question. Au-delà de trois fois ce qu’un compte envoie d’habitude, les messages sont retenus.
policy-sending-ceiling = Personne ne peut écrire à plus de
policy-sending-ceiling-why = Quoi qu’un compte envoie d’habitude. Un compte volé ne doit pas abîmer votre réputation d’expéditeur.

policy-group-addresses = Adresses externes
policy-address-change-days = Un changement d’adresse externe attend
policy-address-change-days-why = Pendant l’attente, chaque adresse déjà présente peut arrêter le changement, et une adresse retirée est encore prévenue de tout.
policy-address-review-days = Nous reparlons d’une adresse à la personne après
policy-address-review-days-why = Est-elle toujours à elle, et lit-elle ses messages ?

## An owner of whom codes are required

policy-codes-by = À partir du { $day }, il faut à tout le monde ici des codes de secours. Vous n’en avez pas encore. Faites les vôtres avant : à partir de ce jour, rien d’autre ne s’ouvre sans eux sur ces pages.
policy-codes-title = Faites d’abord vos codes de secours
policy-codes-lead = Depuis le { $day }, il faut à tout le monde ici des codes de secours : une feuille de papier qui ouvre la boîte mail quand le téléphone n’est plus là. Vous n’en avez pas encore. Vos messages restent accessibles ; tout le reste de ces pages s’ouvre dès que vous avez vos codes.
policy-codes-steps = Ce qu’il faut
policy-codes-step-second = Une deuxième étape : une clé d’accès ou votre téléphone
policy-codes-step-sheet = Une feuille de codes de secours
policy-codes-step-todo = Encore à faire
policy-codes-step-done = Fait
policy-codes-help = Si vous ne pouvez pas en faire maintenant, demandez à une personne.
