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

# Pages that every site has.

# human, or machine until a person has checked the whole file: the statement and the page on privacy then say so.
translated-by = human
all-pages = All pages of this site
site-map = Site map
site-map-explained = All pages of this site, section by section.
site-map-folded = Sections that show no pages here list them on their own page.
site-map-others = More on this site
recent-changes = What has changed
changes-explained = Pages and services that we wrote, checked or translated in the last 12 months. The newest come first.
changes-newest = These are the newest { $shown } of { $count }.
change-checked = Checked
change-translated = Translated
change-new = New

privacy = Privacy
privacy-explained = What this website keeps about you, and what it does not.
privacy-cookies-title = Cookies and tracking
privacy-cookies = This website sets no cookies. It loads nothing from other websites, and it does not follow what you read.
privacy-device-title = What happens on your device
privacy-finder = If you look up your area, your postcode is looked up on your device. It is not sent anywhere.
privacy-search = The search works on your device. The words that you type are not sent to us or to anybody else. Your browser may keep them in its history.
privacy-shortlist = Services that you add to your shortlist are kept on your device only. You can remove them there at any time. Anyone who uses your device can see them.
privacy-server-title = What our server sees
privacy-server = Your device asks our server for each page, as with any website. The server sees the internet address of your device, the page, and the time. You can ask us how long that is kept.
privacy-others-title = People who use the same device
privacy-others = Pages about things that others in your home should not see have a button to leave quickly, and a title that gives nothing away. The button does not clear your browsing history.
privacy-links-title = Other websites
privacy-links = Some links lead to other websites. They have rules of their own.
privacy-told-title = If you get in touch
privacy-told = If you phone or write to us, { $who } has what you tell us. You can ask what we keep about you, and ask us to correct or delete it.
privacy-complain = If you are not happy with our answer, you can complain:
privacy-commissioner = Information Commissioner’s Office

# The accessibility statement. Its parts and much of its wording are fixed by law: the Public Sector Bodies (Websites and
# Mobile Applications) (No. 2) Accessibility Regulations 2018. Compare with the model statement on GOV.UK before you change it.
accessibility-statement = Accessibility statement
statement-explained = How accessible this website is, what does not work yet, and how to tell us.
statement-applies = This accessibility statement applies to { $site } ({ $address }).
statement-run-by = This website is run by { $who }. We want as many people as possible to be able to use this website.
statement-able = For example, that means you should be able to:
statement-able-colours = change colours, contrast levels and fonts using browser or device settings
statement-able-zoom = zoom in up to 400% without the text spilling off the screen
statement-able-keyboard = navigate the website using a keyboard or speech recognition software
statement-able-listen = listen to the website using a screen reader
statement-able-scripts = read every page with scripts switched off
statement-words = We have also made the website text as simple as possible to understand.
statement-advice = AbilityNet has advice on making your device easier to use if you have a disability
statement-how = How accessible this website is
statement-known = We know some parts of this website are not fully accessible:
statement-none-known = We do not know of any part of this website that is not accessible.
statement-feedback = Feedback and contact information
statement-formats = If you need information on this website in a different format, such as accessible PDF, large print, easy read, audio recording or Braille, contact us.
statement-problems = If you find any problems not listed on this page, or think we are not meeting accessibility requirements, contact us.
statement-reply = { $days ->
    [one] We will consider your request and get back to you in { $days } day.
   *[other] We will consider your request and get back to you in { $days } days.
}
statement-enforcement-title = Enforcement procedure
statement-enforcement = The Equality and Human Rights Commission (EHRC) is responsible for enforcing the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 (the ‘accessibility regulations’). If you are not happy with how we respond to your complaint, contact the Equality Advisory and Support Service (EASS).
statement-eass = Equality Advisory and Support Service (EASS)
statement-enforcement-ni = In Northern Ireland, the Equality Commission for Northern Ireland (ECNI) is responsible for enforcing the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 (the ‘accessibility regulations’). If you are there and are not happy with how we respond to your complaint, contact the ECNI.
statement-ecni = Equality Commission for Northern Ireland (ECNI)
statement-technical = Technical information about this website’s accessibility
statement-committed = { $who } is committed to making its website accessible, in accordance with the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018.
statement-status = Compliance status
statement-untested = This website has not yet been tested against the Web Content Accessibility Guidelines version { $version } AA standard.
statement-full = This website is fully compliant with the Web Content Accessibility Guidelines version { $version } AA standard.
# $due: issues, exemptions, both, or unnamed where none is listed
statement-partial = { $due ->
    [issues] This website is partially compliant with the Web Content Accessibility Guidelines version { $version } AA standard, due to the non-compliances listed below.
    [exemptions] This website is partially compliant with the Web Content Accessibility Guidelines version { $version } AA standard, due to the exemptions listed below.
    [both] This website is partially compliant with the Web Content Accessibility Guidelines version { $version } AA standard, due to the non-compliances and exemptions listed below.
   *[unnamed] This website is partially compliant with the Web Content Accessibility Guidelines version { $version } AA standard.
}
# $due: as above
statement-not = { $due ->
    [issues] This website is not compliant with the Web Content Accessibility Guidelines version { $version } AA standard. The non-compliances are listed below.
    [exemptions] This website is not compliant with the Web Content Accessibility Guidelines version { $version } AA standard. The exemptions are listed below.
    [both] This website is not compliant with the Web Content Accessibility Guidelines version { $version } AA standard. The non-compliances and exemptions are listed below.
   *[unnamed] This website is not compliant with the Web Content Accessibility Guidelines version { $version } AA standard.
}
statement-content = Non-accessible content
statement-content-listed = The content listed below is non-accessible for the following reasons.
statement-non-compliance = Non-compliance with the accessibility regulations
statement-burden = Disproportionate burden
statement-out-of-scope = Content that’s not within the scope of the accessibility regulations
# $criteria: numbers, such as 1.3.1 and 2.4.11
issue-fails = { $count ->
    [one] This fails WCAG { $version } success criterion { $criteria }.
   *[other] This fails WCAG { $version } success criteria { $criteria }.
}
issue-instead = Until then
issue-since = We have known this since { $date }.
issue-fix-by = We plan to fix it by { $date }.
issue-late = We planned to fix it by { $date }, and it is not fixed yet.
issue-fixed = Fixed on { $date }.
statement-improving = What we’re doing to improve accessibility
statement-checks = { $count ->
    [one] Each time this website is built, every page is checked against { $count } accessibility rule of the World Wide Web Consortium (W3C), and its colours for contrast. A page that fails is not published.
   *[other] Each time this website is built, every page is checked against { $count } accessibility rules of the World Wide Web Consortium (W3C), and its colours for contrast. A page that fails is not published.
}
statement-fixed = What we have fixed
statement-preparation = Preparation of this accessibility statement
statement-prepared = This statement was prepared on { $date }. It was last reviewed on { $reviewed }.
statement-tested = This website was last tested on { $date } against the Web Content Accessibility Guidelines version { $version } AA standard.
tested-by = Test carried out by
tested-sample = What was tested
tested-how = How it was tested
tested-result = What was found
tested-report = Read the full accessibility test report
method-automatic = with programs that check every page
method-keyboard = with a keyboard alone
method-screen-reader = with screen readers
method-zoom = with text enlarged to 400%
method-speech = with speech recognition software
method-disabled-people = by disabled people
problems-found = { $count ->
    [one] { $count } problem was found.
   *[other] { $count } problems were found.
}
problems-fixed = { $count ->
    [0] None of them has been fixed yet.
    [one] { $count } of them has been fixed since.
   *[other] { $count } of them have been fixed since.
}
