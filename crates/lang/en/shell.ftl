### The frame around every page: layout, navigation, buttons that appear everywhere, error pages.
###
### Ids in this file begin with one of: shell-, button-, error-, field-
### Voice: plain words, short sentences, second person, present tense, reading age 12.
### Say what happened, what it means, what to do, in that order. No markup in a sentence.

# Stands before the title of a page on which something is wrong.
shell-title-problem = Look again:
shell-skip = Skip to the page
shell-problems = Something needs another look
shell-never-ask = Nobody from our help desk will ever ask you for a code. If somebody does, it is not us.
# $host is where codes may be typed, such as account.example.org.
shell-address = Type your password and codes only at { $host }.
# Read out before the languages at the foot of every page.
shell-language = Language
shell-back = The way back
shell-back-home = Home
shell-back-codes = Backup codes
shell-back-sign-in = Back to sign-in
shell-step = Step { $step } of { $of }

## Fields that appear on several pages

field-optional = (you can leave this empty)
# Read out before what is wrong with a field.
field-error = Look again:
field-address = Your mail address
field-name = Your name
field-name-wrong = Type your name, in at most 80 characters.
field-password = Your password
field-digits = Six digits
field-digits-not-six = Type the six digits, and nothing else.
field-digits-hint = Your phone's code app shows them. They change every 30 seconds.
field-code = One code from your sheet
field-code-hint = 20 letters and digits. Small or capital letters are both fine. Can't read a symbol? Type ? for it.

## Buttons

button-sign-in = Sign in
button-sign-out = Sign out
button-sign-out-everywhere = Sign out everywhere
button-go-on = Go on
button-show = Show
button-hide = Hide
button-suggest = Suggest another
button-change = Change
button-see = See
button-set-up = Set up
button-remove = Remove
button-send-again = Send another code
button-confirm-address = Confirm this address
button-keep-name = Keep this name
button-keep-phrase = Keep these words
button-add-address = Add an address
button-change-address = Mail a code there
button-look-at-addresses = Look at my addresses
button-confirm-now = Do it now
button-stop-change = Stop it
button-invite = Invite
button-create = Create my account
button-change-password = Change my password
button-set-password = Set my new password
button-set-up-phone = Set up my phone
button-new-phone = Set up a new phone
button-add-second-step = Add a second step
button-use-passkey = Use a passkey
button-add-passkey = Add a passkey
button-remove-passkey = Remove this passkey
button-keep-passkey = Keep it
button-turn-on = Turn it on
button-remove-phone = Remove my phone
button-keep-phone = Keep my phone
button-re-enrol = Take my mailbox back
button-use-code = Use this code
button-written = I've written it down
button-replacement = Write down the replacement
button-enable = Get my backup codes
button-make-sheet = Make my sheet
button-on-paper = It's on paper. Go on
button-prove = Type one code
button-prove-code = Turn my codes on
button-drill = Try the drill
button-drill-check = Check my words
button-check = Check a code
button-check-code = Check this code
button-renew = Get a new sheet
button-renew-short = Renew
button-keep-sheet = Keep my sheet
button-lost = Stop my codes now
button-lost-short = I lost it
button-lost-found = I still have it

## Error pages. Every lead may use $host; those that say when to try again have $wait.

error-home = Go to the first page
# $id is the number of this request in the operator's log.
error-request = If you ask the help desk about this, give them this number: { $id }
error-not-found-title = There is nothing here
error-not-found-lead = The address may be mistyped, or the page is gone. Everything starts from the first page.
error-not-like-that-title = This page doesn't open like that
error-not-like-that-lead = Nothing was changed. Open the page from the first page and try again.
error-too-large-title = That was too long
error-too-large-lead = You sent more than any of our pages asks for. Nothing was changed. Go back and shorten what you typed.
error-foreign-form-title = That didn't come from our page
error-foreign-form-lead = Another site tried to send a form in your name. Nothing was changed. Open { $host } yourself and try again.
error-stale-form-title = That page was too old
error-stale-form-lead = You signed in or out since you opened it, or your browser doesn't keep our cookie. Nothing was changed. Open the page again and try once more.
error-wrong-host-title = This is not our address
error-wrong-host-lead = We answer only at { $host }. Type your password and codes nowhere else.
error-too-many-title = Please wait a little
error-too-many-lead = There were many tries in a row. Nothing is lost. Try again in { $wait }.
error-busy-title = We are busy right now
error-busy-lead = Many people are signing in at once. Nothing was changed. Try again in { $wait }.
error-internal-title = Something broke on our side
error-internal-lead = It's not your fault. Your codes are still safe. Try again in a minute. If it happens again, tell the help desk.
error-link-title = This link doesn't work any more
error-link-lead = Each link works once, and only for a while. This one was used, has run out, or was never ours. Nothing was changed.
error-link-then = If you still need it, ask for a new one where you got it.
