### French: what happened, as its owner reads it.
### The words for things stand in GLOSSARY.md.

## The list

activity-title = Ce qui s’est passé
activity-lead = Tout ce qui a touché à votre mot de passe, votre téléphone, vos codes ou vos adresses, le plus récent d’abord. Quelque chose ici ne vient pas de vous ? Dites-le à côté : votre compte est alors gelé, et personne n’entre avec ce qui a été volé.
activity-filter = Ce qui est montré
activity-show-all = Tout
activity-show-sign-ins = Connexions
activity-show-codes = Codes
activity-show-recovery = Chemins d’entrée et de retour
activity-show-mail = Messages
activity-none-of-these = Rien de ce genre. Quand quelque chose se passe, vous le voyez ici.
activity-pages = La suite de la liste
activity-newest = Le plus récent
activity-older = Plus ancien
activity-export = Garder cette liste :
activity-export-csv = en tableau (CSV)
activity-export-json = pour des programmes (JSON)
activity-used = avec { $methods }
activity-used-password = mot de passe
activity-used-phone = téléphone
activity-used-code = code de secours
activity-used-passkey = clé d’accès
activity-new-network = Nouveau : première fois depuis ce réseau
activity-new-country = Nouveau : première fois depuis ce pays
activity-me = C’était moi
activity-not-me = Ce n’était pas moi
activity-said-me = Le { $at }, vous avez dit que c’était vous.
activity-said-not-me = Le { $at }, vous avez dit que ce n’était pas vous.
activity-me-noted = C’est noté : c’était vous.
activity-me-not-here = Seul un appareil qui était déjà le vôtre avant cela peut dire que c’était vous. Celui-ci n’en est pas un, ou vous l’avez déjà dit. Prenez l’ordinateur ou le téléphone avec lequel vous vous connectiez avant.
activity-empty = Rien pour l’instant. Dès que quelque chose touche à votre mot de passe, votre téléphone, vos codes ou vos adresses, vous le voyez ici.

## “That wasn’t me”

activity-deny-title = Ce n’était pas vous ?
activity-deny-lead = Vous dites que quelqu’un d’autre a fait ceci :
activity-deny-then = Nous prévenons aussi les personnes qui gèrent votre boîte mail. À votre retour, nous demandons d’abord un autre mot de passe.
activity-deny-already = Vous l’avez déjà dit, et votre compte a été gelé alors.
activity-denied-lead = Qui était là est dehors, et ne peut pas revenir avec ce qui a été volé. Rien n’a été effacé, et les messages arrivent toujours.
activity-denied-stopped = Ce qui a été arrêté
activity-denied-browsers = Tous les navigateurs sont déconnectés, celui-ci aussi.
activity-denied-programs = Les logiciels de messagerie sont coupés et les mots de passe d’application cessent pour de bon. Les applications ouvertes avec ce compte sont déconnectées.
activity-denied-codes = Aucun code de votre feuille et aucun chiffre de votre téléphone n’ouvre la boîte mail maintenant.
activity-denied-waiting = Les changements en attente n’auront pas lieu.
activity-denied-now = Que faire maintenant
activity-denied-look = Cherchez votre téléphone et votre feuille de codes. Avez-vous les deux ?
activity-denied-open = Connectez-vous avec votre mot de passe. Nous demandons ce qui a été volé. Ce que vous avez encore ouvre votre compte : votre téléphone, ou un code de votre feuille.
activity-denied-help = Connectez-vous avec votre mot de passe. Aucun téléphone ni feuille n’est configuré ici, une personne doit donc vous aider. La page dit comment.
activity-denied-password = Choisissez un autre mot de passe. Qui était là connaît peut-être celui-ci, nous le demandons donc d’abord.
activity-denied-rest = Regardez vos adresses externes, vos mots de passe d’application et vos filtres de messages. Un chemin de retour peut y être caché.
activity-denied-told = Nous avons écrit à vos adresses externes et aux personnes qui gèrent votre boîte mail.
activity-denied-told-you = Nous avons écrit à vos adresses externes.

## The line on a sheet, compared

activity-record-title = Le registre est-il inchangé ?
activity-record-lead = Au bas de chaque feuille de codes se trouve une ligne de vingt lettres et chiffres. Elle résume tout ce qui était au registre ici, pour toutes les boîtes mail, le jour de la feuille. Si quelqu’un a réécrit ce registre depuis, la ligne ne correspond plus.
activity-record-line = La ligne de votre feuille
activity-record-line-hint = Cinq groupes de quatre. Ce n’est pas un code, et elle n’ouvre rien.
activity-record-button = Comparer
activity-record-unreadable = Ce n’est pas une telle ligne : elle a vingt lettres et chiffres. Tapez tout, comme c’est écrit sur votre feuille.
activity-record-fits = Elle correspond. La ligne résume ce qui était au registre le { $at }.
activity-record-differs = Cette ligne ne correspond à rien de ce qui était au registre ici. Relisez chaque lettre. Si elle est juste, quelqu’un a peut-être réécrit le registre, ou le service a été restauré à partir d’une copie juste après la création de votre feuille. Montrez la feuille aux personnes qui gèrent votre messagerie.
activity-record-limits = Cette page croit le serveur qui l’affiche. Les personnes qui gèrent votre messagerie peuvent vérifier le registre entier, et quelqu’un qui s’y connaît peut regarder par-dessus leur épaule.
activity-record-link = Comparer la ligne de ma feuille
