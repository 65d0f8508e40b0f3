### Mail programs: what they are told, and the page of app passwords.
###
### Ids in this file begin with: mail-
### Voice: plain words, short sentences, second person, present tense, reading age 12.
### Say what happened, what it means, what to do, in that order. No markup in a sentence.

## What a mail program shows

mail-frozen = Your account is frozen. To open it again, go to { $url }
# To a mail program that sends. Postfix puts a code before each of these.
mail-sending-held = So much was sent at once that this message waits for the people who run the mail service
mail-sending-closed = This account can't send mail now. To see why, sign in where you manage it
mail-sending-later = It can't be said now whether this account may send. Try again in a minute

## The page

mail-programs = Mail programs
mail-programs-lead = A mail program on a phone or a computer can't ask you for a second step. So each one gets a password of its own, an app password. You never have to remember it, and you can take it away at any time.
mail-programs-main-works = You have no second step yet, so your mail programs still get in with your main password. Once you set one up they need an app password. You can make it now.
mail-programs-empty = You have no app passwords yet. Make one for each program, so that you can take one away without touching the others.
mail-programs-list = Your app passwords
mail-programs-made = Made on { $on }
mail-programs-used = Last used on { $at } from { $address }
mail-programs-used-by = Last used on { $at } from { $address } by { $program }
mail-programs-unused = Never used
mail-programs-until = Works until { $until }
mail-programs-forever = Works until you remove it
mail-programs-expired = Stopped working on { $until }. Remove it, and make another one if you still need it.
mail-programs-removed = “{ $label }” no longer works. The program that used it is cut off.
mail-programs-new = Make an app password
mail-programs-label = Which program is it for?
mail-programs-label-hint = A name that you will recognise, such as “Thunderbird on my laptop”
mail-programs-label-empty = Type a name for it.
mail-programs-label-long = That is too long. Take at most { $most } characters.
mail-programs-label-character = That name holds a character that can't be shown. Type it again.
mail-programs-scopes = What may it do?
mail-programs-scopes-none = Tick at least one thing that it may do.
mail-programs-imap = Read mail (IMAP)
mail-programs-pop3 = Fetch mail and take it off the server (POP3)
mail-programs-smtp = Send mail (SMTP)
mail-programs-sieve = Change mail filters (ManageSieve)
mail-programs-lasts = How long does it work?
mail-programs-lasts-month = 30 days
mail-programs-lasts-quarter = 90 days
mail-programs-lasts-year = One year
mail-programs-lasts-until-removed = Until you remove it
mail-programs-lasts-long = It may work for { $days } days at most here. Choose a shorter time.
mail-programs-full = You have { $most } app passwords, and that is the most. Remove one that you no longer use.
mail-programs-not-before = You signed in with a backup code on a device we don't know. You can make an app password from { $at } on.
mail-programs-make = Make an app password

## The page that shows one

mail-made = Your app password
mail-made-lead = Type it into your mail program now. It is shown only this once. Capital or small letters and hyphens make no difference.
mail-made-dont-keep = You don't have to keep it. If you need it again, make another one.
mail-made-settings = What the program asks for
mail-made-login = User name
mail-made-imap = Server for incoming mail
mail-made-smtp = Server for outgoing mail
mail-made-tls = { $name }, port { $port }, SSL/TLS
mail-made-starttls = { $name }, port { $port }, STARTTLS
mail-made-ask = Ask the people who run your mail service for the names of the servers.
mail-made-done = Done

## On the home page

mail-home-none = No app passwords
mail-home-some =
    { $count ->
        [one] 1 app password
       *[other] { $count } app passwords
    }
