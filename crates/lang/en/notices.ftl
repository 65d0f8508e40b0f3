### What is mailed when something happened: subjects and bodies.
###
### Ids in this file begin with one of: notice-
### Voice: plain words, short sentences, second person, present tense, reading age 12.
### Say what happened, what it means, what to do, in that order. No markup in a sentence.

