### German: what is due, and putting it off. What each id is for stands in the English file of the same name.
### The words for things stand in GLOSSARY.md.

reminders-title = Zu tun
reminders-badge =
    { $count ->
        [one] 1 Sache zu tun
       *[other] { $count } Sachen zu tun
    }
reminders-quiet = Nichts zu tun
reminders-quiet-until = Alles ist erledigt. An das Nächste erinnern wir Sie am { $until }.
reminders-quiet-lead = Alles ist erledigt. Wenn es etwas zu tun gibt, steht es hier.
reminders-later = Nicht jetzt? Erinnern Sie mich
button-in-a-week = in einer Woche
button-in-a-month = in einem Monat
reminders-snoozed = Sie haben das verschoben. Wir erinnern Sie am { $until } wieder.
reminders-not-now = Das lässt sich nicht verschieben. Es ist schon erledigt, oder es hat zu lange gewartet.
reminders-firm-no-codes = Das kann nicht warten: Ohne Ihr Handy kommen Sie mit nichts mehr in Ihr Postfach.
reminders-firm-long = Sie haben das schon einmal verschoben. Jetzt bleibt es hier, bis es erledigt ist.
reminders-mail = Was hier steht, schreiben wir Ihnen auch per E-Mail, höchstens einmal im Monat.
