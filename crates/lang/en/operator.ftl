### The operator's pages and the command line's sentences for operators.
###
### Ids in this file begin with one of: operator-, setup-, invitation-
### Voice: plain words, short sentences, second person, present tense, reading age 12.
### Say what happened, what it means, what to do, in that order. No markup in a sentence.

## The set-up link

setup-title = Welcome. You are the first
setup-lead = This makes you the operator of this service. The link works once, and only while there is no operator.
setup-address = Your mail address
setup-address-hint = You sign in with it. It need not be a mailbox of this service.
setup-address-wrong = That isn't a mail address. It looks like name@example.org.
setup-name-missing = Type your name. It stands on your first page.
setup-password-hint = At least 15 characters. Four or five everyday words are strong, and easy to type.

## An invitation

# $service is what the operator calls the mail service.
invitation-title = Welcome to { $service }
invitation-lead = This is your mailbox:
invitation-name-hint = It stands on your first page and on your sheet of codes. Change it whenever you like.
