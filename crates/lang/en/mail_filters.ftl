### Mail filters: what sorts, answers and sends on mail by itself.
###
### Ids in this file begin with: filters-
### Voice: plain words, short sentences, second person, present tense, reading age 12.
### Say what happened, what it means, what to do, in that order. No markup in a sentence.

filters-title = Mail filters
filters-lead = A filter sorts, answers or sends on your mail by itself, as it comes in. If somebody was in your mailbox, look for one that you didn't make.
filters-home = What sorts your mail, or sends it on
filters-empty = You have no filter. All your mail stays in this mailbox.
filters-warned = A filter that runs sends mail away or throws it away. If you didn't make it, switch it off now.
filters-runs = Runs now
filters-runs-too = Runs too: the one above uses it
filters-rests = Switched off
filters-forward-copy = Sends a copy of your mail to { $to }
filters-forward = Sends your mail on to { $to } and keeps none here, unless another rule does
filters-tell = Tells { $to } about your mail
filters-program = Hands your mail to a program on the server
filters-discard = Throws mail away
filters-refuse = Sends mail back to whoever wrote it
filters-answer = Answers your mail by itself
filters-include = Uses your filter “{ $name }” too
filters-include-global = Uses a filter of the mail service, “{ $name }”
filters-file = Puts mail into the folder “{ $folder }”
filters-quiet = Sends nothing away
filters-more =
    { $count ->
        [one] And one thing more
       *[other] And { $count } things more
    }
filters-switch-off = Switch it off
filters-off-done = “{ $name }” is switched off. It is not deleted: you find it in your mail program, under filters.
filters-off-already = No filter was running. Look at the list again.
filters-unreachable = We can't look at your filters just now: the mail software doesn't answer. Nothing has changed. Try again in a minute.
filters-try-again = Try again
filters-look = Then look at “Mail filters”: whoever was in your mailbox may have left one that sends your mail away.
filters-nowhere-title = Mail filters are not shown here
filters-nowhere-lead = This service isn't connected to the mail software. Look at your filters in your mail program.
