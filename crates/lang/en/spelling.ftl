### How the symbols of a code are said: one word each, that nobody takes for another on a bad line (the ICAO alphabet).
###
### Ids in this file begin with one of: spell-

spell-0 = zero
spell-1 = one
spell-2 = two
spell-3 = three
spell-4 = four
spell-5 = five
spell-6 = six
spell-7 = seven
spell-8 = eight
spell-9 = nine
spell-a = Alfa
spell-b = Bravo
spell-c = Charlie
spell-d = Delta
spell-e = Echo
spell-f = Foxtrot
spell-g = Golf
spell-h = Hotel
spell-j = Juliett
spell-k = Kilo
spell-m = Mike
spell-n = November
spell-p = Papa
spell-q = Quebec
spell-r = Romeo
spell-s = Sierra
spell-t = Tango
spell-v = Victor
spell-w = Whiskey
spell-x = X-ray
spell-y = Yankee
spell-z = Zulu
