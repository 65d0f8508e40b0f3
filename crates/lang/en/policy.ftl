### The policy: what is required of owners and granted to them. Its settings, their values, the operator's pages.
###
### Ids in this file begin with: policy-
### Voice: plain words, short sentences, second person, present tense, reading age 12.
### Say what happened, what it means, what to do, in that order. No markup in a sentence.

policy-title = Policy
policy-lead = What you ask of owners, and what you grant them. What makes a rule stricter holds at once, on every node. What makes it looser waits a day: every operator hears of it by mail and can stop it here.
policy-change = Change
policy-waits-title = Waiting
policy-waits = From { $at } on: { $value }.
# $by is an operator's address.
policy-waits-by = Asked for by { $by }.
policy-waits-by-command = Asked for on the server's command line.
policy-stop = Stop it
policy-stopped = It was stopped. What holds now goes on.
policy-stop-told = Every operator is told. If you don't know why it was asked for, talk to the others.
# The page behind the link of an operator's mail. $setting is a rule, $was and $now are values of it.
policy-stop-link-lead = “{ $setting }” is about to become looser. Now: { $was }. Then: { $now }. It has not taken effect yet. If that isn't right, stop it.
policy-stop-link-otherwise = Is it right? Close this page. The change takes effect when its time comes.
policy-stop-none = Nothing was waiting there any more. Look at what holds now.
policy-fixed-totp = A passkey, or an authenticator app on a phone
policy-fixed-totp-why = Both always count as a second step. A passkey opens the mailbox without the password, because its device asks for a fingerprint, a face or a PIN.
policy-fixed-blocklist = Passwords that are guessed first
policy-fixed-blocklist-why = They are refused, and so are the address and the names. Your own list of such words is the configuration's blocklist_file.
policy-fixed-always = Always

## Where a value comes from

policy-from-default = As Counterfoil comes
policy-from-file = From the configuration file
policy-from-pinned = From the configuration file, which pins it. An operator had set something looser.
# $by is an operator's address, $at a moment.
policy-from-operator = Set by { $by } on { $at }
policy-from-command = Set on the server's command line on { $at }
policy-pinned = Pinned in the configuration file: it can only get stricter here.

## The page of one setting

policy-now = It is now
policy-new = What shall it be?
policy-yes = Yes
policy-no = No
policy-date-hint = A day from today on, within two years, written like 2027-03-31. Leave it empty for never.
# Both are values with their unit.
policy-range = From { $min } to { $max }.
policy-range-ever = From { $min } to { $max }, or 0 for no limit.
policy-range-recipients = From 1 to 1,000,000 recipients an hour.
policy-stricter = Stricter holds at once. Looser waits until this time tomorrow, and you prove first that it is you.
policy-sideways = It holds at once, for sheets that are made from then on. You prove first that it is you.
policy-save = Change it
# $base is a value with its unit.
policy-unset = Use what the configuration says: { $base }
policy-unset-default = Use what Counterfoil comes with: { $base }
policy-done-now = “{ $setting }” is changed. It holds from now on. Every operator hears of it.
policy-done-later = “{ $setting }” changes on { $at }. Until then the stricter rule holds, and every operator can stop it here.
policy-wrong-number = Write a whole number.
policy-wrong-date = Write a day like 2027-03-31, or leave it empty for never.
policy-wrong-day = Take a day from today on, within two years.
policy-wrong-choice = Choose yes or no.
policy-wrong-range = Take a number from { $min } to { $max }.
# $other is the name of another setting.
policy-wrong-other = This doesn't go with “{ $other }”, as that is or will be once its waiting change holds. Change that one first.
policy-wrong-pinned = The configuration file pins this. It can only get stricter here.
policy-wrong-same = It is so already.

## Values

policy-value-yes = Yes
policy-value-no = No
policy-value-never = Never
policy-value-ever = No limit
policy-value-from = From { $date } on
policy-value-codes = { $count ->
    [one] 1 code
   *[other] { $count } codes
}
policy-value-characters = { $count ->
    [one] 1 character
   *[other] { $count } characters
}
policy-value-minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
}
policy-value-hours = { $count ->
    [one] 1 hour
   *[other] { $count } hours
}
policy-value-days = { $count ->
    [one] 1 day
   *[other] { $count } days
}
policy-value-recipients = { $count ->
    [one] 1 recipient an hour
   *[other] { $count } recipients an hour
}

## The settings: what each is called, and why it is there

policy-group-codes = Backup codes
policy-codes-required-from = Backup codes are required
policy-codes-required-from-why = Whoever has no codes when the day comes makes them right after sign-in, before anything else in the portal. Mail stays open. Owners read of the day on their first page and by mail.
policy-codes-grace-days = Days of grace for a new owner
policy-codes-grace-days-why = Whoever joins shortly before that day, or after it, has so long to get codes onto paper.
policy-codes-per-sheet = Codes on a new sheet
policy-codes-per-sheet-why = Up to 12 fit on one page. Sheets that are in use stay as they are.
policy-require-outside-address = An address outside the mailbox comes before codes
policy-require-outside-address-why = Somebody who took over the mailbox could hide our warnings. They go to that address too.

policy-group-factors = What counts as a second step
policy-codes-as-first-second-factor = Backup codes as the first second step
policy-codes-as-first-second-factor-why = For owners without a phone. Safer is no: whoever only knows the password could then make codes.

policy-group-passwords = New passwords
policy-password-least-alone = Shortest password without a second step
policy-password-least-alone-why = Such a password is all that stands between a stranger and the mailbox. Passwords that are set already stay.
policy-password-least-beside = Shortest password beside a second step
policy-password-least-beside-why = With a second step a shorter one is enough. Long is better than strange.

policy-group-sessions = Sign-ins
policy-session-idle = A sign-in that nobody uses ends after
policy-session-idle-why = Whoever finds a browser open must not find a mailbox open.
policy-session-absolute = A sign-in ends in any case after
policy-session-absolute-why = A stolen cookie is worth nothing after that.

policy-group-holds = After a code on a device that we don't know
policy-hold = New things wait
policy-hold-why = A new phone or a new sheet counts only after this time, so that the owner can stop it from a notice.
policy-removal-hold = Nothing is removed for
policy-removal-hold-why = So long nobody takes off a phone or an address. Not shorter than the time above.

policy-group-apps = Apps and mail programs
policy-access-token = An app asks again after
policy-access-token-why = What you take away is dead at once at our door. An app may believe its own key for so long.
policy-app-idle = An app signs in again after
policy-app-idle-why = An app that nobody opened for so long is signed out.
policy-app-password-longest-days = App passwords end after
policy-app-password-longest-days-why = The longest that an owner may let a mail program's password work.

policy-group-sending = Mail that leaves
policy-sending-floor = Everybody may write to
policy-sending-floor-why = So many recipients an hour go out unasked. Beyond three times what an account usually sends, mail is held.
policy-sending-ceiling = Nobody may write to more than
policy-sending-ceiling-why = Whatever an account usually sends. A stolen account must not spoil your name as a sender.

policy-group-addresses = Outside addresses
policy-address-change-days = A change of outside addresses waits
policy-address-change-days-why = While it waits, each address that was there before can stop it, and one that was removed still hears of everything.
policy-address-review-days = An owner is asked about an address after
policy-address-review-days-why = Is it still theirs, and do they read its mail?

## An owner of whom codes are required

# $day is a date.
policy-codes-by = From { $day } on, everybody here needs backup codes. You have none yet. Make yours before: from that day on, nothing else on these pages opens without them.
policy-codes-title = Make your backup codes first
policy-codes-lead = Since { $day }, everybody here needs backup codes: a sheet of paper that opens the mailbox when the phone is gone. You have none yet. Your mail stays open; everything else on these pages opens once you have yours.
policy-codes-steps = What it takes
policy-codes-step-second = A second step: a passkey or your phone
policy-codes-step-sheet = A sheet of backup codes
policy-codes-step-todo = Still to do
policy-codes-step-done = Done
policy-codes-help = If you can't make any now, ask a person.
