### The freeze: asking for it, the page of a frozen account, and the page after it was opened again.
###
### Ids in this file begin with one of: freeze-, frozen-, back-, found-
### Voice: plain words, short sentences, second person, present tense, reading age 12.
### Say what happened, what it means, what to do, in that order. No markup in a sentence.

## Asking for it

freeze-link = Something is wrong: freeze my account
freeze-title = Freeze your account
freeze-lead = Press the button if somebody else may be in your mailbox, or if your phone or your sheet of codes was taken.
freeze-ends = Everything that is open closes at once: browsers, mail programs and apps, this browser too. App passwords stop for good.
freeze-keeps = Nothing is deleted. Mail still arrives. Your password, your phone and your codes stay as they are, but nothing opens with them until you end the freeze.
freeze-way-back = You can open it again yourself at any time, with your password and what was not taken.
freeze-way-back-help = You have no phone and no sheet of codes set up here. So you can't open it again yourself: the help desk has to do it, and that takes a day.
freeze-taken = What was taken?
freeze-taken-hint = You can leave this open. Then we ask when you come back. What you choose here counts and can't be changed on the way back in.
freeze-taken-phone = My phone. A code from my sheet opens my account again.
freeze-taken-paper = My sheet of codes. My phone opens my account again.
freeze-taken-unknown = I don't know. My phone opens my account again, and the codes stay shut.
freeze-taken-phone-help = My phone. I have no sheet of codes, so only the help desk opens my account again.
freeze-taken-paper-help = My sheet of codes. I have no phone set up, so only the help desk opens my account again.
freeze-taken-later = I'll say it later
freeze-button = Freeze it now
freeze-not-now = No, go back
freeze-done-title = Your account is frozen
freeze-done-lead = Everything that was open is closed. Nobody reads your mail now, and nothing was deleted.
freeze-done-then = When you are ready, sign in with your password. We ask for what was not taken.
freeze-done-open = Open it again

## The page behind "This wasn't me" in a notice

freeze-link-title = Freeze this account?
# $account is the mailbox.
freeze-link-lead = You are about to freeze { $account }. Everything that is open closes: browsers, mail programs and apps. Nobody can sign in then. Nothing is deleted, and mail still arrives.
freeze-link-then = You open it again yourself with your password and what was not taken. Press the button if what the notice said wasn't you.
freeze-link-otherwise = Was it you? Close this page. Nothing happens then.
freeze-link-sign-in-title = Sign in to freeze this account
freeze-link-sign-in-lead = This account was frozen and opened again twice within thirty days. Somebody may be using old notices to shut you out, so the button in a notice doesn't freeze it now.
freeze-link-sign-in-then = Sign in with your password. Then you can freeze it at once.
freeze-link-already-lead = It was frozen before you came. Nobody reads your mail now, and nothing was deleted.

## The page of a frozen account, after the right password

frozen-title = Your account is frozen
# $since is a date and time.
frozen-since = It was frozen on { $since }. Since then nobody reads mail here and nobody signs in. Nothing was deleted.
frozen-question = What was taken?
frozen-question-lead = What was taken stays shut. You open your account with what you still have.
frozen-phone = My phone
frozen-phone-what = You open it with a code from your sheet. Your phone and your passkeys stay shut until you set up new ones.
frozen-paper = My sheet of codes
frozen-paper-what = You open it with your phone. The codes stay shut until you get a new sheet.
frozen-unknown = I don't know
frozen-unknown-what = You open it with your phone. To be safe, the codes stay shut until you get a new sheet.
frozen-all = Both
frozen-all-what = Then a person has to help you. We say how.
frozen-else = Something else, or I don't know
frozen-else-phone = You open it with your phone.
frozen-else-codes = You open it with a code from your sheet.
frozen-choose = Choose
frozen-said-phone = You told us that your phone was taken. So a code from your sheet opens your account.
frozen-said-paper = You told us that your sheet of codes was taken. So your phone opens your account.
frozen-said-unknown = You told us that you don't know what was taken. So your phone opens your account.
frozen-code-title = Open it with a code
frozen-code-then = Your account opens. Your phone and your passkeys stay shut until you set up new ones.
frozen-passkey-title = Open it with your passkey
frozen-passkey-button = Use a passkey and open my account
frozen-digits-title = Open it with your phone
frozen-digits-then = Your account opens, and the codes on your sheet stay shut until you get a new one.
frozen-button = Open my account
frozen-other-answer = Something else was taken
frozen-help-title = A person has to help you
frozen-help-lead = Nothing that you still have opens this account by itself.
frozen-help-then = Call the help desk. They make sure that it is you. Two of them have to agree, and then you get a link for a new password and a new phone. Your account opens a day after you used it.
frozen-help-stays = Until then it stays frozen. Mail still arrives, and nobody reads it.
frozen-help-back = Back to the question

## The page after it was opened again

back-title = You are back
back-lead = Your account is open again. This is what we closed and what to do now, one after the other.
back-stopped = What was stopped
back-stopped-sessions = Every browser and every mail program was signed out. App passwords from before don't work any more.
back-stopped-phone = Your phone is shut: its digits open nothing.
back-stopped-passkeys = Your passkeys are shut: none of them opens anything.
back-stopped-codes = Your sheet of codes is shut: its codes open nothing.
back-todo = What to do now
back-replacement = Write down the new code
back-replacement-why = You used a code to get in. Its replacement is waiting for you.
back-password = Set a new password
back-password-why = Whoever was in your mailbox may know the old one.
# $until is a date and time.
back-password-held = You can do that from { $until } on. You came in with a code on a device that we don't know, and so we wait.
back-passkeys = Look at your passkeys
back-passkeys-why = Open those again whose device was never out of your hands. Remove the others.
back-phone = Set up a new phone
back-phone-why = It takes the place of the one that was taken.
back-codes = Get a new sheet of codes
back-codes-why = It takes the place of the one that was taken.
back-programs = Let your mail programs in again
back-programs-why = Each one needs a new app password.
back-filters = Look at your mail filters
back-filters-why = A thief may have had your mail sent on. You can switch that off.
back-activity = Look at what happened
back-activity-why = Is there anything you didn't do yourself?
back-addresses = Look at your outside addresses
back-addresses-why = Is there one that isn't yours?
back-home = Go to the first page

## What was shut, found again

found-phone-link = I have that phone after all
found-phone-title = You found your phone
found-phone-lead = Was it never out of your hands? Then it can be your second step again. If somebody may have had it, set up a new one instead.
found-phone-button = Open my phone again
found-phone-done = Your phone is your second step again.
# $until is a date and time.
found-phone-waits = Your phone is your second step again from { $until } on. You came in with a code on a device that we don't know, and so we wait.
found-codes-link = I have that sheet after all
found-codes-title = You found your sheet
found-codes-lead = Was it never out of your hands? Then its codes can open your account again. If somebody may have seen it, get a new sheet instead.
found-codes-then = Type one code from it. It is not used up.
found-codes-button = Open my sheet again
found-codes-done = Your codes open your account again.
found-codes-waits = Your codes open your account again from { $until } on.
found-wrong = That didn't work. Check it and try again.
