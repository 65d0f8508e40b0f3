### Devices: everything that can reach the account.
###
### Ids in this file begin with: devices-
### Voice: plain words, short sentences, second person, present tense, reading age 12.

devices-title = Devices
devices-lead = This is everything that can reach your mailbox. You don't know one of them? Sign it out, then change your password.
# A link on the first page.
devices-home = Devices that reach your mailbox

## Browsers

devices-browsers = Browsers
devices-this = This is the one you are using now
# $since is a date and time, $network is where it is: "192.0.2.0/24".
devices-by-password = Signed in by password on { $since }, from the network { $network }
devices-by-phone = Signed in by password and phone on { $since }, from the network { $network }
devices-by-code = Signed in by a backup code on { $since }, from the network { $network }
devices-by-passkey = Signed in by a passkey on { $since }, from the network { $network }
devices-by-password-and-passkey = Signed in by password and passkey on { $since }, from the network { $network }
devices-signed-out = Not signed in now
# $first is a date, $last a date and time.
devices-seen = First seen on { $first }, last on { $last }
devices-forget = Forget it
devices-one-out = It is signed out and forgotten. If somebody signs in with it again, we tell you that it is new.
devices-sign-out-others = Sign out all others
devices-others-lead = Then every other browser and every app that signed in from one is out, and mail programs are cut off once. Those with an app password come back by themselves.
devices-others-out = Every other browser is signed out and forgotten.
# $idle and $longest are lengths of time: "60 minutes", "24 hours".
devices-limits = A browser is signed out by itself when it isn't used for { $idle }, and after { $longest } in any case.

## What else

devices-no-passkeys = You have no passkey.
devices-passkeys-link = Add, rename or remove passkeys
devices-no-programs = No mail program has an app password.
devices-main-works = Your password opens your mailbox to every mail program, because you have no second step.
devices-programs-link = Mail programs and their app passwords
devices-no-apps = No app is signed in.
devices-apps-link = Sign out apps
devices-aside = Somebody else is in your mailbox?
