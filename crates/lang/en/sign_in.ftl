### Signing in: address and password, the second step, using a code, the page after it, a forgotten password.
###
### Ids in this file begin with one of: sign-in-, second-step-, use-code-, signed-in-, step-up-, session-, forgotten-
### Voice: plain words, short sentences, second person, present tense, reading age 12.
### Say what happened, what it means, what to do, in that order. No markup in a sentence.

## Sign in

sign-in-title = Sign in
sign-in-forgotten = I forgot my password
sign-in-refused = That didn't work. Check the address and the password, and try again.
sign-in-ended = You were signed out because nothing happened for a while. Your place is kept: sign in and you are back where you were.
# $wait is a length of time: "2 minutes".
sign-in-wait = There were many tries in a row. Try again in { $wait }.
sign-in-half-ended = That took more than ten minutes, so we start again. Type your address and password once more.

## Second step

second-step-passkey-title = Now your second step
second-step-passkey-lead = Your device asks for your fingerprint, your face or its PIN.
second-step-or-phone = Or your phone
second-step-title = Now your phone
second-step-lead = Open the code app on your phone and type the six digits it shows for this mailbox.
second-step-wrong = That didn't work. Wait for the next six digits and type those. Check that your phone's clock is right.
second-step-no-phone-lead = Is your phone lost, broken or empty?
second-step-no-phone = I don't have my phone
second-step-codes-shut = Your sheet of codes is shut, because you told us that it was taken. So only your phone gets you in. If it is gone too, ask the help desk what to do.
second-step-no-codes = Without your phone you can't sign in here, because this mailbox has no backup codes. Ask the help desk what to do.

## Use a code

use-code-title = Use a backup code
use-code-words = Take out your sheet. These two words stand at its top:
use-code-words-hint = Does your sheet show other words? Then stop and type nothing. This page may be a copy made to steal your code, or the sheet is an old one.
# $left is how many codes are left besides the one that is typed.
use-code-what-happens =
    { $left ->
        [0] It will be used up. It is your last one.
        [one] It will be used up. You have 1 more.
       *[other] It will be used up. You have { $left } more.
    }
use-code-phone-found = I have my phone after all
use-code-unreadable = We can't read that as a code. Compare it with your sheet, symbol by symbol. Type ? for a symbol you can't read.
use-code-missing = Type one code from your sheet.
# $have is how many symbols were typed.
use-code-short = A code has 20 symbols and you typed { $have }. Look for the ones that are missing.
use-code-long = A code has 20 symbols and you typed { $have }. Type one code only.
# $sign is the character, $place its place such as "fourth".
use-code-strange = No code has the sign { $sign } in it. It is the { $place } symbol you typed. If you can't read it, type ? instead.
use-code-wrong = That didn't work. Check the code and try again.
# $on is a date, or a date and time.
use-code-spent = This code was already used on { $on }. Each code works once. Take another one, and if you didn't use it yourself, change your password as soon as you are in.
use-code-replaced = This code is from an old sheet that was replaced on { $on }. Look for the newer sheet.
use-code-stopped = This code is from a sheet that was stopped on { $on }. Sign in with your phone, or ask the help desk what to do.
use-code-disabled = Your backup codes are switched off, because there were too many wrong tries. Sign in with your phone, or ask the help desk.
use-code-suspended = Your sheet of codes is shut, because you told us that it was taken when your account was frozen. Sign in with your phone, or ask the help desk.
use-code-none = This mailbox has no backup codes now. Sign in with your phone, or ask the help desk what to do.
# $until is a date and time.
use-code-staged = Your new sheet starts to count on { $until }, so its codes open nothing yet. Sign in with your phone, or wait.
use-code-all-used = Every code on your sheet is used up. Sign in with your phone, or ask the help desk what to do.

use-code-read-title = Is that your code?
use-code-read-as = We read your code as:
use-code-read-question = Is that what your sheet says?
use-code-read-yes = Yes, that's it
use-code-read-no = No, let me type it again
use-code-read-late = That took more than ten minutes. Type the code once more.
use-code-unclear-one = The { $a } symbol was unclear.
# $a is one place, or several with commas; $b is the last.
use-code-unclear-two = The { $a } and { $b } symbols were unclear.
use-code-place-1 = first
use-code-place-2 = second
use-code-place-3 = third
use-code-place-4 = fourth
use-code-place-5 = fifth
use-code-place-6 = sixth
use-code-place-7 = seventh
use-code-place-8 = eighth
use-code-place-9 = ninth
use-code-place-10 = tenth
use-code-place-11 = eleventh
use-code-place-12 = twelfth
use-code-place-13 = thirteenth
use-code-place-14 = fourteenth
use-code-place-15 = fifteenth
use-code-place-16 = sixteenth
use-code-place-17 = seventeenth
use-code-place-18 = eighteenth
use-code-place-19 = nineteenth
use-code-place-20 = twentieth

# Said under the field while somebody types.
use-code-live-good = That reads as code { $slot }.
use-code-live-one = One symbol looks wrong: the { $place }.
use-code-live-many = Two symbols look wrong: the { $a } and the { $b }.
use-code-live-filled = That reads as code { $slot }. We filled in what you couldn't read.
use-code-live-missing =
    { $count ->
        [one] One more symbol.
       *[other] { $count } more symbols.
    }
use-code-live-extra =
    { $count ->
        [one] That is one symbol too many.
       *[other] That is { $count } symbols too many.
    }
use-code-live-bad = That doesn't read as a code. Compare it with your sheet.

## You're in

signed-in-title = You're in
# $slot is the number of a code on the sheet.
signed-in-used = You used code { $slot }. It won't work again. Cross it out on your sheet.
signed-in-held = We don't know this device yet. A new phone, a new sheet or the replacement below start to count on { $until }, so that you can stop somebody else. Another second step of yours makes it quicker.
signed-in-replacement = Write down its replacement
signed-in-replacement-lead = Write this number, code and word on the first free line of your sheet. We show them only once.
signed-in-slot = Code number
signed-in-word = The word beside it: { $word }
signed-in-type-back = Now type it from your sheet
signed-in-type-back-hint = Look at the paper while you type. That shows that it is right.
signed-in-type-back-wrong = That isn't the new code. Compare your paper with the code above, symbol by symbol.
signed-in-draw-again-lead = Something went wrong with the paper?
signed-in-draw-again = Make another one
signed-in-owed = A replacement is waiting for you
signed-in-owed-lead = You used a code and get a new one for it. Take your sheet and a pen before you go on.
signed-in-draw = Show me the new code
signed-in-no-more-slots = This sheet has no free lines left. Get a new sheet soon.
signed-in-phone = And your phone?
signed-in-phone-lead = If it comes back, there is nothing to do. If it is gone for good, set up the new one here. The old one then stops working.
signed-in-phone-new = Set up a new phone
signed-in-home = Go to the first page
signed-in-replacement-done = Your new code counts now. Keep the sheet where it was.
signed-in-replacement-staged = Your new code is on your sheet and starts to count on { $until }. Keep the sheet where it was.

## Once more, before something weighty

step-up-title = Is it still you?
step-up-lead = This is an important change. Show once more that it's you.
step-up-wrong = That didn't work. Try again.

## Ending a session

session-everywhere-title = Sign out everywhere
session-everywhere-lead = This signs you out on every device, this one too. Your password, your phone and your codes stay as they are. If you think somebody else knows your password, change it first.
session-over-title = You are signed out
session-over-lead = Nobody who uses this browser after you can get in.
session-over-then = You can close this window.

## Forgotten password

forgotten-title = You forgot your password
forgotten-lead = You need one backup code, and a passkey or your phone. Together they let you set a new password.
forgotten-nothing = If you have no code, or neither passkey nor phone, ask the help desk. They never ask you for a code.
# One answer, whatever was wrong.
forgotten-refused = That didn't work. Wait for the next six digits and type those. If that doesn't help, check the address and the code.
forgotten-again = Type the address and the code again
forgotten-second-step-title = Now your second step
forgotten-second-step-lead = Type the six digits that the code app on your phone shows for this mailbox. If you have a passkey, use that instead.
forgotten-password-title = Your new password
forgotten-done-title = Your new password is set
forgotten-done-lead = You are signed out on every device. The backup code you typed is used up.
forgotten-done-then = Sign in with your new password and your second step.
