### The frame around every page: layout, navigation, buttons that appear everywhere, error pages.
###
### Ids in this file begin with one of: shell-, button-, error-
### Voice: plain words, short sentences, second person, present tense, reading age 12.
### Say what happened, what it means, what to do, in that order. No markup in a sentence.

