### The operator's pages and the command line's sentences for operators.
###
### Ids in this file begin with one of: operator-, setup-, invitation-
### Voice: plain words, short sentences, second person, present tense, reading age 12.
### Say what happened, what it means, what to do, in that order. No markup in a sentence.

## The operator's own pages

operator-home = For operators
operator-invite-link = Invite somebody
operator-invite-title = Invite somebody
operator-invite-lead = They choose a password, and then the mailbox is theirs. Nobody else gets to know it. The invitation works once, within seven days.
operator-invite-address = The mailbox's address
operator-invite-address-hint = The mailbox itself has to be there already, or be made in your mail software.
operator-invite-name = What to call its owner
operator-invite-to = Mail the invitation to
operator-invite-to-hint = Another address of theirs, because they can't open the mailbox yet. Leave it empty to get a link that you hand over yourself.
operator-invite-language = The language of the invitation
operator-invite-exists = This address has an account already.
operator-invite-to-itself = That is the mailbox itself, which nobody can open yet. Take another address, or leave this empty.
operator-invite-sent = The invitation to { $address } is on its way to { $to }.
operator-invite-made-title = Hand this link over
operator-invite-made = Whoever opens it first chooses the password of { $address }. Print it, or write it down, and give it to the owner in person.
operator-invite-made-then = We show it only now and don't keep it. If it is lost, invite the same address again: this link then stops working.
operator-invite-another = Invite somebody else

operator-re-enrol-link = Enrol somebody again
operator-re-enrol-title = Enrol an owner again
operator-re-enrol-lead = For somebody who lost their phone and their sheet of codes. One of you asks, another one confirms and hands the link over. With it the owner sets a new password and a new phone, which open the mailbox a day later. Every address of the account hears of it.
operator-re-enrol-waiting = Waiting for a second operator
# $operator is an address, $until a date and time.
operator-re-enrol-asked-by = Asked for by { $operator }. It can be confirmed until { $until }.
operator-re-enrol-confirm = Confirm
operator-re-enrol-withdraw = Take back
operator-re-enrol-ask = Ask for another one
operator-re-enrol-address = The mailbox's address
operator-re-enrol-reason = Why, and how you made sure of the person
operator-re-enrol-reason-hint = The second operator reads it. At most 300 characters.
operator-re-enrol-button = Ask a second operator
operator-re-enrol-asked = You asked for { $address }. Another operator confirms it within 24 hours, or it is over.
operator-re-enrol-unknown = Nobody is enrolled at this address.
operator-re-enrol-own = That is your own account. Other operators have to do it for you.
operator-re-enrol-waits = One is waiting for this account already.
operator-re-enrol-no-reason = Say why, in at most 300 characters.
operator-re-enrol-held = You signed in with a code on a device that we don't know. You can do this from { $until } on.
operator-re-enrol-nothing = That isn't waiting any more, or it isn't yours to confirm. Whoever asked can't confirm, and nobody confirms for their own account.
operator-re-enrol-withdrawn = It was taken back. Nothing was opened.
operator-re-enrol-made-title = Hand this link over
operator-re-enrol-made = Whoever opens it first sets the new password and the new phone of { $address }. Make sure of the person once more. Print the link, or write it down, and give it to the owner in person. Don't mail it to the mailbox.
operator-re-enrol-made-then = It works for 24 hours. We show it only now and don't keep it. Sessions of the account have ended. If the link is lost, ask again.
operator-re-enrol-back = Done

## The set-up link

setup-title = Welcome. You are the first
setup-lead = This makes you the operator of this service. The link works once, and only while there is no operator.
setup-address = Your mail address
setup-address-hint = You sign in with it. It need not be a mailbox of this service.
setup-address-wrong = That isn't a mail address. It looks like name@example.org.
# $least is the fewest characters.
setup-password-hint = At least { $least } characters. Four or five everyday words are strong, and easy to type.

## An invitation

# $service is what the operator calls the mail service.
invitation-title = Welcome to { $service }
invitation-lead = This is your mailbox:
invitation-name-hint = It stands on your first page and on your sheet of codes. Change it whenever you like.
