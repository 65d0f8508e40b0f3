### Where the paper is, what opens the mailbox, and the check-up.
###
### Ids in this file begin with one of: papers-, ways-, check-up-
### Voice: plain words, short sentences, second person, present tense, reading age 12.
### Say what happened, what it means, what to do, in that order. No markup in a sentence.

## Where the copies of the sheet lie

papers-title = Where your sheet lies
papers-lead = Note where each copy is, so that you find it on a bad day. Write where it is, never what it says.
papers-empty = You haven't noted where sheet { $sheet } lies
papers-two = Two places are best: one at home, where the passport is, and one outside, with somebody you trust. Don't keep it beside the laptop or in its bag: they go missing together.
papers-here = Here lies sheet { $sheet }
papers-since = Noted on { $on }
papers-second = One place can burn or flood. Put a second copy somewhere else: a strip of two codes is enough.
papers-before = Here lies an old sheet
papers-before-lead = The old codes open nothing any more. Take the old sheet away and tear it up, and tell us whether the new one lies there now.
papers-follow = The new one is there
papers-remove = Nothing there
papers-add = Note a place
papers-kind = What kind of place?
papers-choose = Choose what kind of place it is.
papers-safe = In the safe, or with the passport
papers-wallet = In the wallet
papers-relative = With somebody I trust
papers-password-manager = In a password manager
papers-photo = On a photo
papers-elsewhere = Somewhere else
papers-words = In your own words
papers-words-hint = For example: the grey folder, second shelf. No code, please.
papers-note = Note this place
papers-noted = That is noted.
papers-gone = The note is gone.
papers-too-long = That is too long. Take { $most } characters or fewer.
papers-character = A character in it can't be shown. Take letters, digits and spaces.
papers-code = That looks like a backup code. Write only where the sheet is, never what it says.
papers-missing = Say in a few words where that is.
papers-too-many = Six places are noted already. Remove one first.
papers-not-before = You signed in with a backup code, and we don't know this device yet. You can look at your places from { $at } on.
papers-no-sheet = You have no sheet yet
papers-no-sheet-lead = When you have made one, come back and note where you put it.
papers-password-manager-warning = A password manager is a good place only if it opens without this mailbox. If its own password is reset by mail to this mailbox, you stand before two locked doors at once. Keep a copy on paper too.
papers-photo-warning = A photo wanders off: to the cloud, to the next phone, to whoever looks through the pictures. And if the phone is gone, the photo is gone with it. Delete it, and keep the paper.
papers-kept = These notes are kept encrypted. We show them only to you, and only right after you proved again that it is you.
papers-what = Note where each copy is, so that you find it on a bad day.
papers-button = Note where it lies

## What opens the mailbox

ways-title = What opens your mailbox
ways-lead = Each line is enough to get in. Whatever you lose, one line should be left to you, and no thief should hold one whole.
ways-good = You can lose any one thing
ways-good-lead = If one thing is lost, another way is left, and no single thing opens your mailbox.
ways-account = your account
ways-mail = your mail
ways-password = your password
ways-phone = your phone
ways-passkey = a passkey
ways-code = a code from your sheet
# $place is what the owner wrote: "My sister in Lyon".
ways-code-at = a code from your sheet ({ $place })
ways-code-manager = a code from your password manager
ways-operators = two people of the service, together
ways-program = the mail program { $name }
ways-app = the app { $name }
ways-open = These open everything
ways-open-none = Nothing that you hold opens it.
ways-open-operators = Two people who run the service can also let you in, never one alone. It takes a day, everybody whom we write to hears of it, and you can stop it.
ways-open-no-operators = Nobody else can let you in: it takes two people who run the service, and there aren't two here.
ways-read = These read your mail, and open nothing else
ways-lose = If you lose something
ways-lost-phone = If you lose your phone, this still opens it
ways-lost-passkey = If you lose the passkey, this still opens it
ways-lost-password = If you forget your password, this still opens it
ways-lost-sheet = If you lose your sheet, this still opens it
ways-lost-paper = If you lose the sheet ({ $place }), this still opens it
ways-lost-manager = If your password manager doesn't open, this still opens it
ways-lost-bag = If your bag is gone, with phone and wallet, this still opens it
ways-only-operators = Nothing of yours. Only two people of the service, together, and it takes a day.
ways-nothing = Nothing. Your mailbox stays shut.
ways-hear = These hear of everything, and open nothing
ways-hear-none = No address outside hears of anything.
ways-hear-lead = Mail to these addresses tells you what happens and lets you stop it. It never lets anybody in.
ways-not-before = You signed in with a backup code, and we don't know this device yet. You can look at this from { $at } on.
ways-warn-password-alone = Your password alone opens everything. Whoever finds it out is in. Add a passkey or your phone, so that it takes both.
# $what is one thing: "your phone".
ways-warn-alone = One thing alone opens everything: { $what }. A code lies where your second step lies, so whoever takes one has both. Keep the code on paper, somewhere else.
ways-warn-phone = Everything hangs on your phone. If it is lost or broken, nothing of yours opens your mailbox.
ways-warn-password = Everything hangs on your password. If you forget it, nothing of yours opens your mailbox.
ways-warn-sheet = Everything hangs on one sheet of paper. If it is lost, nothing of yours opens your mailbox.
ways-warn-passkey = Everything hangs on one passkey. If it is lost, nothing of yours opens your mailbox.
ways-warn-bag = Phone and sheet go together: your only copy is in the wallet. If the bag is gone, both are gone. Put a copy somewhere else.
ways-warn-nobody-hears = Nobody outside this mailbox hears when something happens to it. Whoever gets in could read our warnings and delete them. Add an address that isn't here.
# $address is an address of the mailbox's own domain.
ways-warn-hosted-here = This address is hosted here too: { $address }. Whoever gets into one mailbox here may get into both, so our warnings could end in the same hands. Add an address somewhere else.
ways-warn-manager = Your codes are in a password manager. If its own password is reset by mail to this mailbox, each of them waits for the other. Keep a copy on paper too.
ways-warn-photo = Your codes are on a photo. Photos are copied to other devices by themselves. Delete it, and keep the paper.

## The check-up

check-up-title = Check-up
check-up-progress = { $done } of { $all } done
check-up-home = Check-up: { $done } of { $all } done
check-up-complete = Nothing to do
check-up-complete-lead = Everything is in place. What is due one day comes back here by itself.
check-up-later-lead = What you put off comes back here by itself.
check-up-to-do = To do as well
check-up-put-off-list = Put off
check-up-done = In place
check-up-apart = Not for you now
check-up-later = In a month
check-up-put-off = You put that off. It comes back on { $until }.
check-up-back = It comes back on { $until }.
check-up-see-programs = Look at them
check-up-see-activity = Look at what happened
check-up-see-changes = Look at it
check-up-read = Read it
check-up-no-sheet = First you need a sheet of backup codes.

check-up-p1 = Know what a backup code is
check-up-p1-done = You made a sheet, and know what to do when your phone is in the river.
check-up-p1-now = A backup code opens your mailbox when your phone is gone. See how it works, and get some.
check-up-p2 = Have backup codes
check-up-p2-done =
    { $count ->
        [one] One code is left on your sheet.
       *[other] { $count } codes are left on your sheet.
    }
check-up-p2-waits = Your sheet is proved. It counts soon.
check-up-p2-now = You have no backup codes. Without your passkey or your phone, you couldn't get in.
check-up-p2-prove = Your sheet is made, but it doesn't count yet. Type one code of it.
check-up-p2-disabled = Your codes are switched off after too many wrong tries. Get a new sheet.
check-up-p2-shut = Your sheet is shut since your account was frozen. Get a new one.
check-up-p3 = Know where your sheet lies
check-up-p3-now = You haven't noted where it is. On a bad day you would have to search.
check-up-p3-done =
    { $count ->
        [one] You noted one place. A second one outside your home is better still.
       *[other] You noted { $count } places.
    }
check-up-p4 = Keep the sheet fresh
check-up-p4-done = It isn't old, and enough codes are left.
check-up-p4-owed = A code that you used has no replacement yet. Write it on your sheet.
check-up-p4-old = It is more than a year old. Paper fades and gets lost.
check-up-p4-few =
    { $count ->
        [0] No code is left on it.
        [one] Only one code is left on it.
       *[other] Only { $count } codes are left on it.
    }
check-up-p6 = Use a second step
check-up-p6-done = Your password alone doesn't open your mailbox.
check-up-p6-now = Your password alone opens your mailbox. Add a passkey or your phone beside it.
check-up-p6-shut = Your phone is shut since your account was frozen. Set up another one.
check-up-p6-exposed = Somebody may know what your phone knows. Set it up anew.
check-up-p7 = Keep a copy on paper
check-up-p7-done = Your sheet is on paper. It works without power and without a network.
check-up-p7-now = No copy that you noted is on paper. Keep one that needs no device.
check-up-p8 = Keep no digital copy
check-up-p8-done = You noted no copy that wanders off by itself.
check-up-p8-now = One of the copies that you noted is easy to copy unseen. Take it away.
check-up-p10 = Keep the codes to yourself
check-up-p10-done = We keep no code that anybody could read, and nobody of ours ever asks you for one.
check-up-p10-exposed = A key of ours may have been stolen. Get a new sheet.
check-up-p11 = Have two addresses outside
check-up-p11-done =
    { $count ->
        [one] One address outside hears of what happens here.
       *[other] { $count } addresses outside hear of what happens here.
    }
check-up-p11-none = Nobody outside hears when something happens to your mailbox. Add an address.
check-up-p11-one = Only one address outside hears of what happens. Add a second one, in case the first is gone.
check-up-p11-waits = Your second address is on its way.
check-up-p11-unreached = Mail to one of your addresses comes back. Look whether it is still right.
check-up-p11-review = It is a while since you looked at your addresses. Are they still yours?
check-up-p12 = Try the codes
check-up-p12-done = You tried the drill on { $date }.
check-up-p12-first = You typed a code when you made the sheet. The next drill is on { $date }.
check-up-p12-now = A drill is due: two words from your sheet, and nothing is used up.
check-up-p12-renew = Get a new sheet first. Its drills come later.
check-up-p13 = Know what reads your mail
check-up-p13-done = No mail program has a password that lies unused.
check-up-p13-now =
    { $count ->
        [one] One mail program hasn't been used for half a year. If you don't need it, remove it.
       *[other] { $count } mail programs haven't been used for half a year. Remove those that you don't need.
    }
check-up-p13-none = Mail programs don't sign in here.
check-up-p14 = Watch what happens
check-up-p14-done = You have seen everything that happened.
check-up-p14-now =
    { $count ->
        [one] Something happened that you haven't seen on this device.
       *[other] { $count } things happened that you haven't seen on this device.
    }
check-up-p14-waiting =
    { $count ->
        [one] A change waits. If it wasn't you, stop it.
       *[other] { $count } changes wait. If it wasn't you, stop them.
    }
check-up-p15 = Have a strong password
check-up-p15-done = Your password is long enough, and on no list of known ones.
check-up-p15-none = You have no password yet.
check-up-p15-weak = Your password came from the old system, and is too easy to guess.
check-up-p15-doubted = You told us that somebody else was in your account. They may know your password. Choose another one.
check-up-p15-exposed = A key of ours may have been stolen, so somebody may guess your password. Choose another one.
check-up-p16 = Tell our mail from a fake
check-up-p16-done = You chose words that stand in every mail from us.
check-up-p16-now = Choose a few words that stand in every mail from us. A mail without them is a fake.
check-up-p17 = Know whom to ask
check-up-p17-done = A person can be reached. How to reach them stands on every page where you might need them.
check-up-p17-none = The people who run this service haven't said yet how to reach them.
check-up-p18 = Stay informed
check-up-p18-done = You have read what the people who run this service had to say.
check-up-p18-now =
    { $count ->
        [one] One message from the people who run this service is unread.
       *[other] { $count } messages from the people who run this service are unread.
    }
check-up-s1 = Get into the mailbox with a code
check-up-s1-done = A code opens your mail, in the browser and in the webmail. Mail programs have passwords of their own.
check-up-s1-none = Mail software isn't connected here yet.
check-up-s2 = Get our mail
check-up-s2-done = What we have to tell you leaves by mail.
check-up-s2-folder = The people who run this service collect our mail in a folder for now.
