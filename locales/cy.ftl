# Y rhyngwyneb yn Gymraeg. Enw pob neges yw'r un y mae'r templedi yn ei ddefnyddio, gyda chysylltnodau.

# Ffrâm pob tudalen
skip-to-content = Neidio i'r prif gynnwys
menu = Prif ddewislen
menu-button = Dewislen
urgent-help = Cymorth brys
breadcrumb = Rydych chi yma
languages = Ieithoedd
editions = Ffyrdd eraill o ddarllen y dudalen hon
easy-read-version = Hawdd ei ddeall
standard-version = Fersiwn safonol
change-area = Newid ardal
choose-area = Dewis eich ardal
home = Hafan
important = Pwysig
sample = Safle enghreifftiol yw hwn. Mae'r sefydliadau, y rhifau ffôn a'r gwasanaethau wedi'u dyfeisio.
published-by = Cyhoeddwyd gan
get-help = Cael help
contact-us = Cysylltu â ni
all-contacts = Pob ffordd o gysylltu
share-by-text = Anfon mewn neges destun
share-by-email = Anfon drwy e-bost
print-page = Argraffu'r dudalen hon
search = Chwilio
search-label = Am beth ydych chi'n chwilio?
search-found = Canlyniadau:
search-none = Ni chafwyd dim. Rhowch gynnig ar eiriau eraill, neu edrychwch yn y rhestr isod.
search-wait = Yn chwilio…
search-failed = Nid yw'r chwiliad yn gweithio ar hyn o bryd. Defnyddiwch y rhestr isod.
search-service = Gwasanaeth
search-easy = Hawdd ei ddeall yn unig
a-to-z = A i Y

# Gadael tudalen sensitif
quick-exit = Gadael y dudalen hon yn gyflym
quick-exit-note = Nid yw hyn yn clirio eich hanes pori.
quick-exit-keys = Gallwch hefyd bwyso'r fysell Shift dair gwaith.
discreet-title = Gwybodaeth a chyngor

# Ffyrdd o gysylltu
phone = Ffôn
textphone = Ffôn testun
email = E-bost
website = Gwefan
address = Cyfeiriad
opening-times = Oriau agor

# Tudalennau
start-here = Dechreuwch yma
what-you-need = Beth sydd ei angen arnoch?
who-you-are = Pwy ydych chi, neu am bwy rydych yn gofalu?
in-this-section = Yn yr adran hon
topics = Pynciau
information = Gwybodaeth
audiences = Ar gyfer pwy
pages = Tudalennau'r rhestr hon
nothing-yet = Does dim byd ar y pwnc hwn eto.
hard-words = Geiriau anodd
picture-credits = Lluniau
reviewed = Adolygwyd y dudalen ddiwethaf
review-by = Dyddiad yr adolygiad nesaf
not-yet-tested = Nid yw'r dudalen hon wedi cael ei phrofi eto gyda phobl sy'n defnyddio deunydd hawdd ei ddeall.

# Heb ei chanfod, wedi symud
not-found = Heb ddod o hyd i'r dudalen
not-found-explained = Efallai bod y dudalen wedi symud, neu fod camgymeriad yn y cyfeiriad.
moved = Mae'r dudalen hon wedi symud
moved-link = Mynd i'r dudalen newydd

# Gwasanaethau
services = Gwasanaethau
services-by-topic = Gwasanaethau yn ôl pwnc
services-by-audience = Gwasanaethau yn ôl pwy maen nhw'n ei helpu
services-by-place = Gwasanaethau yn ôl ardal
no-services = Does dim gwasanaethau wedi'u rhestru yma eto.
narrow = Culhau'r rhestr
service-paused = Mae'r gwasanaeth hwn ar gau am y tro
how-to-get-in-touch = Sut i gysylltu
in-easy-words = Mewn geiriau hawdd
where = Ble mae e
closed-on = Ar gau
next-sessions = Y sesiynau nesaf
add-to-calendar = Ychwanegu’r amserau hyn at eich calendr
address-hidden = Nid yw'r cyfeiriad yn cael ei gyhoeddi, er mwyn cadw pobl yn ddiogel. Cysylltwch â'r gwasanaeth i gael gwybod ble i fynd.
access = Mynediad
good-to-know = Da gwybod
run-by = Yn cael ei redeg gan
cost = Cost
free = Am ddim
ages = Oedran
who-can-use = Pwy sy'n gallu ei ddefnyddio
who-for = Ar gyfer pwy
how-to-join = Sut i ymuno
how-it-runs = Sut mae'n cael ei gynnal
languages-spoken = Ieithoedd
areas-served = Ardaloedd
last-checked = Gwiriwyd y wybodaeth ddiwethaf
shortlist = Fy rhestr fer
shortlist-explained = Cedwir y gwasanaethau a ychwanegwch ar y ddyfais hon yn unig. Gall unrhyw un sy'n defnyddio'r ddyfais hon eu gweld.
shortlist-empty = Mae eich rhestr fer yn wag. Ychwanegwch wasanaethau o'r rhestrau:
shortlist-add = Ychwanegu at fy rhestr fer
shortlist-remove = Tynnu o fy rhestr fer
shortlist-keep = Cadw'r rhestr hon ar y ddyfais hon
shortlist-link = Dolen i'r rhestr hon
filter = Hidlo'r rhestr hon
filter-shown = Gwasanaethau a ddangosir
filter-none = Nid oes dim yn ffitio'r rhain i gyd. Dewiswch lai.
filter-clear = Clirio'r cyfan
filter-paid = Am dâl
filter-days = Diwrnodau
filter-day-1 = Dydd Llun
filter-day-2 = Dydd Mawrth
filter-day-3 = Dydd Mercher
filter-day-4 = Dydd Iau
filter-day-5 = Dydd Gwener
filter-day-6 = Dydd Sadwrn
filter-day-7 = Dydd Sul
also-serves-you = Hefyd yn eich gwasanaethu chi
relay = Relay UK
relay-explained = Os na allwch glywed neu siarad ar y ffôn, mae gwasanaeth am ddim yn trosglwyddo'r hyn a deipiwch.
see-on-map = Ei weld ar OpenStreetMap
report-problem = Rhoi gwybod am broblem gyda'r dudalen hon

# Mynediad i leoliad
access-blue-badge-parking = Lle parcio Bathodyn Glas
access-lift = Lifft
access-changing-places = Toiled Changing Places
access-quiet-space = Lle tawel
access-assistance-dogs = Croeso i gŵn cymorth

# Ardaloedd
areas = Ardaloedd
areas-explained = Dewiswch eich ardal i weld gwasanaethau a rhifau ffôn lleol.
everywhere = Pob ardal
finder-postcode = Eich cod post
finder-note = Mae'n cael ei chwilio ar y ddyfais hon. Nid yw'n cael ei anfon i unman.
finder-find = Dod o hyd i fy ardal
finder-found = Mae hyn yn edrych fel:
finder-not-right = Ddim yn iawn? Dewiswch eich ardal isod.
finder-none = Nid oes gennym dudalennau ar gyfer ardal y cod post hwn. A yw'n gywir? Gallwch hefyd ddewis ardal isod.
finder-bad = Nid cod post yw hwn. Ysgrifennwch ef fel LE16 7ZZ.
finder-failed = Ni ellir llwytho'r rhestr o godau post. Dewiswch eich ardal isod.
postcodes = Codau post pob ardal
postcodes-explained = Hanner cyntaf pob cod post, fesul ardal. Lle mae cod mewn mwy nag un ardal, eich cod post llawn sy'n penderfynu.
postcodes-whole = Y cyfan o
postcodes-part = Rhannau o

# Blychau yn y testun
note = Nodyn
tip = Awgrym
warning = Rhybudd
caution = Gofal
emergency = Argyfwng
footnotes = Nodiadau
table = Tabl
task-done = Wedi'i wneud
task-not-done = Heb ei wneud
being-checked = mae'r ffigur hwn yn cael ei wirio

# Gyda gwerthoedd
services-count = { $count ->
    [zero] Dim gwasanaethau
    [one] { $count } gwasanaeth
    [two] { $count } wasanaeth
    [few] { $count } gwasanaeth
    [many] { $count } gwasanaeth
   *[other] { $count } gwasanaeth
}
length-on-paper = { $count ->
    [zero] Nid oes tudalennau ar bapur.
    [one] Mae hyn yn { $count } dudalen ar bapur.
    [two] Mae hyn tua { $count } dudalen ar bapur.
    [few] Mae hyn tua { $count } tudalen ar bapur.
    [many] Mae hyn tua { $count } tudalen ar bapur.
   *[other] Mae hyn tua { $count } tudalen ar bapur.
}
title-page-of = { $title } (tudalen { $page } o { $pages })
see-all-services = Gweld pob gwasanaeth
see-all-about = Gweld pob gwasanaeth: { $topic }
only-in = Dim ond yn: { $places }
place-and-topic = { $topic }: { $place }
services-about = Gwasanaethau: { $topic }
services-for = Gwasanaethau ar gyfer: { $audience }
services-in = Gwasanaethau: { $place }
footnote-back = Yn ôl i'r man lle mae nodyn { $n }
tested-with = Profwyd gyda { $who } ar { $date }
notice-untranslated = Nid yw'r dudalen hon wedi'i chyfieithu eto. Mae'n cael ei dangos yn yr iaith hon: { $language }.
notice-stale = Mae'r dudalen wreiddiol ({ $language }) wedi newid ers gwneud y cyfieithiad hwn ar { $date }. Efallai nad yw'r dudalen hon yn gyfredol.
notice-stale-undated = Mae'r dudalen wreiddiol ({ $language }) wedi newid ers gwneud y cyfieithiad hwn. Efallai nad yw'r dudalen hon yn gyfredol.
notice-nations = Mae'r dudalen hon yn sôn am y gyfraith ac arian yn y gwledydd hyn yn unig: { $places }.
notice-machine = Cyfieithwyd y dudalen hon gan gyfrifiadur ac nid oes person wedi'i gwirio. Gall fod camgymeriadau ynddi.
notice-draft = Drafft yw'r dudalen hon. Peidiwch â dibynnu arni.
notice-not-available = Nid yw hyn ar gael yma: { $place }.
notice-paused = Mae'r gwasanaeth hwn ar gau am y tro.
notice-unchecked = Gwiriwyd y wybodaeth hon ddiwethaf ar { $date }. Cysylltwch â'r gwasanaeth cyn teithio.

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
times-venue = yn y lleoliad
times-phone = dros y ffôn
times-home = yn eich cartref
times-appointment = drwy apwyntiad
times-bank-holidays = { $nation ->
    [england-and-wales] gwyliau banc Cymru a Lloegr
    [scotland] gwyliau banc yr Alban
    [northern-ireland] gwyliau banc Gogledd Iwerddon
   *[here] gwyliau banc
}
times-then = { $before }, { $next }
session-day = { $weekday } { $date }
next-sessions-after = Y sesiynau nesaf ar ôl { $date }

closed-days = { $first } i { $last }
closed-bank-holidays = { $nation ->
    [scotland] gwyliau banc yr Alban
    [northern-ireland] gwyliau banc Gogledd Iwerddon
   *[england-and-wales] gwyliau banc Cymru a Lloegr
}
closed-bank-holidays-here = gwyliau banc

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

# The list of prints, and the short addresses that stand on them
prints-title = Taflenni i'w hargraffu
prints-explained = Argraffwch y rhain eich hun, neu gofynnwch am un mewn llyfrgell, meddygfa neu fferyllfa. Mae llinellau olaf pob un yn dweud pa fersiwn ydyw.
prints-composed = Taflenni
prints-of-pages = Tudalennau'r wefan hon ar bapur
prints-all = Pob un o'r rhain mewn un ffeil (ZIP)
print-booklet = Llyfryn ar gyfer argraffydd swyddfa (PDF)
print-count-pages = { $count ->
   *[other] Tudalennau: { $count }
}
print-size = { $size } KB
print-is-newest = Y fersiwn diweddaraf yw { $version }. Cyhoeddwyd ar { $date }.
print-check = A yw eich copi yn gyfredol?
print-compare = Edrychwch ar linellau olaf eich copi. Os ydynt yn enwi fersiwn arall, gall rhan ohono fod wedi dyddio.
print-old-copy = Ailgylchwch hen gopi, ac argraffwch y diweddaraf neu ffoniwch ni amdano.
print-get = Cael y copi diweddaraf
print-read = Ei ddarllen ar y we
print-others = Siapiau ac ieithoedd eraill
print-withdrawn = Nid yw'r daflen hon wedi'i gwneud ers { $date }. Gall rhan ohoni fod wedi dyddio, felly ailgylchwch eich copi.
print-instead = Darllenwch hyn yn lle hynny

# Prints: on paper, and the links to them
print-page-number = Tudalen { $page } o { $pages }
print-document = Dogfen { $code }
print-version = Fersiwn { $version }
print-issued = Cyhoeddwyd { $date }
print-review = I'w hadolygu erbyn { $date }
print-newest = Y copi diweddaraf o'r daflen hon
print-links = Cyfeiriadau gwe
print-qr = Cod QR sy'n arwain at { $url }
print-other-formats = Gofynnwch i ni am brint bras, fersiwn hawdd ei deall, sain neu Braille.
print-left-out = { $count ->
   *[other] Gwasanaethau a adawyd allan: { $count }. Maent ar gau am y tro, neu nid ydym wedi eu gwirio yn ddiweddar.
}
prints = Argraffu
print-a4 = Taflen A4 (PDF)
print-large-print = Print bras, A4 (PDF)
print-easy-read = Hawdd ei deall, A4 gyda lluniau (PDF)
print-dl = Taflen wedi'i phlygu, tri phanel (PDF)
print-a5 = Llyfryn A5 (PDF)

# The preview that `fingerpost serve` shows over a page, for editors
preview-panel = Rhagolwg
preview-title = Rhagolwg: { $found }
preview-title-so-far = Rhagolwg: { $found } hyd yn hyn
preview-nothing = dim i'w gywiro
preview-errors = { $count ->
    [two] { $count } wall
   *[other] { $count } gwall
}
preview-warnings = { $count ->
    [two] { $count } rybudd
    [few] { $count } rhybudd
    [many] { $count } rhybudd
   *[other] { $count } rhybudd
}
preview-reach = { $count ->
    [two] I'w weld ar { $count } dudalen
    [few] I'w weld ar { $count } tudalen
    [many] I'w weld ar { $count } thudalen
   *[other] I'w weld ar { $count } tudalen
}
preview-pending = Mae pob tudalen yn cael ei llunio i ddod o hyd i'r gweddill.
preview-behind = Nes bod y gwallau wedi'u cywiro, dangosir y wefan fel yr oedd o'u blaen.
preview-here = Ar y dudalen hon
preview-elsewhere = Mewn mannau eraill
preview-error = Gwall
preview-warning = Rhybudd
preview-help = Beth i'w wneud
preview-guide = Beth mae hyn yn ei olygu, a sut i'w drwsio
preview-language = Iaith
preview-place = Lle
preview-edition = Fersiwn
preview-show = Dangos
preview-day = Diwrnod
preview-show-day = Dangos y diwrnod hwnnw
preview-first-day = Yn ôl i'r diwrnod cyntaf
preview-dashboard = Dangosfwrdd: cipolwg ar y porth cyfan

# Tudalennau sydd gan bob safle.

# human, neu machine nes i berson wirio'r ffeil gyfan: mae'r datganiad a'r dudalen breifatrwydd yn dweud hynny.
translated-by = machine
all-pages = Holl dudalennau'r safle hwn
site-map = Map o'r safle
site-map-explained = Holl dudalennau'r safle hwn, fesul adran.
site-map-folded = Mae adrannau nad ydynt yn dangos tudalennau yma yn eu rhestru ar eu tudalen eu hunain.
site-map-others = Rhagor ar y safle hwn
recent-changes = Beth sydd wedi newid
changes-explained = Tudalennau a gwasanaethau a ysgrifennwyd, a wiriwyd neu a gyfieithwyd gennym yn y 12 mis diwethaf. Y rhai diweddaraf sydd gyntaf.
changes-newest = Dyma'r { $shown } diweddaraf o { $count }.
change-checked = Gwiriwyd
change-translated = Cyfieithwyd
change-new = Newydd

privacy = Preifatrwydd
privacy-explained = Beth mae'r wefan hon yn ei gadw amdanoch chi, a beth nad yw'n ei gadw.
privacy-cookies-title = Cwcis ac olrhain
privacy-cookies = Nid yw'r wefan hon yn gosod cwcis. Nid yw'n llwytho dim o wefannau eraill, ac nid yw'n dilyn yr hyn rydych chi'n ei ddarllen.
privacy-device-title = Beth sy'n digwydd ar eich dyfais
privacy-finder = Os chwiliwch am eich ardal, ar eich dyfais y chwilir am eich cod post. Nid yw'n cael ei anfon i unman.
privacy-search = Mae'r chwilio'n gweithio ar eich dyfais. Nid yw'r geiriau rydych chi'n eu teipio yn cael eu hanfon atom ni nac at neb arall. Gall eich porwr eu cadw yn ei hanes pori.
privacy-shortlist = Ar eich dyfais yn unig y cedwir gwasanaethau rydych chi'n eu hychwanegu at eich rhestr fer. Gallwch eu tynnu oddi yno unrhyw bryd. Gall unrhyw un sy'n defnyddio eich dyfais eu gweld.
privacy-server-title = Beth mae ein gweinydd yn ei weld
privacy-server = Mae eich dyfais yn gofyn i'n gweinydd am bob tudalen, fel gydag unrhyw wefan. Mae'r gweinydd yn gweld cyfeiriad rhyngrwyd eich dyfais, y dudalen a'r amser. Gallwch ofyn i ni am faint y cedwir hynny.
privacy-others-title = Pobl sy'n defnyddio'r un ddyfais
privacy-others = Mae gan dudalennau am bethau na ddylai eraill yn eich cartref eu gweld fotwm i adael yn gyflym, a theitl nad yw'n datgelu dim. Nid yw'r botwm yn clirio hanes eich porwr.
privacy-links-title = Gwefannau eraill
privacy-links = Mae rhai dolenni'n arwain at wefannau eraill. Mae ganddynt eu rheolau eu hunain.
privacy-told-title = Os cysylltwch â ni
privacy-told = Os ffoniwch ni neu ysgrifennu atom, bydd yr hyn a ddywedwch gan { $who }. Gallwch ofyn beth rydym yn ei gadw amdanoch, a gofyn i ni ei gywiro neu ei ddileu.
privacy-complain = Os nad ydych yn fodlon ar ein hateb, gallwch gwyno wrth:
privacy-commissioner = Swyddfa'r Comisiynydd Gwybodaeth

# Y datganiad hygyrchedd. Mae ei rannau a llawer o'i eiriad wedi'u pennu gan y gyfraith: Rheoliadau Hygyrchedd Cyrff
# Sector Cyhoeddus (Gwefannau a Chymwysiadau Symudol) (Rhif 2) 2018.
accessibility-statement = Datganiad hygyrchedd
statement-explained = Pa mor hygyrch yw'r wefan hon, beth nad yw'n gweithio eto, a sut i ddweud wrthym.
statement-applies = Mae'r datganiad hygyrchedd hwn yn berthnasol i { $site } ({ $address }).
statement-run-by = Mae'r wefan hon yn cael ei rhedeg gan { $who }. Rydym am i gynifer o bobl â phosibl allu defnyddio'r wefan hon.
statement-able = Er enghraifft, mae hynny'n golygu y dylech allu:
statement-able-colours = newid lliwiau, lefelau cyferbyniad a ffontiau gan ddefnyddio gosodiadau'r porwr neu'r ddyfais
statement-able-zoom = chwyddo hyd at 400% heb i'r testun lifo oddi ar y sgrin
statement-able-keyboard = llywio'r wefan gan ddefnyddio bysellfwrdd neu feddalwedd adnabod lleferydd
statement-able-listen = gwrando ar y wefan gan ddefnyddio darllenydd sgrin
statement-able-scripts = darllen pob tudalen a sgriptiau wedi'u diffodd
statement-words = Rydym hefyd wedi gwneud testun y wefan mor syml â phosibl i'w ddeall.
statement-advice = Mae gan AbilityNet gyngor ar wneud eich dyfais yn haws i'w defnyddio os oes gennych anabledd
statement-how = Pa mor hygyrch yw'r wefan hon
statement-known = Gwyddom nad yw rhai rhannau o'r wefan hon yn gwbl hygyrch:
statement-none-known = Ni wyddom am unrhyw ran o'r wefan hon nad yw'n hygyrch.
statement-feedback = Adborth a gwybodaeth gyswllt
statement-formats = Os oes angen gwybodaeth ar y wefan hon arnoch mewn fformat gwahanol, fel PDF hygyrch, print bras, hawdd ei ddeall, recordiad sain neu Braille, cysylltwch â ni.
statement-problems = Os dewch o hyd i unrhyw broblemau nad ydynt wedi'u rhestru ar y dudalen hon, neu os ydych yn meddwl nad ydym yn bodloni'r gofynion hygyrchedd, cysylltwch â ni.
statement-reply = { $days ->
   *[other] Byddwn yn ystyried eich cais ac yn cysylltu â chi o fewn { $days } diwrnod.
}
statement-enforcement-title = Gweithdrefn orfodi
statement-enforcement = Y Comisiwn Cydraddoldeb a Hawliau Dynol (EHRC) sy'n gyfrifol am orfodi Rheoliadau Hygyrchedd Cyrff Sector Cyhoeddus (Gwefannau a Chymwysiadau Symudol) (Rhif 2) 2018 (y ‘rheoliadau hygyrchedd’). Os nad ydych yn hapus â'r ffordd rydym yn ymateb i'ch cwyn, cysylltwch â'r Gwasanaeth Cynghori a Chymorth Cydraddoldeb (EASS).
statement-eass = Gwasanaeth Cynghori a Chymorth Cydraddoldeb (EASS)
statement-enforcement-ni = Yng Ngogledd Iwerddon, Comisiwn Cydraddoldeb Gogledd Iwerddon (ECNI) sy'n gyfrifol am orfodi Rheoliadau Hygyrchedd Cyrff Sector Cyhoeddus (Gwefannau a Chymwysiadau Symudol) (Rhif 2) 2018 (y ‘rheoliadau hygyrchedd’). Os ydych chi yno ac nad ydych yn hapus â'r ffordd rydym yn ymateb i'ch cwyn, cysylltwch â'r ECNI.
statement-ecni = Comisiwn Cydraddoldeb Gogledd Iwerddon (ECNI)
statement-technical = Gwybodaeth dechnegol am hygyrchedd y wefan hon
statement-committed = Mae { $who } wedi ymrwymo i wneud ei wefan yn hygyrch, yn unol â Rheoliadau Hygyrchedd Cyrff Sector Cyhoeddus (Gwefannau a Chymwysiadau Symudol) (Rhif 2) 2018.
statement-status = Statws cydymffurfio
statement-untested = Nid yw'r wefan hon wedi'i phrofi eto yn erbyn safon AA y Canllawiau Hygyrchedd Cynnwys Gwe, fersiwn { $version }.
statement-full = Mae'r wefan hon yn cydymffurfio'n llawn â safon AA y Canllawiau Hygyrchedd Cynnwys Gwe, fersiwn { $version }.
statement-partial = { $due ->
    [issues] Mae'r wefan hon yn cydymffurfio'n rhannol â safon AA y Canllawiau Hygyrchedd Cynnwys Gwe, fersiwn { $version }, oherwydd yr achosion o ddiffyg cydymffurfio a restrir isod.
    [exemptions] Mae'r wefan hon yn cydymffurfio'n rhannol â safon AA y Canllawiau Hygyrchedd Cynnwys Gwe, fersiwn { $version }, oherwydd yr eithriadau a restrir isod.
    [both] Mae'r wefan hon yn cydymffurfio'n rhannol â safon AA y Canllawiau Hygyrchedd Cynnwys Gwe, fersiwn { $version }, oherwydd yr achosion o ddiffyg cydymffurfio a'r eithriadau a restrir isod.
   *[unnamed] Mae'r wefan hon yn cydymffurfio'n rhannol â safon AA y Canllawiau Hygyrchedd Cynnwys Gwe, fersiwn { $version }.
}
statement-not = { $due ->
    [issues] Nid yw'r wefan hon yn cydymffurfio â safon AA y Canllawiau Hygyrchedd Cynnwys Gwe, fersiwn { $version }. Rhestrir yr achosion o ddiffyg cydymffurfio isod.
    [exemptions] Nid yw'r wefan hon yn cydymffurfio â safon AA y Canllawiau Hygyrchedd Cynnwys Gwe, fersiwn { $version }. Rhestrir yr eithriadau isod.
    [both] Nid yw'r wefan hon yn cydymffurfio â safon AA y Canllawiau Hygyrchedd Cynnwys Gwe, fersiwn { $version }. Rhestrir yr achosion o ddiffyg cydymffurfio a'r eithriadau isod.
   *[unnamed] Nid yw'r wefan hon yn cydymffurfio â safon AA y Canllawiau Hygyrchedd Cynnwys Gwe, fersiwn { $version }.
}
statement-content = Cynnwys nad yw'n hygyrch
statement-content-listed = Nid yw'r cynnwys a restrir isod yn hygyrch am y rhesymau canlynol.
statement-non-compliance = Diffyg cydymffurfio â'r rheoliadau hygyrchedd
statement-burden = Baich anghymesur
statement-out-of-scope = Cynnwys nad yw o fewn cwmpas y rheoliadau hygyrchedd
issue-fails = { $count ->
    [one] Mae hyn yn methu maen prawf llwyddiant { $criteria } WCAG { $version }.
   *[other] Mae hyn yn methu meini prawf llwyddiant { $criteria } WCAG { $version }.
}
issue-instead = Tan hynny
issue-since = Rydym yn gwybod am hyn ers { $date }.
issue-fix-by = Rydym yn bwriadu ei drwsio erbyn { $date }.
issue-late = Roeddem yn bwriadu ei drwsio erbyn { $date }, ac nid yw wedi'i drwsio eto.
issue-fixed = Trwsiwyd ar { $date }.
statement-improving = Beth rydym yn ei wneud i wella hygyrchedd
statement-checks = Bob tro y caiff y wefan hon ei hadeiladu, gwirir pob tudalen yn erbyn { $count } o reolau hygyrchedd Consortiwm y We Fyd-eang (W3C), a gwirir cyferbyniad ei lliwiau. Ni chyhoeddir tudalen sy'n methu.
statement-fixed = Beth rydym wedi'i drwsio
statement-preparation = Paratoi'r datganiad hygyrchedd hwn
statement-prepared = Paratowyd y datganiad hwn ar { $date }. Fe'i hadolygwyd ddiwethaf ar { $reviewed }.
statement-tested = Profwyd y wefan hon ddiwethaf ar { $date } yn erbyn safon AA y Canllawiau Hygyrchedd Cynnwys Gwe, fersiwn { $version }.
tested-by = Cynhaliwyd y prawf gan
tested-sample = Beth a brofwyd
tested-how = Sut y'i profwyd
tested-result = Beth a ganfuwyd
tested-report = Darllenwch yr adroddiad prawf hygyrchedd llawn
method-automatic = gyda rhaglenni sy'n gwirio pob tudalen
method-keyboard = gyda bysellfwrdd yn unig
method-screen-reader = gyda darllenwyr sgrin
method-zoom = gyda'r testun wedi'i chwyddo i 400%
method-speech = gyda meddalwedd adnabod lleferydd
method-disabled-people = gan bobl anabl
problems-found = Nifer y problemau a ganfuwyd: { $count }.
problems-fixed = Nifer a drwsiwyd ers hynny: { $count }.
