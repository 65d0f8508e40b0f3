### German: how the symbols of a code are said, by the spelling board of DIN 5009:2022 (names of towns). „zwo“ is said on the
### telephone, because „zwei“ is heard as „drei“.

spell-0 = null
spell-1 = eins
spell-2 = zwo
spell-3 = drei
spell-4 = vier
spell-5 = fünf
spell-6 = sechs
spell-7 = sieben
spell-8 = acht
spell-9 = neun
spell-a = Aachen
spell-b = Berlin
spell-c = Chemnitz
spell-d = Düsseldorf
spell-e = Essen
spell-f = Frankfurt
spell-g = Goslar
spell-h = Hamburg
spell-j = Jena
spell-k = Köln
spell-m = München
spell-n = Nürnberg
spell-p = Potsdam
spell-q = Quickborn
spell-r = Rostock
spell-s = Salzwedel
spell-t = Tübingen
spell-v = Völklingen
spell-w = Wuppertal
spell-x = Xanten
spell-y = Ypsilon
spell-z = Zwickau
