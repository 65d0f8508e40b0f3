### The operator's pages and the command line's sentences for operators.
###
### Ids in this file begin with one of: operator-, setup-, invitation-
### Voice: plain words, short sentences, second person, present tense, reading age 12.
### Say what happened, what it means, what to do, in that order. No markup in a sentence.

