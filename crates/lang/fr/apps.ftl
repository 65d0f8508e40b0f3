### French: apps that sign people in here.
### The words for things stand in GLOSSARY.md.

## The owner's list

apps-title = Applications
apps-lead = Ces applications sont connectées avec votre compte. Vous n’en connaissez pas une ? Déconnectez-la, puis changez votre mot de passe.
apps-empty = Aucune application n’est connectée. Quand vous ouvrez votre webmail, ou une autre application de ce service, elle vous envoie ici pour vous connecter. Elle apparaît ensuite dans cette liste, et vous pouvez la déconnecter d’un seul bouton.
apps-mail = Lit et envoie vos messages
apps-since = Connectée le { $since } depuis { $from }
apps-used = Dernière utilisation le { $at }
apps-signed-out = L’application est déconnectée. Ce qu’elle avait d’ouvert se ferme.
apps-aside = Un téléphone ou un ordinateur a disparu ?
apps-home = Applications connectées

## On the way to an app and back

apps-going-on = Connexion réussie
apps-going-on-lead = La suite se fait toute seule. S’il ne se passe rien, appuyez sur le bouton.
apps-back-lead = Quand c’est fait, retournez là d’où vous venez. C’est encore ouvert pendant une heure.
apps-back = Retourner à l’application
apps-signed-out-title = Vous n’avez plus de session ouverte

## Somebody came from an app, and it can't be

apps-unknown-title = Ce lien ne convient pas
apps-unknown-lead = Une application vous envoie ici pour vous connecter. Mais nous ne la connaissons pas, ou elle veut vous mener à un endroit qui n’est pas à elle. Nous nous sommes donc arrêtés là.
apps-unknown-then = Rien n’est arrivé à votre compte. Retournez à l’application et réessayez. Si cela recommence, parlez-en à l’assistance.
apps-late-title = C’était trop long
apps-late-lead = Vous veniez d’une application pour vous connecter, mais c’était il y a plus d’une heure, ou dans un autre navigateur.
apps-late-then = Rouvrez l’application. Elle vous renvoie aussitôt ici.

## Signing out from an app

apps-sign-out-title = Se déconnecter ?
apps-sign-out-asked = { $app } demande à vous déconnecter.
apps-sign-out-lead = Cela ferme votre session ici et dans toutes les applications ouvertes depuis ce navigateur.
