### French: mail filters.
### The words for things stand in GLOSSARY.md.

filters-title = Filtres de messages
filters-lead = Un filtre trie vos messages, y répond ou les transfère tout seul, dès qu’ils arrivent. Si quelqu’un était dans votre boîte mail, cherchez un filtre que vous n’avez pas fait.
filters-home = Ce qui trie ou transfère vos messages
filters-empty = Vous n’avez pas de filtre. Tous vos messages restent dans cette boîte mail.
filters-warned = Un filtre actif envoie des messages ailleurs ou les jette. Si vous ne l’avez pas fait, désactivez-le maintenant.
filters-runs = Actif
filters-runs-too = Actif aussi : celui d’au-dessus s’en sert
filters-rests = Désactivé
filters-forward-copy = Envoie une copie de vos messages à { $to }
filters-forward = Transfère vos messages à { $to } et n’en garde aucun ici, sauf si une autre règle le fait
filters-tell = Signale vos messages à { $to }
filters-program = Donne vos messages à un programme du serveur
filters-discard = Jette des messages
filters-refuse = Renvoie des messages à qui les a écrits
filters-answer = Répond tout seul à vos messages
filters-include = Utilise aussi votre filtre « { $name } »
filters-include-global = Utilise un filtre du service de messagerie, « { $name } »
filters-file = Range des messages dans le dossier « { $folder } »
filters-quiet = N’envoie rien ailleurs
filters-more =
    { $count ->
        [one] Et { $count } chose de plus
       *[other] Et { $count } choses de plus
    }
filters-switch-off = Désactiver
filters-off-done = « { $name } » est désactivé. Il n’est pas supprimé : vous le trouvez dans votre logiciel de messagerie, parmi les filtres.
filters-off-already = Aucun filtre n’était actif. Regardez encore la liste.
filters-unreachable = Nous ne pouvons pas voir vos filtres en ce moment : le logiciel du service ne répond pas. Rien n’a changé. Réessayez dans une minute.
filters-try-again = Réessayer
filters-look = Regardez ensuite « Filtres de messages » : qui était dans votre boîte mail en a peut-être laissé un qui envoie vos messages ailleurs.
filters-nowhere-title = Les filtres de messages ne sont pas montrés ici
filters-nowhere-lead = Ce service n’est pas relié au logiciel de messagerie. Regardez vos filtres dans votre propre logiciel.
