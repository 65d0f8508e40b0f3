### French: mail programs and app passwords.
### The words for things stand in GLOSSARY.md.

## What a mail program shows. Only letters of ASCII here: the protocols of mail carry no others (RFC 5321, RFC 3501). So "gelé" can't be said.

mail-frozen = Votre compte ne s'ouvre pas pour le moment. Pour le rouvrir, allez sur { $url }
mail-sending-held = Tant de messages sont partis d'un coup que celui-ci attend l'accord des personnes qui tiennent le service
mail-sending-closed = Ce compte ne peut pas envoyer de messages pour le moment. Pour savoir pourquoi, connectez-vous sur la page de votre compte
mail-sending-later = On ne sait pas pour l'instant si ce compte peut envoyer. Recommencez dans une minute

## The page

mail-programs = Logiciels de messagerie
mail-programs-lead = Un logiciel de messagerie, sur un téléphone ou un ordinateur, ne peut pas vous demander une deuxième étape. Chacun reçoit donc un mot de passe à lui, un mot de passe d’application. Vous n’avez jamais à le retenir, et vous pouvez le reprendre à tout moment.
mail-programs-main-works = Vous n’avez pas encore de deuxième étape, vos logiciels de messagerie entrent donc encore avec votre mot de passe principal. Dès que vous en aurez une, il leur faudra un mot de passe d’application. Vous pouvez le créer maintenant.
mail-programs-empty = Vous n’avez pas encore de mots de passe d’application. Créez-en un par logiciel : vous pourrez en retirer un sans toucher aux autres.
mail-programs-list = Vos mots de passe d’application
mail-programs-made = Créé le { $on }
mail-programs-used = Dernière utilisation le { $at } depuis { $address }
mail-programs-used-by = Dernière utilisation le { $at } depuis { $address } par { $program }
mail-programs-unused = Jamais utilisé
mail-programs-until = Marche jusqu’au { $until }
mail-programs-forever = Marche jusqu’à ce que vous le retiriez
mail-programs-expired = Ne marche plus depuis le { $until }. Retirez-le, et créez-en un autre si vous en avez encore besoin.
mail-programs-removed = « { $label } » ne marche plus. Le logiciel qui l’utilisait n’entre plus.
mail-programs-new = Créer un mot de passe d’application
mail-programs-label = C’est pour quel logiciel ?
mail-programs-label-hint = Un nom que vous reconnaîtrez, comme « Thunderbird sur mon portable »
mail-programs-label-empty = Tapez un nom pour lui.
mail-programs-label-long = C’est trop long. Prenez au plus { $most } caractères.
mail-programs-label-character = Ce nom contient un caractère qui ne peut pas être affiché. Retapez-le.
mail-programs-scopes = Que peut-il faire ?
mail-programs-scopes-none = Cochez au moins une chose qu’il peut faire.
mail-programs-imap = Lire les messages (IMAP)
mail-programs-pop3 = Relever les messages et les ôter du serveur (POP3)
mail-programs-smtp = Envoyer des messages (SMTP)
mail-programs-sieve = Changer les filtres de messages (ManageSieve)
mail-programs-lasts = Combien de temps marche-t-il ?
mail-programs-lasts-month = 30 jours
mail-programs-lasts-quarter = 90 jours
mail-programs-lasts-year = Un an
mail-programs-lasts-until-removed = Jusqu’à ce que vous le retiriez
mail-programs-lasts-long = Ici, il peut marcher { $days } jours au plus. Choisissez une durée plus courte.
mail-programs-full = Vous avez { $most } mots de passe d’application, c’est le maximum. Retirez-en un qui ne vous sert plus.
mail-programs-not-before = Vous avez utilisé un code de secours pour entrer, sur un appareil que nous ne connaissons pas. Vous pourrez créer un mot de passe d’application à partir du { $at }.
mail-programs-make = Créer un mot de passe d’application

## The page that shows one

mail-made = Votre mot de passe d’application
mail-made-lead = Tapez-le maintenant dans votre logiciel de messagerie. Il n’est affiché que cette fois. Majuscules, minuscules et tirets n’ont pas d’importance.
mail-made-dont-keep = Vous n’avez pas à le garder. Si vous en avez encore besoin, créez-en un autre.
mail-made-settings = Ce que le logiciel demande
mail-made-login = Nom d’utilisateur
mail-made-imap = Serveur de courrier entrant
mail-made-smtp = Serveur de courrier sortant
mail-made-tls = { $name }, port { $port }, SSL/TLS
mail-made-starttls = { $name }, port { $port }, STARTTLS
mail-made-ask = Demandez le nom des serveurs aux personnes qui gèrent votre service de messagerie.
mail-made-done = C’est fait

## On the home page

mail-home-none = Aucun mot de passe d’application
mail-home-some =
    { $count ->
        [one] { $count } mot de passe d’application
       *[other] { $count } mots de passe d’application
    }
