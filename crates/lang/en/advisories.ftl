# What the people who run the service have to say

advisories-title = News and warnings
advisories-empty = There is no news.
advisories-feed = To follow this without signing in:
advisories-feed-link = Atom feed
advisories-feed-title = { $service }: news and warnings
advisory-when = { $day } · { $severity }
advisory-info = For information
advisory-notice = Important
advisory-critical = Act now
advisory-withdrawn = Withdrawn on { $day }: { $why }
advisory-over = Over since { $day }
advisory-corrected = Corrected on { $day }
advisory-title-withdrawn = Withdrawn: { $title }
advisory-title-corrected = Corrected: { $title }
advisory-banner = From the people who run { $service }:
button-read = Read
button-have-read = I have read this

# At the desk

desk-advisories = Advisories
desk-advisories-lead = Tell people what they have to know: a warning, a change, a date. It stands in the portal until they have read it.
desk-advisories-empty = There are none yet.
desk-advisory-new = Write an advisory
desk-advisory-correct = Correct it
desk-advisory-correct-lead = Whoever read the old text is shown this one. If it was mailed at once, this one is mailed as well.
desk-advisory-title = Title
desk-advisory-text = Text
desk-advisory-text-hint = Markdown: **bold**, lists, and links that begin with https://. No HTML and no pictures.
desk-advisory-severity = How much does it matter?
desk-advisory-told-info = { advisory-info }: it stands in the portal
desk-advisory-told-notice = { advisory-notice }: it also goes with the monthly letter
desk-advisory-told-critical = { advisory-critical }: it is also mailed to every address at once
desk-advisory-audience = Whom does it concern?
desk-advisory-everybody = Everybody
desk-advisory-operators = Operators
desk-advisory-without-second-step = People without a second step
desk-advisory-without-codes = People without backup codes
desk-advisory-make-public = Anybody may read it, also in the feed
desk-advisory-from = First day
desk-advisory-last = Until
desk-advisory-day-hint = Like 2026-12-01, or 2026-12-01 14:00. Leave it empty for now, or for good.
desk-advisory-look = See how it looks
desk-advisory-look-again = Look again
desk-advisory-preview = This is how it will look. Nobody has seen it yet.
desk-advisory-publish = Publish it
desk-advisory-withdraw = Withdraw it
desk-advisory-withdraw-lead = It stays where it is and says that it no longer holds. Whoever was mailed hears of that too.
desk-advisory-why = Why?
desk-advisory-why-hint = One sentence, for those who read it.
desk-advisory-why-needed = Say why, in one sentence of at most 300 characters.
desk-advisory-public = Anybody may read it
desk-advisory-inside = Only people who are signed in may read it
desk-advisory-until = Until { $day }
desk-advisory-planned = Not shown yet
desk-advisory-current = Shown now
desk-advisory-over = Over
desk-advisory-is-withdrawn = Withdrawn
desk-advisory-mailed =
    { $count ->
        [one] Mailed to 1 account
       *[other] Mailed to { $count } accounts
    }
desk-advisory-mailing = More are being mailed now
desk-advisory-with-letter =
    { $count ->
        [one] 1 letter named it
       *[other] { $count } letters named it
    }
desk-advisory-read =
    { $count ->
        [0] Nobody has read it yet
        [one] 1 person has read it
       *[other] { $count } people have read it
    }
desk-advisory-day = That is no day. Write it like 2026-12-01.
desk-advisory-no-title = Write a title.
desk-advisory-long-title = The title is longer than 120 characters. Make it shorter.
desk-advisory-ends-before = That is not after its first day.
desk-advisory-over-already = That day is over already.
desk-advisory-not-for-everybody = Only an advisory for everybody can be read by anybody.
desk-advisory-no-text = Write what you have to say.
desk-advisory-long-text = The text is longer than 20,000 bytes. Make it shorter, or link to a page.
desk-advisory-html = Line { $line } has HTML. Write Markdown instead.
desk-advisory-picture = Line { $line } has a picture. Link to a page that shows it.
desk-advisory-link = Line { $line } has a link that doesn't begin with https:// or http://, or has a name before an @.
desk-advisory-deep = In line { $line }, lists and quotes stand too deep within each other.
