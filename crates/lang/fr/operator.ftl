### French: the operator's pages, the set-up link and an invitation.
### The words for things stand in GLOSSARY.md.

## The operator's own pages

operator-home = Pour l’équipe du service
operator-invite-link = Inviter quelqu’un
operator-invite-title = Inviter quelqu’un
operator-invite-lead = La personne choisit un mot de passe, puis la boîte mail est à elle. Personne d’autre ne le connaîtra. L’invitation marche une fois, dans les sept jours.
operator-invite-address = L’adresse de la boîte mail
operator-invite-address-hint = La boîte mail elle-même doit déjà exister, ou être créée dans votre logiciel de messagerie.
operator-invite-name = Le nom de la personne
operator-invite-to = Envoyer l’invitation à
operator-invite-to-hint = Une autre adresse à elle, car elle ne peut pas encore ouvrir la boîte mail. Laissez ce champ vide pour obtenir un lien à remettre vous-même.
operator-invite-language = La langue de l’invitation
operator-invite-exists = Cette adresse a déjà un compte.
operator-invite-to-itself = C’est la boîte mail elle-même, que personne ne peut encore ouvrir. Prenez une autre adresse, ou laissez ce champ vide.
operator-invite-sent = L’invitation pour { $address } est en route vers { $to }.
operator-invite-made-title = Remettez ce lien
operator-invite-made = Qui l’ouvre en premier choisit le mot de passe de { $address }. Imprimez-le, ou notez-le, et donnez-le à la personne en main propre.
operator-invite-made-then = Nous le montrons seulement maintenant et ne le gardons pas. S’il se perd, invitez la même adresse une nouvelle fois : ce lien cesse alors de marcher.
operator-invite-another = Inviter quelqu’un d’autre

operator-re-enrol-link = Rétablir un accès
operator-re-enrol-title = Rétablir l’accès d’une personne
operator-re-enrol-lead = Pour une personne qui a perdu son téléphone et sa feuille de codes. Quelqu’un de l’équipe fait la demande, quelqu’un d’autre confirme et remet le lien. Avec lui, la personne choisit un nouveau mot de passe et configure un nouveau téléphone, qui ouvrent la boîte mail un jour plus tard. Chaque adresse du compte en est prévenue.
operator-re-enrol-waiting = En attente d’une deuxième personne
operator-re-enrol-asked-by = Demandé par { $operator }. Peut être confirmé jusqu’au { $until }.
operator-re-enrol-confirm = Confirmer
operator-re-enrol-withdraw = Retirer
operator-re-enrol-ask = Faire une autre demande
operator-re-enrol-address = L’adresse de la boîte mail
operator-re-enrol-reason = Pourquoi, et comment vous savez qui est la personne
operator-re-enrol-reason-hint = La deuxième personne le lit. Au plus 300 caractères.
operator-re-enrol-button = Demander à une deuxième personne
operator-re-enrol-asked = Vous avez fait la demande pour { $address }. Une autre personne de l’équipe la confirme dans les 24 heures, sinon elle tombe.
operator-re-enrol-unknown = Personne n’a ouvert de compte à cette adresse.
operator-re-enrol-own = C’est votre propre compte. D’autres personnes de l’équipe doivent le faire pour vous.
operator-re-enrol-waits = Une demande est déjà en attente pour ce compte.
operator-re-enrol-no-reason = Dites pourquoi, en 300 caractères au plus.
operator-re-enrol-held = Vous avez utilisé un code pour entrer, sur un appareil que nous ne connaissons pas. Vous pourrez faire cela à partir du { $until }.
operator-re-enrol-nothing = Cette demande n’attend plus, ou ce n’est pas à vous de la confirmer. Qui a fait la demande ne peut pas confirmer, et personne ne confirme pour son propre compte.
operator-re-enrol-withdrawn = La demande est retirée. Rien n’a été ouvert.
operator-re-enrol-made-title = Remettez ce lien
operator-re-enrol-made = Qui l’ouvre en premier choisit le nouveau mot de passe et le nouveau téléphone de { $address }. Assurez-vous encore une fois de l’identité de la personne. Imprimez le lien, ou notez-le, et donnez-le-lui en main propre. Ne l’envoyez pas à la boîte mail.
operator-re-enrol-made-then = Il marche pendant 24 heures. Nous le montrons seulement maintenant et ne le gardons pas. Les sessions du compte sont fermées. Si le lien se perd, refaites la demande.
operator-re-enrol-back = C’est fait

## The set-up link

setup-title = Bienvenue. Vous arrivez en premier
setup-lead = Ceci vous confie la gestion de ce service. Le lien marche une fois, et seulement tant que personne ne gère le service.
setup-address = Votre adresse mail
setup-address-hint = Vous vous connectez avec elle. Elle peut être ailleurs que dans ce service.
setup-address-wrong = Ce n’est pas une adresse mail. Elle ressemble à name@example.org.
setup-password-hint = Au moins { $least } caractères. Quatre ou cinq mots de tous les jours sont forts, et faciles à taper.

## An invitation

invitation-title = Bienvenue chez { $service }
invitation-lead = Voici votre boîte mail :
invitation-name-hint = Il apparaît sur votre page d’accueil et sur votre feuille de codes. Vous pouvez le changer quand vous voulez.
