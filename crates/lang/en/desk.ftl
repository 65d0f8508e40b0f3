### The operator's desk: accounts, deliveries, health, totals.
###
### Ids in this file begin with: desk-
### Voice: plain words, short sentences, second person, present tense, reading age 12.
### Say what happened, what it means, what to do, in that order. No markup in a sentence.

desk-title = The operator's desk
desk-first-day = Now invite the first owner
desk-first-day-lead = You are alone here so far. Invite one person you know first, and follow them all the way to their sheet of codes. Then invite the others.
desk-to-do = Needs a look
desk-nothing-to-do = Nothing needs a look
desk-re-enrolments = Enrol an owner again
desk-re-enrolments-wait = { $count ->
    [one] One waits for a second operator.
   *[other] { $count } wait for a second operator.
}
desk-deliveries = Notices
desk-deliveries-failed = { $count ->
    [one] One couldn't be delivered.
   *[other] { $count } couldn't be delivered.
}
desk-deliveries-deferred = { $count ->
    [one] One is tried again later.
   *[other] { $count } are tried again later.
}
desk-frozen = Frozen accounts
desk-frozen-accounts = { $count ->
    [one] One account is frozen. Its owner may need your help.
   *[other] { $count } accounts are frozen. Their owners may need your help.
}
desk-people = People
desk-count-accounts = Accounts
# Both are numbers.
desk-count-accounts-state = { $enrolled } in use, { $suspended } suspended
desk-count-invited = Invited, and not here yet
desk-count-no-second-step = Only a password
desk-count-no-codes = No backup codes
desk-count-behind = Still without the codes that the policy asks for
# Both are numbers.
desk-count-behind-state = { $count }, and for { $overdue } of them the day has come
desk-count-number = { $count ->
    [0] None
   *[other] { $count }
}
desk-service = The service
desk-more = In numbers
desk-more-codes = { $count ->
    [0] Nobody has backup codes yet.
    [one] One account has backup codes.
   *[other] { $count } accounts have backup codes.
}
desk-more-low = { $count ->
    [0] Nobody is running out of codes.
    [one] One account has three codes left, or fewer.
   *[other] { $count } accounts have three codes left, or fewer.
}
desk-more-old = { $count ->
    [0] No sheet is older than a year.
    [one] One sheet is older than a year.
   *[other] { $count } sheets are older than a year.
}
desk-more-passkeys = { $count ->
    [0] Nobody has a passkey.
    [one] One account has a passkey.
   *[other] { $count } accounts have a passkey.
}
desk-more-phones = { $count ->
    [0] Nobody uses a phone as a second step.
    [one] One account uses a phone as a second step.
   *[other] { $count } accounts use a phone as a second step.
}
desk-more-app-passwords = { $count ->
    [0] There are no app passwords.
    [one] There is one app password.
   *[other] There are { $count } app passwords.
}
desk-more-mail = { $count ->
    [0] No mail program signed in within a day.
    [one] Mail programs of one account signed in within a day.
   *[other] Mail programs of { $count } accounts signed in within a day.
}
desk-more-operators = { $count ->
    [one] You are the only operator. Two can help an owner who lost everything; one can't.
   *[other] { $count } operators work here.
}
desk-counted = Counted on { $at }.
desk-held = You signed in with a code on a device that we don't know. You can do this from { $until } on.
desk-own = That is your own account. Other operators have to do it for you.
desk-not-so = The account isn't in that state any more. Look at it again below.

## Accounts

desk-accounts-title = Accounts
desk-accounts-search = Look for somebody
desk-accounts-search-hint = The beginning of an address or of a name.
desk-accounts-look = Look
desk-filters = Show
desk-filter-all = All
desk-filter-invited = Invited
desk-filter-no-second-step = Only a password
desk-filter-no-codes = No codes
desk-filter-behind = Behind the policy
desk-filter-frozen = Frozen
desk-filter-suspended = Suspended
desk-filter-operators = Operators
desk-accounts-none = Nobody is here yet. Invite the first owner.
desk-accounts-none-such = There is no such account.
# $text is what was typed.
desk-accounts-none-like = No address and no name among these begins with “{ $text }”. Look at how it is spelled, or at all accounts. If they are new, invite them.
desk-accounts-next = Go on
desk-accounts-start = From the start
desk-account-operator = Works as an operator.
desk-account-invited = Invited. The invitation works until { $until }.
desk-account-invited-over = Invited, but the invitation has run out. Invite them again.
desk-account-suspended = Suspended.
desk-account-frozen = Frozen since { $since }.
desk-account-codes = { $left ->
    [0] No code is left.
    [one] One backup code is left.
   *[other] { $left } backup codes are left.
}
desk-account-no-codes = A second step, but no backup codes.
desk-account-password-alone = Only a password.
desk-account-signed-in = Last sign-in on { $at }.
desk-account-never = Nobody has signed in yet.

## One account

desk-account-made = Here since { $at }.
desk-account-imported = Came from another system on { $at }.
desk-account-waits = Nobody has a password for this mailbox yet. If the invitation was lost, invite them again: the earlier link then stops working.
desk-account-invite = Invite them again
desk-account-suspended-long = This account is suspended. Nobody can sign in to it, and mail programs are shut out. Nothing of it is lost.
desk-account-frozen-long = This account has been frozen since { $since }. Nothing opens until its owner says what was taken and shows what wasn't. They do that on our sign-in page.
desk-account-held = The owner was enrolled again. Nothing opens before { $until }.
desk-account-protects = What protects it
desk-account-outside = { $count ->
    [0] None. Only the mailbox itself hears of what happens.
    [one] One address, verified
   *[other] { $count } addresses, verified
}
desk-account-app-passwords = App passwords
desk-account-browser = Last sign-in in a browser
desk-account-mail = Last sign-in of a mail program
desk-account-not-yet = Not yet
desk-account-passkeys = { $count ->
    [0] None
    [one] One
   *[other] { $count }
}
desk-account-phone = The second step since { $since }
desk-account-codes-disabled = Turned off by a hundred wrong codes in a row
desk-account-codes-lost = Reported as lost
desk-account-codes-shut = Shut by a freeze
desk-account-codes-shown = Printed, but not turned on yet
desk-account-do = What you can do
desk-account-own = This is your own account. You look after it on your first page; suspending or freezing it here is for another operator.
desk-freeze = Freeze it
desk-freeze-lead = For an owner who calls because somebody else may be in their mailbox. Everything open ends at once. The owner opens it again.
desk-freeze-button = Freeze it now
desk-froze = The account is frozen. Everything that was open has ended. Every address of it hears of that.
desk-suspend = Suspend it
desk-suspend-lead = For somebody who left, or who misuses the service. Everything open ends at once, and only an operator lifts it. Nothing is destroyed.
desk-suspend-button = Suspend it now
desk-suspended = The account is suspended. Everything that was open has ended. Every address of it hears of that.
desk-resume = Lift the suspension
desk-resume-lead = Password, phone and codes work again as they did. The owner signs in anew.
desk-resume-button = Lift it
desk-resumed = The suspension is lifted. The owner can sign in again.
desk-re-enrol-lead = For an owner who lost phone and sheet. You ask, and another operator confirms.

## Deliveries

desk-deliveries-title = Deliveries
desk-deliveries-lead = Whatever happens to an account is told to its owner by mail. Here you see whether that mail leaves us. What it says stays between us and the owner.
desk-deliveries-none = There are none.
desk-delivery-failed = Failed
desk-delivery-bounced = Came back
desk-delivery-deferred = Tried again later
desk-delivery-queued = Waiting
desk-delivery-sent = Sent
desk-delivery-expired = Too late
desk-delivery-failed-lead = These were refused for something on our side, or tried for three days. Mend the reason first, then send them again. The newest hundred are listed.
desk-delivery-bounced-lead = There is no such address, or it takes no mail. Only its owner can put that right. The newest hundred are listed.
desk-delivery-deferred-lead = The mail server couldn't take these yet. They are tried again by themselves, for three days. The newest hundred are listed.
desk-delivery-queued-lead = These leave within seconds while the server runs. The newest hundred are listed.
desk-delivery-sent-lead = The mail server took these. The newest hundred are listed.
desk-delivery-expired-lead = The link in these ended before they could leave, so they weren't sent. Whoever needs one asks for a new link. The newest hundred are listed.
# $mailbox is an address.
desk-delivery-about = About { $mailbox }
desk-delivery-written = Written on { $at }.
desk-delivery-taken = Taken on { $at }.
desk-delivery-delivered = The provider says that it arrived on { $at }.
# $why is a status code of the mail server, or a word.
desk-delivery-why = { $count ->
    [one] Tried once. The answer was: { $why }.
   *[other] Tried { $count } times. The last answer was: { $why }.
}
desk-delivery-next = The next try is on { $at }.
desk-delivery-over = Its link has ended, so it isn't sent again.
desk-resend-one = Send again
desk-resend-all = Send all of them again
desk-resend-done = { $count ->
    [one] One notice is on its way again.
   *[other] { $count } notices are on their way again.
}
desk-resend-none = Nothing was sent. It has left in the meantime, or its link has ended.

## Health

desk-health-title = Health
desk-health-well = All is well
desk-health-lead = The names are those of the configuration file. Change it there, and start the server again.
desk-health-failures = Doesn't work
desk-health-warnings = Mend this soon
desk-health-fine = All right
desk-health-aside = The command counterfoil doctor says the same.

## Inviting many

desk-many-title = Invite many
desk-many-lead = Give us a table with one person a line: the mailbox's address, the owner's name, and another address of theirs, where the invitation is mailed. You see first what would happen. The first line may name the columns:
desk-many-file = A file, saved as CSV by any table program
desk-many-lines = Or paste the lines here
desk-many-look = Look at the list
desk-many-recent = Lists of the last days
desk-many-empty = There is nobody on this list. Choose a file, or paste lines.
desk-many-too-long = This list is too long. Split it, at most 20,000 lines each.
desk-many-no-address = The first line names no column “address”, and has no address in it either.
desk-many-preview = This would happen
desk-many-will = Get an invitation
desk-many-invited = Invited
desk-many-there = Here or invited already; nothing happens
desk-many-refused = Lines we can't use
# $count is a number of people.
desk-many-people = { $count ->
    [0] Nobody
    [one] One person
   *[other] { $count } people
}
desk-many-lines-count = { $count ->
    [0] None
    [one] One line
   *[other] { $count } lines
}
# Both are addresses.
desk-many-would = { $address }, by mail to { $to }
desk-many-go = { $count ->
    [one] Invite one person
   *[other] Invite { $count } people
}
desk-many-nobody = Nobody on this list is to be invited.
desk-many-under-way = We are inviting them
# Both are numbers.
desk-many-far = { $done } of { $of } lines are done.
desk-many-leave = You can leave this page. It goes on without you.
desk-many-look-again = See how far it is
desk-many-done = The list is done
desk-many-mend = Lines to mend
desk-many-mend-lead = Mend these in your table and give us the whole list again: whoever was invited already is left alone. At most a hundred are listed here; the report has all of them.
# $line is a number, $address what stands there; it may be empty.
desk-many-line = Line { $line }: { $address }
desk-many-report = Download the report

## Programs of other services that keep codes here

desk-apps-title = Programs of other services
desk-apps-lead = They keep backup codes for their own people here, through our API. They see nothing of your mailboxes.
desk-apps-none = No program is let in yet. Let one in, make a key for it, and hand the key to whoever runs it. docs/api.md tells them the rest.
# Both are numbers.
desk-apps-has = { $accounts } accounts, { $keys } keys that work
desk-apps-add = Let one in
desk-apps-name = What to call it
desk-apps-name-hint = Operators read this.
desk-apps-id = Its id
desk-apps-id-hint = Up to 64 letters, digits, hyphens and dots, like shop. It never changes.
desk-apps-id-wrong = Take 1 to 64 letters, digits, hyphens, underscores and dots.
desk-apps-id-taken = There is one of this id already. Take another.
desk-apps-name-wrong = Take 1 to 100 characters.
desk-apps-add-button = Let it in
desk-apps-step-up-lead = Prove first that it is you. Every operator hears of it.
desk-apps-step-up = Prove that it is you
# $id is its id.
desk-app-lead = Its id is { $id }. It calls us with a key, and may have several: make the next one, hand it over, then revoke the old one.
desk-key-title = Keys
desk-key-none = It has no key yet, so it can't call us.
desk-key-no-label = A key without a name
desk-key-made = Made on { $at }.
desk-key-used = Last used on { $at }.
desk-key-unused = Not used yet.
desk-key-expires = It ends on { $at }.
desk-key-ended = It ended on { $at }.
desk-key-revoke = Revoke
desk-key-revoked = The key is dead. Whoever calls with it is refused. Every operator hears of it.
desk-key-revoked-before = That key had ended already.
desk-key-new = Make a key
desk-key-label = What to call it
desk-key-label-hint = Where it is used, so that you know it again.
desk-key-label-wrong = Take at most 60 characters.
desk-key-scopes = What it may do
desk-key-scopes-none = Tick at least one thing that it may do.
desk-key-days = It ends after so many days
desk-key-days-hint = From 1 to 3,650. Empty: it works until you revoke it.
desk-key-days-wrong = Take a number from 1 to 3,650, or leave it empty.
desk-key-make = Make the key
desk-key-made-title = Hand this key over
# $app is what operators call it.
desk-key-made-lead = Whoever has it can call us as { $app }. Give it to the person who runs that program, and to nobody else. Don't mail it.
desk-key-made-then = We show it only now and don't keep it. If it is lost, revoke it and make another. Every operator hears of it.
desk-key-made-done = I have handed it over
desk-scope-accounts-read = Read its accounts and where their codes stand.
desk-scope-accounts-write = Make, suspend and erase its accounts.
desk-scope-sets-write = Issue and retire codes. It sees them.
desk-scope-codes-redeem = Use codes up.
desk-scope-codes-check = Check codes without using them up, and hold drills.
desk-scope-events-read = Read what happened to its accounts.
desk-webhook-title = Telling it what happened
desk-webhook-none = It isn't told; it may ask. The command counterfoil app webhook set has us call it.
desk-webhook-heard = It last heard us on { $at }.
desk-webhook-unheard = It hasn't heard us yet.
# $why is a status of its server, or a word.
desk-webhook-problem = The last try failed: { $why }. We try again by ourselves.
desk-webhook-waiting = { $count ->
    [one] One event waits to be told.
   *[other] { $count } events wait to be told.
}
desk-webhook-failed = { $count ->
    [one] One event was tried for three days and given up.
   *[other] { $count } events were tried for three days and given up.
}
