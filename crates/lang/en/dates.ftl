### Dates, times and lengths of time, always in full.
###
### Ids in this file begin with one of: date-, month-, moment-, wait-

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

# "23 November 2026". $month is one of the names above.
date-in-full = { $day } { $month } { $year }

# "3 March 2026 at 14:05". $date is the sentence above, $hour and $minute are two digits each of a 24-hour clock.
moment-in-full = { $date } at { $hour }:{ $minute }

wait-seconds =
    { $count ->
        [one] { $count } second
       *[other] { $count } seconds
    }
wait-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
wait-hours =
    { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
wait-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
