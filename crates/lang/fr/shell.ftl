### French: the frame around every page.
### The words for things stand in GLOSSARY.md.

shell-title-problem = À revoir :
shell-skip = Aller au contenu
shell-problems = Quelque chose est à revoir
shell-never-ask = Personne de notre assistance ne vous demandera jamais un code. Si quelqu’un le fait, ce n’est pas nous.
shell-address = Ne tapez votre mot de passe et vos codes que sur { $host }.
shell-language = Langue
shell-back = Le chemin du retour
shell-back-home = Accueil
shell-back-codes = Codes de secours
shell-back-sign-in = Retour à la connexion
shell-step = Étape { $step } sur { $of }

## Fields that appear on several pages

field-optional = (vous pouvez laisser ce champ vide)
field-error = À revoir :
field-address = Votre adresse mail
field-name = Votre nom
field-name-wrong = Tapez votre nom, en 80 caractères au plus.
field-password = Votre mot de passe
field-digits = Six chiffres
field-digits-not-six = Tapez les six chiffres, et rien d’autre.
field-digits-hint = L’application de codes de votre téléphone les affiche. Ils changent toutes les 30 secondes.
field-code = Un code de votre feuille
field-code-hint = 20 lettres et chiffres, en minuscules ou en majuscules. Un caractère illisible ? Tapez ? à sa place.

## Buttons

button-sign-in = Se connecter
button-sign-out = Se déconnecter
button-sign-out-everywhere = Se déconnecter partout
button-go-on = Continuer
button-show = Afficher
button-hide = Masquer
button-suggest = Autre proposition
button-change = Changer
button-see = Voir
button-set-up = Configurer
button-remove = Retirer
button-send-again = Envoyer un autre code
button-confirm-address = Confirmer cette adresse
button-keep-name = Garder ce nom
button-keep-phrase = Garder ces mots
button-add-address = Ajouter une adresse
button-change-address = Envoyer un code à cette adresse
button-look-at-addresses = Regarder mes adresses
button-confirm-now = Le faire maintenant
button-stop-change = Arrêter
button-invite = Inviter
button-create = Ouvrir mon compte
button-change-password = Changer mon mot de passe
button-set-password = Choisir ce mot de passe
button-set-up-phone = Configurer mon téléphone
button-new-phone = Configurer un nouveau téléphone
button-add-second-step = Ajouter une deuxième étape
button-use-passkey = Utiliser une clé d’accès
button-add-passkey = Ajouter une clé d’accès
button-remove-passkey = Retirer cette clé d’accès
button-keep-passkey = Garder ma clé d’accès
button-turn-on = Activer
button-remove-phone = Retirer mon téléphone
button-keep-phone = Garder mon téléphone
button-re-enrol = Reprendre ma boîte mail
button-use-code = Utiliser ce code
button-written = Je l’ai noté
button-replacement = Noter le remplaçant
button-enable = Obtenir mes codes de secours
button-make-sheet = Faire ma feuille
button-on-paper = C’est sur papier. Continuer
button-prove = Taper un code
button-prove-code = Activer mes codes
button-drill = Faire l’exercice
button-drill-check = Vérifier mes mots
button-check = Vérifier un code
button-check-code = Vérifier ce code
button-renew = Faire une nouvelle feuille
button-renew-short = Renouveler
button-keep-sheet = Garder ma feuille
button-lost = Annuler mes codes maintenant
button-lost-short = Je l’ai perdue
button-lost-found = Je l’ai encore

## Error pages

error-home = Aller à la page d’accueil
error-request = Si vous en parlez à l’assistance, donnez-lui ce numéro : { $id }
error-not-found-title = Il n’y a rien ici
error-not-found-lead = L’adresse est peut-être mal tapée, ou la page n’existe plus. Tout commence à la page d’accueil.
error-not-like-that-title = Cette page ne s’ouvre pas ainsi
error-not-like-that-lead = Rien n’a été changé. Ouvrez la page depuis la page d’accueil et réessayez.
error-too-large-title = C’était trop long
error-too-large-lead = Vous avez envoyé plus que ce que demande l’une de nos pages. Rien n’a été changé. Revenez en arrière et raccourcissez votre texte.
error-foreign-form-title = Cela ne venait pas de notre page
error-foreign-form-lead = Un autre site a essayé d’envoyer un formulaire en votre nom. Rien n’a été changé. Ouvrez { $host } vous-même et réessayez.
error-stale-form-title = Cette page était trop ancienne
error-stale-form-lead = Vous avez ouvert ou fermé une session depuis, ou votre navigateur ne garde pas notre cookie. Rien n’a été changé. Rouvrez la page et réessayez.
error-wrong-host-title = Ce n’est pas notre adresse
error-wrong-host-lead = Nous répondons seulement sur { $host }. Ne tapez votre mot de passe et vos codes nulle part ailleurs.
error-too-many-title = Attendez un peu, s’il vous plaît
error-too-many-lead = Il y a eu beaucoup d’essais de suite. Rien n’est perdu. Réessayez dans { $wait }.
error-busy-title = Il y a beaucoup de monde en ce moment
error-busy-lead = Beaucoup de gens se connectent en même temps. Rien n’a été changé. Réessayez dans { $wait }.
error-internal-title = Quelque chose s’est cassé chez nous
error-internal-lead = Vous n’y êtes pour rien. Vos codes sont toujours en sécurité. Réessayez dans une minute. Si cela recommence, parlez-en à l’assistance.
error-link-title = Ce lien ne marche plus
error-link-lead = Chaque lien marche une fois, et seulement pendant un temps. Celui-ci a servi, a expiré, ou n’a jamais été à nous. Rien n’a été changé.
error-link-then = S’il vous le faut encore, demandez-en un nouveau là où vous l’avez reçu.
