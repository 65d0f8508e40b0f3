### Backup codes in the portal: enabling, proving, drill, check, renewal, a lost sheet.
###
### Ids in this file begin with one of: codes-, enable-, drill-, check-, renew-, lost-
### Voice: plain words, short sentences, second person, present tense, reading age 12.
### Say what happened, what it means, what to do, in that order. No markup in a sentence.

