### French: passkeys. What each id is for, and its arguments, stand in the English file of the same name.
### The words for things stand in GLOSSARY.md.

## What is said beside the button that asks a passkey

passkey-nothing-given = Votre clé d’accès n’a pas répondu. Réessayez, ou choisissez un autre moyen.
passkey-nothing-made = Aucune clé d’accès n’a été créée, ou cet appareil en a déjà une pour cette boîte mail. Rien n’a été changé.
passkey-none = Aucune clé d’accès à vous ne marche ici en ce moment. Choisissez un autre moyen.
passkey-too-often = Trop de clés d’accès ont été demandées depuis votre réseau. Attendez un peu, ou choisissez un autre moyen.
passkey-over = C’était trop long, rien n’a donc été fait. Réessayez.
passkey-wrong = Cette clé d’accès ne marche pas ici. Essayez-en une autre, ou choisissez un autre moyen.
passkey-refused = Cette clé d’accès n’a pas marché. Réessayez, ou tapez votre adresse et votre mot de passe.
passkey-copied = Quelqu’un a peut-être copié cette clé d’accès : elle a servi ailleurs depuis. Elle n’ouvre donc rien ici. Connectez-vous par un autre moyen, retirez-la et ajoutez-en une nouvelle.
passkey-needs-script = Votre navigateur n’exécute pas de scripts ici, il ne peut donc pas demander votre clé d’accès. Choisissez un autre moyen.

## The owner's list

passkeys-title = Clés d’accès
passkeys-lead = Une clé d’accès vous laisse entrer avec votre empreinte, votre visage ou le code PIN de votre appareil. Elle ne marche que sur notre page : aucune page copiée ne peut donc vous la prendre.
passkeys-empty = Vous n’avez pas encore de clé d’accès. Avec elle, vous vous connectez avec votre empreinte, votre visage ou le code PIN de votre appareil, sans rien taper. Elle ne marche que sur notre page : aucune page copiée ne peut donc vous la prendre.
passkeys-kept-by = Gardée par { $keeper }
passkeys-made = Ajoutée le { $on }
passkeys-used = Dernière utilisation le { $at }
passkeys-unused = Jamais utilisée
passkeys-waits = Compte à partir du { $from }
passkeys-shut = Bloquée depuis le gel
passkeys-name-link = Renommer
passkeys-see = Voir mes clés d’accès
passkeys-aside = Vous pouvez avoir aussi les chiffres de votre téléphone :

## Adding one

passkeys-add = Ajouter une clé d’accès
passkeys-add-lead = Votre appareil demande votre empreinte, votre visage ou son code PIN. Deux clés d’accès sur deux appareils valent mieux qu’une : si vous perdez un appareil, l’autre vous laisse entrer.
passkeys-name = Nom de la nouvelle clé d’accès
passkeys-name-hint = Un nom que vous reconnaîtrez, comme « Téléphone bleu ».
passkeys-name-taken = Une autre de vos clés d’accès porte ce nom. Choisissez-en un autre.
passkeys-full = Vous avez { $most } clés d’accès, c’est le maximum. Retirez-en une qui ne vous sert plus.
passkeys-refused = Cette clé d’accès ne convient pas, ou votre compte l’a déjà. Rien n’a été changé. Réessayez avec un autre appareil.
passkeys-needs-script = Votre navigateur n’exécute pas de scripts ici, il ne peut donc pas créer de clé d’accès. À la place, vous pouvez utiliser les chiffres de votre téléphone.
passkeys-not-here = Les clés d’accès ne marchent pas à l’adresse de cette page. Les personnes qui gèrent le service peuvent y remédier. D’ici là, utilisez les chiffres de votre téléphone.
passkeys-done-title = Votre clé d’accès est prête
passkeys-done-lead = « { $name } » vous laisse entrer à partir de maintenant. Sur la page de connexion, choisissez-la au lieu de taper votre mot de passe.
passkeys-done-then = Un appareil, ça se perd. Avec une deuxième clé d’accès sur un autre appareil, ou des codes de secours sur papier, vous pourrez entrer quand même.
passkeys-staged-title = Votre clé d’accès est prête, et attend
passkeys-staged = « { $name } » compte à partir du { $until }, car nous ne connaissons pas encore cet appareil.
passkeys-staged-then = Avec une autre clé d’accès ou votre téléphone, vous pouvez la rendre valable tout de suite sur la page d’accueil. Si ce n’est pas vous qui l’avez ajoutée, arrêtez-la là.

## Naming and removing one

passkeys-name-title = Donner un nom à votre clé d’accès
passkeys-named = Le nom est enregistré.
passkeys-remove-title = Retirer « { $name } » ?
passkeys-left-passkeys = { $count ->
    [one] Vous avez { $count } autre clé d’accès. Elle continue de vous laisser entrer.
   *[other] Vous avez { $count } autres clés d’accès. Elles continuent de vous laisser entrer.
}
passkeys-left-phone = C’est votre dernière clé d’accès. Ensuite, vous vous connecterez avec votre mot de passe et votre téléphone.
passkeys-left-codes = { $left ->
    [0] C’est votre dernière clé d’accès, et tous les codes de votre feuille sont consommés. Ensuite, seule l’assistance pourra vous ouvrir. Ajoutez d’abord une autre clé d’accès, ou faites une nouvelle feuille.
    [one] C’est votre dernière clé d’accès. Ensuite, il vous faudra un code de secours avec votre mot de passe à chaque connexion. Il n’en reste que { $left }.
   *[other] C’est votre dernière clé d’accès. Ensuite, il vous faudra un code de secours avec votre mot de passe à chaque connexion. Il en reste { $left }.
}
passkeys-left-nothing = C’est votre dernière clé d’accès, et vous n’avez ni téléphone configuré ni codes. Ensuite, votre mot de passe seul ouvrira votre boîte mail : qui le vole peut entrer.
passkeys-remove-device = Elle est retirée d’ici et ne marche plus. Sur votre appareil, elle reste peut-être dans une liste : vous pouvez l’y supprimer aussi.
passkeys-removed = « { $name } » est retirée et n’ouvre plus rien.

## After a freeze

passkeys-found-title = Une clé d’accès est bloquée
passkeys-found-lead = Vous nous avez dit qu’on vous a volé votre téléphone, toutes les clés d’accès ont donc été bloquées. Personne d’autre n’a eu l’appareil en main ? Alors utilisez sa clé d’accès maintenant, et elle marche de nouveau. Si quelqu’un l’a peut-être eu, retirez-la et ajoutez-en une nouvelle.
passkeys-found-button = Débloquer ma clé d’accès
passkeys-found = La clé d’accès marche de nouveau.
passkeys-found-waits = La clé d’accès marche de nouveau à partir du { $until }. Vous avez utilisé un code pour entrer, sur un appareil que nous ne connaissons pas, alors nous attendons.
passkeys-found-second = Connectez-vous d’abord en deux étapes : le mot de passe et un code, ou votre téléphone.
