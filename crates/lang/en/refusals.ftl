### Why something was not done. The rest of the id is what model calls the refusal.
###
### Ids in this file begin with one of: refusal-
### Voice: plain words, short sentences, second person, present tense, reading age 12.
### Say what happened, what it means, what to do, in that order. No markup in a sentence.

