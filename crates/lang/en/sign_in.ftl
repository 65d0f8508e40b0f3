### Signing in: address and password, the second step, using a code, the page after it.
###
### Ids in this file begin with one of: sign-in-, second-step-, use-code-, signed-in-
### Voice: plain words, short sentences, second person, present tense, reading age 12.
### Say what happened, what it means, what to do, in that order. No markup in a sentence.

