### What happened, as its owner reads it: the list, what is answered to an event, and the line on a sheet.
###
### Ids in this file begin with one of: activity-
### Voice: plain words, short sentences, second person, present tense, reading age 12.
### Say what happened, what it means, what to do, in that order. No markup in a sentence.

## The list

activity-title = What happened
activity-lead = Everything that touched your password, your phone, your codes or your addresses, newest first. Something here wasn't you? Say so beside it: that freezes your account, and nobody gets in with what they stole.
# Read out before the sorts of events to choose from.
activity-filter = What is shown
activity-show-all = Everything
activity-show-sign-ins = Sign-ins
activity-show-codes = Codes
activity-show-recovery = Ways in and back
activity-show-mail = Mail
activity-none-of-these = Nothing of this kind. When something happens, it stands here.
# Read out before the links to other pages of the list.
activity-pages = More of the list
activity-newest = Newest
activity-older = Older
activity-export = Keep a copy of this list:
activity-export-csv = as a table (CSV)
activity-export-json = for programs (JSON)
# $methods is a list of the four below.
activity-used = with { $methods }
activity-used-password = password
activity-used-phone = phone
activity-used-code = backup code
activity-used-passkey = passkey
activity-new-network = New: first time from this network
activity-new-country = New: first time from this country
activity-me = That was me
activity-not-me = That wasn't me
# $at is a moment in words.
activity-said-me = You said on { $at } that this was you.
activity-said-not-me = You said on { $at } that this wasn't you.
activity-me-noted = Noted: that was you.
activity-me-not-here = Only a device that was yours before this happened can say that it was you. This one isn't, or you said so already. Use the computer or phone that you signed in with before.
activity-empty = Nothing yet. When something touches your password, your phone, your codes or your addresses, it stands here.

## “That wasn’t me”

activity-deny-title = That wasn't you?
activity-deny-lead = You say that somebody else did this:
activity-deny-then = We tell the people who run your mail, too. When you are back, we ask for another password first.
activity-deny-already = You said so before, and your account was frozen then.
activity-denied-lead = Whoever was in is out, and can't come back with what they stole. Nothing was deleted, and mail still arrives.
activity-denied-stopped = What was stopped
activity-denied-browsers = Every browser is signed out, this one too.
activity-denied-programs = Mail programs are cut off and app passwords stop for good. Apps that you opened with this account are signed out.
activity-denied-codes = No code from your sheet and no digits from your phone open the mailbox now.
activity-denied-waiting = Changes that waited will not happen.
activity-denied-now = What to do now
activity-denied-look = Look for your phone and your sheet of codes. Do you have both?
activity-denied-open = Sign in with your password. We ask what was taken. What you still have opens your account: your phone, or a code from your sheet.
activity-denied-help = Sign in with your password. You have no phone and no sheet set up here, so a person has to help you. The page says how.
activity-denied-password = Choose another password. Whoever was in may know this one, so we ask for it first.
activity-denied-rest = Look at your outside addresses, your app passwords and your mail filters. A thief may have left a way back in there.
activity-denied-told = We wrote to your outside addresses and to the people who run your mail.
activity-denied-told-you = We wrote to your outside addresses.

## The line on a sheet, compared

activity-record-title = Is the record unchanged?
activity-record-lead = Each sheet of codes has a line of twenty letters and digits at its foot. It stands for everything that was on record here, for all mailboxes, on the day of the sheet. If somebody rewrote that record since, the line no longer fits.
activity-record-line = The line on your sheet
activity-record-line-hint = Five groups of four. It is no code and opens nothing.
activity-record-button = Compare
activity-record-unreadable = That is not such a line: it has twenty letters and digits. Type all of it, as it stands on your sheet.
# $at is a moment in words.
activity-record-fits = It fits. The line stands for what was on record on { $at }.
activity-record-differs = This line fits nothing that was on record here. Read each letter again. If it is right, somebody may have rewritten the record, or the service was restored from a backup just after your sheet was made. Show the sheet to the people who run your mail.
activity-record-limits = This page believes the server that shows it. The people who run your mail can check the whole record, and anybody who knows about such things can look over their shoulder.
activity-record-link = Compare the line on my sheet
