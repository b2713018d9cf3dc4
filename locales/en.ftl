# Dates and times

# A whole hour: 9am, 5pm.
# $hour: from 1 to 12
# $half: am or pm
# $period: morning (from 5am), afternoon (from midday), evening (from 4pm), night (from 8pm)
time-hour = { $hour }{ $half ->
    [am] am
   *[pm] pm
}
# Any other time: 4:30pm.
# $hour: from 1 to 12
# $minute: two digits
# $half: am or pm
# $period: as above
time-minutes = { $hour }:{ $minute }{ $half ->
    [am] am
   *[pm] pm
}
time-midday = midday
time-midnight = midnight

# Opening times are put together from the strings that follow.
# $day and $days are in the form that stands inside a sentence. In Welsh, SOFT($days) gives the soft mutation.
times-daily = every day
# $days: Thursday; Monday and Thursday
# $weekday: the first of them, as mon, tue, wed, thu, fri, sat or sun, for languages in which a day has a gender
times-weekly = every { $days }
# $days: as above
# $weekday: as above
times-fortnightly = every second { $days }
# $day: Tuesday
# $nth: first, second, third, fourth, fifth or last
# $weekday: mon, tue, wed, thu, fri, sat or sun
times-monthly = { $nth ->
    [first] first
    [second] second
    [third] third
    [fourth] fourth
    [fifth] fifth
   *[last] last
} { $day } of each month
# Days that follow each other.
times-range = { $first } to { $last }
times-from = from { $date }
times-until = until { $date }
times-between = from { $from } to { $until }
# $days: one of the strings above
# $dates: times-from, times-until or times-between
times-dated = { $days } { $dates }
times-hours = { $start } to { $end }
times-overnight = { $start } to { $end } the next day
times-all-day = all day
times-online = online
# Puts a part behind those before it: days, hours, online.
times-then = { $before }, { $next }

# The days on which a service is closed.
closed-days = { $first } to { $last }

ages-any = any age
ages-from = { $from } and over
ages-under = under { $under }
ages-between = { $from } to { $to }
ages-one = { $age }

number-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
number-percent = { $count }%

how-drop-in = Just turn up
how-self-referral = Contact the service yourself
how-professional-referral = Ask a professional to refer you
how-appointment = Make an appointment
how-membership = Become a member

attend-venue = In person
attend-online = Online
attend-phone = By phone
attend-home-visit = In your home

eligible-carer-home = You must live in the area
eligible-cared-for-home = The person you care for must live in the area
eligible-gp = You must be registered with a GP in the area

access-step-free = Step-free access
access-accessible-toilet = Accessible toilet
access-hearing-loop = Hearing loop
access-parking-nearby = Parking nearby

life-just-started = You have just started caring
life-diagnosis = A new diagnosis
life-hospital-discharge = Leaving hospital
life-working-while-caring = Working while caring
life-moving-area = Moving to another area
life-turning-18 = Turning 18
life-crisis = In a crisis
life-carer-ill = When you are ill yourself
life-end-of-life = The end of life
life-after-caring = After caring

locality-country = Country
locality-nation = Nation
locality-region = Region
locality-county = County
locality-unitary = Unitary authority
locality-district = District
locality-borough = Borough
locality-place = Place

# Names of languages, where those of Unicode are missing or not what readers say: language- and the tag.
language-bfi = British Sign Language
language-bn = Bengali
language-pa = Panjabi
language-pa-arab = Panjabi (Shahmukhi)
language-pnb = Panjabi (Shahmukhi)
