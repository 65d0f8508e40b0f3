### The owner's own pages: home, what happened, devices, password, two-step, recovery addresses, freeze.
###
### Ids in this file begin with one of: home-, event-, device-, devices-, password-, two-step-, addresses-, phrase-, stop-, change-, changes-, re-enrol-, strength-
### Voice: plain words, short sentences, second person, present tense, reading age 12.
### Say what happened, what it means, what to do, in that order. No markup in a sentence.

## Home

home-page = Home
home-title = Hello, { $name }
home-protected = Your mailbox is well protected
home-protected-lead = There is nothing to do today.
home-next-phone = Do this next: add a second step
home-next-phone-lead = A password alone can be stolen. With a passkey or your phone as a second step, a thief needs both.
home-next-address = Do this next: add an outside address
home-next-unreached = Do this next: look at your outside addresses
home-next-unreached-lead = A notice did not reach one of them. If the address is gone, nobody hears of a break-in.
home-next-second = Do this next: add a second outside address
home-next-second-lead = You have one. If you lose it, somebody could change things here, and nobody outside this mailbox would hear of it.
home-next-review = Do this next: look at your outside addresses
home-next-review-lead = It is a while since you said that they are still yours. An address that somebody else has now would hear of everything instead of you.
home-next-address-lead = If somebody takes your mailbox, we tell you there. A notice in the mailbox itself would only reach the thief.
home-next-codes = Do this next: get your backup codes
home-next-codes-lead = If your phone is lost, a code on paper still gets you in. It takes three minutes and a printer.
home-next-prove = Do this next: type one code from your sheet
home-next-prove-lead = You made a sheet, but it doesn't count until we know that you can read it.
home-next-low = Do this next: get a new sheet
home-next-low-lead =
    { $left ->
        [0] No code is left on your sheet.
        [one] There is one code left on your sheet.
       *[other] There are { $left } codes left on your sheet.
    }
home-next-drill = Do this next: try the drill
home-next-drill-lead = It shows that you can find your sheet when you need it. It takes a minute and uses nothing up.
home-next-replacement = Do this next: write down a code
home-next-replacement-lead = You used a backup code. A new one is waiting to take its place on your sheet.
home-next-doubted-password = Do this next: choose another password
home-next-doubted-password-lead = You told us that somebody else was in your account. They may know your password. With another one they are locked out for good.
home-next-exposed-password = Do this next: choose another password
home-next-exposed-password-lead = A key that protects your password may have been stolen from us. Whoever has it may find your password by guessing. A new one is safe, and the old one is worth nothing then.
home-next-exposed-phone = Do this next: set your phone up anew
home-next-exposed-phone-lead = A key that protects your phone's secret may have been stolen from us. Whoever has it may know the six digits your phone shows. Set it up once more: that makes a new secret. Your phone works until then.
home-next-exposed-codes = Do this next: get a new sheet
home-next-exposed-codes-lead = A key that protects your codes may have been stolen from us. Nobody can find a code with it alone, and your sheet works until you have a new one. Get one soon, so that the old key can go.
home-next-phone-shut = Do this next: set up a new phone
home-next-phone-shut-lead = Your phone is shut, because you told us that it was taken. Until you set up a new one, only your sheet of codes gets you in.
home-next-codes-shut = Do this next: get a new sheet
home-next-codes-shut-lead = Your sheet of codes is shut, because you told us that it was taken. Until you have a new one, you can't get in when your phone is gone.
home-next-disabled = Do this next: get a new sheet
home-next-disabled-lead = Your backup codes are switched off. Without them, you can't get in when your phone is gone.
home-next-waiting = Do this next: look at what is waiting
home-next-waiting-lead = A change to your account was asked for and has not taken effect yet. Only you can tell whether to stop it.
home-next-password = Do this next: set a password
home-next-password-lead = It is the first step of every sign-in.
home-next-weak-password = Do this next: choose a longer password
home-next-weak-password-lead = Yours came from the old system. It is short or easy to guess, and it would not be taken today.
home-next-old = Do this next: get a new sheet
home-next-old-lead = Your sheet is more than a year old. Paper fades and gets lost. A new one takes three minutes.
home-waiting = Waiting
home-waiting-until = This takes effect on { $until }. If it wasn't you, stop it.
home-waiting-confirm = Was it you, and do you have the phone that is set up already? Then it needn't wait.
home-held = You signed in with a backup code, and we don't know this device yet. You can read your mail as always. A new phone or sheet waits a while before it counts. Your password and your addresses can't be changed, and your phone can't be removed, before { $until }. That keeps out a thief who found your sheet.
home-protections = What protects your mailbox
home-password = Password
home-password-since = Unchanged since { $since }
home-password-off = Not set yet
home-password-imported = The one from the old system
# $count is how many work.
home-passkeys = { $count ->
    [0] None yet
    [one] One passkey lets you in
   *[other] { $count } passkeys let you in
}
home-phone = Phone
home-phone-on = Your second step since { $since }
home-phone-shut = Shut since the freeze
home-phone-off = Not set up yet
home-codes-on =
    { $left ->
        [one] 1 of { $of } codes left
       *[other] { $left } of { $of } codes left
    }
home-codes-left =
    { $left ->
        [one] 1 code left
       *[other] { $left } codes left
    }
home-codes-shut = Shut since the freeze
home-codes-off = None yet
home-outside = Outside address
home-outside-off = None yet
# $address is the only one.
home-outside-one = { $address }. Add a second one: if you lose the first, nobody outside hears of anything
home-codes = Backup codes
home-drill = Drill
home-activity = Lately
home-activity-all = Everything that happened
home-sign-out-everywhere = Sign out everywhere
# For operators.
home-mail-in-folder = Mail isn't being sent. It is put into a folder on the server. Tell Counterfoil about your mail server before you invite anybody.

## A device: "Firefox on Linux", "a browser on iPhone". Both names are those of programs.

device-on = { $browser } on { $system }
device-browser = a browser

## Changes that wait

change-totp = A new phone becomes your second step.
change-passkey = A new passkey begins to open your account.
change-sheet = A new sheet of backup codes takes the place of the old one.
change-replacement = The replacement of a used code begins to work.
change-re-enrolment = A new password and a new phone take the place of all you had.
change-address-add = A new outside address begins to hear of everything.
change-address-remove = An outside address stops hearing of anything.
change-address-replace = A new outside address takes the place of another.
changes-title = Do it now?
changes-passkey-lead = Use a passkey that works already. It shows that it was you who asked.
changes-lead = Type the six digits of the phone that is your second step now. They show that it was you who asked.
changes-no-phone = No phone of yours is switched on now, so this has to wait. If it wasn't you, stop it on the first page.
changes-done-title = It is done
changes-done-lead = What was waiting counts now.
changes-done-then = Nothing else is left to do.
changes-stopped-title = The change is stopped
changes-stopped-lead = Everything stays as it was.
changes-stopped-then = Wasn't it you who asked for it? Then somebody else may know your password. Change it now.

## Password

password-title = Change your password
# $least is the fewest characters.
password-lead = At least { $least } characters. Longer is better than stranger: four or five everyday words make a strong password.
password-current = Your password now
password-new = Your new password
password-suggestion = If you like, take these words:
password-suggestion-hint = Chosen by chance, just now, for you. We don't keep them unless you type them above.
password-wrong = That isn't your password now.
password-short = That is too short. Take at least { $least } characters.
password-long = That is too long. Take at most 1,024 characters.
password-common = Many people use this password, so thieves try it first. Take another.
password-personal = That is your address or a name, so thieves try it first. Take another.
password-same = That is your password already. Take another.
password-missing = Type a password.
# $at is a moment.
password-not-before = You signed in with a backup code, and we don't know this device yet. You can change your password from { $at } on. If you have your phone, sign in with it: then you needn't wait.
password-done-title = Your password is changed
password-done-lead = Every other device is signed out. The old password no longer works.
password-done-then = Use the new one in your mail programs too.

## Phone

two-step-title = Your phone
# $count is at least one.
two-step-passkeys = { $count ->
    [one] One passkey is your second step.
   *[other] { $count } passkeys are your second step.
}
two-step-passkey-first = The quickest second step: your fingerprint, your face or the PIN of your device, and nothing to type. No copied page can take it from you.
two-step-digits-title = Digits from your phone
two-step-on = Your phone is your second step since { $since }.
two-step-off = Your phone is not set up yet. When it is, you sign in with your password and six digits from the phone. Somebody who steals your password still can't get in.
two-step-app = You need a code app, such as the one in your password manager. Any app that scans these pictures will do.
two-step-new-phone = Got a new phone? Set it up here while the old one still works.
two-step-remove = Remove my phone
two-step-set-up-title = Set up your phone
two-step-set-up-lead = Open the code app on your phone and let it scan this picture.
two-step-qr = A picture for the code app on your phone. The same key stands beside it, to be typed.
two-step-scan = Scan the picture with your code app.
two-step-key = Can't scan it? Type this key into the app:
two-step-digits = The six digits your phone shows now
two-step-wrong = Those aren't the digits we expected. Wait for the next ones and type those. Check that your phone's clock is right.
two-step-late-title = That picture is too old
two-step-late = That took too long, or a newer picture was made. Start again with a new one.
two-step-done-title = Your phone is set up
two-step-done-lead = From now on you sign in with your password and six digits from this phone.
two-step-done-then = Phones get lost. Backup codes on paper still let you in then.
two-step-staged-title = Your phone is ready, and waits
two-step-staged = It starts to count on { $until }, because we don't know this device yet.
two-step-staged-then = If you find your old phone, you can make it count at once on the first page. If it wasn't you who set it up, stop it there.
two-step-waits = A new phone is set up. It starts to count on { $until }.
two-step-shut = Your phone is shut, because you told us that it was taken when your account was frozen. Set up the new one here. It takes its place.
two-step-disabled = Your phone is switched off as second step, because there were a hundred wrong tries. Somebody may have been guessing. Set it up again.
# $at is a moment.
two-step-not-before = You signed in with a backup code, and we don't know this device yet. You can remove your phone from { $at } on.
two-step-remove-title = Remove your phone?
two-step-remove-lead = Then your password alone opens your mailbox. That is much weaker.
# $count is at least one.
two-step-remove-passkeys = { $count ->
    [one] Your passkey goes on as your second step.
   *[other] Your { $count } passkeys go on as your second step.
}
two-step-remove-codes =
    { $left ->
        [one] Then you need a backup code beside your password at every sign-in, and there is one left.
       *[other] Then you need a backup code beside your password at every sign-in, and there are { $left } left.
    }
two-step-remove-instead = If you have a new phone, set that up instead: it takes the place of the old one.
two-step-removed-title = Your phone is removed
two-step-removed-lead = Its digits no longer open your mailbox.
two-step-removed-then = Set up another phone as soon as you have one.

## Outside addresses

addresses-title = Outside addresses
addresses-lead = We tell you here whenever something touches your codes, your phone or your password. Take addresses that open without this mailbox. No backup code is ever sent there.
addresses-empty = You have none yet. If somebody takes your mailbox, you wouldn't hear of it.
addresses-second = You have one. Add a second one: if you lose the first, somebody could change things here and nobody outside would hear of it.
addresses-verified = Good. Confirmed on { $on }
addresses-inside = Confirmed on { $on }, but it is on this mail service too: whoever takes one mailbox may take both. Add one somewhere else.
addresses-unverified = Not confirmed yet. Type the code that we mailed there.
addresses-waiting = It counts from { $until } on, unless one of your other addresses stops it.
addresses-leaving = Removed. It hears of everything until { $until }, and each of your addresses can stop this.
addresses-type-code = Type the code
addresses-keep = Put it back
addresses-review = Is this address still yours, and do you read its mail?
addresses-review-yes = Yes
addresses-review-no = No, remove it
addresses-review-later = Not now
addresses-reviewed = Thank you. We ask again in a while.
addresses-reviewed-later = We ask again in two weeks.
addresses-bouncing = We could not reach this address: a notice came back on { $since }. Its mailbox may be full. If it is no longer yours, remove it.
addresses-unreachable = We have not reached this address since { $since }. Mend it and try again, or remove it and add one that works.
addresses-try-again = It works again: try it
addresses-reached = We reach { $address } again.
addresses-well = Nothing came back from that address lately. There is nothing to try.
addresses-add = Add an address
addresses-field = Another mail address of yours
addresses-field-hint = Not in this mailbox, and not forwarded to it.
addresses-label = What you call it
addresses-label-hint = For example: at work, my sister's. Only you see this.
addresses-change-title = Another address in its place
addresses-change-link = Change it
addresses-change-lead = We mail a code to the new address. Once you have typed it, { $address } gets no more codes, and the new one waits before it counts. Until then notices go to { $address }, and each of your addresses can stop the change.
addresses-change-field = The new address
addresses-change-gone = That address doesn't count, so nothing can take its place. Add a new one instead.
addresses-changed = { $address } is confirmed. It takes its place on { $until }. Your other addresses are told and can stop it until then.
addresses-name-title = What do you call this address?
addresses-name-link = Name it
addresses-own = That is this mailbox. Take an address somewhere else.
addresses-twice = That address is on your list already.
addresses-full = You have as many addresses as there is room for. Remove one first.
# $at is a moment.
addresses-too-often = Many codes were mailed just now. You can ask for another one from { $at } on.
# $at is a moment.
addresses-not-before = You signed in with a backup code, and we don't know this device yet. You can change your addresses from { $at } on.
# $until is a moment.
addresses-removed = { $address } no longer counts. It hears of everything until { $until }, and each of your addresses can stop this until then.
addresses-gone = { $address } is off the list.
addresses-named = The name is kept.
addresses-confirmed = { $address } is confirmed. Notices about your mailbox go there from now on.
addresses-confirmed-waits = { $address } is confirmed. It counts from { $until } on. Your other addresses are told and can stop it until then.
addresses-phrase = The words in our mail
addresses-phrase-on = You chose words that stand in every mail from us. Mail without them isn't ours.
addresses-phrase-off = Choose a few words that stand in every mail from us. Then you can tell our mail from a fake.
addresses-phrase-link = Choose the words
addresses-phrase-change = Change the words
addresses-code-title = Type the code
addresses-code-lead = We mailed a code to { $address }. It has eight digits and works for a day.
addresses-code-over = The code that we mailed to { $address } doesn't work any more. Ask for another one.
addresses-code-field = The code from that mail
addresses-code-hint = No mail? Look among the unwanted mail, and wait a few minutes.
addresses-code-not-eight = That isn't eight digits. Look at the mail again.
addresses-code-wrong =
    { $left ->
        [0] That isn't the code. It doesn't work any more now. Ask for another one.
        [one] That isn't the code. Look at the newest mail. You have one more try.
       *[other] That isn't the code. Look at the newest mail. You have { $left } more tries.
    }

## The words in our mail

phrase-title = The words in our mail
phrase-lead = A few words that only you and we know. They stand in every mail from us, so a mail without them isn't ours. We never show them before you sign in, and never ask you for them.
phrase-field = Your words
# $least and $most are numbers of characters.
phrase-hint = { $least } to { $most } characters. Take something that nobody who knows you would guess. Not a password.
phrase-setup-hint = They will stand in every mail from us, so that you can tell it from a fake. You can choose them later too.
phrase-none = Leave it empty to have no words.
phrase-done = The words are kept. They stand in every mail from now on.
phrase-gone = The words are gone. Mail from us comes without any.
phrase-too-short = That is too short. Take { $least } characters or more.
phrase-too-long = That is too long. Take { $most } characters or fewer.
phrase-character = Take letters, digits and spaces only. An address in it would look like a link.

## Stopping a change from a notice

stop-link-title = Stop this change?
# What would be stopped. $account is the mailbox.
stop-what-passkey = A new passkey is about to open { $account }.
stop-what-totp = A new phone is about to become the second step of { $account }.
stop-what-sheet = A new sheet of backup codes is about to count for { $account }.
stop-what-replacement = The replacement of a used backup code is about to count for { $account }.
stop-what-re-enrolment = A new password and a new phone are about to open { $account }.
stop-what-address-add = A new address is about to get the security notices of { $account }.
stop-what-address-remove = An address is about to lose the security notices of { $account }.
stop-what-address-replace = A new address is about to get the security notices of { $account } in the place of another.
# $what is a sentence about the change.
stop-link-lead = { $what } It has not taken effect yet. If it wasn't you who asked for it, stop it.
stop-link-button = Stop it
stop-link-otherwise = Was it you? Close this page. The change takes effect when its time comes.
stop-done-title = The change is stopped
stop-done-lead = Everything stays as it was.
stop-done-then = Somebody else may know your password. Sign in, change it, and sign out everywhere.

## Everything was lost

re-enrol-title = Take your mailbox back
re-enrol-lead = The help desk opened this way for the owner of { $address }. You choose a new password and set up a phone. Nobody else gets to know them.
re-enrol-hold = Everybody who should know is told. Your new password and phone start to count after a day.
re-enrol-done-title = You have your mailbox back
re-enrol-done-lead = Your new password and phone are set. They start to count after a day, so that anybody who was cheated can speak up.
re-enrol-done-then = Then sign in, and get new backup codes first of all.

## Strength of a password (said while it is typed)

strength-empty = Type, and we tell you how strong it is.
strength-score-0 = Very weak: it would be guessed at once.
strength-score-1 = Weak: it would be guessed soon.
strength-score-2 = Middling: a patient thief would guess it.
strength-score-3 = Strong
strength-score-4 = Very strong
strength-warning-row-of-keys = Keys in a row are easy to guess.
strength-warning-keyboard-pattern = Short patterns on the keyboard are easy to guess.
strength-warning-one-character = One character many times is easy to guess.
strength-warning-repeat = The same thing twice is hardly harder to guess than once.
strength-warning-top-10 = This is one of the ten most common passwords.
strength-warning-top-100 = This is one of the hundred most common passwords.
strength-warning-common = This is a very common password.
strength-warning-like-common = This is much like a common password.
strength-warning-sequence = Sequences such as abc or 6543 are easy to guess.
strength-warning-year = Years of our time are easy to guess.
strength-warning-one-word = One word by itself is easy to guess.
strength-warning-date = Dates are easy to guess.
strength-warning-one-name = A name by itself is easy to guess.
strength-warning-common-name = Common names are easy to guess.
strength-advice-few-words = Take a few words that don't belong together.
strength-advice-no-symbols-needed = It needs no symbols, digits or capitals.
strength-advice-another-word = Add a word or two. Rare words are better.
strength-advice-capital = A capital at the beginning doesn't help much.
strength-advice-capitals = All capitals are almost as easy to guess as none.
strength-advice-reversed = A word backwards is not much harder to guess.
strength-advice-substitution = Swaps such as @ for a don't help much.
strength-advice-keyboard = If you take a pattern on the keyboard, take a longer one with more turns.
strength-advice-repeats = Avoid saying the same thing twice.
strength-advice-sequences = Avoid sequences.
strength-advice-recent-years = Avoid years of our time.
strength-advice-your-years = Avoid years that have to do with you.
strength-advice-your-dates = Avoid dates and years that have to do with you.

## What happened, one line each. The rest of the id is what model calls the event.

event-account-invited = You were invited
event-account-created = The account was opened
event-account-suspended = An operator suspended the account
event-account-unsuspended = An operator lifted the suspension
event-reenrolment-asked = An operator asked another one for the way to a new password and a new second step
event-reenrolment-opened = An operator opened the way to a new password and a new second step
event-account-reenrolled = A new password and a new second step were set after everything was lost. They count from { $until } on
event-signed-in = Signed in
event-signed-in-from-new-device = Signed in on a new device
event-sign-in-refused = A wrong password was typed { $count } times
event-second-step-refused = The right password was typed, then a wrong second step
event-signed-out = Signed out
event-session-ended = One device was signed out
event-signed-out-elsewhere = Every other device was signed out
event-signed-out-everywhere = Every device was signed out
event-device-forgotten = A device was forgotten
event-stepped-up = Proved again who it is
event-password-set = A password was set
event-password-changed = The password was changed
event-password-reset = The forgotten password was replaced, with a backup code and the phone
event-passkey-added = The passkey “{ $label }” was added
event-passkey-staged = The passkey “{ $label }” was added. It counts from { $until } on
event-passkey-removed = The passkey “{ $label }” was removed
event-passkey-renamed = The passkey “{ $was }” is called “{ $label }” now
event-passkey-copied = The passkey “{ $label }” opened nothing: it may have been copied
event-totp-staged = A phone was set up. It counts from { $until } on
event-totp-activated = A phone became the second step
event-totp-removed = The phone was removed
event-totp-disabled = The phone was switched off after a hundred wrong tries
event-outside-address-added = The outside address { $address } was added
event-outside-address-verified = The outside address { $address } was confirmed
event-outside-address-staged = The outside address { $address } was confirmed. It counts from { $until } on
event-address-code-used-up = Ten wrong codes were typed for the outside address { $address }
event-address-reviewed =
    { $answer ->
        [yes] The outside address { $address } was looked at: it is still right
       *[later] The outside address { $address } is to be looked at later
    }
event-phrase-changed =
    { $what ->
        [gone] The words in our mail were taken away
       *[set] The words in our mail were changed
    }
event-outside-address-removed = The outside address { $address } was removed
event-outside-address-replaced = The outside address { $address } takes the place of { $old }. It counts from { $until } on
event-address-code-mailed = A code was mailed to the outside address { $address }, to see whether mail arrives there again
event-outside-address-reached = { $how ->
    [code] Mail arrives at the outside address { $address } again: the code that was mailed there was typed
   *[delivered] A notice arrived at the outside address { $address } again
}
event-outside-address-unreached = { $reach ->
    [unreachable] Nothing reaches the outside address { $address }
   *[bouncing] A notice did not reach the outside address { $address }
}
event-codes-shown = Sheet { $sheet } was made
event-codes-discarded = Backup codes that were shown are gone, because no code was typed back
event-codes-staged = Sheet { $sheet } was proved. It counts from { $until } on
event-codes-activated = Backup codes were switched on, with sheet { $sheet }
event-codes-renewed = Sheet { $sheet } replaced the old one
event-codes-retired = The backup codes stopped working
event-sheet-lost = Sheet { $sheet } was reported lost, and its codes stopped working
event-codes-disabled = The codes of sheet { $sheet } were switched off after a hundred wrong tries
event-renewal-forced =
    { $what ->
        [password] A new password was asked for, because a key may have been stolen
        [phone] Your phone is to be set up anew, because a key may have been stolen
        [sheet] A new sheet was asked for, because a key may have been stolen
        [nothing] App passwords end on { $until }, because a key may have been stolen
       *[several] New protections were asked for, because a key may have been stolen
    }
event-code-redeemed =
    { $left ->
        [0] Backup code { $code } opened the mailbox. No code is left
        [one] Backup code { $code } opened the mailbox. 1 code is left
       *[other] Backup code { $code } opened the mailbox. { $left } codes are left
    }
event-old-code-typed = An old backup code { $code } was typed; it opened nothing
event-replacement-drawn = Code { $code } was shown, in place of code { $replaces }
event-replacement-confirmed = Code { $code } was typed back; it works now
event-paper-noted =
    { $what ->
        [gone] A note of where the sheet lies was removed
       *[noted] It was noted where the sheet lies
    }
event-drill-passed = A drill was passed
event-drill-failed = A drill went wrong
event-code-checked = Backup code { $code } was checked and not used up
event-guess-limit-reached = So many wrong tries that the next one had to wait
event-change-scheduled =
    { $change ->
        [totp] A new phone was set up. It counts from { $until } on
        [passkey] A new passkey was added. It counts from { $until } on
        [sheet] A new sheet was proved. It counts from { $until } on
        [replacement] The replacement of a used code was typed back. It counts from { $until } on
       *[other] A new password and phone were set. They count from { $until } on
    }
event-change-applied =
    { $change ->
        [totp] The new phone counts now
        [passkey] The new passkey counts now
        [sheet] The new sheet counts now
        [replacement] The replacement of a used code counts now
        [address-add] The new outside address counts now
        [address-remove] The outside address that was removed hears of nothing now
        [address-replace] The new outside address counts now, and the one before it hears of nothing
       *[other] The new password and phone count now
    }
event-change-stopped =
    { $change ->
        [totp] A new phone was stopped before it counted
        [passkey] A new passkey was stopped. It opens nothing
        [sheet] A new sheet was stopped before it counted
        [replacement] The replacement of a used code was stopped before it counted
        [address-add] A new outside address was stopped before it counted
        [address-remove] An outside address was brought back
        [address-replace] A new outside address was stopped, and the one before it was brought back
       *[other] A new password and phone were stopped before they counted
    }
event-frozen =
    { $taken ->
        [phone] The account was frozen, because the phone was taken
        [paper] The account was frozen, because the sheet of codes was taken
       *[other] The account was frozen
    }
event-thawed =
    { $taken ->
        [phone] The account was opened again after a freeze. The phone that was taken opens nothing, and no passkey does
       *[other] The account was opened again after a freeze. The codes on the sheet open nothing
    }
event-found-again =
    { $what ->
        [phone] The phone that the freeze had shut was found, and works again
        [passkey] The passkey that the freeze had shut was used again, and works
       *[other] The sheet of codes that the freeze had shut was found, and works again
    }
event-app-password-made = The app password “{ $label }” was made
event-app-password-removed = The app password “{ $label }” was removed
event-mail-signed-in =
    { $by ->
        [main-password] A mail program signed in with your main password ({ $protocol })
       *[other] A mail program signed in with “{ $label }” ({ $protocol })
    }
event-mail-refused = A mail program was refused ({ $protocol })
event-main-password-tried = A mail program tried a password that is no app password
event-app-opened = { $app } was opened
event-app-signed-out = { $app } was signed out
event-token-reused = A key of { $app } was used twice, so { $app } was signed out
event-sending-held = So much mail was sent at once that it is held
event-filter-switched-off = The mail filter “{ $label }” was switched off
event-account-imported = The mailbox came from the old system
event-account-erased = The app erased the account
banner-aside = What you should know
banner-title = This happened since you last looked
banner-more =
    { $count ->
        [one] And 1 thing more: it stands in your activity.
       *[other] And { $count } things more: they stand in your activity.
    }
banner-seen = That is all right
banner-freeze = If it wasn't you, freeze the account
# Nobody’s own event; it stands in no account’s list.
event-history-erased = Events were erased but for their kind and time
event-event-answered =
    { $answer ->
        [me] You said of something in this list that it was you
       *[other] You said of something in this list that it wasn't you
    }
# For operators. $address is the mailbox.
event-intruder-reported = The owner of { $address } reported an intruder, and the account is frozen
event-advisory-mailed = We mailed you: { $title }
event-reminded = We mailed you what there is to do
event-digest-mailed = We mailed you what happened in a year
# $setting is the name of a setting, $was and $now are values with their unit.
event-policy-changed = The policy changed: “{ $setting }”. Before: { $was }. Now: { $now }
event-policy-change-waits = A looser rule waits: “{ $setting }”. Now: { $was }. From { $until } on: { $now }
event-policy-change-stopped = A looser rule was stopped: “{ $setting }”. It stays: { $was }
# $app is the id of a program of another service.
event-api-app-added = The program { $app } was let in
event-api-app-removed = The program { $app } was sent away
event-api-key-made = A key was made for the program { $app }. It may: { $scopes }
event-api-key-revoked = A key of the program { $app } was revoked
event-codes-required = You were told that backup codes are required from { $until } on
event-backup-restored =
    { $sheets ->
        [kept] The service was restored from a copy made on { $until }, and everybody was signed out
       *[retired] The service was restored from a copy made on { $until }. Everybody was signed out, and every sheet stopped working
    }
event-keys-rotated = The operator changed the keys
