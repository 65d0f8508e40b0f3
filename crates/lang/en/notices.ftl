### What is mailed when something happened: subjects and bodies.
###
### Ids in this file begin with one of: notice-
### Voice: plain words, short sentences, second person, present tense, reading age 12.
### Say what happened, what it means, what to do, in that order. No markup in a sentence.
###
### For each kind of event: -subject, -body (what happened, what it means) and one thing to do: -do, or -link, which stands
### before a one-time link and ends in a colon. $service and $url, where owners sign in, are given to every sentence.
### $sheet is the number of a sheet, $slot of a code on it. Never a code in a notice.

## The frame of every notice

notice-hello = Hello { $name },
notice-when = When: { $moment } ({ $zone })
notice-when-here = When: { $moment }
# $network is an internet address.
notice-where = From: { $network }
# $device is the browser, as "Firefox on Linux".
notice-device = Device: { $device }
notice-account = This is about the account { $account }. You read this because notices about it go to this address.
notice-staff = Nobody from our help desk will ever ask you for a code. If somebody does, it is not us.
notice-help = If you need help, ask the people who run { $service }.

## Things to do that several notices share

notice-sign-out = If that wasn't you, sign in at { $url } and choose “Sign out everywhere”.
notice-forgot-password = If that wasn't you, go to { $url } now and choose “I forgot my password”.
notice-password-known = If that wasn't you, somebody knows your password: sign in at { $url } and set a new one.
notice-lost-sheet = If that wasn't you, sign in at { $url } and choose “I lost my sheet”: its codes stop working at once.
notice-print = Sign in at { $url } and print a new sheet.
notice-stop = If that wasn't you, stop it here:
notice-ask = If you don't know why, ask a person now: the last lines of this message say how.

## The account

notice-account-invited-subject = You are invited to { $service }
notice-account-invited-body = An account is ready for you. To open it, you choose a password and set up a second step.
notice-account-invited-do = Ask the person who invited you for a link.
notice-account-invited-link = Open your account here. The link works once:

notice-account-created-subject = Your account is open
notice-account-created-body = The invitation was accepted and a password was set. From now on, you hear of everything that changes how the account opens.
notice-account-created-do = { notice-ask }

notice-account-suspended-subject = Your account is suspended
notice-account-suspended-body = An operator suspended the account. Nobody can sign in now. Nothing was deleted.
notice-account-suspended-do = { notice-ask }

notice-account-unsuspended-subject = Your account works again
notice-account-unsuspended-body = An operator lifted the suspension. You can sign in as before.
notice-account-unsuspended-do = { notice-ask }

notice-reenrolment-opened-subject = Your account is about to get a new password
notice-reenrolment-opened-body = An operator made a link that sets a new password and a new second step. Whoever has the link can use it for 24 hours.
notice-reenrolment-opened-do = If you didn't ask for this, call a person now: the last lines of this message say how.
notice-reenrolment-opened-link = If you didn't ask for this, stop it here:

notice-account-reenrolled-subject = Your account has a new password and a new second step
notice-account-reenrolled-body = The link from the operator was used. The old password and the old second step no longer work. Nobody can sign in for 24 hours, so that there is time to stop it.
notice-account-reenrolled-do = If that wasn't you, call a person now: the last lines of this message say how.
notice-account-reenrolled-link = { notice-stop }

## Signing in

notice-signed-in-from-new-device-subject = A sign-in from a new device
notice-signed-in-from-new-device-body = Somebody signed in to the account from a device that we don't know.
notice-signed-in-from-new-device-do = { notice-sign-out }

notice-second-step-refused-subject = The right password, then a wrong second step
notice-second-step-refused-body = Somebody typed your password and then a wrong second step. They did not get in.
notice-second-step-refused-do = { notice-password-known }

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
notice-password-reset-body = Somebody set a new password with a backup code and the second step. The old password no longer works.
notice-password-reset-do = { notice-forgot-password }

## Authenticator apps

notice-totp-staged-subject = A new authenticator app is waiting
notice-totp-staged-body = Somebody began to add an authenticator app to the account. It opens nothing yet.
notice-totp-staged-do = { notice-sign-out }
notice-totp-staged-link = { notice-stop }

notice-totp-activated-subject = A new authenticator app opens your account
notice-totp-activated-body = From now on, the numbers of a new authenticator app are the second step after your password.
notice-totp-activated-do = If that wasn't you, sign in at { $url } and remove the app.

notice-totp-removed-subject = Your authenticator app was removed
notice-totp-removed-body = Its numbers no longer open the account.
notice-totp-removed-do = { notice-password-known }

notice-totp-disabled-subject = Your authenticator app is switched off
notice-totp-disabled-body = A hundred wrong numbers were typed in a row. The app's numbers no longer open the account. Your backup codes still do.
notice-totp-disabled-do = { notice-password-known }

## Addresses for notices. -confirm- goes to the new address itself.

notice-outside-address-added-subject = An address for notices was added
notice-outside-address-added-body = Notices about the account are to go to { $address } too. We have asked that address; it counts once somebody there says yes.
notice-outside-address-added-do = If that wasn't you, sign in at { $url } and remove the address.

notice-outside-address-confirm-subject = Do you want to hear of this account?
notice-outside-address-confirm-body = Somebody asked { $service } to send the security notices of an account to this address as well. If you don't know the account, do nothing: no notices come.
notice-outside-address-confirm-link = If you know the account, say yes here:

notice-outside-address-verified-subject = An address for notices was confirmed
notice-outside-address-verified-body = From now on { $address } hears of everything that changes how the account opens.
notice-outside-address-verified-do = If that wasn't you, sign in at { $url } and remove the address.

notice-outside-address-removed-subject = An address for notices was removed
notice-outside-address-removed-body = { $address } is no longer an address for notices. It hears of the account for seven more days.
notice-outside-address-removed-do = If that wasn't you, sign in at { $url } and add the address again.
notice-outside-address-removed-link = If that wasn't you, bring the address back here:

## Backup codes

notice-codes-shown-subject = New backup codes were drawn
notice-codes-shown-body = The codes of sheet { $sheet } were shown. They open nothing until one of them is typed back.
notice-codes-shown-do = { notice-sign-out }

notice-codes-staged-subject = New backup codes are waiting
notice-codes-staged-body = Sheet { $sheet } was asked for after a backup code was used on a device that we don't know. So it waits before it opens anything. Until then, nothing changes.
notice-codes-staged-do = { notice-sign-out }
notice-codes-staged-link = { notice-stop }

notice-codes-activated-subject = Your backup codes are on
notice-codes-activated-body = Each code of sheet { $sheet } opens your account once. Keep the sheet where you keep your passport.
notice-codes-activated-do = { notice-lost-sheet }

notice-codes-renewed-subject = Your backup codes were renewed
notice-codes-renewed-body = The codes of sheet { $sheet } work now. Older sheets no longer do: you can tear them up.
notice-codes-renewed-do = { notice-lost-sheet }

notice-codes-retired-subject = Your backup codes no longer work
notice-codes-retired-body = Sheet { $sheet } was retired, and there is no other.
notice-codes-retired-do = { notice-print }

notice-sheet-lost-subject = Your sheet was reported lost
notice-sheet-lost-body = The codes of sheet { $sheet } no longer work, wherever it is.
notice-sheet-lost-do = { notice-print }

notice-codes-disabled-subject = Your backup codes are switched off
notice-codes-disabled-body = A hundred wrong codes were typed in a row. The codes of sheet { $sheet } no longer work.
notice-codes-disabled-do = { notice-print }

notice-renewal-forced-subject = Please renew your sheet and your password
notice-renewal-forced-body = A key that protects passwords and codes may have been stolen from { $service }. Your old password and your old sheet may not be safe any more.
notice-renewal-forced-do = Sign in at { $url }: it shows you what to do.

notice-code-redeemed-subject = A backup code opened your account
notice-code-redeemed-body =
    { $left ->
        [0] Code { $slot } was used to get in. It can't be used again. No code is left on your sheet.
        [one] Code { $slot } was used to get in. It can't be used again. 1 code is left on your sheet.
       *[other] Code { $slot } was used to get in. It can't be used again. { $left } codes are left on your sheet.
    }
notice-code-redeemed-do = { notice-lost-sheet }

notice-old-code-typed-subject = An old backup code was typed
notice-old-code-typed-body = After your password, somebody typed code { $slot }. It was used before, or it is from a sheet that was replaced. It opened nothing.
notice-old-code-typed-do = { notice-password-known }

notice-replacement-drawn-subject = A replacement code was drawn
notice-replacement-drawn-body = Code { $slot } was shown. It stands in for a code that was used, and it opens nothing until it is typed back.
notice-replacement-drawn-do = { notice-lost-sheet }
notice-replacement-drawn-link = { notice-stop }

notice-replacement-confirmed-subject = A replacement code works
notice-replacement-confirmed-body = Code { $slot } was typed back. It opens the account once.
notice-replacement-confirmed-do = { notice-lost-sheet }
notice-replacement-confirmed-link = { notice-stop }

notice-code-checked-subject = A backup code was checked
notice-code-checked-body = Code { $slot } was typed to see whether it works. It works, and it was not used up.
notice-code-checked-do = { notice-lost-sheet }

## Changes that wait. $change is totp, sheet, replacement or re-enrolment.

notice-change-scheduled-subject = A change to your account is waiting
notice-change-scheduled-body =
    { $change ->
        [totp] A new authenticator app opens the account from { $effective_at } on, unless somebody stops it.
        [sheet] New backup codes open the account from { $effective_at } on, unless somebody stops it.
        [replacement] A replacement code opens the account from { $effective_at } on, unless somebody stops it.
       *[other] A new password and a new second step open the account from { $effective_at } on, unless somebody stops it.
    }
notice-change-scheduled-do = { notice-sign-out }
notice-change-scheduled-link = { notice-stop }

notice-change-applied-subject = A change to your account took effect
notice-change-applied-body =
    { $change ->
        [totp] A new authenticator app opens the account now. Nobody stopped it while it waited.
        [sheet] New backup codes open the account now. Nobody stopped them while they waited.
        [replacement] A replacement code opens the account now. Nobody stopped it while it waited.
       *[other] A new password and a new second step open the account now. Nobody stopped them while they waited.
    }
notice-change-applied-do = { notice-sign-out }

notice-change-stopped-subject = A change to your account was stopped
notice-change-stopped-body =
    { $change ->
        [totp] A new authenticator app was waiting. It was stopped and opens nothing.
        [sheet] New backup codes were waiting. They were stopped and open nothing.
        [replacement] A replacement code was waiting. It was stopped and opens nothing.
       *[other] A new password and a new second step were waiting. They were stopped and open nothing.
    }
notice-change-stopped-do = If you don't know who asked for it, sign in at { $url } and set a new password.
