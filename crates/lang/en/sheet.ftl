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
sheet-drill-dates = Drills done on

## The document

# The title of the file, shown by programs that open it.
sheet-document = Backup codes for { $label }, sheet { $number }
