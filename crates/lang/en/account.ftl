### The owner's own pages: home, activity, devices, password, two-step, recovery addresses, freeze.
###
### Ids in this file begin with one of: home-, activity-, event-, devices-, password-, two-step-, addresses-, freeze-
### Voice: plain words, short sentences, second person, present tense, reading age 12.
### Say what happened, what it means, what to do, in that order. No markup in a sentence.

