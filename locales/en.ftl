# The interface in English. Each id is what the templates call it, with hyphens: `skip-to-content` is `s.skip_to_content`.

# The frame of every page
skip-to-content = Skip to the main content
menu = Main menu
menu-button = Menu
urgent-help = Urgent help
breadcrumb = You are here
languages = Languages
editions = Other ways to read this page
easy-read-version = Easy read
standard-version = Standard version
change-area = Change area
choose-area = Choose your area
home = Home
important = Important
sample = This is a sample site. The organisations, phone numbers and services are made up.
published-by = Published by
get-help = Get help
contact-us = Contact us
all-contacts = All ways to get in touch
share-by-text = Send by text message
share-by-email = Send by email
print-page = Print this page
search = Search
search-label = What are you looking for?
search-found = Results found:
search-none = Nothing was found. Try other words, or look in the list below.
search-wait = Looking…
search-failed = The search does not work at the moment. Use the list below.
search-service = Service
search-easy = Easy read only
a-to-z = A to Z

# Leaving a sensitive page
quick-exit = Leave this page quickly
quick-exit-note = This does not clear your browsing history.
quick-exit-keys = You can also press the Shift key three times.
discreet-title = Information and advice

# Ways to get in touch
phone = Phone
textphone = Textphone
email = Email
website = Website
address = Address
opening-times = Opening times

# Pages
start-here = Start here
what-you-need = What do you need?
who-you-are = Who are you, or who do you look after?
in-this-section = In this section
topics = Topics
information = Information
audiences = Who it is for
pages = Pages of this list
nothing-yet = There is nothing on this topic yet.
hard-words = Hard words
picture-credits = Pictures
reviewed = Page last reviewed
review-by = Next review due
not-yet-tested = This page has not yet been tested with people who use easy read.

# Not found, moved
not-found = Page not found
not-found-explained = The page may have moved, or the address may have a mistake in it.
moved = This page has moved
moved-link = Go to the new page

# Services
services = Services
services-by-topic = Services by topic
services-by-audience = Services by who they are for
services-by-place = Services by area
no-services = No services are listed here yet.
narrow = Narrow the list
service-paused = This service is closed for now
how-to-get-in-touch = How to get in touch
in-easy-words = In easy words
where = Where it is
closed-on = Closed
next-sessions = Next sessions
add-to-calendar = Add these times to your calendar
address-hidden = The address is not published, to keep people safe. Contact the service to find out where to go.
access = Access
good-to-know = Good to know
run-by = Run by
cost = Cost
free = Free
ages = Ages
who-can-use = Who can use it
who-for = Who it is for
how-to-join = How to join
how-it-runs = How it runs
languages-spoken = Languages
areas-served = Areas served
last-checked = Information last checked
shortlist = My shortlist
shortlist-explained = Services that you add are kept on this device only. Anyone who uses this device can see them.
shortlist-empty = Your shortlist is empty. Add services from the lists:
shortlist-add = Add to my shortlist
shortlist-remove = Remove from my shortlist
shortlist-keep = Keep this list on this device
shortlist-link = Link to this list
filter = Filter this list
filter-shown = Services shown
filter-none = Nothing fits all of these. Choose fewer.
filter-clear = Clear all
filter-paid = Paid
filter-days = Days
filter-day-1 = Monday
filter-day-2 = Tuesday
filter-day-3 = Wednesday
filter-day-4 = Thursday
filter-day-5 = Friday
filter-day-6 = Saturday
filter-day-7 = Sunday
also-serves-you = Also serves you
relay = Relay UK
relay-explained = If you cannot hear or speak on the phone, a free service passes on what you type.
see-on-map = See it on OpenStreetMap
report-problem = Report a problem with this page

# Access to a venue
access-blue-badge-parking = Blue Badge parking
access-lift = Lift
access-changing-places = Changing Places toilet
access-quiet-space = Quiet space
access-assistance-dogs = Assistance dogs welcome

# Areas
areas = Areas
areas-explained = Choose your area to see local services and phone numbers.
everywhere = All areas
finder-postcode = Your postcode
finder-note = It is looked up on this device. It is not sent anywhere.
finder-find = Find my area
finder-found = This looks like:
finder-not-right = Not right? Choose your area below.
finder-none = We have no pages for the area of this postcode. Is it right? You can also choose an area below.
finder-bad = This is not a postcode. Write it like LE16 7ZZ.
finder-failed = The list of postcodes cannot be loaded. Please choose your area below.
postcodes = Postcodes of each area
postcodes-explained = The first half of each postcode, by area. Where a code is in more than one area, your full postcode decides.
postcodes-whole = All of
postcodes-part = Parts of

# Boxes in the text
note = Note
tip = Tip
warning = Warning
caution = Caution
emergency = Emergency
footnotes = Notes
table = Table
task-done = Done
task-not-done = Not done
being-checked = this figure is being checked

# With values
services-count = { $count ->
    [one] { $count } service
   *[other] { $count } services
}
length-on-paper = { $count ->
    [one] This is { $count } page on paper.
   *[other] This is about { $count } pages on paper.
}
title-page-of = { $title } (page { $page } of { $pages })
see-all-services = See all services
see-all-about = See all services: { $topic }
only-in = Only in { $places }
place-and-topic = { $topic } in { $place }
services-about = Services: { $topic }
services-for = Services for { $audience }
services-in = Services in { $place }
footnote-back = Back to where note { $n } is
tested-with = Tested with { $who } on { $date }
notice-untranslated = This page has not been translated yet. It is shown in { $language }.
notice-stale = The { $language } page has changed since this translation was made on { $date }. This page may be out of date.
notice-stale-undated = The { $language } page has changed since this translation was made. This page may be out of date.
notice-nations = This page is about the law and money in these nations only: { $places }.
notice-machine = This page was translated by a computer and has not been checked by a person. There may be mistakes in it.
notice-draft = This page is a draft. Do not rely on it.
notice-not-available = This is not available in { $place }.
notice-paused = This service is closed for now.
notice-unchecked = We last checked this information on { $date }. Please contact the service before you travel.

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
times-venue = at the venue
times-phone = by phone
times-home = at your home
times-appointment = by appointment
# $nation: england-and-wales, scotland, northern-ireland, or here where the line names none
times-bank-holidays = { $nation ->
    [england-and-wales] bank holidays in England and Wales
    [scotland] bank holidays in Scotland
    [northern-ireland] bank holidays in Northern Ireland
   *[here] bank holidays
}
# Puts a part behind those before it: days, hours, online.
times-then = { $before }, { $next }
# One of the next sessions.
session-day = { $weekday } { $date }
# $date: the day of the last session before them
next-sessions-after = Next sessions after { $date }

# The days on which a service is closed.
closed-days = { $first } to { $last }
# $nation: as above
closed-bank-holidays = { $nation ->
    [scotland] bank holidays in Scotland
    [northern-ireland] bank holidays in Northern Ireland
   *[england-and-wales] bank holidays in England and Wales
}
closed-bank-holidays-here = bank holidays

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

# The list of prints, and the short addresses that stand on them
prints-title = Leaflets to print
prints-explained = Print these yourself, or take one from a library, surgery or pharmacy. The last lines of each say which version it is.
prints-composed = Leaflets
prints-of-pages = Pages of this site on paper
prints-all = All of these in one file (ZIP)
print-booklet = Booklet for an office printer (PDF)
print-count-pages = { $count ->
    [one] { $count } page
   *[other] { $count } pages
}
print-size = { $size } KB
print-is-newest = The newest version is { $version }. It was issued on { $date }.
print-check = Is your copy up to date?
print-compare = Look at the last lines of your copy. If they name another version, some of it may be out of date.
print-old-copy = Please recycle an old copy, and print the newest one or call us for it.
print-get = Get the newest copy
print-read = Read it on the web
print-others = Other shapes and languages
print-withdrawn = This leaflet has not been made since { $date }. Some of it may be out of date, so please recycle your copy.
print-instead = Read this instead

# Prints: on paper, and the links to them
print-page-number = Page { $page } of { $pages }
print-document = Document { $code }
print-version = Version { $version }
print-issued = Issued { $date }
print-review = To be reviewed by { $date }
print-newest = The newest copy of this leaflet
print-links = Web addresses
print-qr = QR code that leads to { $url }
print-other-formats = Ask us for large print, easy read, audio or Braille.
print-left-out = { $count ->
    [one] { $count } service is left out: it is closed for now, or we have not checked it lately.
   *[other] { $count } services are left out: they are closed for now, or we have not checked them lately.
}
prints = Print
print-a4 = A4 leaflet (PDF)
print-large-print = Large print, A4 (PDF)
print-easy-read = Easy read, A4 with pictures (PDF)
print-dl = Folded leaflet, three panels (PDF)
print-a5 = A5 booklet (PDF)

# The preview that `fingerpost serve` shows over a page, for editors
preview-panel = Preview
# $found: what is to be mended, or that nothing is
preview-title = Preview: { $found }
preview-title-so-far = Preview: { $found } so far
preview-nothing = nothing to mend
preview-errors = { $count ->
    [one] { $count } error
   *[other] { $count } errors
}
preview-warnings = { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
}
preview-reach = { $count ->
    [one] Shown in { $count } page
   *[other] Shown in { $count } pages
}
preview-pending = Every page is being made to find the rest.
preview-behind = Until the errors are mended, the site is shown as it was before them.
preview-here = On this page
preview-elsewhere = Elsewhere
preview-error = Error
preview-warning = Warning
preview-help = What to do
preview-guide = What this means, and how to mend it
preview-language = Language
preview-place = Place
preview-edition = Edition
preview-show = Show
preview-day = Day
preview-show-day = Show that day
preview-first-day = Back to the first day
preview-dashboard = Dashboard: the whole portal at a glance
