### The printed sheet of backup codes.
###
### Ids in this file begin with one of: sheet-
### Voice: plain words, short sentences, second person, present tense, reading age 12.
### Say what happened, what it means, what to do, in that order. No markup in a sentence.
### Paper has no room to scroll: keep these short.

## The head of the sheet

sheet-title = Backup codes
sheet-number = Sheet { $number }
sheet-page = Page { $page } of { $pages }
# $label is what the owner calls this sheet or mailbox.
sheet-for = For “{ $label }”
sheet-for-address = For “{ $label }”, { $address }
sheet-what = Each code opens your mailbox once, when your phone is gone. Tick it when you have used it.
sheet-keep = Keep this sheet where you keep your passport. Don’t photograph it.
sheet-drill = The word beside a code is not part of it. We ask for the word in drills.
sheet-type-at = Type a code only at
sheet-staff = Nobody from our help desk will ever ask you for a code.
sheet-page-words = Before you type, the page must show these two words:

## The strips

# Stands on every strip, because strips are torn off. $portal is an address without https://.
sheet-strip = { $service } · “{ $label }” · sheet { $number } · { $portal }
sheet-drill-word = drill word
# Read out by screen readers before the table of a strip.
sheet-strip-summary = Codes of one strip: number, code, drill word.

## The foot of the sheet

sheet-replacements = Replacements
sheet-replacements-how = Each code you use is replaced. Write the new one and its word here.
sheet-unreadable = Can’t read a symbol? Type ? for it. Up to four symbols of a code can be missing.
sheet-lost = Lost the sheet, or somebody saw it? Sign in and choose “I lost my sheet”: its codes stop working at once.
sheet-copy-at = Another copy is at
# Stands in the bottom margin, in small print. $line is twenty letters and digits.
sheet-head = { $line } (no code) stands for all that was on record on the day of this sheet. If it no longer fits on the page “What happened”, somebody rewrote the past.
sheet-drill-dates = Drills done on

## Large print

sheet-large = Large print
# Stands on every strip in large print.
sheet-large-strip = { $service } · sheet { $number } · { $portal }
sheet-large-drill = The drill word below a code is not part of it. We ask for the word in drills.
# Stands before the word, below its code.
sheet-large-word = Drill word:

## The wallet card

sheet-card = Wallet card
sheet-card-how = Print on one side, at 100 %. Cut along the frame. Fold at the dashed lines, back and forth, so that the codes are inside.
# Stands beside a line of exactly 50 mm.
sheet-card-scale = This line is 50 mm long. If it isn’t, print again at 100 % (“actual size”).
sheet-card-caption = Sheet { $number } · { $portal }
sheet-card-what = Each code opens your mailbox once. Tick it when it is used.
sheet-card-drill = The word below a code is its drill word, not part of it.
sheet-card-used = Each code you use is replaced: write the new one on the back.
# $line is twenty letters and digits, by which a rewritten record is noticed.
sheet-card-head = Record, no code: { $line }
sheet-card-lost = Lost, or seen by somebody? Sign in and choose “I lost my sheet”.

## The braille file

# Stands above the codes of every page.
sheet-braille-codes = Backup codes, sheet { $number }
sheet-braille-delete = Emboss or copy this file, then delete it and empty the bin.
sheet-braille-how = On the next page, each code is one line: its number, the code in four groups of five, and its drill word. The drill word is not part of the code: we ask for it in drills. In the four groups one cell is one symbol. A letter is as in text, without capital sign. A digit has no number sign and stands one row lower than in text. Here is each digit, first as in text, then as in a code:
# Stands above a line of twenty letters and digits.
sheet-braille-head = The next line is no code. It stands for all that was on record on the day of this sheet. If it no longer fits on the page “What happened”, somebody rewrote the past.
sheet-braille-never = The letters I, L, O and U are in no code.

## The document

# What is read out in place of the operator’s logo.
sheet-logo = Logo of { $service }

# The title of the file, shown by programs that open it.
sheet-document = Backup codes for { $label }, sheet { $number }
