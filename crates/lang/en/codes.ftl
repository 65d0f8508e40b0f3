### Backup codes in the portal: enabling, proving, drill, check, renewal, a lost sheet.
###
### Ids in this file begin with one of: codes-, enable-, drill-, check-, renew-, lost-
### Voice: plain words, short sentences, second person, present tense, reading age 12.
### Say what happened, what it means, what to do, in that order. No markup in a sentence.

## State

codes-title = Backup codes
codes-none = You have no backup codes yet.
codes-none-why = Each one opens your mailbox once when your phone is gone. You keep them on a sheet of paper. It takes three minutes.
# $sheet is the number printed on the sheet.
codes-drawn = Sheet { $sheet } was made, but it doesn't count yet. Type one code from it, within an hour of making it.
codes-print-again = Make the sheet again
codes-staged = Your new sheet is proved. It starts to count on { $until }.
codes-staged-lead = We don't know this device yet, so we wait. If it wasn't you who made the sheet, stop it on the first page. If it was you, put the sheet in its place and do nothing.
codes-disabled = Your codes are switched off, because there were too many wrong tries. Somebody may have been guessing. Get a new sheet.
# The number of codes that are left stands large beside it: "8 | of 10 codes are left".
codes-active = of { $of } codes are left
codes-sheet = Sheet { $sheet }, in use since { $since }
codes-last-drill = You last tried the drill on { $on }.
codes-never-drilled = You haven't tried the drill with this sheet yet.
codes-renewal-open = You made a new sheet, but it doesn't count yet.
codes-renewal-go-on = Type one code from it
codes-session-needed = You need your phone set up before you can have codes.

## Enabling

enable-title = What a backup code is
enable-idea = A backup code opens your mailbox once, when your phone is lost, broken or empty. You type it after your password.
enable-idea-paper = You get ten of them on one sheet of paper. You have the codes. We keep only a mark that lets us tell a true one from a false one, so nobody can steal them from us.
enable-river = Your phone is in the river. What now?
enable-river-hint = Choose what you would do. Nothing happens if you choose wrong.
enable-river-desk = I ring the help desk and read them a code.
enable-river-paper = I take my paper, type my password and then one code.
enable-river-mailbox = I look up the codes in my mailbox.
enable-river-not-desk = Not quite. Nobody at the help desk ever asks for a code. You type it yourself, after your password. Choose again.
enable-river-not-mailbox = Not quite. Without your phone you can't open your mailbox, so nothing in it helps. The codes have to be on paper. Choose again.
enable-river-not-answered = Choose one of the three.

enable-paper-title = Get it on paper
enable-paper-lead = Stand by your printer. We make the sheet once and don't keep it. If anything goes wrong, make it again: the first sheet then counts for nothing.
enable-label = What the sheet calls your mailbox
enable-label-hint = Printed at the top. If somebody finds the sheet, it needn't tell them your address.
enable-full-address = Print my full address too: { $address }
enable-size = Paper
enable-a4 = A4
enable-letter = Letter (United States, Canada)
enable-paper-delete = The sheet opens as a PDF file. Print it, then delete the file and empty the bin. Don't mail it to yourself, and don't photograph it.
enable-on-paper = Is it on paper?
enable-printer = Look whether every line is easy to read. If the printer ate it, make the sheet again.
enable-paper-missing = There is no sheet to prove yet. Make it first.

enable-prove-title = Show that it works
enable-prove-lead = Type any one code from the new sheet. It is checked, not used up. Until then, the sheet doesn't count.
enable-prove-field = One code from the new sheet
enable-prove-wrong = That isn't a code of the newest sheet. If you made the sheet more than once, take the one you printed last.
enable-prove-late = That sheet is more than an hour old and was never proved, so it counts for nothing. Make it again.
enable-done-title = Your backup codes are on
enable-done-lead = When your phone is gone, sign in with your password and press "I don't have my phone".
enable-done-then = Put the sheet where you keep your passport. Cut off a strip of two codes for your wallet if you like.

## Drill

drill-title = The drill
drill-what = Type the words beside two codes. It uses nothing up.
drill-lead = Take out your sheet, as you would on a bad day. Beside each code stands a word. You type two of these words, and no code.
drill-word = The word beside code { $slot }
drill-wrong = That isn't the word beside this code. Look at the line again. Is it the newest sheet?
drill-no-sheet = I can't find my sheet
drill-done-title = Your sheet is where you need it
drill-done-lead = Both words are right. On the day, you will find it again.
drill-done-then = Put it back. We ask you again in a few months.

## Check

check-title = Check a code
check-what = Type a whole code. It is checked, not used up.
check-lead = Use this if you wonder whether you can still read your sheet. The code stays good. We tell you by mail that it was checked.
check-wrong = That isn't one of your unused codes. Check it and try again.
check-done-title = This code works
check-done-lead = It is one of yours and it wasn't used. It still works once.
check-done-then = Put your sheet back.
check-not-here = You can check a code only on a device where you have signed in for some time. Try the drill.

## Renewal

renew-title = Get a new sheet
renew-what = When few codes are left, or the paper is old.
renew-page-title = Get a new sheet
renew-idea = You get ten new codes on a new sheet of paper.
renew-idea-old = Your old sheet works until the new one is proved. Then every code on it stops working at once.
renew-done-title = Your new sheet counts
renew-done-lead = Every code on the old sheet has stopped working.
renew-done-then = Tear up the old sheet, and its strips. Put the new one in its place.

## Lost

lost-title = I lost my sheet
lost-what = Stops every code on it at once.
lost-page-title = Is your sheet lost?
lost-lead =
    { $left ->
        [one] Then we stop the one code that is left on it, right now. It can't be switched on again.
       *[other] Then we stop all { $left } codes that are left on it, right now. They can't be switched on again.
    }
lost-then = Your password and your phone go on working. You can get a new sheet straight away.
lost-done-title = Your codes are stopped
lost-done-lead = Whoever finds the sheet can do nothing with it.
lost-done-then = You have no backup codes now. Get a new sheet while you have your phone.
