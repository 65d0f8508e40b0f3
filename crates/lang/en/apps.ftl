### Apps that sign people in here: the owner's list of them, and the pages on the way to one and back.
###
### Ids in this file begin with: apps-
### Voice: plain words, short sentences, second person, present tense, reading age 12.

## The owner's list

apps-title = Apps
apps-lead = These apps are signed in with your account. You don't know one of them? Sign it out, then change your password.
apps-empty = No app is signed in. When you open your webmail, or another app of this service, it sends you here to sign in. Then it stands in this list, and you can sign it out with one button.
apps-mail = Reads and sends your mail
# $since is a date and time, $from a browser and an address: "Firefox on Linux, 192.0.2.7".
apps-since = Signed in on { $since } from { $from }
# $at is a date and time.
apps-used = Last used on { $at }
apps-signed-out = The app is signed out. Whatever it had open is being closed.
apps-aside = A phone or a computer is lost?
# A link on the first page.
apps-home = Apps that are signed in

## On the way to an app and back

apps-going-on = You are signed in
apps-going-on-lead = You go on by yourself. If nothing happens, press the button.
apps-back-lead = Once this is done, go back to where you came from. It stays open for an hour.
apps-back = Go back to the app
apps-signed-out-title = You are signed out

## Somebody came from an app, and it can't be

apps-unknown-title = That link doesn't fit
apps-unknown-lead = An app sent you here to sign in, but we don't know it, or it wants you to go on to a place that isn't its own. So we stopped.
apps-unknown-then = Nothing happened to your account. Go back to the app and try again. If it happens again, tell the help desk.
apps-late-title = That took too long
apps-late-lead = You came here from an app to sign in, and that was more than an hour ago, or in another browser.
apps-late-then = Open the app again. It sends you straight back here.

## Signing out from an app

apps-sign-out-title = Sign out?
# $app is what the app is called.
apps-sign-out-asked = { $app } asks to sign you out.
apps-sign-out-lead = You are signed out here and of every app that you opened from this browser.
