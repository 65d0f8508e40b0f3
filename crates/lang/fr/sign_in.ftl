### French: signing in. Ordinals stand before « caractère ».
### The words for things stand in GLOSSARY.md.

## Sign in

sign-in-title = Se connecter
sign-in-forgotten = J’ai oublié mon mot de passe
sign-in-refused = Cela n’a pas marché. Vérifiez l’adresse et le mot de passe, puis réessayez.
sign-in-ended = Votre session s’est fermée, car rien ne s’est passé pendant un moment. Votre place est gardée : connectez-vous et vous reprenez là où vous étiez.
sign-in-wait = Il y a eu beaucoup d’essais de suite. Réessayez dans { $wait }.
sign-in-half-ended = Plus de dix minutes ont passé, nous recommençons donc. Tapez encore une fois votre adresse et votre mot de passe.

## Second step

second-step-passkey-title = Maintenant, votre deuxième étape
second-step-passkey-lead = Votre appareil demande votre empreinte, votre visage ou son code PIN.
second-step-or-phone = Ou votre téléphone
second-step-title = Maintenant, votre téléphone
second-step-lead = Ouvrez l’application de codes sur votre téléphone et tapez les six chiffres qu’elle affiche pour cette boîte mail.
second-step-wrong = Cela n’a pas marché. Attendez les six chiffres suivants et tapez-les. Vérifiez que l’horloge de votre téléphone est à l’heure.
second-step-no-phone-lead = Votre téléphone est perdu, cassé ou déchargé ?
second-step-no-phone = Je n’ai pas mon téléphone
second-step-codes-shut = Votre feuille de codes est bloquée, car vous nous avez dit qu’on vous l’a volée. Seul votre téléphone vous ouvre donc. Si vous ne l’avez plus non plus, demandez à l’assistance que faire.
second-step-no-codes = Sans votre téléphone, vous ne pouvez pas vous connecter ici, car cette boîte mail n’a pas de codes de secours. Demandez à l’assistance que faire.

## Use a code

use-code-title = Utiliser un code de secours
use-code-words = Sortez votre feuille. Ces deux mots sont écrits en haut :
use-code-words-hint = Votre feuille montre d’autres mots ? Alors arrêtez-vous et ne tapez rien. Cette page est peut-être une copie faite pour voler votre code, ou la feuille est ancienne.
use-code-what-happens =
    { $left ->
        [0] Il sera consommé. C’est votre dernier.
        [one] Il sera consommé. Il vous en restera { $left }.
       *[other] Il sera consommé. Il vous en restera { $left }.
    }
use-code-phone-found = J’ai finalement mon téléphone
use-code-unreadable = Nous n’arrivons pas à lire un code. Comparez avec votre feuille, caractère par caractère. Tapez ? à la place d’un caractère illisible.
use-code-missing = Tapez un code de votre feuille.
use-code-short = Un code a 20 caractères et vous en avez tapé { $have }. Cherchez ceux qui manquent.
use-code-long = Un code a 20 caractères et vous en avez tapé { $have }. Tapez un seul code.
use-code-strange = Aucun code ne contient le signe { $sign }. C’est le { $place } caractère que vous avez tapé. Si vous n’arrivez pas à le lire, tapez ? à sa place.
use-code-wrong = Cela n’a pas marché. Vérifiez le code et réessayez.
use-code-spent = Ce code a déjà servi le { $on }. Chaque code marche une fois. Prenez-en un autre et, si ce n’était pas vous, changez votre mot de passe dès que vous serez à l’intérieur.
use-code-replaced = Ce code vient d’une ancienne feuille, remplacée le { $on }. Cherchez la feuille plus récente.
use-code-stopped = Ce code vient d’une feuille annulée le { $on }. Connectez-vous avec votre téléphone, ou demandez à l’assistance que faire.
use-code-disabled = Vos codes de secours sont désactivés, car il y a eu trop de mauvais essais. Connectez-vous avec votre téléphone, ou adressez-vous à l’assistance.
use-code-suspended = Votre feuille de codes est bloquée : au moment du gel, vous nous avez dit qu’on vous l’a volée. Connectez-vous avec votre téléphone, ou adressez-vous à l’assistance.
use-code-none = Cette boîte mail n’a pas de codes de secours en ce moment. Connectez-vous avec votre téléphone, ou demandez à l’assistance que faire.
use-code-staged = Votre nouvelle feuille compte à partir du { $until }, ses codes n’ouvrent donc encore rien. Connectez-vous avec votre téléphone, ou attendez.
use-code-all-used = Tous les codes de votre feuille sont consommés. Connectez-vous avec votre téléphone, ou demandez à l’assistance que faire.

use-code-read-title = Est-ce bien votre code ?
use-code-read-as = Nous avons lu votre code ainsi :
use-code-read-question = Est-ce bien ce que dit votre feuille ?
use-code-read-yes = Oui, c’est bien lui
use-code-read-no = Non, je vais le retaper
use-code-read-late = Plus de dix minutes ont passé. Tapez le code encore une fois.
use-code-unclear-one = Le { $a } caractère n’était pas clair.
use-code-unclear-two = Le { $a } et le { $b } caractère n’étaient pas clairs.
use-code-place-1 = premier
use-code-place-2 = deuxième
use-code-place-3 = troisième
use-code-place-4 = quatrième
use-code-place-5 = cinquième
use-code-place-6 = sixième
use-code-place-7 = septième
use-code-place-8 = huitième
use-code-place-9 = neuvième
use-code-place-10 = dixième
use-code-place-11 = onzième
use-code-place-12 = douzième
use-code-place-13 = treizième
use-code-place-14 = quatorzième
use-code-place-15 = quinzième
use-code-place-16 = seizième
use-code-place-17 = dix-septième
use-code-place-18 = dix-huitième
use-code-place-19 = dix-neuvième
use-code-place-20 = vingtième

use-code-live-good = Cela se lit comme le code { $slot }.
use-code-live-one = Un caractère semble faux : le { $place }.
use-code-live-many = Deux caractères semblent faux : le { $a } et le { $b }.
use-code-live-filled = Cela se lit comme le code { $slot }. Nous avons complété ce que vous n’arriviez pas à lire.
use-code-live-missing =
    { $count ->
        [one] Encore { $count } caractère.
       *[other] Encore { $count } caractères.
    }
use-code-live-extra =
    { $count ->
        [one] Il y a { $count } caractère de trop.
       *[other] Il y a { $count } caractères de trop.
    }
use-code-live-bad = Cela ne se lit pas comme un code. Comparez avec votre feuille.

## You're in

signed-in-title = C’est ouvert
signed-in-used = Vous avez utilisé le code { $slot }. Il ne marchera plus. Rayez-le sur votre feuille.
signed-in-held = Nous ne connaissons pas encore cet appareil. Un nouveau téléphone, une nouvelle feuille ou le remplaçant ci-dessous comptent à partir du { $until }, pour que vous puissiez arrêter quelqu’un d’autre. Avec une autre deuxième étape à vous, c’est plus rapide.
signed-in-replacement = Notez son remplaçant
signed-in-replacement-lead = Écrivez ce numéro, ce code et ce mot sur la première ligne libre de votre feuille. Nous ne les montrons qu’une fois.
signed-in-slot = Code numéro
signed-in-word = Le mot à côté : { $word }
signed-in-type-back = Tapez-le maintenant depuis votre feuille
signed-in-type-back-hint = Regardez le papier en tapant. Cela montre qu’il est juste.
signed-in-type-back-wrong = Ce n’est pas le nouveau code. Comparez votre papier avec le code ci-dessus, caractère par caractère.
signed-in-draw-again-lead = Un problème avec le papier ?
signed-in-draw-again = En faire un autre
signed-in-owed = Un remplaçant vous attend
signed-in-owed-lead = Vous avez utilisé un code et en recevez un nouveau. Prenez votre feuille et un stylo avant de continuer.
signed-in-draw = Montrez-moi le nouveau code
signed-in-no-more-slots = Cette feuille n’a plus de ligne libre. Faites bientôt une nouvelle feuille.
signed-in-phone = Et votre téléphone ?
signed-in-phone-lead = S’il revient, il n’y a rien à faire. S’il est perdu pour de bon, configurez le nouveau ici. L’ancien cesse alors de marcher.
signed-in-phone-new = Configurer un nouveau téléphone
signed-in-home = Aller à la page d’accueil
signed-in-replacement-done = Votre nouveau code compte maintenant. Remettez la feuille à sa place.
signed-in-replacement-staged = Votre nouveau code est sur votre feuille et compte à partir du { $until }. Remettez la feuille à sa place.

## Once more, before something weighty

step-up-title = C’est toujours vous ?
step-up-lead = C’est un changement important. Montrez encore une fois que c’est vous.
step-up-wrong = Cela n’a pas marché. Réessayez.

## Ending a session

session-everywhere-title = Se déconnecter partout
session-everywhere-lead = Cela ferme vos sessions sur tous vos appareils, celui-ci aussi. Votre mot de passe, votre téléphone et vos codes restent tels quels. Si quelqu’un d’autre connaît peut-être votre mot de passe, changez-le d’abord.
session-over-title = Votre session est fermée
session-over-lead = Personne ne peut entrer en utilisant ce navigateur après vous.
session-over-then = Vous pouvez fermer cette fenêtre.

## Forgotten password

forgotten-title = Vous avez oublié votre mot de passe
forgotten-lead = Il vous faut un code de secours, et une clé d’accès ou votre téléphone. Ensemble, ils vous laissent choisir un nouveau mot de passe.
forgotten-nothing = Si vous n’avez pas de code, ou si vous n’avez ni clé d’accès ni téléphone, adressez-vous à l’assistance. Elle ne vous demande jamais un code.
forgotten-refused = Cela n’a pas marché. Attendez les six chiffres suivants et tapez-les. Si cela n’aide pas, vérifiez l’adresse et le code.
forgotten-again = Retaper l’adresse et le code
forgotten-second-step-title = Maintenant, votre deuxième étape
forgotten-second-step-lead = Tapez les six chiffres que l’application de codes de votre téléphone affiche pour cette boîte mail. Si vous avez une clé d’accès, utilisez-la à la place.
forgotten-password-title = Votre nouveau mot de passe
forgotten-done-title = Votre nouveau mot de passe est en place
forgotten-done-lead = Vos sessions sont fermées sur tous vos appareils. Le code de secours que vous avez tapé est consommé.
forgotten-done-then = Connectez-vous avec votre nouveau mot de passe et votre deuxième étape.
