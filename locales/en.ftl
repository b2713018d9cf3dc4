# The interface in English. Each id is what the templates call it, with hyphens: `skip-to-content` is `s.skip_to_content`.

# The frame of every page
skip-to-content = Skip to the main content
menu = Main menu
breadcrumb = You are here
languages = Languages
editions = Other ways to read this page
easy-read-version = Easy read
standard-version = Standard version
change-area = Change area
home = Home
important = Important:
sample = This is a sample site. The organisations, phone numbers and services are made up.
published-by = Published by
get-help = Get help
contact-us = Contact us
search = Search
print-version = Print

# Leaving a sensitive page
quick-exit = Leave this page quickly
quick-exit-note = This does not clear your browsing history.

# Ways to get in touch
phone = Phone
textphone = Textphone
email = Email
website = Website
address = Address
opening-times = Opening times

# Pages
start-here = Start here
in-this-section = In this section
topics = Topics
information = Information
audiences = Who it is for
all-topics = All topics
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
all-services = All services
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

# Boxes in the text
note = Note
tip = Tip
warning = Warning
caution = Caution
emergency = Emergency
footnotes = Notes
task-done = Done
task-not-done = Not done
being-checked = this figure is being checked

# With values
services-count = { $count ->
    [one] { $count } service
   *[other] { $count } services
}
page-of = Page { $page } of { $pages }
page-number = Page { $page }
next-page = Next page
previous-page = Previous page
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
notice-stale = This translation may be out of date. The { $language } page changed on { $date }.
notice-machine = This page was translated by a computer and has not been checked by a person. There may be mistakes in it.
notice-draft = This page is a draft. Do not rely on it.
notice-not-available = This is not available in { $place }.
notice-paused = This service is closed for now.
notice-unchecked = We last checked this information on { $date }. Please contact the service before you travel.
fact-source = Check the figure at { $source }

# Dates and times
