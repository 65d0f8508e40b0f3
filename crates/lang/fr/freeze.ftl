### French: the freeze.
### The words for things stand in GLOSSARY.md.

## Asking for it

freeze-link = Quelque chose ne va pas : geler mon compte
freeze-title = Geler votre compte
freeze-lead = Appuyez sur le bouton si quelqu’un d’autre est peut-être dans votre boîte mail, ou si l’on vous a volé votre téléphone ou votre feuille de codes.
freeze-ends = Tout ce qui est ouvert se ferme aussitôt : navigateurs, logiciels de messagerie et applications, ce navigateur aussi. Les mots de passe d’application cessent pour de bon.
freeze-keeps = Rien n’est supprimé. Les messages arrivent toujours. Votre mot de passe, votre téléphone et vos codes restent tels quels, mais ils n’ouvrent rien tant que vous n’avez pas levé le gel.
freeze-way-back = Vous pouvez rouvrir votre compte vous-même à tout moment, avec votre mot de passe et ce qui n’a pas été volé.
freeze-way-back-help = Vous n’avez ni téléphone configuré ni feuille de codes. Vous ne pourrez donc pas rouvrir votre compte vous-même : c’est l’assistance qui doit le faire, et cela prend un jour.
freeze-taken = Que vous a-t-on volé ?
freeze-taken-hint = Vous pouvez ne pas répondre. Nous vous le demanderons à votre retour. Ce que vous choisissez ici compte, et ne pourra pas être changé sur le chemin du retour.
freeze-taken-phone = Mon téléphone. Un code de ma feuille rouvre mon compte.
freeze-taken-paper = Ma feuille de codes. Mon téléphone rouvre mon compte.
freeze-taken-unknown = Je ne sais pas. Mon téléphone rouvre mon compte, et les codes restent bloqués.
freeze-taken-phone-help = Mon téléphone. Je n’ai pas de feuille de codes, seule l’assistance peut donc rouvrir mon compte.
freeze-taken-paper-help = Ma feuille de codes. Je n’ai pas de téléphone configuré, seule l’assistance peut donc rouvrir mon compte.
freeze-taken-later = Je le dirai plus tard
freeze-button = Geler maintenant
freeze-not-now = Non, revenir en arrière
freeze-done-title = Votre compte est gelé
freeze-done-lead = Tout ce qui était ouvert est fermé. Personne ne lit vos messages maintenant, et rien n’a été supprimé.
freeze-done-then = Quand vous voudrez, connectez-vous avec votre mot de passe. Nous vous demanderons ce qui n’a pas été volé.
freeze-done-open = Rouvrir le compte

## The page behind "This wasn't me" in a notice

freeze-link-title = Geler ce compte ?
freeze-link-lead = Vous allez geler { $account }. Tout ce qui est ouvert se ferme : navigateurs, logiciels de messagerie et applications. Ensuite, personne ne peut se connecter. Rien n’est supprimé, et les messages arrivent toujours.
freeze-link-then = Vous le rouvrez vous-même avec votre mot de passe et ce qui n’a pas été volé. Si ce que l’alerte annonce ne vient pas de vous, appuyez sur le bouton.
freeze-link-otherwise = C’était vous ? Fermez cette page. Il ne se passera rien.
freeze-link-sign-in-title = Connectez-vous pour geler ce compte
freeze-link-sign-in-lead = Ce compte a été gelé puis rouvert deux fois en trente jours. Quelqu’un se sert peut-être d’anciennes alertes pour vous laisser dehors. Le bouton d’une alerte ne le gèle donc pas en ce moment.
freeze-link-sign-in-then = Connectez-vous avec votre mot de passe. Vous pourrez alors le geler aussitôt.
freeze-link-already-lead = Il était déjà gelé avant votre arrivée. Personne ne lit vos messages maintenant, et rien n’a été supprimé.

## The page of a frozen account, after the right password

frozen-title = Votre compte est gelé
frozen-since = Il est gelé depuis le { $since }. Depuis, personne ne lit de messages ici et personne ne se connecte. Rien n’a été supprimé.
frozen-question = Que vous a-t-on volé ?
frozen-question-lead = Ce qui a été volé reste bloqué. Vous ouvrez votre compte avec ce que vous avez encore.
frozen-phone = Mon téléphone
frozen-phone-what = Vous ouvrez avec un code de votre feuille. Votre téléphone et vos clés d’accès restent bloqués jusqu’à ce que vous en mettiez de nouveaux en place.
frozen-paper = Ma feuille de codes
frozen-paper-what = Vous ouvrez avec votre téléphone. Les codes restent bloqués jusqu’à ce que vous fassiez une nouvelle feuille.
frozen-unknown = Je ne sais pas
frozen-unknown-what = Vous ouvrez avec votre téléphone. Par sécurité, les codes restent bloqués jusqu’à ce que vous fassiez une nouvelle feuille.
frozen-all = Les deux
frozen-all-what = Alors une personne doit vous aider. Nous vous disons comment.
frozen-else = Autre chose, ou je ne sais pas
frozen-else-phone = Vous ouvrez avec votre téléphone.
frozen-else-codes = Vous ouvrez avec un code de votre feuille.
frozen-choose = Choisir
frozen-said-phone = Vous nous avez dit qu’on vous a volé votre téléphone. C’est donc un code de votre feuille qui ouvre votre compte.
frozen-said-paper = Vous nous avez dit qu’on vous a volé votre feuille de codes. C’est donc votre téléphone qui ouvre votre compte.
frozen-said-unknown = Vous nous avez dit que vous ne savez pas ce qui a été volé. C’est donc votre téléphone qui ouvre votre compte.
frozen-code-title = Ouvrir avec un code
frozen-code-then = Votre compte s’ouvre. Votre téléphone et vos clés d’accès restent bloqués jusqu’à ce que vous en mettiez de nouveaux en place.
frozen-passkey-title = Ouvrir avec votre clé d’accès
frozen-passkey-button = Utiliser une clé d’accès et ouvrir mon compte
frozen-digits-title = Ouvrir avec votre téléphone
frozen-digits-then = Votre compte s’ouvre, et les codes de votre feuille restent bloqués jusqu’à ce que vous en fassiez une nouvelle.
frozen-button = Ouvrir mon compte
frozen-other-answer = Autre chose a été volé
frozen-help-title = Une personne doit vous aider
frozen-help-lead = Rien de ce que vous avez encore n’ouvre ce compte à lui seul.
frozen-help-then = Appelez l’assistance. Elle s’assure que c’est bien vous. Deux personnes doivent être d’accord, puis vous recevez un lien pour un nouveau mot de passe et un nouveau téléphone. Votre compte s’ouvre un jour après que vous avez utilisé ce lien.
frozen-help-stays = D’ici là, il reste gelé. Les messages arrivent toujours, et personne ne les lit.
frozen-help-back = Revenir à la question

## The page after it was opened again

back-title = Vous revoilà
back-lead = Votre compte est de nouveau ouvert. Voici ce que nous avons fermé et ce qu’il faut faire maintenant, une chose après l’autre.
back-stopped = Ce qui a été arrêté
back-stopped-sessions = Tous les navigateurs et tous les logiciels de messagerie ont été déconnectés. Les mots de passe d’application d’avant ne marchent plus.
back-stopped-phone = Votre téléphone est bloqué : ses chiffres n’ouvrent rien.
back-stopped-passkeys = Vos clés d’accès sont bloquées : aucune n’ouvre rien.
back-stopped-codes = Votre feuille de codes est bloquée : ses codes n’ouvrent rien.
back-todo = Que faire maintenant
back-replacement = Notez le nouveau code
back-replacement-why = Vous avez utilisé un code pour entrer. Son remplaçant vous attend.
back-password = Choisissez un nouveau mot de passe
back-password-why = Qui était dans votre boîte mail connaît peut-être l’ancien.
back-password-held = Vous pourrez le faire à partir du { $until }. Vous avez utilisé un code pour entrer, sur un appareil que nous ne connaissons pas, alors nous attendons.
back-passkeys = Regardez vos clés d’accès
back-passkeys-why = Débloquez celles dont personne d’autre n’a eu l’appareil en main. Retirez les autres.
back-phone = Configurez un nouveau téléphone
back-phone-why = Il prend la place de celui qui a été volé.
back-codes = Faites une nouvelle feuille de codes
back-codes-why = Elle prend la place de celle qui a été volée.
back-programs = Laissez vos logiciels de messagerie revenir
back-programs-why = Il faut à chacun un nouveau mot de passe d’application.
back-filters = Regardez vos filtres de messages
back-filters-why = Un voleur a peut-être fait transférer vos messages. Vous pouvez désactiver cela.
back-activity = Regardez ce qui s’est passé
back-activity-why = Y a-t-il quelque chose que vous n’avez pas fait vous-même ?
back-addresses = Regardez vos adresses externes
back-addresses-why = Y en a-t-il une qui n’est pas à vous ?
back-home = Aller à la page d’accueil

## What was shut, found again

found-phone-link = J’ai finalement ce téléphone
found-phone-title = Vous avez retrouvé votre téléphone
found-phone-lead = Personne d’autre ne l’a eu en main ? Alors il peut redevenir votre deuxième étape. Si quelqu’un l’a peut-être eu, configurez plutôt un nouveau téléphone.
found-phone-button = Débloquer mon téléphone
found-phone-done = Votre téléphone est de nouveau votre deuxième étape.
found-phone-waits = Votre téléphone est de nouveau votre deuxième étape à partir du { $until }. Vous avez utilisé un code pour entrer, sur un appareil que nous ne connaissons pas, alors nous attendons.
found-codes-link = J’ai finalement cette feuille
found-codes-title = Vous avez retrouvé votre feuille
found-codes-lead = Personne d’autre ne l’a eue en main ? Alors ses codes peuvent de nouveau ouvrir votre compte. Si quelqu’un l’a peut-être vue, faites plutôt une nouvelle feuille.
found-codes-then = Tapez un de ses codes. Il n’est pas consommé.
found-codes-button = Débloquer ma feuille
found-codes-done = Vos codes ouvrent de nouveau votre compte.
found-codes-waits = Vos codes ouvrent de nouveau votre compte à partir du { $until }.
found-wrong = Cela n’a pas marché. Vérifiez et réessayez.
