### What is mailed when something happened: subjects and bodies.
###
### Ids in this file begin with one of: notice-
### Voice: plain words, short sentences, second person, present tense, reading age 12.
### Say what happened, what it means, what to do, in that order. No markup in a sentence.
###
### For each kind of event: -subject, -body (what happened, what it means) and one thing to do: -do, or -link, which stands
### before a one-time link and ends in a colon. $service and $url, where owners sign in, are given to every sentence.
### $sheet is the number of a sheet, $code the number of a code on it, $until a moment. Never a code itself.

## The frame of every notice

notice-hello = Hello { $name },
notice-when = When: { $moment } ({ $zone })
notice-when-here = When: { $moment }
# $network is an internet address.
notice-where = From: { $network }
# $device is the browser, as "Firefox on Linux".
notice-device = Device: { $device }
notice-account = This is about the account { $account }. You read this because notices about it go to this address.
# $phrase is what the owner chose. A mail without it may be a fake.
notice-phrase = Your words: { $phrase }
# The freeze, where it is the one thing to do, and where it stands below something else. $until is a moment.
notice-freeze = If that wasn't you, freeze the account here. Nobody can sign in then, until you prove who you are. The link works once, until { $until }:
notice-freeze-too = Or freeze the whole account, so that nobody can sign in until you prove who you are. This link works once, until { $until }:
# For the two mails that don't tell of something: an invitation, and the code for a new address.
notice-account-only = This is about the account { $account }.
notice-staff = Nobody from our help desk will ever ask you for a code. If somebody does, it is not us.
notice-help = If you need help, ask the people who run { $service }.

## Things to do that several notices share

notice-sign-out = If that wasn't you, sign in at { $url } and choose “Sign out everywhere”.
notice-forgot-password = If that wasn't you, go to { $url } now and choose “I forgot my password”.
notice-password-known = If that wasn't you, somebody knows your password: sign in at { $url } and set a new one.
notice-lost-sheet = If that wasn't you, sign in at { $url } and choose “I lost my sheet”: its codes stop working at once.
notice-print = Sign in at { $url } and print a new sheet.
notice-stop = If that wasn't you, stop it here:
notice-operators-ask = You read this as an operator. If nobody of you wanted it, sign in at { $url } and look at the operator's desk.
notice-ask = If you don't know why, ask a person now: the last lines of this message say how.

## The account

notice-account-invited-subject = You are invited to { $service }
notice-account-invited-body = The mailbox { $address } is ready for you. You choose a password, and then it is yours.
notice-account-invited-link = Open it here. The link works once, within seven days:

notice-account-created-subject = Your account is open
notice-account-created-body = The invitation was accepted and a password was set. From now on, you hear of everything that changes how the account opens.
notice-account-created-do = { notice-ask }

notice-account-suspended-subject = Your account is suspended
notice-account-suspended-body = An operator suspended the account. Nobody can sign in now. Nothing was deleted.
notice-account-suspended-do = { notice-ask }

notice-account-unsuspended-subject = Your account works again
notice-account-unsuspended-body = An operator lifted the suspension. You can sign in as before.
notice-account-unsuspended-do = { notice-ask }

notice-reenrolment-asked-subject = An operator asked for a new password for your account
notice-reenrolment-asked-body = An operator was told that everything was lost: the password or the phone, and the sheet. Nothing has changed yet. A second operator has to agree before { $until }, and after that nothing opens for a day.
notice-reenrolment-asked-do = If you didn't ask for this, call a person now: the last lines of this message say how.

notice-reenrolment-opened-subject = Your account is about to get a new password
notice-reenrolment-opened-body = An operator made a link that sets a new password and a new phone. Whoever has the link can use it for 24 hours.
notice-reenrolment-opened-do = If you didn't ask for this, call a person now: the last lines of this message say how.

notice-account-reenrolled-subject = Your account has a new password and a new phone
notice-account-reenrolled-body = The link from the operator was used. The old password, the old phone and the old sheet no longer work. Nobody gets in before { $until }, so that there is time to stop it.
notice-account-reenrolled-do = If that wasn't you, call a person now: the last lines of this message say how.
notice-account-reenrolled-link = { notice-stop }

## Signing in

notice-signed-in-from-new-device-subject = A sign-in from a new device
notice-signed-in-from-new-device-body = Somebody signed in to the account from a device that we don't know.
notice-signed-in-from-new-device-do = { notice-sign-out }

notice-sign-in-refused-subject = { $count } wrong passwords for your account
notice-sign-in-refused-body = Somebody typed a wrong password for your account { $count } times. Nobody got in that way. You hear of this once a day at most.
notice-sign-in-refused-do = If that wasn't you, you need do nothing. A second step keeps your account shut even for somebody who guesses the password: look at { $url }.

notice-second-step-refused-subject = The right password, then a wrong second step
notice-second-step-refused-body = Somebody typed your password and then a wrong second step. They did not get in.
notice-second-step-refused-do = { notice-password-known }

notice-signed-out-elsewhere-subject = Your other devices are signed out
notice-signed-out-elsewhere-body = Every session of the account but one was ended. On each other device, you sign in again.
notice-signed-out-elsewhere-do = { notice-password-known }

notice-signed-out-everywhere-subject = You are signed out everywhere
notice-signed-out-everywhere-body = Every session of the account was ended. On each device, you sign in again.
notice-signed-out-everywhere-do = { notice-password-known }

notice-guess-limit-reached-subject = Somebody is guessing your second step
notice-guess-limit-reached-body = So many tries were wrong that the next one has to wait. After a hundred wrong tries in a row, what was guessed at is switched off.
notice-guess-limit-reached-do = { notice-password-known }

## The password

notice-password-set-subject = Your account has a password
notice-password-set-body = The first password of the account was set.
notice-password-set-do = { notice-ask }

notice-password-changed-subject = Your password was changed
notice-password-changed-body = Somebody who knew the old password set a new one. The old one no longer works.
notice-password-changed-do = { notice-forgot-password }

notice-password-reset-subject = Your forgotten password was replaced
notice-password-reset-body = Somebody set a new password with a backup code and the phone or a passkey. The old password no longer works.
notice-password-reset-do = { notice-forgot-password }

## The phone

notice-totp-staged-subject = A new phone is waiting
notice-totp-staged-body = Somebody set up a phone for the account after a backup code was used on a device that we don't know. So the phone waits: it opens nothing before { $until }.
notice-totp-staged-do = { notice-sign-out }
notice-totp-staged-link = { notice-stop }

notice-totp-activated-subject = A phone is your second step
notice-totp-activated-body = From now on, six digits from a newly set up phone open the account, together with the password.
notice-totp-activated-do = If that wasn't you, sign in at { $url } and choose “Remove my phone”.

notice-totp-removed-subject = Your phone was removed
notice-totp-removed-body = Its digits no longer open the account.
notice-totp-removed-do = { notice-password-known }

notice-totp-disabled-subject = Your phone is switched off as second step
notice-totp-disabled-body = A hundred wrong tries were made in a row. The phone's digits no longer open the account. A backup code still does.
notice-totp-disabled-do = { notice-password-known }

## Passkeys. $label is the owner's name for it.

notice-passkey-added-subject = A passkey was added to your account
notice-passkey-added-body = The passkey “{ $label }” opens the account from now on: with the device it is on, and its fingerprint, face or PIN.
notice-passkey-added-do = If that wasn't you, sign in at { $url }, choose “Passkeys” and remove it.

notice-passkey-staged-subject = A new passkey is waiting
notice-passkey-staged-body = Somebody added the passkey “{ $label }” after a backup code was used on a device that we don't know. So it waits: it opens nothing before { $until }.
notice-passkey-staged-do = { notice-sign-out }
notice-passkey-staged-link = { notice-stop }

notice-passkey-removed-subject = A passkey was removed
notice-passkey-removed-body = The passkey “{ $label }” no longer opens the account.
notice-passkey-removed-do = { notice-password-known }

notice-passkey-renamed-subject = A passkey has another name
notice-passkey-renamed-body = The passkey “{ $was }” is called “{ $label }” now. It opens the account as before.
notice-passkey-renamed-do = If that wasn't you, sign in at { $url }, look at your passkeys and remove those you don't know.

notice-passkey-copied-subject = A passkey may have been copied
notice-passkey-copied-body = The passkey “{ $label }” was used, but it says that it was used less often than we know. So there may be a second one of it. It opened nothing.
notice-passkey-copied-do = Sign in at { $url }, choose “Passkeys”, remove it and add a new one.

## Addresses for notices. -confirm- goes to the new address itself.

notice-outside-address-added-subject = An address for notices was added
notice-outside-address-added-body = Notices about the account are to go to { $address } too. We mailed a code there; the address counts once that code is typed where somebody is signed in to the account.
notice-outside-address-added-do = If that wasn't you, sign in at { $url } and remove the address.

notice-outside-address-confirm-subject = Your code from { $service }
notice-outside-address-confirm-body = Somebody who is signed in to an account at { $service } wants its security notices to come to this address too. If you don't know the account, do nothing: no notices come. If somebody asks you for the code, don't tell them.
notice-outside-address-confirm-link = If that is you, type this code on the page where you added the address. It works until { $until }:

notice-outside-address-verified-subject = An address for notices was confirmed
notice-outside-address-verified-body = From now on { $address } hears of everything that changes how the account opens.
notice-outside-address-verified-do = If that wasn't you, sign in at { $url } and remove the address.

notice-outside-address-staged-subject = A new address for notices is waiting
notice-outside-address-staged-body = From { $until } on, { $address } hears of everything that changes how the account opens, unless somebody stops it.
notice-outside-address-staged-do = An address has stopped such a change before, and your phone has confirmed it since. So it can't be stopped from here any more. If that wasn't you, freeze the account.
notice-outside-address-staged-link = { notice-stop }

notice-outside-address-removed-subject = An address for notices was removed
notice-outside-address-removed-body =
    { $was ->
        [unconfirmed] { $address } was taken off the list. It was never confirmed, so it heard of nothing.
       *[confirmed] { $address } no longer counts as an address for notices. It hears of everything until { $until }.
    }
notice-outside-address-removed-do = If that wasn't you, sign in at { $url } and look at your addresses.
notice-outside-address-removed-link = If that wasn't you, bring the address back here:

notice-outside-address-replaced-subject = A new address for notices is to take the place of another
notice-outside-address-replaced-body = From { $until } on, { $address } hears of everything that changes how the account opens, and { $old } of nothing any more. Until then { $old } hears as before.
notice-outside-address-replaced-do = An address has stopped such a change before, and your phone has confirmed it since. So it can't be stopped from here any more. If that wasn't you, freeze the account.
notice-outside-address-replaced-link = { notice-stop }

notice-outside-address-unreached-subject = We could not reach { $address }
notice-outside-address-unreached-body =
    { $reach ->
        [unreachable] Three notices in a row did not arrive at { $address }. If that is your only address outside this mailbox, nobody hears of a break-in.
       *[bouncing] A notice about your account did not arrive at { $address }. Its mailbox may be full, or gone.
    }
notice-outside-address-unreached-do = Sign in at { $url } and look at your addresses: is { $address } still yours?

notice-outside-address-reached-subject = We reach { $address } again
notice-outside-address-reached-body =
    { $how ->
        [code] A code that we mailed to { $address } was typed where somebody is signed in to the account. So notices arrive there again.
       *[delivered] A notice about your account arrived at { $address } again.
    }
notice-outside-address-reached-do = There is nothing to do. If { $address } is no longer yours, sign in at { $url } and remove it.

notice-address-code-mailed-subject = Your code from { $service }
notice-address-code-mailed-body = Notices about the account came back from { $address }. Somebody who is signed in says that it works again, and wants to show it. If that isn't you, do nothing, and tell nobody the code.
notice-address-code-mailed-link = If that is you, type this code on the page where you asked for it. It works until { $until }:

notice-phrase-changed-subject = The words in our mail were changed
notice-phrase-changed-body =
    { $what ->
        [gone] The words by which you know our mail were taken away. Mail from us comes without any from now on.
       *[set] The words by which you know our mail were changed. The next mail has the new ones.
    }
notice-phrase-changed-do = { notice-sign-out }

## Backup codes

notice-codes-shown-subject = New backup codes were drawn
notice-codes-shown-body = The codes of sheet { $sheet } were shown. They open nothing until one of them is typed back.
notice-codes-shown-do = { notice-sign-out }

notice-codes-staged-subject = New backup codes are waiting
notice-codes-staged-body = Sheet { $sheet } was asked for after a backup code was used on a device that we don't know. So it waits: it opens nothing before { $until }.
notice-codes-staged-do = { notice-sign-out }
notice-codes-staged-link = { notice-stop }

notice-codes-activated-subject = Your backup codes are on
notice-codes-activated-body = Each code of sheet { $sheet } opens your account once. Keep the sheet where you keep your passport.
notice-codes-activated-do = { notice-lost-sheet }

notice-codes-renewed-subject = Your backup codes were renewed
notice-codes-renewed-body = The codes of sheet { $sheet } work now. Older sheets no longer do: you can tear them up.
notice-codes-renewed-do = { notice-lost-sheet }

notice-codes-retired-subject = Your backup codes no longer work
notice-codes-retired-body = Your sheet was retired, and there is no other.
notice-codes-retired-do = { notice-print }

notice-sheet-lost-subject = Your sheet was reported lost
notice-sheet-lost-body = The codes of sheet { $sheet } no longer work, wherever it is.
notice-sheet-lost-do = { notice-print }

notice-codes-disabled-subject = Your backup codes are switched off
notice-codes-disabled-body = A hundred wrong codes were typed in a row. The codes of sheet { $sheet } no longer work.
notice-codes-disabled-do = { notice-print }

notice-backup-restored-subject = We restored { $service } from a copy
notice-backup-restored-body =
    { $sheets ->
        [kept] Something broke, and { $service } was restored from a copy made on { $until }. What you changed later is not in it: a new password or phone, an app password you removed. You were signed out everywhere.
       *[retired] Something broke, and { $service } was restored from a copy made on { $until }. A code used after that would have worked a second time. So every sheet was retired, and you were signed out everywhere. What you changed later is not in the copy either: a new password or phone, an app password you removed.
    }
notice-backup-restored-do =
    { $sheets ->
        [kept] Sign in at { $url } and look whether everything is as you left it.
       *[retired] Sign in at { $url }, print a new sheet, and look whether everything else is as you left it.
    }

notice-renewal-forced-subject =
    { $what ->
        [password] Please choose another password
        [phone] Please set your phone up anew
        [sheet] Please get a new sheet of codes
        [nothing] Some of your app passwords will end
       *[several] Please renew what protects your mailbox
    }
notice-renewal-forced-body =
    { $what ->
        [password] A key that protects passwords may have been stolen from { $service }. With it, and with a copy of our data, somebody could find your password by guessing.
        [phone] A key that protects the secrets of phones may have been stolen from { $service }. With it, and with a copy of our data, somebody could know the six digits that your phone shows.
        [sheet] A key that protects codes may have been stolen from { $service }. Nobody can find a code with it. Your sheet works until you have a new one.
        [nothing] A key that protects app passwords may have been stolen from { $service }. Nobody can find one with it, but the key has to go.
       *[several] Keys that protect what you sign in with may have been stolen from { $service }. With them, and with a copy of our data, somebody could find your password by guessing, or know what your phone shows. Nobody can find a code.
    }{ $apps ->
        [0] { "" }
        [one] { " " }One app password stops working on { $until }: make a new one before.
       *[other] { " " }{ $apps } app passwords stop working on { $until }: make new ones before.
    }
notice-renewal-forced-do =
    { $what ->
        [password] Sign in at { $url } and choose another password. If you used the old one elsewhere, change it there too.
        [phone] Sign in at { $url } and set your phone up once more. It works until then.
        [sheet] Sign in at { $url } and get a new sheet.
        [nothing] Sign in at { $url } and make new app passwords for your mail programs.
       *[several] Sign in at { $url }. Your first page says what to renew, one thing after the other. Everything works until then.
    }

notice-code-redeemed-subject = A backup code opened your account
notice-code-redeemed-body =
    { $left ->
        [0] Code { $code } was used to get in. It can't be used again. No code is left on your sheet.
        [one] Code { $code } was used to get in. It can't be used again. 1 code is left on your sheet.
       *[other] Code { $code } was used to get in. It can't be used again. { $left } codes are left on your sheet.
    }
notice-code-redeemed-do = { notice-lost-sheet }

notice-old-code-typed-subject = An old backup code was typed
notice-old-code-typed-body = After your password, somebody typed code { $code }. It was used before, or it is from a sheet that was replaced. It opened nothing.
notice-old-code-typed-do = { notice-password-known }

notice-replacement-drawn-subject = A replacement code was drawn
notice-replacement-drawn-body = Code { $code } was shown. It stands in for a code that was used, and it opens nothing until it is typed back.
notice-replacement-drawn-do = { notice-lost-sheet }

notice-replacement-confirmed-subject = A replacement code works
notice-replacement-confirmed-body = Code { $code } was typed back. It opens the account once.
notice-replacement-confirmed-do = { notice-lost-sheet }

notice-code-checked-subject = A backup code was checked
notice-code-checked-body = Code { $code } was typed to see whether it works. It works, and it was not used up.
notice-code-checked-do = { notice-lost-sheet }

## Changes that wait. $change is totp, passkey, sheet, replacement, re-enrolment, address-add, address-remove or address-replace.

notice-change-scheduled-subject = A change to your account is waiting
notice-change-scheduled-body =
    { $change ->
        [totp] A new phone opens the account from { $until } on, unless somebody stops it.
        [passkey] A new passkey opens the account from { $until } on, unless somebody stops it.
        [sheet] New backup codes open the account from { $until } on, unless somebody stops it.
        [replacement] A replacement code opens the account from { $until } on, unless somebody stops it.
       *[other] A new password and a new phone open the account from { $until } on, unless somebody stops it.
    }
notice-change-scheduled-do = { notice-sign-out }
notice-change-scheduled-link = { notice-stop }

notice-change-applied-subject = A change to your account took effect
notice-change-applied-body =
    { $change ->
        [totp] A new phone opens the account now. Nobody stopped it while it waited.
        [passkey] A new passkey opens the account now. Nobody stopped it while it waited.
        [sheet] New backup codes open the account now. Nobody stopped them while they waited.
        [replacement] A replacement code opens the account now. Nobody stopped it while it waited.
        [address-add] A new address hears of everything from now on. Nobody stopped it while it waited.
        [address-remove] An address that was removed hears of nothing from now on. Nobody stopped it while it waited.
        [address-replace] A new address hears of everything from now on, and the one before it of nothing. Nobody stopped it while it waited.
       *[other] A new password and a new phone open the account now. Nobody stopped them while they waited.
    }
notice-change-applied-do = { notice-sign-out }

notice-change-stopped-subject = A change to your account was stopped
notice-change-stopped-body =
    { $change ->
        [totp] A new phone was waiting. It was stopped and opens nothing.
        [passkey] A new passkey was waiting. It was stopped and opens nothing.
        [sheet] New backup codes were waiting. They were stopped and open nothing.
        [replacement] A replacement code was waiting. It was stopped and opens nothing.
        [address-add] A new address for notices was waiting. It was stopped and hears of nothing.
        [address-remove] An address for notices was to be removed. It was brought back.
        [address-replace] A new address for notices was to take the place of another. It was stopped and hears of nothing, and the other was brought back.
       *[other] A new password and a new phone were waiting. They were stopped and open nothing.
    }
notice-change-stopped-do = If you don't know who asked for it, sign in at { $url } and set a new password.

## The freeze

notice-frozen-subject = Your account is frozen
notice-frozen-body = Everything that was open is closed: browsers, mail programs and apps. Nobody reads mail now. Nothing was deleted.
notice-frozen-do = To open it again, sign in at { $url }. We ask what was taken, and then for what you still have.

notice-found-again-subject = What the freeze had shut works again
notice-found-again-body =
    { $what ->
        [passkey] Somebody who was signed in used a passkey that was shut. It opens the account again.
        [phone] Somebody who was signed in typed the digits of the phone that was shut. It is the second step again.
       *[other] Somebody who was signed in typed a code of the sheet that was shut. Its codes open the account again.
    }
notice-found-again-do = If that wasn't you, sign in at { $url } and freeze it again, or call a person: the last lines of this message say how.

notice-thawed-subject = Your account is open again
notice-thawed-body =
    { $taken ->
        [phone] Somebody with the password and a backup code ended the freeze. The phone that was the second step and all passkeys open nothing any more, and app passwords from before don't work.
       *[other] Somebody with the password and the phone or a passkey ended the freeze. The codes on the sheet open nothing any more, and app passwords from before don't work.
    }
notice-thawed-do = If that wasn't you, sign in at { $url } and freeze it again, or call a person: the last lines of this message say how.

## Mail programs and apps

notice-app-password-made-subject = A new app password
notice-app-password-made-body = The app password “{ $label }” was made. A mail program that has it can read mail.
notice-app-password-made-do = If that wasn't you, sign in at { $url } and remove it under “Mail programs”.

notice-app-password-removed-subject = An app password was removed
notice-app-password-removed-body = The app password “{ $label }” no longer works. Mail programs that used it are cut off.
notice-app-password-removed-do = If that wasn't you, sign in at { $url } and choose “Sign out everywhere”.

notice-main-password-tried-subject = A mail program tried a password that doesn't work there
notice-main-password-tried-body = A program tried a password that is no app password. It was refused. Mail programs need an app password since your account has a second step.
notice-main-password-tried-do = If it was yours, make an app password at { $url } under “Mail programs”. If it wasn't, there is nothing to do.

notice-token-reused-subject = { $app } was signed out of your mailbox
notice-token-reused-body = A key that only { $app } should have was used twice, so somebody may have copied it. Both copies are dead now.
notice-token-reused-do = Open { $app } again and sign in. If you don't know { $app }, sign in at { $url } and freeze the account.

notice-sending-held-subject = Mail from your account is held
notice-sending-held-body = In one hour your account wrote to { $count } recipients. That is far more than usual, so what is sent now is held.
notice-sending-held-do = If that wasn't you, sign in at { $url } and freeze the account. If it was, ask the people who run { $service } to let it go.

notice-filter-switched-off-subject = A mail filter was switched off
notice-filter-switched-off-body = The mail filter “{ $label }” no longer runs. It was not deleted.
notice-filter-switched-off-do = If that wasn't you, sign in at { $url } and look under “Mail filters”.

## Reminders: once a month at most, one thing first. $first is what is due, $left the codes on the sheet.

notice-reminded-subject =
    { $first ->
        [no-codes-left] Your sheet has no code left
        [few-codes-left] Your sheet is nearly used up
        [old-sheet] Your sheet is more than a year old
        [address-review] Are your outside addresses still yours?
        [news] News from { $service }: { $title }
       *[drill] Is your sheet still where you think it is?
    }
notice-reminded-body =
    { $first ->
        [no-codes-left] Every code on your sheet has been used. If your phone is gone today, nothing gets you into your mailbox.
        [few-codes-left]
            { $left ->
                [one] 1 code is left on your sheet. Get a new sheet while there is time.
               *[other] { $left } codes are left on your sheet. Get a new sheet while there is time.
            }
        [address-review] Whoever has one of them hears of everything that happens to your account. It is a while since you said that they are still right.
        [old-sheet] Paper fades and gets lost. A new sheet takes three minutes, and the old one stops working as soon as the new one works.
        [news] The people who run { $service } have something to tell you.
       *[drill] A drill takes a minute: find the sheet and type two words from it. No code is used up. Better to miss it today than on the day you need it.
    }
notice-reminded-facts =
    { $news ->
        [0] { "" }
        [one] News from { $service }: “{ $title }”.
       *[other] News from { $service }: “{ $title }”, and more.
    }
    We write such a letter once a month at most.
notice-reminded-do =
    { $first ->
        [drill] Sign in at { $url } and choose “Try the drill”.
        [address-review] Sign in at { $url } and look at your outside addresses.
        [news] Sign in at { $url } to read it.
       *[other] Sign in at { $url } and choose “Get a new sheet”.
    }

## What the operator has to say at once. $state is new, corrected or withdrawn.

notice-advisory-mailed-subject =
    { $state ->
        [withdrawn] Withdrawn: { $title }
        [corrected] Corrected: { $title }
       *[new] { $title }
    }
notice-advisory-mailed-body =
    { $state ->
        [withdrawn] We wrote to you about this before. It no longer holds: { $why }
        [corrected] The people who run { $service } wrote to you about this before. This is what they say now.
       *[new] The people who run { $service } have to tell you this.
    }
notice-advisory-mailed-do = It also stands at { $url } once you are signed in.

## Once a year

notice-digest-mailed-subject = A year of your mailbox
notice-digest-mailed-body = This is what we noticed in the last year. If a number surprises you, look at your activity.
notice-digest-mailed-facts =
    { $devices ->
        [0] Nobody signed in from a new device.
        [one] Somebody signed in from a new device once.
       *[other] Somebody signed in from a new device { $devices } times.
    }
    { $codes ->
        [0] No backup code was used.
        [one] 1 backup code was used.
       *[other] { $codes } backup codes were used.
    }
    { $refused ->
        [0] Nobody was turned away at sign-in.
        [one] Somebody was turned away at sign-in once.
       *[other] Somebody was turned away at sign-in { $refused } times.
    }
    { $changes ->
        [0] Nothing that protects your mailbox was changed.
        [one] Something that protects your mailbox was changed once.
       *[other] Something that protects your mailbox was changed { $changes } times.
    }
    { $left ->
        [0] There is no backup code on paper.
        [one] 1 backup code is left on your sheet.
       *[other] { $left } backup codes are left on your sheet.
    }
    { $good } of { $all } things that protect a mailbox are in place.
    { $news ->
        [0] { "" }
        [one] News from { $service }: “{ $title }”.
       *[other] News from { $service }: “{ $title }”, and more.
    }
notice-digest-mailed-do =
    { $next ->
        [nothing] There is nothing to do. Your activity stands at { $url }.
       *[other] Sign in at { $url }: it shows you the one thing to do next.
    }

## The policy: to operators. $setting is its name, $was and $now are values with their unit, $by an address or empty.

notice-policy-changed-subject = The policy of { $service } changed
notice-policy-changed-body = “{ $setting }” has changed. Before: { $was }. Now: { $now }. { $by ->
    [command-line] It was asked for on the server's command line.
   *[other] It was asked for by { $by }.
}
notice-policy-changed-do = You read this as an operator. If nobody of you wanted it, sign in at { $url } and look at “Policy” at the operator's desk.

notice-policy-change-waits-subject = The policy of { $service } is about to get looser
notice-policy-change-waits-body = “{ $setting }” changes on { $until }. Now: { $was }. Then: { $now }. { $by ->
    [command-line] It was asked for on the server's command line.
   *[other] It was asked for by { $by }.
}
notice-policy-change-waits-do = You read this as an operator. If it isn't right, sign in at { $url } and stop it under “Policy” at the operator's desk. Any of you can, until then.
notice-policy-change-waits-link = You read this as an operator. If it isn't right, stop it here, or at the operator's desk. Any of you can, until then:

notice-policy-change-stopped-subject = A change of the policy of { $service } was stopped
notice-policy-change-stopped-body = “{ $setting }” was to become looser. That was stopped. It stays: { $was }.
notice-policy-change-stopped-do = You read this as an operator. There is nothing to do. If you don't know why, talk to the other operators.

notice-codes-required-subject = { $service } asks for backup codes
notice-codes-required-body = From { $until } on, everybody here has backup codes: a sheet of paper that opens the mailbox when the phone is gone. You have none yet. From then on you make them right after you sign in, before you can change anything else. Your mail stays open.
notice-codes-required-do = Make yours before: sign in at { $url } and choose “Backup codes”. It takes three minutes and a printer, or a pen.

## Programs of other services: to operators. $app is the id of one, $scopes what its key may do.

notice-api-app-added-subject = A program was let in at { $service }
notice-api-app-added-body = The program { $app } may keep backup codes of its own people here once it has a key. It sees nothing of the mailboxes.
notice-api-app-added-do = { notice-operators-ask }

notice-api-app-removed-subject = A program was sent away at { $service }
notice-api-app-removed-body = The program { $app } is gone. Its keys are dead.
notice-api-app-removed-do = { notice-operators-ask }

notice-api-key-made-subject = A key was made at { $service }
notice-api-key-made-body = Whoever has it can call as the program { $app }. It may: { $scopes }.
notice-api-key-made-do = { notice-operators-ask }

notice-api-key-revoked-subject = A key was revoked at { $service }
notice-api-key-revoked-body = A key of the program { $app } is dead. Whoever calls with it is refused.
notice-api-key-revoked-do = { notice-operators-ask }

# For operators. $address is the mailbox.
notice-intruder-reported-subject = An intruder was reported at { $service }
notice-intruder-reported-body = The owner of { $address } says that somebody else was in the account. It is frozen: nobody is signed in there any more.
notice-intruder-reported-do = You read this as an operator. The owner opens the account again with what was not taken. Look whether other accounts were used from the same place, and be ready to help. docs/frozen-accounts.md says how.
