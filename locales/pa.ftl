# ਪੰਜਾਬੀ ਵਿੱਚ ਇੰਟਰਫੇਸ। ਹਰ ਲਿਖਤ ਦਾ ਨਾਂ ਉਹੀ ਹੈ ਜੋ ਟੈਂਪਲੇਟ ਵਰਤਦੇ ਹਨ।

# ਹਰ ਸਫ਼ੇ ਦਾ ਢਾਂਚਾ
skip-to-content = ਸਿੱਧਾ ਮੁੱਖ ਲਿਖਤ 'ਤੇ ਜਾਓ
menu = ਮੁੱਖ ਮੀਨੂ
menu-button = ਮੀਨੂ
urgent-help = ਫ਼ੌਰੀ ਮਦਦ
breadcrumb = ਤੁਸੀਂ ਇੱਥੇ ਹੋ
languages = ਬੋਲੀਆਂ
editions = ਇਹ ਸਫ਼ਾ ਪੜ੍ਹਨ ਦੇ ਹੋਰ ਤਰੀਕੇ
easy-read-version = ਪੜ੍ਹਨ ਵਿੱਚ ਸੌਖਾ
standard-version = ਆਮ ਲਿਖਤ
change-area = ਇਲਾਕਾ ਬਦਲੋ
choose-area = ਆਪਣਾ ਇਲਾਕਾ ਚੁਣੋ
home = ਪਹਿਲਾ ਸਫ਼ਾ
important = ਜ਼ਰੂਰੀ
sample = ਇਹ ਇੱਕ ਨਮੂਨਾ ਵੈੱਬਸਾਈਟ ਹੈ। ਇਸ ਦੀਆਂ ਸੰਸਥਾਵਾਂ, ਫ਼ੋਨ ਨੰਬਰ ਅਤੇ ਸੇਵਾਵਾਂ ਕਾਲਪਨਿਕ ਹਨ।
published-by = ਪ੍ਰਕਾਸ਼ਕ
get-help = ਮਦਦ ਲਵੋ
contact-us = ਸਾਡੇ ਨਾਲ ਸੰਪਰਕ ਕਰੋ
all-contacts = ਸੰਪਰਕ ਦੇ ਸਾਰੇ ਤਰੀਕੇ
share-by-text = ਟੈਕਸਟ ਸੁਨੇਹੇ ਰਾਹੀਂ ਭੇਜੋ
share-by-email = ਈਮੇਲ ਰਾਹੀਂ ਭੇਜੋ
print-page = ਇਹ ਸਫ਼ਾ ਛਾਪੋ
search = ਲੱਭੋ
search-label = ਤੁਸੀਂ ਕੀ ਲੱਭ ਰਹੇ ਹੋ?
search-found = ਨਤੀਜੇ:
search-none = ਕੁਝ ਨਹੀਂ ਲੱਭਿਆ। ਹੋਰ ਸ਼ਬਦ ਵਰਤੋ, ਜਾਂ ਹੇਠਾਂ ਦਿੱਤੀ ਸੂਚੀ ਵੇਖੋ।
search-wait = ਲੱਭਿਆ ਜਾ ਰਿਹਾ ਹੈ…
search-failed = ਖੋਜ ਇਸ ਵੇਲੇ ਕੰਮ ਨਹੀਂ ਕਰ ਰਹੀ। ਹੇਠਾਂ ਦਿੱਤੀ ਸੂਚੀ ਵਰਤੋ।
search-service = ਸੇਵਾ
search-easy = ਸਿਰਫ਼ ਪੜ੍ਹਨ ਵਿੱਚ ਸੌਖਾ
a-to-z = ਵਰਣਮਾਲਾ ਅਨੁਸਾਰ ਸੂਚੀ

# ਨਾਜ਼ੁਕ ਸਫ਼ਾ ਛੱਡਣਾ
quick-exit = ਇਹ ਸਫ਼ਾ ਛੇਤੀ ਛੱਡੋ
quick-exit-note = ਇਸ ਨਾਲ ਤੁਹਾਡੇ ਬ੍ਰਾਊਜ਼ਰ ਦਾ ਇਤਿਹਾਸ ਨਹੀਂ ਮਿਟਦਾ।
quick-exit-keys = ਤੁਸੀਂ ਤਿੰਨ ਵਾਰ Shift ਬਟਨ ਵੀ ਦਬਾ ਸਕਦੇ ਹੋ।
discreet-title = ਜਾਣਕਾਰੀ ਅਤੇ ਸਲਾਹ

# ਸੰਪਰਕ ਦੇ ਤਰੀਕੇ
phone = ਫ਼ੋਨ
textphone = ਟੈਕਸਟਫ਼ੋਨ
email = ਈਮੇਲ
website = ਵੈੱਬਸਾਈਟ
address = ਪਤਾ
opening-times = ਖੁੱਲ੍ਹਣ ਦਾ ਸਮਾਂ

# ਸਫ਼ੇ
start-here = ਇੱਥੋਂ ਸ਼ੁਰੂ ਕਰੋ
what-you-need = ਤੁਹਾਨੂੰ ਕੀ ਚਾਹੀਦਾ ਹੈ?
who-you-are = ਤੁਸੀਂ ਕੌਣ ਹੋ, ਜਾਂ ਕਿਸ ਦੀ ਦੇਖਭਾਲ ਕਰਦੇ ਹੋ?
in-this-section = ਇਸ ਭਾਗ ਵਿੱਚ
topics = ਵਿਸ਼ੇ
information = ਜਾਣਕਾਰੀ
audiences = ਕਿਸ ਲਈ
pages = ਇਸ ਸੂਚੀ ਦੇ ਸਫ਼ੇ
nothing-yet = ਇਸ ਵਿਸ਼ੇ ਬਾਰੇ ਹਾਲੇ ਕੁਝ ਨਹੀਂ ਹੈ।
hard-words = ਔਖੇ ਸ਼ਬਦ
picture-credits = ਤਸਵੀਰਾਂ
reviewed = ਸਫ਼ਾ ਆਖ਼ਰੀ ਵਾਰ ਜਾਂਚਿਆ ਗਿਆ
review-by = ਅਗਲੀ ਜਾਂਚ
not-yet-tested = ਸੌਖੀ ਲਿਖਤ ਵਰਤਣ ਵਾਲੇ ਲੋਕਾਂ ਨਾਲ ਇਸ ਸਫ਼ੇ ਦੀ ਹਾਲੇ ਪਰਖ ਨਹੀਂ ਹੋਈ।

# ਨਹੀਂ ਲੱਭਿਆ, ਬਦਲ ਗਿਆ
not-found = ਸਫ਼ਾ ਨਹੀਂ ਲੱਭਿਆ
not-found-explained = ਹੋ ਸਕਦਾ ਹੈ ਸਫ਼ਾ ਕਿਤੇ ਹੋਰ ਚਲਾ ਗਿਆ ਹੋਵੇ, ਜਾਂ ਪਤੇ ਵਿੱਚ ਗ਼ਲਤੀ ਹੋਵੇ।
moved = ਇਹ ਸਫ਼ਾ ਕਿਤੇ ਹੋਰ ਚਲਾ ਗਿਆ ਹੈ
moved-link = ਨਵੇਂ ਸਫ਼ੇ 'ਤੇ ਜਾਓ

# ਸੇਵਾਵਾਂ
services = ਸੇਵਾਵਾਂ
services-by-topic = ਵਿਸ਼ੇ ਅਨੁਸਾਰ ਸੇਵਾਵਾਂ
services-by-audience = ਕਿਸ ਲਈ ਹਨ, ਉਸ ਅਨੁਸਾਰ ਸੇਵਾਵਾਂ
services-by-place = ਇਲਾਕੇ ਅਨੁਸਾਰ ਸੇਵਾਵਾਂ
no-services = ਇੱਥੇ ਹਾਲੇ ਕੋਈ ਸੇਵਾ ਨਹੀਂ ਲਿਖੀ।
narrow = ਸੂਚੀ ਛੋਟੀ ਕਰੋ
service-paused = ਇਹ ਸੇਵਾ ਫ਼ਿਲਹਾਲ ਬੰਦ ਹੈ
how-to-get-in-touch = ਸੰਪਰਕ ਕਿਵੇਂ ਕਰੀਏ
in-easy-words = ਸੌਖੇ ਸ਼ਬਦਾਂ ਵਿੱਚ
where = ਕਿੱਥੇ ਹੈ
closed-on = ਬੰਦ
next-sessions = ਅਗਲੀਆਂ ਬੈਠਕਾਂ
add-to-calendar = ਇਹ ਸਮੇਂ ਆਪਣੇ ਕੈਲੰਡਰ ਵਿੱਚ ਜੋੜੋ
address-hidden = ਲੋਕਾਂ ਦੀ ਸੁਰੱਖਿਆ ਲਈ ਪਤਾ ਨਹੀਂ ਛਾਪਿਆ ਜਾਂਦਾ। ਕਿੱਥੇ ਜਾਣਾ ਹੈ, ਇਹ ਜਾਣਨ ਲਈ ਸੇਵਾ ਨਾਲ ਸੰਪਰਕ ਕਰੋ।
access = ਪਹੁੰਚ
good-to-know = ਜਾਣਨ ਯੋਗ
run-by = ਚਲਾਉਣ ਵਾਲੇ
cost = ਖ਼ਰਚਾ
free = ਮੁਫ਼ਤ
ages = ਉਮਰ
who-can-use = ਕੌਣ ਵਰਤ ਸਕਦਾ ਹੈ
who-for = ਕਿਸ ਲਈ ਹੈ
how-to-join = ਕਿਵੇਂ ਸ਼ਾਮਲ ਹੋਈਏ
how-it-runs = ਇਹ ਕਿਵੇਂ ਚੱਲਦੀ ਹੈ
languages-spoken = ਬੋਲੀਆਂ
areas-served = ਜਿਨ੍ਹਾਂ ਇਲਾਕਿਆਂ ਲਈ ਹੈ
last-checked = ਜਾਣਕਾਰੀ ਆਖ਼ਰੀ ਵਾਰ ਜਾਂਚੀ ਗਈ
shortlist = ਮੇਰੀ ਚੁਣੀ ਸੂਚੀ
shortlist-explained = ਤੁਹਾਡੀਆਂ ਜੋੜੀਆਂ ਸੇਵਾਵਾਂ ਸਿਰਫ਼ ਇਸ ਡਿਵਾਈਸ ਉੱਤੇ ਰੱਖੀਆਂ ਜਾਂਦੀਆਂ ਹਨ। ਜੋ ਵੀ ਇਹ ਡਿਵਾਈਸ ਵਰਤਦਾ ਹੈ, ਉਹ ਇਹਨਾਂ ਨੂੰ ਦੇਖ ਸਕਦਾ ਹੈ।
shortlist-empty = ਤੁਹਾਡੀ ਸੂਚੀ ਖਾਲੀ ਹੈ। ਸੂਚੀਆਂ ਵਿੱਚੋਂ ਸੇਵਾਵਾਂ ਜੋੜੋ:
shortlist-add = ਮੇਰੀ ਸੂਚੀ ਵਿੱਚ ਜੋੜੋ
shortlist-remove = ਮੇਰੀ ਸੂਚੀ ਵਿੱਚੋਂ ਹਟਾਓ
shortlist-keep = ਇਹ ਸੂਚੀ ਇਸ ਡਿਵਾਈਸ ਉੱਤੇ ਰੱਖੋ
shortlist-link = ਇਸ ਸੂਚੀ ਦਾ ਲਿੰਕ
filter = ਇਸ ਸੂਚੀ ਨੂੰ ਛੋਟਾ ਕਰੋ
filter-shown = ਦਿਖਾਈਆਂ ਸੇਵਾਵਾਂ
filter-none = ਇਹਨਾਂ ਸਾਰਿਆਂ ਨਾਲ ਕੁਝ ਮੇਲ ਨਹੀਂ ਖਾਂਦਾ। ਘੱਟ ਚੁਣੋ।
filter-clear = ਸਭ ਸਾਫ਼ ਕਰੋ
filter-paid = ਪੈਸੇ ਲੱਗਦੇ ਹਨ
filter-days = ਦਿਨ
filter-day-1 = ਸੋਮਵਾਰ
filter-day-2 = ਮੰਗਲਵਾਰ
filter-day-3 = ਬੁੱਧਵਾਰ
filter-day-4 = ਵੀਰਵਾਰ
filter-day-5 = ਸ਼ੁੱਕਰਵਾਰ
filter-day-6 = ਸ਼ਨਿੱਚਰਵਾਰ
filter-day-7 = ਐਤਵਾਰ
also-serves-you = ਤੁਹਾਡੇ ਲਈ ਵੀ
relay = Relay UK
relay-explained = ਜੇ ਤੁਸੀਂ ਫ਼ੋਨ ਉੱਤੇ ਸੁਣ ਜਾਂ ਬੋਲ ਨਹੀਂ ਸਕਦੇ, ਇੱਕ ਮੁਫ਼ਤ ਸੇਵਾ ਤੁਹਾਡਾ ਲਿਖਿਆ ਅੱਗੇ ਦੱਸਦੀ ਹੈ।
see-on-map = OpenStreetMap ਉੱਤੇ ਦੇਖੋ
report-problem = ਇਸ ਪੰਨੇ ਬਾਰੇ ਸਮੱਸਿਆ ਦੱਸੋ

# ਥਾਂ ਤੱਕ ਪਹੁੰਚ
access-blue-badge-parking = ਬਲੂ ਬੈਜ ਪਾਰਕਿੰਗ
access-lift = ਲਿਫ਼ਟ
access-changing-places = ਚੇਂਜਿੰਗ ਪਲੇਸਿਜ਼ ਟਾਇਲਟ
access-quiet-space = ਸ਼ਾਂਤ ਥਾਂ
access-assistance-dogs = ਸਹਾਇਕ ਕੁੱਤੇ ਲਿਆ ਸਕਦੇ ਹੋ

# ਇਲਾਕੇ
areas = ਇਲਾਕੇ
areas-explained = ਸਥਾਨਕ ਸੇਵਾਵਾਂ ਅਤੇ ਫ਼ੋਨ ਨੰਬਰ ਦੇਖਣ ਲਈ ਆਪਣਾ ਇਲਾਕਾ ਚੁਣੋ।
everywhere = ਸਾਰੇ ਇਲਾਕੇ
finder-postcode = ਤੁਹਾਡਾ ਪੋਸਟਕੋਡ
finder-note = ਇਹ ਇਸੇ ਡਿਵਾਈਸ ਉੱਤੇ ਲੱਭਿਆ ਜਾਂਦਾ ਹੈ। ਇਹ ਕਿਤੇ ਨਹੀਂ ਭੇਜਿਆ ਜਾਂਦਾ।
finder-find = ਮੇਰਾ ਇਲਾਕਾ ਲੱਭੋ
finder-found = ਇਹ ਇਲਾਕਾ ਜਾਪਦਾ ਹੈ:
finder-not-right = ਸਹੀ ਨਹੀਂ? ਹੇਠਾਂ ਆਪਣਾ ਇਲਾਕਾ ਚੁਣੋ।
finder-none = ਸਾਡੇ ਕੋਲ ਇਸ ਪੋਸਟਕੋਡ ਦੇ ਇਲਾਕੇ ਲਈ ਪੰਨੇ ਨਹੀਂ ਹਨ। ਕੀ ਇਹ ਸਹੀ ਹੈ? ਤੁਸੀਂ ਹੇਠਾਂ ਵੀ ਇਲਾਕਾ ਚੁਣ ਸਕਦੇ ਹੋ।
finder-bad = ਇਹ ਪੋਸਟਕੋਡ ਨਹੀਂ ਹੈ। ਇਸਨੂੰ LE16 7ZZ ਵਾਂਗ ਲਿਖੋ।
finder-failed = ਪੋਸਟਕੋਡਾਂ ਦੀ ਸੂਚੀ ਲੋਡ ਨਹੀਂ ਹੋ ਸਕੀ। ਕਿਰਪਾ ਕਰਕੇ ਹੇਠਾਂ ਆਪਣਾ ਇਲਾਕਾ ਚੁਣੋ।
postcodes = ਹਰ ਇਲਾਕੇ ਦੇ ਪੋਸਟਕੋਡ
postcodes-explained = ਇਲਾਕੇ ਅਨੁਸਾਰ ਹਰ ਪੋਸਟਕੋਡ ਦਾ ਪਹਿਲਾ ਅੱਧ। ਜਿੱਥੇ ਕੋਡ ਇੱਕ ਤੋਂ ਵੱਧ ਇਲਾਕਿਆਂ ਵਿੱਚ ਹੈ, ਤੁਹਾਡਾ ਪੂਰਾ ਪੋਸਟਕੋਡ ਫ਼ੈਸਲਾ ਕਰਦਾ ਹੈ।
postcodes-whole = ਪੂਰਾ
postcodes-part = ਕੁਝ ਹਿੱਸੇ

# ਲਿਖਤ ਵਿਚਲੇ ਡੱਬੇ
note = ਨੋਟ
tip = ਸੁਝਾਅ
warning = ਚਿਤਾਵਨੀ
caution = ਸਾਵਧਾਨ
emergency = ਐਮਰਜੈਂਸੀ
footnotes = ਟਿੱਪਣੀਆਂ
table = ਸਾਰਣੀ
task-done = ਹੋ ਗਿਆ
task-not-done = ਨਹੀਂ ਹੋਇਆ
being-checked = ਇਸ ਅੰਕੜੇ ਦੀ ਜਾਂਚ ਹੋ ਰਹੀ ਹੈ

# ਮੁੱਲਾਂ ਨਾਲ
services-count = { $count ->
    [one] { $count } ਸੇਵਾ
   *[other] { $count } ਸੇਵਾਵਾਂ
}
length-on-paper = { $count ->
    [one] ਇਹ ਕਾਗਜ਼ ਉੱਤੇ { $count } ਸਫ਼ਾ ਹੈ।
   *[other] ਇਹ ਕਾਗਜ਼ ਉੱਤੇ ਲਗਭਗ { $count } ਸਫ਼ੇ ਹਨ।
}
title-page-of = { $title } (ਸਫ਼ਾ { $page }, ਕੁੱਲ { $pages })
see-all-services = ਸਾਰੀਆਂ ਸੇਵਾਵਾਂ ਦੇਖੋ
see-all-about = ਸਾਰੀਆਂ ਸੇਵਾਵਾਂ ਦੇਖੋ: { $topic }
only-in = ਸਿਰਫ਼ ਇੱਥੇ: { $places }
place-and-topic = { $place }: { $topic }
services-about = ਸੇਵਾਵਾਂ: { $topic }
services-for = ਸੇਵਾਵਾਂ, ਜਿਨ੍ਹਾਂ ਲਈ: { $audience }
services-in = ਸੇਵਾਵਾਂ: { $place }
footnote-back = ਜਿੱਥੇ ਟਿੱਪਣੀ { $n } ਹੈ, ਉੱਥੇ ਵਾਪਸ ਜਾਓ
tested-with = { $date } ਨੂੰ ਇਨ੍ਹਾਂ ਨਾਲ ਪਰਖਿਆ ਗਿਆ: { $who }
notice-untranslated = ਇਸ ਸਫ਼ੇ ਦਾ ਹਾਲੇ ਅਨੁਵਾਦ ਨਹੀਂ ਹੋਇਆ। ਇਹ { $language } ਵਿੱਚ ਦਿਖਾਇਆ ਗਿਆ ਹੈ।
notice-stale = { $date } ਨੂੰ ਇਹ ਅਨੁਵਾਦ ਹੋਣ ਤੋਂ ਬਾਅਦ { $language } ਸਫ਼ਾ ਬਦਲ ਗਿਆ ਹੈ। ਇਹ ਸਫ਼ਾ ਪੁਰਾਣਾ ਹੋ ਸਕਦਾ ਹੈ।
notice-stale-undated = ਇਹ ਅਨੁਵਾਦ ਹੋਣ ਤੋਂ ਬਾਅਦ { $language } ਸਫ਼ਾ ਬਦਲ ਗਿਆ ਹੈ। ਇਹ ਸਫ਼ਾ ਪੁਰਾਣਾ ਹੋ ਸਕਦਾ ਹੈ।
notice-nations = ਇਹ ਸਫ਼ਾ ਸਿਰਫ਼ ਇਨ੍ਹਾਂ ਦੇਸ਼ਾਂ ਦੇ ਕਾਨੂੰਨ ਅਤੇ ਪੈਸਿਆਂ ਬਾਰੇ ਹੈ: { $places }।
notice-machine = ਇਸ ਸਫ਼ੇ ਦਾ ਅਨੁਵਾਦ ਕੰਪਿਊਟਰ ਨੇ ਕੀਤਾ ਹੈ ਅਤੇ ਕਿਸੇ ਇਨਸਾਨ ਨੇ ਇਸ ਦੀ ਜਾਂਚ ਨਹੀਂ ਕੀਤੀ। ਇਸ ਵਿੱਚ ਗ਼ਲਤੀਆਂ ਹੋ ਸਕਦੀਆਂ ਹਨ।
notice-draft = ਇਹ ਸਫ਼ਾ ਇੱਕ ਖਰੜਾ ਹੈ। ਇਸ 'ਤੇ ਭਰੋਸਾ ਨਾ ਕਰੋ।
notice-not-available = ਇਹ ਇੱਥੇ ਨਹੀਂ ਮਿਲਦਾ: { $place }।
notice-paused = ਇਹ ਸੇਵਾ ਫ਼ਿਲਹਾਲ ਬੰਦ ਹੈ।
notice-unchecked = ਅਸੀਂ ਇਹ ਜਾਣਕਾਰੀ ਆਖ਼ਰੀ ਵਾਰ { $date } ਨੂੰ ਜਾਂਚੀ ਸੀ। ਜਾਣ ਤੋਂ ਪਹਿਲਾਂ ਸੇਵਾ ਨਾਲ ਸੰਪਰਕ ਕਰੋ।

# ਤਾਰੀਖ਼ਾਂ ਅਤੇ ਸਮਾਂ

time-hour = { $period ->
    [morning] ਸਵੇਰੇ { $hour } ਵਜੇ
    [afternoon] ਦੁਪਹਿਰ { $hour } ਵਜੇ
    [evening] ਸ਼ਾਮ { $hour } ਵਜੇ
   *[night] ਰਾਤ { $hour } ਵਜੇ
}
time-minutes = { $period ->
    [morning] ਸਵੇਰੇ { $hour }:{ $minute } ਵਜੇ
    [afternoon] ਦੁਪਹਿਰ { $hour }:{ $minute } ਵਜੇ
    [evening] ਸ਼ਾਮ { $hour }:{ $minute } ਵਜੇ
   *[night] ਰਾਤ { $hour }:{ $minute } ਵਜੇ
}
time-midday = ਦੁਪਹਿਰ 12 ਵਜੇ
time-midnight = ਅੱਧੀ ਰਾਤ

times-daily = ਹਰ ਰੋਜ਼
times-weekly = ਹਰ { $days }
times-fortnightly = ਹਰ ਦੂਜੇ ਹਫ਼ਤੇ { $days }
times-monthly = ਹਰ ਮਹੀਨੇ ਦਾ { $nth ->
    [first] ਪਹਿਲਾ
    [second] ਦੂਜਾ
    [third] ਤੀਜਾ
    [fourth] ਚੌਥਾ
    [fifth] ਪੰਜਵਾਂ
   *[last] ਆਖ਼ਰੀ
} { $day }
times-range = { $first } ਤੋਂ { $last }
times-from = { $date } ਤੋਂ
times-until = { $date } ਤੱਕ
times-between = { $from } ਤੋਂ { $until } ਤੱਕ
times-dated = { $days }, { $dates }
times-hours = { $start } ਤੋਂ { $end } ਤੱਕ
times-overnight = { $start } ਤੋਂ ਅਗਲੇ ਦਿਨ { $end } ਤੱਕ
times-all-day = ਸਾਰਾ ਦਿਨ
times-online = ਆਨਲਾਈਨ
times-venue = ਤੈਅ ਥਾਂ ਉੱਤੇ
times-phone = ਫ਼ੋਨ ਉੱਤੇ
times-home = ਤੁਹਾਡੇ ਘਰ
times-appointment = ਪਹਿਲਾਂ ਸਮਾਂ ਲੈ ਕੇ
times-bank-holidays = { $nation ->
    [england-and-wales] ਇੰਗਲੈਂਡ ਅਤੇ ਵੇਲਜ਼ ਦੀਆਂ ਸਰਕਾਰੀ ਛੁੱਟੀਆਂ ਉੱਤੇ
    [scotland] ਸਕਾਟਲੈਂਡ ਦੀਆਂ ਸਰਕਾਰੀ ਛੁੱਟੀਆਂ ਉੱਤੇ
    [northern-ireland] ਉੱਤਰੀ ਆਇਰਲੈਂਡ ਦੀਆਂ ਸਰਕਾਰੀ ਛੁੱਟੀਆਂ ਉੱਤੇ
   *[here] ਸਰਕਾਰੀ ਛੁੱਟੀਆਂ ਉੱਤੇ
}
times-then = { $before }, { $next }
session-day = { $weekday }, { $date }
next-sessions-after = { $date } ਤੋਂ ਬਾਅਦ ਦੀਆਂ ਬੈਠਕਾਂ

closed-days = { $first } ਤੋਂ { $last }
closed-bank-holidays = { $nation ->
    [scotland] ਸਕਾਟਲੈਂਡ ਦੀਆਂ ਸਰਕਾਰੀ ਛੁੱਟੀਆਂ
    [northern-ireland] ਉੱਤਰੀ ਆਇਰਲੈਂਡ ਦੀਆਂ ਸਰਕਾਰੀ ਛੁੱਟੀਆਂ
   *[england-and-wales] ਇੰਗਲੈਂਡ ਅਤੇ ਵੇਲਜ਼ ਦੀਆਂ ਸਰਕਾਰੀ ਛੁੱਟੀਆਂ
}
closed-bank-holidays-here = ਸਰਕਾਰੀ ਛੁੱਟੀਆਂ

ages-any = ਹਰ ਉਮਰ
ages-from = { $from } ਸਾਲ ਅਤੇ ਵੱਧ
ages-under = { $under } ਸਾਲ ਤੋਂ ਘੱਟ
ages-between = { $from } ਤੋਂ { $to } ਸਾਲ
ages-one = { $age } ਸਾਲ

number-hours = { $count ->
    [one] { $count } ਘੰਟਾ
   *[other] { $count } ਘੰਟੇ
}
number-percent = { $count }%

how-drop-in = ਸਿੱਧੇ ਆ ਜਾਓ
how-self-referral = ਆਪ ਸੇਵਾ ਨਾਲ ਸੰਪਰਕ ਕਰੋ
how-professional-referral = ਕਿਸੇ ਪੇਸ਼ੇਵਰ ਨੂੰ ਤੁਹਾਨੂੰ ਭੇਜਣ ਲਈ ਕਹੋ
how-appointment = ਸਮਾਂ ਲਵੋ
how-membership = ਮੈਂਬਰ ਬਣੋ

attend-venue = ਆਹਮੋ-ਸਾਹਮਣੇ
attend-online = ਆਨਲਾਈਨ
attend-phone = ਫ਼ੋਨ 'ਤੇ
attend-home-visit = ਤੁਹਾਡੇ ਘਰ

eligible-carer-home = ਤੁਹਾਡਾ ਇਸ ਇਲਾਕੇ ਵਿੱਚ ਰਹਿਣਾ ਜ਼ਰੂਰੀ ਹੈ
eligible-cared-for-home = ਜਿਸ ਦੀ ਤੁਸੀਂ ਦੇਖਭਾਲ ਕਰਦੇ ਹੋ, ਉਸ ਦਾ ਇਸ ਇਲਾਕੇ ਵਿੱਚ ਰਹਿਣਾ ਜ਼ਰੂਰੀ ਹੈ
eligible-gp = ਤੁਹਾਡਾ ਨਾਂ ਇਸ ਇਲਾਕੇ ਦੇ ਜੀਪੀ ਕੋਲ ਦਰਜ ਹੋਣਾ ਜ਼ਰੂਰੀ ਹੈ

access-step-free = ਬਿਨਾਂ ਪੌੜੀਆਂ ਦਾਖ਼ਲਾ
access-accessible-toilet = ਅਪਾਹਜਾਂ ਲਈ ਟਾਇਲਟ
access-hearing-loop = ਹੀਅਰਿੰਗ ਲੂਪ
access-parking-nearby = ਨੇੜੇ ਪਾਰਕਿੰਗ

life-just-started = ਤੁਸੀਂ ਹੁਣੇ ਦੇਖਭਾਲ ਸ਼ੁਰੂ ਕੀਤੀ ਹੈ
life-diagnosis = ਨਵੀਂ ਬਿਮਾਰੀ ਦਾ ਪਤਾ ਲੱਗਣਾ
life-hospital-discharge = ਹਸਪਤਾਲੋਂ ਛੁੱਟੀ
life-working-while-caring = ਕੰਮ ਦੇ ਨਾਲ ਦੇਖਭਾਲ
life-moving-area = ਹੋਰ ਇਲਾਕੇ ਵਿੱਚ ਜਾਣਾ
life-turning-18 = 18 ਸਾਲ ਦੇ ਹੋਣਾ
life-crisis = ਸੰਕਟ ਵਿੱਚ
life-carer-ill = ਜਦੋਂ ਤੁਸੀਂ ਆਪ ਬਿਮਾਰ ਹੋਵੋ
life-end-of-life = ਜ਼ਿੰਦਗੀ ਦਾ ਅੰਤਲਾ ਸਮਾਂ
life-after-caring = ਦੇਖਭਾਲ ਮੁੱਕਣ ਤੋਂ ਬਾਅਦ

locality-country = ਮੁਲਕ
locality-nation = ਦੇਸ਼
locality-region = ਖਿੱਤਾ
locality-county = ਕਾਉਂਟੀ
locality-unitary = ਯੂਨਿਟਰੀ ਅਥਾਰਟੀ
locality-district = ਜ਼ਿਲ੍ਹਾ
locality-borough = ਬਰੋ
locality-place = ਥਾਂ

language-bfi = ਬ੍ਰਿਟਿਸ਼ ਸੰਕੇਤਕ ਭਾਸ਼ਾ
language-pa-arab = ਪੰਜਾਬੀ (ਸ਼ਾਹਮੁਖੀ)
language-pnb = ਪੰਜਾਬੀ (ਸ਼ਾਹਮੁਖੀ)

# The list of prints, and the short addresses that stand on them
prints-title = ਛਾਪਣ ਲਈ ਪਰਚੇ
prints-explained = ਇਹਨਾਂ ਨੂੰ ਆਪ ਛਾਪੋ, ਜਾਂ ਲਾਇਬ੍ਰੇਰੀ, ਸਰਜਰੀ ਜਾਂ ਫਾਰਮੇਸੀ ਤੋਂ ਲਓ। ਹਰ ਪਰਚੇ ਦੀਆਂ ਆਖਰੀ ਲਾਈਨਾਂ ਦੱਸਦੀਆਂ ਹਨ ਕਿ ਇਹ ਕਿਹੜਾ ਸੰਸਕਰਣ ਹੈ।
prints-composed = ਪਰਚੇ
prints-of-pages = ਇਸ ਸਾਈਟ ਦੇ ਪੰਨੇ ਕਾਗਜ਼ ਉੱਤੇ
prints-all = ਇਹ ਸਾਰੇ ਇੱਕ ਫਾਈਲ ਵਿੱਚ (ZIP)
print-booklet = ਦਫ਼ਤਰ ਦੇ ਪ੍ਰਿੰਟਰ ਲਈ ਕਿਤਾਬਚਾ (PDF)
print-count-pages = { $count ->
    [one] { $count } ਪੰਨਾ
   *[other] { $count } ਪੰਨੇ
}
print-size = { $size } KB
print-is-newest = ਸਭ ਤੋਂ ਨਵਾਂ ਸੰਸਕਰਣ { $version } ਹੈ। ਇਹ { $date } ਨੂੰ ਜਾਰੀ ਹੋਇਆ।
print-check = ਕੀ ਤੁਹਾਡੀ ਕਾਪੀ ਤਾਜ਼ਾ ਹੈ?
print-compare = ਆਪਣੀ ਕਾਪੀ ਦੀਆਂ ਆਖਰੀ ਲਾਈਨਾਂ ਦੇਖੋ। ਜੇ ਉਹਨਾਂ ਉੱਤੇ ਹੋਰ ਸੰਸਕਰਣ ਲਿਖਿਆ ਹੈ, ਤਾਂ ਕੁਝ ਹਿੱਸਾ ਪੁਰਾਣਾ ਹੋ ਸਕਦਾ ਹੈ।
print-old-copy = ਪੁਰਾਣੀ ਕਾਪੀ ਰੀਸਾਈਕਲ ਕਰ ਦਿਓ, ਅਤੇ ਸਭ ਤੋਂ ਨਵੀਂ ਛਾਪੋ ਜਾਂ ਸਾਨੂੰ ਫ਼ੋਨ ਕਰੋ।
print-get = ਸਭ ਤੋਂ ਨਵੀਂ ਕਾਪੀ ਲਓ
print-read = ਵੈੱਬ ਉੱਤੇ ਪੜ੍ਹੋ
print-others = ਹੋਰ ਆਕਾਰ ਅਤੇ ਬੋਲੀਆਂ
print-withdrawn = ਇਹ ਪਰਚਾ { $date } ਤੋਂ ਨਹੀਂ ਬਣਾਇਆ ਜਾ ਰਿਹਾ। ਕੁਝ ਹਿੱਸਾ ਪੁਰਾਣਾ ਹੋ ਸਕਦਾ ਹੈ, ਇਸ ਲਈ ਆਪਣੀ ਕਾਪੀ ਰੀਸਾਈਕਲ ਕਰ ਦਿਓ।
print-instead = ਇਸ ਦੀ ਥਾਂ ਇਹ ਪੜ੍ਹੋ

# Prints: on paper, and the links to them
print-page-number = ਪੰਨਾ { $page } / { $pages }
print-document = ਦਸਤਾਵੇਜ਼ { $code }
print-version = ਸੰਸਕਰਣ { $version }
print-issued = ਜਾਰੀ ਕਰਨ ਦੀ ਮਿਤੀ { $date }
print-review = { $date } ਤੱਕ ਮੁੜ ਜਾਂਚ ਹੋਵੇਗੀ
print-newest = ਇਸ ਪਰਚੇ ਦੀ ਸਭ ਤੋਂ ਨਵੀਂ ਕਾਪੀ
print-links = ਵੈੱਬ ਪਤੇ
print-qr = QR ਕੋਡ ਜੋ { $url } ਤੇ ਲੈ ਜਾਂਦਾ ਹੈ
print-other-formats = ਵੱਡੇ ਅੱਖਰਾਂ, ਸੌਖੀ ਭਾਸ਼ਾ, ਆਡੀਓ ਜਾਂ ਬ੍ਰੇਲ ਲਈ ਸਾਨੂੰ ਕਹੋ।
print-left-out = { $count ->
   *[other] ਛੱਡੀਆਂ ਗਈਆਂ ਸੇਵਾਵਾਂ ਦੀ ਗਿਣਤੀ: { $count }। ਉਹ ਹੁਣ ਬੰਦ ਹਨ, ਜਾਂ ਅਸੀਂ ਹਾਲ ਹੀ ਵਿੱਚ ਉਨ੍ਹਾਂ ਦੀ ਜਾਂਚ ਨਹੀਂ ਕੀਤੀ।
}
prints = ਪ੍ਰਿੰਟ ਕਰੋ
print-a4 = A4 ਪਰਚਾ (PDF)
print-large-print = ਵੱਡੇ ਅੱਖਰ, A4 (PDF)
print-easy-read = ਸੌਖੀ ਭਾਸ਼ਾ, ਤਸਵੀਰਾਂ ਨਾਲ A4 (PDF)
print-dl = ਤਹਿ ਕੀਤਾ ਪਰਚਾ, ਤਿੰਨ ਹਿੱਸੇ (PDF)
print-a5 = A5 ਕਿਤਾਬਚਾ (PDF)

# The preview that `fingerpost serve` shows over a page, for editors
preview-panel = ਝਲਕ
preview-title = ਝਲਕ: { $found }
preview-title-so-far = ਝਲਕ: ਹੁਣ ਤੱਕ { $found }
preview-nothing = ਠੀਕ ਕਰਨ ਲਈ ਕੁਝ ਨਹੀਂ
preview-errors = { $count ->
    [one] { $count } ਗਲਤੀ
   *[other] { $count } ਗਲਤੀਆਂ
}
preview-warnings = { $count ->
    [one] { $count } ਚੇਤਾਵਨੀ
   *[other] { $count } ਚੇਤਾਵਨੀਆਂ
}
preview-reach = { $count ->
    [one] { $count } ਪੰਨੇ 'ਤੇ ਦਿਸਦਾ ਹੈ
   *[other] { $count } ਪੰਨਿਆਂ 'ਤੇ ਦਿਸਦਾ ਹੈ
}
preview-pending = ਬਾਕੀ ਲੱਭਣ ਲਈ ਹਰ ਪੰਨਾ ਬਣਾਇਆ ਜਾ ਰਿਹਾ ਹੈ।
preview-behind = ਜਦੋਂ ਤੱਕ ਗਲਤੀਆਂ ਠੀਕ ਨਹੀਂ ਹੁੰਦੀਆਂ, ਸਾਈਟ ਉਹਨਾਂ ਤੋਂ ਪਹਿਲਾਂ ਵਾਂਗ ਦਿਖਾਈ ਜਾਂਦੀ ਹੈ।
preview-here = ਇਸ ਪੰਨੇ 'ਤੇ
preview-elsewhere = ਹੋਰ ਥਾਵਾਂ 'ਤੇ
preview-error = ਗਲਤੀ
preview-warning = ਚੇਤਾਵਨੀ
preview-help = ਕੀ ਕਰਨਾ ਹੈ
preview-guide = ਇਸਦਾ ਕੀ ਮਤਲਬ ਹੈ, ਅਤੇ ਇਸਨੂੰ ਕਿਵੇਂ ਠੀਕ ਕਰਨਾ ਹੈ
preview-language = ਭਾਸ਼ਾ
preview-place = ਥਾਂ
preview-edition = ਸੰਸਕਰਣ
preview-show = ਦਿਖਾਓ
preview-day = ਦਿਨ
preview-show-day = ਉਹ ਦਿਨ ਦਿਖਾਓ
preview-first-day = ਪਹਿਲੇ ਦਿਨ 'ਤੇ ਵਾਪਸ ਜਾਓ
preview-dashboard = ਡੈਸ਼ਬੋਰਡ: ਪੂਰਾ ਪੋਰਟਲ ਇੱਕ ਨਜ਼ਰ ਵਿੱਚ

# ਉਹ ਸਫ਼ੇ ਜੋ ਹਰ ਵੈੱਬਸਾਈਟ 'ਤੇ ਹੁੰਦੇ ਹਨ।

# human, ਜਾਂ machine, ਜਦ ਤੱਕ ਕੋਈ ਇਨਸਾਨ ਪੂਰੀ ਫ਼ਾਈਲ ਦੀ ਜਾਂਚ ਨਾ ਕਰ ਲਵੇ: ਬਿਆਨ ਤੇ ਪਰਦੇਦਾਰੀ ਦਾ ਸਫ਼ਾ ਤਦ ਇਹ ਦੱਸਦੇ ਹਨ।
translated-by = machine
all-pages = ਇਸ ਵੈੱਬਸਾਈਟ ਦੇ ਸਾਰੇ ਸਫ਼ੇ
site-map = ਸਾਈਟ ਦਾ ਨਕਸ਼ਾ
site-map-explained = ਇਸ ਵੈੱਬਸਾਈਟ ਦੇ ਸਾਰੇ ਸਫ਼ੇ, ਹਿੱਸੇ ਅਨੁਸਾਰ।
site-map-folded = ਜਿਨ੍ਹਾਂ ਹਿੱਸਿਆਂ ਦੇ ਸਫ਼ੇ ਇੱਥੇ ਨਹੀਂ ਹਨ, ਉਨ੍ਹਾਂ ਦੀ ਸੂਚੀ ਉਨ੍ਹਾਂ ਦੇ ਆਪਣੇ ਸਫ਼ੇ 'ਤੇ ਹੈ।
site-map-others = ਇਸ ਵੈੱਬਸਾਈਟ 'ਤੇ ਹੋਰ
recent-changes = ਕੀ ਬਦਲਿਆ ਹੈ
changes-explained = ਉਹ ਸਫ਼ੇ ਤੇ ਸੇਵਾਵਾਂ ਜੋ ਅਸੀਂ ਪਿਛਲੇ 12 ਮਹੀਨਿਆਂ ਵਿੱਚ ਲਿਖੀਆਂ, ਜਾਂਚੀਆਂ ਜਾਂ ਅਨੁਵਾਦ ਕੀਤੀਆਂ। ਸਭ ਤੋਂ ਨਵੀਆਂ ਪਹਿਲਾਂ ਹਨ।
changes-newest = ਇਹ { $count } ਵਿੱਚੋਂ ਸਭ ਤੋਂ ਨਵੀਆਂ { $shown } ਹਨ।
change-checked = ਜਾਂਚ ਹੋਈ
change-translated = ਅਨੁਵਾਦ ਹੋਇਆ
change-new = ਨਵਾਂ

privacy = ਪਰਦੇਦਾਰੀ
privacy-explained = ਇਹ ਵੈੱਬਸਾਈਟ ਤੁਹਾਡੇ ਬਾਰੇ ਕੀ ਰੱਖਦੀ ਹੈ, ਤੇ ਕੀ ਨਹੀਂ।
privacy-cookies-title = ਕੂਕੀਜ਼ ਤੇ ਨਿਗਰਾਨੀ
privacy-cookies = ਇਹ ਵੈੱਬਸਾਈਟ ਕੋਈ ਕੂਕੀ ਨਹੀਂ ਰੱਖਦੀ। ਇਹ ਹੋਰ ਵੈੱਬਸਾਈਟਾਂ ਤੋਂ ਕੁਝ ਨਹੀਂ ਲੈਂਦੀ, ਤੇ ਇਹ ਨਹੀਂ ਦੇਖਦੀ ਕਿ ਤੁਸੀਂ ਕੀ ਪੜ੍ਹਦੇ ਹੋ।
privacy-device-title = ਤੁਹਾਡੇ ਯੰਤਰ 'ਤੇ ਕੀ ਹੁੰਦਾ ਹੈ
privacy-finder = ਜੇ ਤੁਸੀਂ ਆਪਣਾ ਇਲਾਕਾ ਲੱਭੋ, ਤਾਂ ਤੁਹਾਡਾ ਪੋਸਟਕੋਡ ਤੁਹਾਡੇ ਯੰਤਰ 'ਤੇ ਹੀ ਦੇਖਿਆ ਜਾਂਦਾ ਹੈ। ਇਹ ਕਿਤੇ ਭੇਜਿਆ ਨਹੀਂ ਜਾਂਦਾ।
privacy-search = ਖੋਜ ਤੁਹਾਡੇ ਯੰਤਰ 'ਤੇ ਹੁੰਦੀ ਹੈ। ਜੋ ਸ਼ਬਦ ਤੁਸੀਂ ਲਿਖਦੇ ਹੋ, ਉਹ ਨਾ ਸਾਨੂੰ ਅਤੇ ਨਾ ਹੀ ਕਿਸੇ ਹੋਰ ਨੂੰ ਭੇਜੇ ਜਾਂਦੇ ਹਨ। ਤੁਹਾਡਾ ਬ੍ਰਾਊਜ਼ਰ ਉਹਨਾਂ ਨੂੰ ਆਪਣੇ ਇਤਿਹਾਸ ਵਿੱਚ ਰੱਖ ਸਕਦਾ ਹੈ।
privacy-shortlist = ਜੋ ਸੇਵਾਵਾਂ ਤੁਸੀਂ ਆਪਣੀ ਸੂਚੀ ਵਿੱਚ ਜੋੜਦੇ ਹੋ ਉਹ ਸਿਰਫ਼ ਤੁਹਾਡੇ ਯੰਤਰ 'ਤੇ ਰਹਿੰਦੀਆਂ ਹਨ। ਤੁਸੀਂ ਕਿਸੇ ਵੀ ਵੇਲੇ ਉਨ੍ਹਾਂ ਨੂੰ ਉੱਥੋਂ ਹਟਾ ਸਕਦੇ ਹੋ। ਤੁਹਾਡਾ ਯੰਤਰ ਵਰਤਣ ਵਾਲਾ ਕੋਈ ਵੀ ਉਨ੍ਹਾਂ ਨੂੰ ਦੇਖ ਸਕਦਾ ਹੈ।
privacy-server-title = ਸਾਡਾ ਸਰਵਰ ਕੀ ਦੇਖਦਾ ਹੈ
privacy-server = ਤੁਹਾਡਾ ਯੰਤਰ ਹਰ ਸਫ਼ਾ ਸਾਡੇ ਸਰਵਰ ਤੋਂ ਮੰਗਦਾ ਹੈ, ਜਿਵੇਂ ਹਰ ਵੈੱਬਸਾਈਟ 'ਤੇ ਹੁੰਦਾ ਹੈ। ਸਰਵਰ ਤੁਹਾਡੇ ਯੰਤਰ ਦਾ ਇੰਟਰਨੈੱਟ ਪਤਾ, ਸਫ਼ਾ ਤੇ ਸਮਾਂ ਦੇਖਦਾ ਹੈ। ਤੁਸੀਂ ਸਾਨੂੰ ਪੁੱਛ ਸਕਦੇ ਹੋ ਕਿ ਇਹ ਕਿੰਨਾ ਚਿਰ ਰੱਖਿਆ ਜਾਂਦਾ ਹੈ।
privacy-others-title = ਉਹ ਲੋਕ ਜੋ ਇਹੀ ਯੰਤਰ ਵਰਤਦੇ ਹਨ
privacy-others = ਜਿਨ੍ਹਾਂ ਗੱਲਾਂ ਨੂੰ ਤੁਹਾਡੇ ਘਰ ਦੇ ਹੋਰ ਲੋਕਾਂ ਨੂੰ ਨਹੀਂ ਦੇਖਣਾ ਚਾਹੀਦਾ, ਉਨ੍ਹਾਂ ਦੇ ਸਫ਼ਿਆਂ 'ਤੇ ਜਲਦੀ ਨਿਕਲਣ ਦਾ ਬਟਨ ਹੈ, ਤੇ ਸਿਰਲੇਖ ਤੋਂ ਕੁਝ ਪਤਾ ਨਹੀਂ ਲੱਗਦਾ। ਬਟਨ ਤੁਹਾਡੇ ਬ੍ਰਾਊਜ਼ਰ ਦਾ ਇਤਿਹਾਸ ਸਾਫ਼ ਨਹੀਂ ਕਰਦਾ।
privacy-links-title = ਹੋਰ ਵੈੱਬਸਾਈਟਾਂ
privacy-links = ਕੁਝ ਲਿੰਕ ਹੋਰ ਵੈੱਬਸਾਈਟਾਂ 'ਤੇ ਲੈ ਜਾਂਦੇ ਹਨ। ਉਨ੍ਹਾਂ ਦੇ ਆਪਣੇ ਨਿਯਮ ਹਨ।
privacy-told-title = ਜੇ ਤੁਸੀਂ ਸਾਡੇ ਨਾਲ ਸੰਪਰਕ ਕਰੋ
privacy-told = ਜੇ ਤੁਸੀਂ ਸਾਨੂੰ ਫ਼ੋਨ ਕਰੋ ਜਾਂ ਲਿਖੋ, ਤਾਂ ਜੋ ਤੁਸੀਂ ਦੱਸਦੇ ਹੋ ਉਹ { $who } ਕੋਲ ਹੁੰਦਾ ਹੈ। ਤੁਸੀਂ ਪੁੱਛ ਸਕਦੇ ਹੋ ਕਿ ਅਸੀਂ ਤੁਹਾਡੇ ਬਾਰੇ ਕੀ ਰੱਖਦੇ ਹਾਂ, ਤੇ ਉਸ ਨੂੰ ਠੀਕ ਕਰਨ ਜਾਂ ਮਿਟਾਉਣ ਲਈ ਕਹਿ ਸਕਦੇ ਹੋ।
privacy-complain = ਜੇ ਤੁਸੀਂ ਸਾਡੇ ਜਵਾਬ ਤੋਂ ਖ਼ੁਸ਼ ਨਹੀਂ, ਤਾਂ ਇੱਥੇ ਸ਼ਿਕਾਇਤ ਕਰ ਸਕਦੇ ਹੋ:
privacy-commissioner = ਸੂਚਨਾ ਕਮਿਸ਼ਨਰ ਦਾ ਦਫ਼ਤਰ (ICO)

# ਪਹੁੰਚਯੋਗਤਾ ਦਾ ਬਿਆਨ। ਇਸ ਦੇ ਹਿੱਸੇ ਤੇ ਬਹੁਤ ਸਾਰੇ ਸ਼ਬਦ ਕਾਨੂੰਨ ਨਾਲ ਤੈਅ ਹਨ: Public Sector Bodies (Websites and Mobile
# Applications) (No. 2) Accessibility Regulations 2018।
accessibility-statement = ਪਹੁੰਚਯੋਗਤਾ ਦਾ ਬਿਆਨ
statement-explained = ਇਹ ਵੈੱਬਸਾਈਟ ਕਿੰਨੀ ਪਹੁੰਚਯੋਗ ਹੈ, ਅਜੇ ਕੀ ਕੰਮ ਨਹੀਂ ਕਰਦਾ, ਤੇ ਸਾਨੂੰ ਕਿਵੇਂ ਦੱਸਣਾ ਹੈ।
statement-applies = ਪਹੁੰਚਯੋਗਤਾ ਦਾ ਇਹ ਬਿਆਨ { $site } ({ $address }) ਬਾਰੇ ਹੈ।
statement-run-by = ਇਹ ਵੈੱਬਸਾਈਟ { $who } ਚਲਾਉਂਦਾ ਹੈ। ਅਸੀਂ ਚਾਹੁੰਦੇ ਹਾਂ ਕਿ ਵੱਧ ਤੋਂ ਵੱਧ ਲੋਕ ਇਸ ਨੂੰ ਵਰਤ ਸਕਣ।
statement-able = ਮਿਸਾਲ ਵਜੋਂ, ਤੁਸੀਂ ਇਹ ਕਰ ਸਕੋ:
statement-able-colours = ਬ੍ਰਾਊਜ਼ਰ ਜਾਂ ਯੰਤਰ ਦੀਆਂ ਸੈਟਿੰਗਾਂ ਨਾਲ ਰੰਗ, ਕੰਟਰਾਸਟ ਤੇ ਅੱਖਰ ਬਦਲਣਾ
statement-able-zoom = 400% ਤੱਕ ਵੱਡਾ ਕਰਨਾ, ਤੇ ਲਿਖਤ ਪਰਦੇ ਤੋਂ ਬਾਹਰ ਨਾ ਜਾਵੇ
statement-able-keyboard = ਕੀਬੋਰਡ ਜਾਂ ਬੋਲੀ ਪਛਾਣਨ ਵਾਲੇ ਸਾਫ਼ਟਵੇਅਰ ਨਾਲ ਵੈੱਬਸਾਈਟ ਵਿੱਚ ਚੱਲਣਾ
statement-able-listen = ਸਕ੍ਰੀਨ ਰੀਡਰ ਨਾਲ ਵੈੱਬਸਾਈਟ ਸੁਣਨਾ
statement-able-scripts = ਸਕ੍ਰਿਪਟਾਂ ਬੰਦ ਕਰ ਕੇ ਹਰ ਸਫ਼ਾ ਪੜ੍ਹਨਾ
statement-words = ਅਸੀਂ ਵੈੱਬਸਾਈਟ ਦੀ ਲਿਖਤ ਨੂੰ ਸਮਝਣ ਲਈ ਜਿੰਨਾ ਹੋ ਸਕੇ ਸੌਖਾ ਵੀ ਬਣਾਇਆ ਹੈ।
statement-advice = ਜੇ ਤੁਹਾਨੂੰ ਕੋਈ ਅਪਾਹਜਤਾ ਹੈ ਤਾਂ ਆਪਣੇ ਯੰਤਰ ਨੂੰ ਸੌਖਾ ਬਣਾਉਣ ਲਈ AbilityNet ਦੀ ਸਲਾਹ
statement-how = ਇਹ ਵੈੱਬਸਾਈਟ ਕਿੰਨੀ ਪਹੁੰਚਯੋਗ ਹੈ
statement-known = ਅਸੀਂ ਜਾਣਦੇ ਹਾਂ ਕਿ ਇਸ ਵੈੱਬਸਾਈਟ ਦੇ ਕੁਝ ਹਿੱਸੇ ਪੂਰੀ ਤਰ੍ਹਾਂ ਪਹੁੰਚਯੋਗ ਨਹੀਂ:
statement-none-known = ਸਾਨੂੰ ਇਸ ਵੈੱਬਸਾਈਟ ਦੇ ਕਿਸੇ ਅਜਿਹੇ ਹਿੱਸੇ ਦਾ ਪਤਾ ਨਹੀਂ ਜੋ ਪਹੁੰਚਯੋਗ ਨਾ ਹੋਵੇ।
statement-feedback = ਤੁਹਾਡੀ ਰਾਏ ਤੇ ਸੰਪਰਕ ਦੀ ਜਾਣਕਾਰੀ
statement-formats = ਜੇ ਤੁਹਾਨੂੰ ਇਸ ਵੈੱਬਸਾਈਟ ਦੀ ਜਾਣਕਾਰੀ ਕਿਸੇ ਹੋਰ ਰੂਪ ਵਿੱਚ ਚਾਹੀਦੀ ਹੈ, ਜਿਵੇਂ ਪਹੁੰਚਯੋਗ PDF, ਵੱਡੀ ਛਪਾਈ, ਸੌਖੀ ਲਿਖਤ, ਆਵਾਜ਼ ਦੀ ਰਿਕਾਰਡਿੰਗ ਜਾਂ ਬ੍ਰੇਲ, ਤਾਂ ਸਾਡੇ ਨਾਲ ਸੰਪਰਕ ਕਰੋ।
statement-problems = ਜੇ ਤੁਹਾਨੂੰ ਕੋਈ ਅਜਿਹੀ ਸਮੱਸਿਆ ਮਿਲੇ ਜੋ ਇਸ ਸਫ਼ੇ 'ਤੇ ਨਹੀਂ, ਜਾਂ ਤੁਸੀਂ ਸਮਝੋ ਕਿ ਅਸੀਂ ਪਹੁੰਚਯੋਗਤਾ ਦੀਆਂ ਸ਼ਰਤਾਂ ਪੂਰੀਆਂ ਨਹੀਂ ਕਰਦੇ, ਤਾਂ ਸਾਡੇ ਨਾਲ ਸੰਪਰਕ ਕਰੋ।
statement-reply = { $days ->
    [one] ਅਸੀਂ ਤੁਹਾਡੀ ਬੇਨਤੀ 'ਤੇ ਵਿਚਾਰ ਕਰਾਂਗੇ ਤੇ { $days } ਦਿਨ ਵਿੱਚ ਜਵਾਬ ਦੇਵਾਂਗੇ।
   *[other] ਅਸੀਂ ਤੁਹਾਡੀ ਬੇਨਤੀ 'ਤੇ ਵਿਚਾਰ ਕਰਾਂਗੇ ਤੇ { $days } ਦਿਨਾਂ ਵਿੱਚ ਜਵਾਬ ਦੇਵਾਂਗੇ।
}
statement-enforcement-title = ਕਾਨੂੰਨ ਲਾਗੂ ਕਰਾਉਣ ਦਾ ਤਰੀਕਾ
statement-enforcement = ਬਰਾਬਰੀ ਤੇ ਮਨੁੱਖੀ ਹੱਕਾਂ ਦਾ ਕਮਿਸ਼ਨ (Equality and Human Rights Commission, EHRC) ਕਾਨੂੰਨ Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 (‘ਪਹੁੰਚਯੋਗਤਾ ਦੇ ਨਿਯਮ’) ਲਾਗੂ ਕਰਾਉਣ ਲਈ ਜ਼ਿੰਮੇਵਾਰ ਹੈ। ਜੇ ਤੁਸੀਂ ਆਪਣੀ ਸ਼ਿਕਾਇਤ ਦੇ ਸਾਡੇ ਜਵਾਬ ਤੋਂ ਖ਼ੁਸ਼ ਨਹੀਂ, ਤਾਂ Equality Advisory and Support Service (EASS) ਨਾਲ ਸੰਪਰਕ ਕਰੋ।
statement-eass = ਬਰਾਬਰੀ ਦੀ ਸਲਾਹ ਤੇ ਸਹਾਇਤਾ ਸੇਵਾ (EASS)
statement-enforcement-ni = ਉੱਤਰੀ ਆਇਰਲੈਂਡ ਵਿੱਚ Equality Commission for Northern Ireland (ECNI) ਕਾਨੂੰਨ Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 (‘ਪਹੁੰਚਯੋਗਤਾ ਦੇ ਨਿਯਮ’) ਲਾਗੂ ਕਰਾਉਣ ਲਈ ਜ਼ਿੰਮੇਵਾਰ ਹੈ। ਜੇ ਤੁਸੀਂ ਉੱਥੇ ਹੋ ਤੇ ਆਪਣੀ ਸ਼ਿਕਾਇਤ ਦੇ ਸਾਡੇ ਜਵਾਬ ਤੋਂ ਖ਼ੁਸ਼ ਨਹੀਂ, ਤਾਂ ECNI ਨਾਲ ਸੰਪਰਕ ਕਰੋ।
statement-ecni = ਉੱਤਰੀ ਆਇਰਲੈਂਡ ਦਾ ਬਰਾਬਰੀ ਕਮਿਸ਼ਨ (ECNI)
statement-technical = ਇਸ ਵੈੱਬਸਾਈਟ ਦੀ ਪਹੁੰਚਯੋਗਤਾ ਬਾਰੇ ਤਕਨੀਕੀ ਜਾਣਕਾਰੀ
statement-committed = { $who } ਆਪਣੀ ਵੈੱਬਸਾਈਟ ਨੂੰ Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 ਅਨੁਸਾਰ ਪਹੁੰਚਯੋਗ ਬਣਾਉਣ ਲਈ ਵਚਨਬੱਧ ਹੈ।
statement-status = ਮਿਆਰ ਪੂਰਾ ਕਰਨ ਦੀ ਹਾਲਤ
statement-untested = ਇਸ ਵੈੱਬਸਾਈਟ ਨੂੰ ਅਜੇ Web Content Accessibility Guidelines ਸੰਸਕਰਣ { $version } ਦੇ AA ਮਿਆਰ 'ਤੇ ਨਹੀਂ ਜਾਂਚਿਆ ਗਿਆ।
statement-full = ਇਹ ਵੈੱਬਸਾਈਟ Web Content Accessibility Guidelines ਸੰਸਕਰਣ { $version } ਦੇ AA ਮਿਆਰ ਦੇ ਪੂਰੀ ਤਰ੍ਹਾਂ ਅਨੁਸਾਰ ਹੈ।
statement-partial = { $due ->
    [issues] ਇਹ ਵੈੱਬਸਾਈਟ Web Content Accessibility Guidelines ਸੰਸਕਰਣ { $version } ਦੇ AA ਮਿਆਰ ਦੇ ਕੁਝ ਹੱਦ ਤੱਕ ਅਨੁਸਾਰ ਹੈ, ਕਿਉਂਕਿ ਹੇਠਾਂ ਦਿੱਤੀਆਂ ਗੱਲਾਂ ਮਿਆਰ ਪੂਰਾ ਨਹੀਂ ਕਰਦੀਆਂ।
    [exemptions] ਇਹ ਵੈੱਬਸਾਈਟ Web Content Accessibility Guidelines ਸੰਸਕਰਣ { $version } ਦੇ AA ਮਿਆਰ ਦੇ ਕੁਝ ਹੱਦ ਤੱਕ ਅਨੁਸਾਰ ਹੈ, ਹੇਠਾਂ ਦਿੱਤੀਆਂ ਛੋਟਾਂ ਕਰਕੇ।
    [both] ਇਹ ਵੈੱਬਸਾਈਟ Web Content Accessibility Guidelines ਸੰਸਕਰਣ { $version } ਦੇ AA ਮਿਆਰ ਦੇ ਕੁਝ ਹੱਦ ਤੱਕ ਅਨੁਸਾਰ ਹੈ, ਕਿਉਂਕਿ ਹੇਠਾਂ ਦਿੱਤੀਆਂ ਗੱਲਾਂ ਮਿਆਰ ਪੂਰਾ ਨਹੀਂ ਕਰਦੀਆਂ ਜਾਂ ਉਨ੍ਹਾਂ ਨੂੰ ਛੋਟ ਹੈ।
   *[unnamed] ਇਹ ਵੈੱਬਸਾਈਟ Web Content Accessibility Guidelines ਸੰਸਕਰਣ { $version } ਦੇ AA ਮਿਆਰ ਦੇ ਕੁਝ ਹੱਦ ਤੱਕ ਅਨੁਸਾਰ ਹੈ।
}
statement-not = { $due ->
    [issues] ਇਹ ਵੈੱਬਸਾਈਟ Web Content Accessibility Guidelines ਸੰਸਕਰਣ { $version } ਦੇ AA ਮਿਆਰ ਦੇ ਅਨੁਸਾਰ ਨਹੀਂ। ਜੋ ਗੱਲਾਂ ਮਿਆਰ ਪੂਰਾ ਨਹੀਂ ਕਰਦੀਆਂ ਉਹ ਹੇਠਾਂ ਦਿੱਤੀਆਂ ਹਨ।
    [exemptions] ਇਹ ਵੈੱਬਸਾਈਟ Web Content Accessibility Guidelines ਸੰਸਕਰਣ { $version } ਦੇ AA ਮਿਆਰ ਦੇ ਅਨੁਸਾਰ ਨਹੀਂ। ਛੋਟਾਂ ਹੇਠਾਂ ਦਿੱਤੀਆਂ ਹਨ।
    [both] ਇਹ ਵੈੱਬਸਾਈਟ Web Content Accessibility Guidelines ਸੰਸਕਰਣ { $version } ਦੇ AA ਮਿਆਰ ਦੇ ਅਨੁਸਾਰ ਨਹੀਂ। ਜੋ ਗੱਲਾਂ ਮਿਆਰ ਪੂਰਾ ਨਹੀਂ ਕਰਦੀਆਂ, ਤੇ ਛੋਟਾਂ, ਹੇਠਾਂ ਦਿੱਤੀਆਂ ਹਨ।
   *[unnamed] ਇਹ ਵੈੱਬਸਾਈਟ Web Content Accessibility Guidelines ਸੰਸਕਰਣ { $version } ਦੇ AA ਮਿਆਰ ਦੇ ਅਨੁਸਾਰ ਨਹੀਂ।
}
statement-content = ਉਹ ਸਮੱਗਰੀ ਜੋ ਪਹੁੰਚਯੋਗ ਨਹੀਂ
statement-content-listed = ਹੇਠਾਂ ਦਿੱਤੀ ਸਮੱਗਰੀ ਇਨ੍ਹਾਂ ਕਾਰਨਾਂ ਕਰਕੇ ਪਹੁੰਚਯੋਗ ਨਹੀਂ।
statement-non-compliance = ਪਹੁੰਚਯੋਗਤਾ ਦੇ ਨਿਯਮ ਪੂਰੇ ਨਾ ਹੋਣਾ
statement-burden = ਹੱਦੋਂ ਵੱਧ ਬੋਝ
statement-out-of-scope = ਉਹ ਸਮੱਗਰੀ ਜੋ ਪਹੁੰਚਯੋਗਤਾ ਦੇ ਨਿਯਮਾਂ ਦੇ ਘੇਰੇ ਵਿੱਚ ਨਹੀਂ
issue-fails = ਇਹ WCAG { $version } ਦੀ ਸਫਲਤਾ ਦੀ ਸ਼ਰਤ { $criteria } ਪੂਰੀ ਨਹੀਂ ਕਰਦਾ।
issue-instead = ਤਦ ਤੱਕ
issue-since = ਸਾਨੂੰ ਇਸ ਦਾ { $date } ਤੋਂ ਪਤਾ ਹੈ।
issue-fix-by = ਅਸੀਂ ਇਸ ਨੂੰ { $date } ਤੱਕ ਠੀਕ ਕਰਨਾ ਚਾਹੁੰਦੇ ਹਾਂ।
issue-late = ਅਸੀਂ ਇਸ ਨੂੰ { $date } ਤੱਕ ਠੀਕ ਕਰਨਾ ਚਾਹੁੰਦੇ ਸੀ, ਤੇ ਇਹ ਅਜੇ ਠੀਕ ਨਹੀਂ ਹੋਇਆ।
issue-fixed = { $date } ਨੂੰ ਠੀਕ ਕੀਤਾ ਗਿਆ।
statement-improving = ਪਹੁੰਚਯੋਗਤਾ ਵਧਾਉਣ ਲਈ ਅਸੀਂ ਕੀ ਕਰ ਰਹੇ ਹਾਂ
statement-checks = { $count ->
    [one] ਹਰ ਵਾਰ ਜਦੋਂ ਇਹ ਵੈੱਬਸਾਈਟ ਬਣਾਈ ਜਾਂਦੀ ਹੈ, ਹਰ ਸਫ਼ਾ ਵਰਲਡ ਵਾਈਡ ਵੈੱਬ ਕਨਸੋਰਟੀਅਮ (W3C) ਦੇ ਪਹੁੰਚਯੋਗਤਾ ਦੇ { $count } ਨਿਯਮ 'ਤੇ, ਤੇ ਉਸ ਦੇ ਰੰਗ ਕੰਟਰਾਸਟ ਲਈ ਜਾਂਚੇ ਜਾਂਦੇ ਹਨ। ਜੋ ਸਫ਼ਾ ਪੂਰਾ ਨਾ ਉੱਤਰੇ ਉਹ ਛਾਪਿਆ ਨਹੀਂ ਜਾਂਦਾ।
   *[other] ਹਰ ਵਾਰ ਜਦੋਂ ਇਹ ਵੈੱਬਸਾਈਟ ਬਣਾਈ ਜਾਂਦੀ ਹੈ, ਹਰ ਸਫ਼ਾ ਵਰਲਡ ਵਾਈਡ ਵੈੱਬ ਕਨਸੋਰਟੀਅਮ (W3C) ਦੇ ਪਹੁੰਚਯੋਗਤਾ ਦੇ { $count } ਨਿਯਮਾਂ 'ਤੇ, ਤੇ ਉਸ ਦੇ ਰੰਗ ਕੰਟਰਾਸਟ ਲਈ ਜਾਂਚੇ ਜਾਂਦੇ ਹਨ। ਜੋ ਸਫ਼ਾ ਪੂਰਾ ਨਾ ਉੱਤਰੇ ਉਹ ਛਾਪਿਆ ਨਹੀਂ ਜਾਂਦਾ।
}
statement-fixed = ਅਸੀਂ ਕੀ ਠੀਕ ਕੀਤਾ ਹੈ
statement-preparation = ਪਹੁੰਚਯੋਗਤਾ ਦੇ ਇਸ ਬਿਆਨ ਦੀ ਤਿਆਰੀ
statement-prepared = ਇਹ ਬਿਆਨ { $date } ਨੂੰ ਤਿਆਰ ਕੀਤਾ ਗਿਆ। ਇਸ ਦੀ ਆਖ਼ਰੀ ਪੜਤਾਲ { $reviewed } ਨੂੰ ਹੋਈ।
statement-tested = ਇਸ ਵੈੱਬਸਾਈਟ ਨੂੰ ਆਖ਼ਰੀ ਵਾਰ { $date } ਨੂੰ Web Content Accessibility Guidelines ਸੰਸਕਰਣ { $version } ਦੇ AA ਮਿਆਰ 'ਤੇ ਜਾਂਚਿਆ ਗਿਆ।
tested-by = ਜਾਂਚ ਕਿਸ ਨੇ ਕੀਤੀ
tested-sample = ਕੀ ਜਾਂਚਿਆ ਗਿਆ
tested-how = ਕਿਵੇਂ ਜਾਂਚਿਆ ਗਿਆ
tested-result = ਕੀ ਮਿਲਿਆ
tested-report = ਪਹੁੰਚਯੋਗਤਾ ਦੀ ਜਾਂਚ ਦੀ ਪੂਰੀ ਰਿਪੋਰਟ ਪੜ੍ਹੋ
method-automatic = ਹਰ ਸਫ਼ੇ ਨੂੰ ਜਾਂਚਣ ਵਾਲੇ ਪ੍ਰੋਗਰਾਮਾਂ ਨਾਲ
method-keyboard = ਸਿਰਫ਼ ਕੀਬੋਰਡ ਨਾਲ
method-screen-reader = ਸਕ੍ਰੀਨ ਰੀਡਰਾਂ ਨਾਲ
method-zoom = ਲਿਖਤ 400% ਤੱਕ ਵੱਡੀ ਕਰ ਕੇ
method-speech = ਬੋਲੀ ਪਛਾਣਨ ਵਾਲੇ ਸਾਫ਼ਟਵੇਅਰ ਨਾਲ
method-disabled-people = ਅਪਾਹਜ ਲੋਕਾਂ ਵੱਲੋਂ
problems-found = { $count ->
    [one] { $count } ਸਮੱਸਿਆ ਮਿਲੀ।
   *[other] { $count } ਸਮੱਸਿਆਵਾਂ ਮਿਲੀਆਂ।
}
problems-fixed = ਉਸ ਤੋਂ ਬਾਅਦ ਠੀਕ ਕੀਤੀਆਂ: { $count }।
