### French: what the people who run the service have to say, and the desk where they say it.
### The words for things stand in GLOSSARY.md.

advisories-title = Nouvelles et mises en garde
advisories-empty = Il n’y a pas de nouvelles.
advisories-feed = Pour suivre tout cela sans vous connecter :
advisories-feed-link = Flux Atom
advisories-feed-title = { $service } : nouvelles et mises en garde
advisory-when = { $day } · { $severity }
advisory-info = Pour information
advisory-notice = Important
advisory-critical = À faire tout de suite
advisory-withdrawn = Retiré le { $day } : { $why }
advisory-over = Terminé depuis le { $day }
advisory-corrected = Corrigé le { $day }
advisory-title-withdrawn = Retiré : { $title }
advisory-title-corrected = Corrigé : { $title }
advisory-banner = De la part des personnes qui gèrent { $service } :
button-read = Lire
button-have-read = Je l’ai lu

## At the desk

desk-advisories = Avis
desk-advisories-lead = Dites aux gens ce qu’ils doivent savoir : une mise en garde, un changement, une date. L’avis reste dans le portail jusqu’à ce qu’ils l’aient lu.
desk-advisories-empty = Il n’y en a pas encore.
desk-advisory-new = Écrire un avis
desk-advisory-correct = Le corriger
desk-advisory-correct-lead = Qui a lu l’ancien texte voit celui-ci. Si l’ancien a été envoyé aussitôt par mail, celui-ci l’est aussi.
desk-advisory-title = Titre
desk-advisory-text = Texte
desk-advisory-text-hint = Markdown : **gras**, listes, et liens qui commencent par https://. Ni HTML ni images.
desk-advisory-severity = Est-ce important ?
desk-advisory-told-info = { advisory-info } : il reste dans le portail
desk-advisory-told-notice = { advisory-notice } : il part aussi avec la lettre du mois
desk-advisory-told-critical = { advisory-critical } : il part aussi aussitôt par mail à chaque adresse
desk-advisory-audience = Qui cela concerne-t-il ?
desk-advisory-everybody = Tout le monde
desk-advisory-operators = L’équipe du service
desk-advisory-without-second-step = Les personnes sans deuxième étape
desk-advisory-without-codes = Les personnes sans codes de secours
desk-advisory-make-public = Tout le monde peut le lire, dans le flux aussi
desk-advisory-from = Premier jour
desk-advisory-last = Jusqu’à
desk-advisory-day-hint = Par exemple 2026-12-01, ou 2026-12-01 14:00. Laissez ce champ vide pour commencer maintenant, ou pour ne pas finir.
desk-advisory-look = Voir ce que cela donne
desk-advisory-look-again = Regarder de nouveau
desk-advisory-preview = Voici ce que cela donnera. Personne ne l’a encore vu.
desk-advisory-publish = Le publier
desk-advisory-withdraw = Le retirer
desk-advisory-withdraw-lead = Il reste où il est, et dit qu’il ne tient plus. Qui l’a reçu par mail l’apprend aussi.
desk-advisory-why = Pourquoi ?
desk-advisory-why-hint = Une phrase, pour les personnes qui le lisent.
desk-advisory-why-needed = Dites pourquoi, en une phrase de 300 caractères au plus.
desk-advisory-public = Tout le monde peut le lire
desk-advisory-inside = Il faut se connecter pour le lire
desk-advisory-until = Jusqu’au { $day }
desk-advisory-planned = Pas encore affiché
desk-advisory-current = Affiché maintenant
desk-advisory-over = Terminé
desk-advisory-is-withdrawn = Retiré
desk-advisory-mailed =
    { $count ->
        [one] Envoyé par mail à { $count } compte
       *[other] Envoyé par mail à { $count } comptes
    }
desk-advisory-mailing = D’autres sont en train de partir
desk-advisory-with-letter =
    { $count ->
        [one] { $count } lettre l’a mentionné
       *[other] { $count } lettres l’ont mentionné
    }
desk-advisory-read =
    { $count ->
        [0] Personne ne l’a encore lu
        [one] { $count } personne l’a lu
       *[other] { $count } personnes l’ont lu
    }
desk-advisory-day = Ce n’est pas un jour. Écrivez-le comme 2026-12-01.
desk-advisory-no-title = Écrivez un titre.
desk-advisory-long-title = Le titre dépasse 120 caractères. Raccourcissez-le.
desk-advisory-ends-before = Ce n’est pas après son premier jour.
desk-advisory-over-already = Ce jour est déjà passé.
desk-advisory-not-for-everybody = Seul un avis qui concerne tout le monde peut être lu par tout le monde.
desk-advisory-no-text = Écrivez ce que vous avez à dire.
desk-advisory-long-text = Le texte dépasse 20 000 octets. Raccourcissez-le, ou mettez un lien vers une page.
desk-advisory-html = La ligne { $line } contient du HTML. Écrivez plutôt en Markdown.
desk-advisory-picture = La ligne { $line } contient une image. Mettez un lien vers une page qui la montre.
desk-advisory-link = La ligne { $line } contient un lien qui ne commence pas par https:// ou http://, ou qui a un nom avant un @.
desk-advisory-deep = À la ligne { $line }, trop de listes et de citations sont emboîtées les unes dans les autres.
