### Passkeys: what is asked of one, and the owner's list of them.
###
### Ids in this file begin with one of: passkey-, passkeys-
### Voice: plain words, short sentences, second person, present tense, reading age 12.

## What is said beside the button that asks a passkey

passkey-nothing-given = No answer came from your passkey. Try again, or choose another way.
passkey-nothing-made = No passkey was made, or this device has one for this mailbox already. Nothing was changed.
passkey-none = No passkey of yours works here now. Choose another way.
passkey-too-often = Too many passkeys were asked for from your network. Wait a while, or choose another way.
passkey-over = That took too long, so nothing was done. Try again.
passkey-wrong = That passkey doesn't work here. Try another one, or choose another way.
# At the sign-in page, whatever was wrong.
passkey-refused = That passkey didn't work. Try again, or type your address and your password.
passkey-copied = Somebody may have copied this passkey: it was used elsewhere since. So it opens nothing here. Sign in another way, remove it and add a new one.
passkey-needs-script = Your browser runs no scripts here, so it can't ask your passkey. Choose another way.

## The owner's list

passkeys-title = Passkeys
passkeys-lead = A passkey lets you in with your fingerprint, your face or the PIN of your device. It works on our page only, so no copied page can take it from you.
passkeys-empty = You have no passkey yet. With one, you sign in with your fingerprint, your face or the PIN of your device, and type nothing. It works on our page only, so no copied page can take it from you.
# $keeper is a product's name: "Bitwarden".
passkeys-kept-by = Kept by { $keeper }
# $on is a date.
passkeys-made = Added on { $on }
# $at is a date and time.
passkeys-used = Last used on { $at }
passkeys-unused = Not used yet
# $from is a date and time.
passkeys-waits = Starts to count on { $from }
passkeys-shut = Shut since the freeze
passkeys-name-link = Rename
passkeys-see = See my passkeys
passkeys-aside = You can have digits from your phone beside it:

## Adding one

passkeys-add = Add a passkey
passkeys-add-lead = Your device asks for your fingerprint, your face or its PIN. Two passkeys on two devices are better than one: if one device is lost, the other lets you in.
passkeys-name = Name of the new passkey
passkeys-name-hint = So that you know it again, such as "Blue phone".
passkeys-name-taken = Another passkey of yours has this name. Choose another name.
# $most is a number.
passkeys-full = You have { $most } passkeys, and that is the most. Remove one that you don't use any more.
passkeys-refused = This passkey can't be used, or your account has it already. Nothing was changed. Try again with another device.
passkeys-needs-script = Your browser runs no scripts here, so it can't make a passkey. You can use your phone's digits instead.
passkeys-not-here = Passkeys don't work at the address of this page. The people who run the service can change that. Use your phone's digits until then.
# $name is the owner's name for it.
passkeys-done-title = Your passkey is ready
passkeys-done-lead = “{ $name }” lets you in from now on. On the sign-in page, choose it instead of typing your password.
passkeys-done-then = Devices get lost. A second passkey on another device, or backup codes on paper, still let you in then.
passkeys-staged-title = Your passkey is ready, and waits
# $until is a date and time.
passkeys-staged = “{ $name }” starts to count on { $until }, because we don't know this device yet.
passkeys-staged-then = Another passkey or your phone can make it count at once, on the first page. If it wasn't you who added it, stop it there.

## Naming and removing one

passkeys-name-title = Name your passkey
passkeys-named = The name is kept.
passkeys-remove-title = Remove “{ $name }”?
# $count is at least one.
passkeys-left-passkeys = { $count ->
    [one] You have one other passkey. It goes on letting you in.
   *[other] You have { $count } other passkeys. They go on letting you in.
}
passkeys-left-phone = It is your last passkey. Then you sign in with your password and your phone.
# $left is how many codes are left.
passkeys-left-codes = { $left ->
    [0] It is your last passkey, and every code on your sheet is used up. Then nothing lets you in but the help desk. Add another passkey, or get a new sheet first.
    [one] It is your last passkey. Then you sign in with your password and the one backup code that is left, and no longer without a code.
   *[other] It is your last passkey. Then you sign in with your password and a backup code each time, and { $left } are left.
}
passkeys-left-nothing = It is your last passkey, and you have no phone and no codes set up. Then the password alone opens your mailbox, and whoever steals it is in.
passkeys-remove-device = It is removed here and works no more. On your device it may stay in a list: you can delete it there, too.
passkeys-removed = “{ $name }” is removed and opens nothing any more.

## After a freeze

passkeys-found-title = A passkey is shut
passkeys-found-lead = You told us that your phone was taken, so all passkeys were shut. Was the device never out of your hands? Then use its passkey now, and it works again. If somebody may have had it, remove it and add a new one.
passkeys-found-button = Open my passkey again
passkeys-found = The passkey works again.
# $until is a date and time.
passkeys-found-waits = The passkey works again from { $until } on. You came in with a code on a device that we don't know, and so we wait.
passkeys-found-second = Sign in with two steps first: the password and a code, or your phone.
