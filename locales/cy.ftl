# Dates and times

time-hour = { $hour }{ $half ->
    [am] am
   *[pm] pm
}
time-minutes = { $hour }:{ $minute }{ $half ->
    [am] am
   *[pm] pm
}
time-midday = hanner dydd
time-midnight = hanner nos

times-daily = bob dydd
times-weekly = bob { $days }
times-fortnightly = bob yn ail { SOFT($days) }
times-monthly = { $nth ->
    [first] { $day } cyntaf pob mis
    [second] ail { SOFT($day) } pob mis
    [third] trydydd { $day } pob mis
    [fourth] pedwerydd { $day } pob mis
    [fifth] pumed { $day } pob mis
   *[last] { $day } olaf pob mis
}
times-range = { $first } i { SOFT($last) }
times-from = o { $date }
times-until = tan { $date }
times-between = o { $from } tan { $until }
times-dated = { $days } { $dates }
times-hours = { $start } i { $end }
times-overnight = { $start } i { $end } drannoeth
times-all-day = drwy'r dydd
times-online = ar-lein
times-then = { $before }, { $next }

closed-days = { $first } i { $last }

ages-any = unrhyw oed
ages-from = { $from } oed a throsodd
ages-under = dan { $under } oed
ages-between = { $from } i { $to } oed
ages-one = { $age } oed

number-hours = { $count } awr
number-percent = { $count }%

how-drop-in = Dewch draw heb drefnu
how-self-referral = Cysylltwch â'r gwasanaeth eich hun
how-professional-referral = Gofynnwch i weithiwr proffesiynol eich atgyfeirio
how-appointment = Trefnwch apwyntiad
how-membership = Dewch yn aelod

attend-venue = Wyneb yn wyneb
attend-online = Ar-lein
attend-phone = Dros y ffôn
attend-home-visit = Yn eich cartref

eligible-carer-home = Rhaid i chi fyw yn yr ardal
eligible-cared-for-home = Rhaid i'r person rydych chi'n gofalu amdano fyw yn yr ardal
eligible-gp = Rhaid i chi fod wedi cofrestru gyda meddyg teulu yn yr ardal

access-step-free = Mynediad heb risiau
access-accessible-toilet = Toiled hygyrch
access-hearing-loop = Dolen glyw
access-parking-nearby = Parcio gerllaw

life-just-started = Rydych chi newydd ddechrau gofalu
life-diagnosis = Diagnosis newydd
life-hospital-discharge = Gadael yr ysbyty
life-working-while-caring = Gweithio a gofalu
life-moving-area = Symud i ardal arall
life-turning-18 = Troi'n 18 oed
life-crisis = Mewn argyfwng
life-carer-ill = Pan fyddwch chi eich hun yn sâl
life-end-of-life = Diwedd oes
life-after-caring = Ar ôl gofalu

locality-country = Gwlad
locality-nation = Cenedl
locality-region = Rhanbarth
locality-county = Sir
locality-unitary = Awdurdod unedol
locality-district = Dosbarth
locality-borough = Bwrdeistref
locality-place = Lle

language-bfi = Iaith Arwyddion Prydain
language-pa-arab = Pwnjabeg (Shahmukhi)
language-pnb = Pwnjabeg (Shahmukhi)
