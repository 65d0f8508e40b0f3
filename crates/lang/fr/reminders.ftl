### French: what is due, and putting it off.
### The words for things stand in GLOSSARY.md.

reminders-title = À faire
reminders-badge =
    { $count ->
        [one] { $count } chose à faire
       *[other] { $count } choses à faire
    }
reminders-quiet = Rien à faire
reminders-quiet-until = Tout est à jour. Nous vous rappellerons la prochaine chose le { $until }.
reminders-quiet-lead = Tout est à jour. Quand il y aura quelque chose à faire, vous le verrez ici.
reminders-later = Pas maintenant ? Me le rappeler
button-in-a-week = dans une semaine
button-in-a-month = dans un mois
reminders-snoozed = C’est remis à plus tard. Nous vous le rappellerons le { $until }.
reminders-not-now = Cela ne peut pas être remis à plus tard. Soit c’est déjà fait, soit cela attend depuis trop longtemps.
reminders-firm-no-codes = Cela ne peut pas attendre : sans votre téléphone, rien ne vous ouvre votre boîte mail.
reminders-firm-long = Vous l’avez déjà remis à plus tard. Cela reste donc ici jusqu’à ce que ce soit fait.
reminders-mail = Nous vous écrivons au sujet de ce qui est ici, une fois par mois au plus.
