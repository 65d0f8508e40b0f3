### French: devices, everything that can reach the account. What each id is for, and its arguments, stand in the English file of
### the same name.
### The words for things stand in GLOSSARY.md.

devices-title = Appareils
devices-lead = Voici tout ce qui a accès à votre boîte mail. Vous n’en connaissez pas un ? Déconnectez-le, puis changez votre mot de passe.
devices-home = Appareils qui ont accès à votre boîte mail

## Browsers

devices-browsers = Navigateurs
devices-this = C’est celui que vous utilisez en ce moment
devices-by-password = Connexion par mot de passe le { $since }, depuis le réseau { $network }
devices-by-phone = Connexion par mot de passe et téléphone le { $since }, depuis le réseau { $network }
devices-by-code = Connexion par code de secours le { $since }, depuis le réseau { $network }
devices-by-passkey = Connexion par clé d’accès le { $since }, depuis le réseau { $network }
devices-by-password-and-passkey = Connexion par mot de passe et clé d’accès le { $since }, depuis le réseau { $network }
devices-signed-out = Pas connecté en ce moment
devices-seen = Vu pour la première fois le { $first }, pour la dernière fois le { $last }
devices-forget = L’oublier
devices-one-out = Il est déconnecté et oublié. Si quelqu’un se connecte de nouveau avec lui, nous vous disons qu’il est nouveau.
devices-sign-out-others = Déconnecter tous les autres
devices-others-lead = Tous les autres navigateurs sont alors déconnectés, avec les applications ouvertes depuis l’un d’eux. Les logiciels de messagerie sont coupés une fois. Ceux qui ont un mot de passe d’application reviennent tout seuls.
devices-others-out = Tous les autres navigateurs sont déconnectés et oubliés.
devices-limits = Un navigateur est déconnecté tout seul après { $idle } sans activité, et dans tous les cas après { $longest }.

## What else

devices-no-passkeys = Vous n’avez pas de clé d’accès.
devices-passkeys-link = Ajouter, renommer ou retirer des clés d’accès
devices-no-programs = Aucun logiciel de messagerie n’a de mot de passe d’application.
devices-main-works = Votre mot de passe ouvre votre boîte mail à tout logiciel de messagerie, car vous n’avez pas de deuxième étape.
devices-programs-link = Logiciels de messagerie et leurs mots de passe d’application
devices-no-apps = Aucune application n’est connectée.
devices-apps-link = Déconnecter des applications
devices-aside = Quelqu’un d’autre est dans votre boîte mail ?
