### Why something was not done. The rest of the id is what model calls the refusal.
###
### Ids in this file begin with one of: refusal-
### Voice: plain words, short sentences, second person, present tense, reading age 12.
### Say what happened, what it means, what to do, in that order. No markup in a sentence.

## A mail address

refusal-address-empty = Type an address.
refusal-address-incomplete = That isn't a whole address. It looks like name@example.org.
refusal-address-too-long = That address is too long. Mail takes at most 254 characters, 64 of them before the @.
refusal-address-quoted = Addresses with quotation marks are not taken here. Most mail software can't use them.
refusal-address-dots = Look at the dots before the @: there is one at the beginning, one at the end, or two in a row.
refusal-address-character = “{ $character }” can't stand before the @. Look at the address again.
refusal-address-domain = What stands after the @ is not a place that takes mail. It looks like example.org.

## A value of the policy

refusal-policy-range = Take a number from { $min } to { $max }.
refusal-policy-shorter = This can't be shorter than the limit inside it.

refusal-guest-quotes = The quotation marks don't fit. A field has one before and one after it, or none, and it ends in its line.
refusal-guest-fields = This line has more fields than the first line.
refusal-guest-to-itself = That is the mailbox itself, which nobody can open yet. Take another address.
refusal-guest-no-to = Say where to mail the invitation. For a link on paper, invite this one person alone.
refusal-guest-name = The name is longer than 80 characters.
# $line is a number.
refusal-guest-twice = Line { $line } has the same address.
