# What is due, and putting it off

reminders-title = To do
reminders-badge =
    { $count ->
        [one] 1 thing to do
       *[other] { $count } things to do
    }
reminders-quiet = Nothing to do
reminders-quiet-until = You are up to date. We remind you of the next thing on { $until }.
reminders-quiet-lead = You are up to date. When there is something to do, it stands here.
reminders-later = Not now? Remind me
button-in-a-week = in a week
button-in-a-month = in a month
reminders-snoozed = You put that off. We remind you again on { $until }.
reminders-not-now = That can't be put off. Either it is done already, or it has waited too long.
reminders-firm-no-codes = This can't wait: without your phone, nothing gets you into your mailbox.
reminders-firm-long = You have put this off before, so now it stays here until it is done.
reminders-mail = We mail you about what stands here, once a month at most.
