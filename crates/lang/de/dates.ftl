### German: dates, times and lengths of time. A length stands only after „in“, so it is in the dative: „in 2 Tagen“.

month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember

date-in-full = { $day }. { $month } { $year }
moment-in-full = { $date } um { $hour }:{ $minute } Uhr

wait-seconds =
    { $count ->
        [one] { $count } Sekunde
       *[other] { $count } Sekunden
    }
wait-minutes =
    { $count ->
        [one] { $count } Minute
       *[other] { $count } Minuten
    }
wait-hours =
    { $count ->
        [one] { $count } Stunde
       *[other] { $count } Stunden
    }
wait-days =
    { $count ->
        [one] { $count } Tag
       *[other] { $count } Tagen
    }
