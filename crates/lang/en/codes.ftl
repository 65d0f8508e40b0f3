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
codes-staged-title = Your sheet is proved, and waits
codes-staged = Your new sheet is proved. It starts to count on { $until }.
codes-staged-lead = We don't know this device yet, so we wait. If it wasn't you who made the sheet, stop it on the first page. If it was you, put the sheet in its place and do nothing.
codes-disabled = Your codes are switched off, because there were too many wrong tries. Somebody may have been guessing. Get a new sheet.
codes-shut = Your sheet is shut, because you told us that it was taken when your account was frozen. Get a new sheet.
codes-lost = You told us that your sheet was lost, so its codes are stopped. Get a new sheet.
# The number of codes that are left stands large beside it: "8 | of 10 codes are left".
codes-active = of { $of } codes are left
# Stands beside the number, so it doesn't say it again.
codes-left =
    { $left ->
        [one] code is left
       *[other] codes are left
    }
codes-sheet = Sheet { $sheet }, in use since { $since }
codes-last-drill = You last tried the drill on { $on }.
codes-never-drilled = You haven't tried the drill with this sheet yet.
codes-owed = You used a code, and its replacement is waiting for you.
codes-few = Only a few codes are left.
codes-phone-first-title = Add a second step first
codes-phone-first-lead = Backup codes stand in for your passkey or your phone, so there has to be one.
codes-phone-first-then = It takes two minutes. Then come back here.
codes-address-first-title = Add an outside address first
codes-address-first-lead = If somebody uses a code of yours, we tell you there. A notice in the mailbox itself would only reach the thief.
codes-address-first-then = Add an address and type the code that we mail there. Then come back here.

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
# $name is the owner's name.
enable-label-default = { $name }’s mailbox
enable-label-long = That is too long for the sheet. Take at most 60 characters.
enable-label-wide = That doesn't fit on the sheet. Take a shorter name, or leave your full address away.
enable-label-hint = Printed at the top. If somebody finds the sheet, it needn't tell them your address.
enable-full-address = Print my full address too: { $address }
enable-editions = What do you want to keep?
enable-editions-none = Tick at least one of the sheets.
enable-standard = A sheet with strips to tear off.
enable-standard-for = For most people: one page, and a strip for a second place.
enable-large = Large print.
enable-large-for = For eyes that need big letters: two pages for ten codes.
enable-card = A card for the wallet.
enable-card-for = For people who are often away: it folds to the size of a bank card.
enable-braille = A braille file.
enable-braille-for = For people who read with their fingers: for an embosser or a braille display. With other sheets it comes in one ZIP file.
enable-size = Paper
enable-a4 = A4
enable-letter = Letter (United States, Canada)
enable-paper-delete = You get one file, the only one there is. Print or emboss it, then delete it and empty the bin. Don't mail it to yourself, and don't photograph it.
enable-on-paper = Is it on paper?
enable-printer = Look whether every line is easy to read. If the printer ate it, make the sheet again.
enable-paper-missing = There is no sheet to prove yet. Make it first.

enable-by-hand = No printer?
enable-by-hand-lead = Take paper and a pen, and copy four codes by hand. We show them one after the other. You type each one back from your paper, so a slip is found now and not on a bad day.
enable-by-hand-start = Write by hand
enable-write-title = Write code { $slot } of { $of }
enable-write-lead = Take one sheet of paper and a pen. Nobody should look over your shoulder.
enable-write-head = First copy this to the top of your paper
enable-write-head-sheet = Backup codes, sheet { $sheet }, { $on }
# $site is the portal's host.
enable-write-head-site = Type them only at { $site }. Staff never ask for a code.
enable-write-head-words = Before you type one, the page must show: { $first } { $second }
enable-write-under = Then write code { $slot } under it
enable-write-line = Copy it as one line: the number, the four groups and the word. Write big and clear.
enable-write-spelled = If somebody else writes, say it like this
enable-write-type-back = Now type code { $slot } from your paper
enable-write-once = Each code is shown only now. When you go on, nobody can show it again.
enable-write-differs-one = The { $a } symbol isn't the one on this page. If the slip is on your paper, put it right there. Then type the code again.
# $a is one place, or several with commas; $b is the last.
enable-write-differs-two = The { $a } and { $b } symbols aren't the ones on this page. If the slips are on your paper, put them right there. Then type the code again.
enable-write-another = That is another code. Copy the one on this page, and type it from your paper.
enable-write-late = That code is gone: it was shown more than ten minutes ago, or another window went on. It doesn't count.
enable-write-paused =
    { $written ->
        [0] You have begun to write { $of } codes by hand.
        [one] One of { $of } codes is written.
       *[other] { $written } of { $of } codes are written.
    }
enable-write-paused-why = We never show a code twice, so code { $slot } is drawn anew. If a code { $slot } stands on your paper already, cross it out.
enable-write-show = Show me code { $slot }
enable-write-anew = Begin again
enable-write-going = You are writing sheet { $sheet } by hand. It doesn't count yet.
enable-write-go-on = Go on writing

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
drill-over = That took more than ten minutes, so here are two other codes.
drill-nothing-title = There is nothing to drill with
drill-nothing-lead = A drill takes a sheet with at least two codes that work.
drill-nothing-then = Your backup codes page shows what you have.
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
# $on is a moment.
check-used = This code was already used on { $on }. Each code works once. Cross it out on your sheet.
# $from is a moment.
check-done-later = It is one of yours and it wasn't used. It starts to work on { $from }.
check-not-here-title = A code can't be checked here
check-not-here-then = Try the drill: it shows that your sheet is at hand, and needs no code.
check-needs-another-factor = You came in without the six digits of your phone. We check a code only beside them, so that nobody can use this page to try out codes.
check-needs-known-device = You can check a code only on a device where you have signed in for a week or more.
check-needs-a-sheet = You have no sheet of codes that works now.

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
        [0] Then we stop it right now, before it ever counts. It can't be switched on again.
        [one] Then we stop the one code that is left on it, right now. It can't be switched on again.
       *[other] Then we stop all { $left } codes that are left on it, right now. They can't be switched on again.
    }
lost-then = Your password and your phone go on working. You can get a new sheet straight away.
lost-then-phone = Then sign in with your phone, and get a new sheet.
lost-then-help-desk = Be careful: your phone isn't set up or is switched off, so these codes are your only way in. Once they are stopped, only the help desk can let you in again.
lost-nothing-title = There is no sheet to stop
lost-nothing-lead = No sheet of yours works now. Whoever finds one can do nothing with it.
lost-nothing-then = Your backup codes page shows what you have.
lost-done-title = Your codes are stopped
lost-done-lead = Whoever finds the sheet can do nothing with it.
lost-done-phone = Now sign in with your phone, and get a new sheet.
lost-done-help-desk = Nothing you have opens the mailbox now. Ask the help desk for the way back in. They never ask you for a code.
lost-done-then = You have no backup codes now. Get a new sheet while you have your phone.
