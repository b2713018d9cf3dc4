# বাংলায় ইন্টারফেস। প্রতিটি লেখার নাম টেমপ্লেট যেভাবে ডাকে সেভাবেই।

# প্রতিটি পাতার কাঠামো
skip-to-content = মূল লেখায় যান
menu = প্রধান মেনু
menu-button = মেনু
urgent-help = জরুরি সাহায্য
breadcrumb = আপনি এখানে আছেন
languages = ভাষা
editions = এই পাতা পড়ার অন্য উপায়
easy-read-version = সহজ পাঠ
standard-version = সাধারণ সংস্করণ
change-area = এলাকা বদলান
choose-area = আপনার এলাকা বেছে নিন
home = প্রথম পাতা
important = গুরুত্বপূর্ণ
sample = এটি একটি নমুনা ওয়েবসাইট। সংস্থা, ফোন নম্বর ও সেবাগুলো কাল্পনিক।
published-by = প্রকাশক
get-help = সাহায্য নিন
contact-us = আমাদের সাথে যোগাযোগ করুন
all-contacts = যোগাযোগের সব উপায়
share-by-text = টেক্সট মেসেজে পাঠান
share-by-email = ইমেইলে পাঠান
print-page = এই পাতা ছাপুন
search = খুঁজুন
search-label = আপনি কী খুঁজছেন?
search-found = ফলাফল:
search-none = কিছু পাওয়া যায়নি। অন্য শব্দ দিয়ে চেষ্টা করুন, অথবা নিচের তালিকা দেখুন।
search-wait = খোঁজা হচ্ছে…
search-failed = খোঁজ এখন কাজ করছে না। নিচের তালিকা ব্যবহার করুন।
search-service = সেবা
search-easy = শুধু সহজ পাঠ
a-to-z = বর্ণানুক্রমিক তালিকা

# সংবেদনশীল পাতা ছেড়ে যাওয়া
quick-exit = দ্রুত এই পাতা ছেড়ে যান
quick-exit-note = এতে আপনার ব্রাউজারের ইতিহাস মোছে না।
quick-exit-keys = আপনি তিনবার Shift বোতামও চাপতে পারেন।
discreet-title = তথ্য ও পরামর্শ

# যোগাযোগের উপায়
phone = ফোন
textphone = টেক্সটফোন
email = ইমেইল
website = ওয়েবসাইট
address = ঠিকানা
opening-times = খোলার সময়

# পাতা
start-here = এখান থেকে শুরু করুন
what-you-need = আপনার কী দরকার?
who-you-are = আপনি কে, বা কার দেখাশোনা করেন?
in-this-section = এই বিভাগে
topics = বিষয়
information = তথ্য
audiences = কাদের জন্য
pages = এই তালিকার পাতাগুলো
nothing-yet = এই বিষয়ে এখনও কিছু নেই।
hard-words = কঠিন শব্দ
picture-credits = ছবি
reviewed = পাতাটি শেষ যাচাই করা হয়েছে
review-by = পরের যাচাই
not-yet-tested = যারা সহজ পাঠ ব্যবহার করেন তাদের দিয়ে এই পাতা এখনও পরীক্ষা করা হয়নি।

# পাওয়া যায়নি, সরানো হয়েছে
not-found = পাতাটি পাওয়া যায়নি
not-found-explained = পাতাটি হয়তো সরানো হয়েছে, অথবা ঠিকানায় ভুল থাকতে পারে।
moved = এই পাতাটি সরানো হয়েছে
moved-link = নতুন পাতায় যান

# সেবা
services = সেবা
services-by-topic = বিষয় অনুযায়ী সেবা
services-by-audience = কাদের জন্য সেই অনুযায়ী সেবা
services-by-place = এলাকা অনুযায়ী সেবা
no-services = এখানে এখনও কোনো সেবার নাম নেই।
narrow = তালিকা ছোট করুন
service-paused = এই সেবাটি আপাতত বন্ধ
how-to-get-in-touch = কীভাবে যোগাযোগ করবেন
in-easy-words = সহজ কথায়
where = কোথায়
closed-on = বন্ধ
next-sessions = পরবর্তী আয়োজন
add-to-calendar = এই সময়গুলো আপনার ক্যালেন্ডারে যোগ করুন
address-hidden = সবার নিরাপত্তার জন্য ঠিকানা প্রকাশ করা হয় না। কোথায় যেতে হবে জানতে সেবাটির সাথে যোগাযোগ করুন।
access = প্রবেশের সুবিধা
good-to-know = জেনে রাখুন
run-by = পরিচালনায়
cost = খরচ
free = বিনামূল্যে
ages = বয়স
who-can-use = কে ব্যবহার করতে পারেন
who-for = কাদের জন্য
how-to-join = কীভাবে যোগ দেবেন
how-it-runs = এটি কীভাবে চলে
languages-spoken = ভাষা
areas-served = যেসব এলাকায় সেবা দেওয়া হয়
last-checked = তথ্য শেষ যাচাই করা হয়েছে
shortlist = আমার বাছাই তালিকা
shortlist-explained = আপনি যে সেবা যোগ করেন তা শুধু এই ডিভাইসে রাখা হয়। যে কেউ এই ডিভাইস ব্যবহার করলে তা দেখতে পাবেন।
shortlist-empty = আপনার বাছাই তালিকা খালি। তালিকা থেকে সেবা যোগ করুন:
shortlist-add = আমার তালিকায় যোগ করুন
shortlist-remove = আমার তালিকা থেকে সরান
shortlist-keep = এই তালিকা এই ডিভাইসে রাখুন
shortlist-link = এই তালিকার লিংক
filter = এই তালিকা ছোট করুন
filter-shown = দেখানো সেবা
filter-none = এর সবকিছুর সঙ্গে কিছু মেলে না। কম বাছুন।
filter-clear = সব মুছুন
filter-paid = মূল্য দিতে হয়
filter-days = দিন
filter-day-1 = সোমবার
filter-day-2 = মঙ্গলবার
filter-day-3 = বুধবার
filter-day-4 = বৃহস্পতিবার
filter-day-5 = শুক্রবার
filter-day-6 = শনিবার
filter-day-7 = রবিবার
also-serves-you = আপনার জন্যও
relay = Relay UK
relay-explained = ফোনে শুনতে বা কথা বলতে না পারলে, একটি বিনামূল্যের সেবা আপনার লেখা কথা জানিয়ে দেয়।
see-on-map = OpenStreetMap-এ দেখুন
report-problem = এই পৃষ্ঠার সমস্যা জানান

# স্থানের সুবিধা
access-blue-badge-parking = ব্লু ব্যাজ পার্কিং
access-lift = লিফট
access-changing-places = চেঞ্জিং প্লেসেস টয়লেট
access-quiet-space = শান্ত জায়গা
access-assistance-dogs = সহায়ক কুকুর আনা যায়

# এলাকা
areas = এলাকা
areas-explained = স্থানীয় সেবা ও ফোন নম্বর দেখতে আপনার এলাকা বেছে নিন।
everywhere = সব এলাকা
finder-postcode = আপনার পোস্টকোড
finder-note = এটি এই ডিভাইসেই খোঁজা হয়। এটি কোথাও পাঠানো হয় না।
finder-find = আমার এলাকা খুঁজুন
finder-found = মনে হচ্ছে এটি:
finder-not-right = ঠিক নয়? নিচে আপনার এলাকা বেছে নিন।
finder-none = এই পোস্টকোডের এলাকার জন্য আমাদের কোনো পৃষ্ঠা নেই। এটি কি ঠিক আছে? আপনি নিচে একটি এলাকাও বেছে নিতে পারেন।
finder-bad = এটি পোস্টকোড নয়। LE16 7ZZ এর মতো করে লিখুন।
finder-failed = পোস্টকোডের তালিকা লোড করা যাচ্ছে না। নিচে আপনার এলাকা বেছে নিন।
postcodes = প্রতিটি এলাকার পোস্টকোড
postcodes-explained = এলাকা অনুযায়ী প্রতিটি পোস্টকোডের প্রথম অংশ। কোনো কোড একাধিক এলাকায় থাকলে আপনার পুরো পোস্টকোড দিয়ে ঠিক হয়।
postcodes-whole = সম্পূর্ণ
postcodes-part = কিছু অংশ

# লেখার ভেতরের বাক্স
note = লক্ষ্য করুন
tip = পরামর্শ
warning = সতর্কবার্তা
caution = সাবধান
emergency = জরুরি অবস্থা
footnotes = টীকা
table = সারণি
task-done = করা হয়েছে
task-not-done = করা হয়নি
being-checked = এই সংখ্যাটি যাচাই করা হচ্ছে

# মান সহ
services-count = { $count ->
    [one] { $count }টি সেবা
   *[other] { $count }টি সেবা
}
length-on-paper = { $count ->
    [one] কাগজে এটি { $count } পাতা।
   *[other] কাগজে এটি প্রায় { $count } পাতা।
}
title-page-of = { $title } (পাতা { $page }, মোট { $pages })
see-all-services = সব সেবা দেখুন
see-all-about = সব সেবা দেখুন: { $topic }
only-in = শুধু এখানে: { $places }
place-and-topic = { $place }: { $topic }
services-about = সেবা: { $topic }
services-for = সেবা, যাদের জন্য: { $audience }
services-in = সেবা: { $place }
footnote-back = টীকা { $n } যেখানে আছে সেখানে ফিরে যান
tested-with = { $date } তারিখে পরীক্ষা করেছেন: { $who }
notice-untranslated = এই পাতাটি এখনও অনুবাদ করা হয়নি। এটি { $language } ভাষায় দেখানো হচ্ছে।
notice-stale = { $date } তারিখে এই অনুবাদ করার পর { $language } পাতাটি বদলেছে। এই পাতা পুরোনো হতে পারে।
notice-stale-undated = এই অনুবাদ করার পর { $language } পাতাটি বদলেছে। এই পাতা পুরোনো হতে পারে।
notice-nations = এই পাতাটি শুধু এই দেশগুলোর আইন ও অর্থ সহায়তা নিয়ে: { $places }।
notice-machine = এই পাতাটি কম্পিউটার দিয়ে অনুবাদ করা হয়েছে এবং কোনো মানুষ যাচাই করেননি। এতে ভুল থাকতে পারে।
notice-draft = এই পাতাটি একটি খসড়া। এর উপর নির্ভর করবেন না।
notice-not-available = এটি এখানে পাওয়া যায় না: { $place }।
notice-paused = এই সেবাটি আপাতত বন্ধ।
notice-unchecked = আমরা শেষবার { $date } তারিখে এই তথ্য যাচাই করেছি। যাওয়ার আগে সেবাটির সাথে যোগাযোগ করুন।

# তারিখ ও সময়

time-hour = { $period ->
    [morning] সকাল { $hour }টা
    [afternoon] দুপুর { $hour }টা
    [evening] সন্ধ্যা { $hour }টা
   *[night] রাত { $hour }টা
}
time-minutes = { $period ->
    [morning] সকাল { $hour }:{ $minute }
    [afternoon] দুপুর { $hour }:{ $minute }
    [evening] সন্ধ্যা { $hour }:{ $minute }
   *[night] রাত { $hour }:{ $minute }
}
time-midday = দুপুর 12টা
time-midnight = রাত 12টা

times-daily = প্রতিদিন
times-weekly = প্রতি { $days }
times-fortnightly = এক সপ্তাহ পর পর { $days }
times-monthly = প্রতি মাসের { $nth ->
    [first] প্রথম
    [second] দ্বিতীয়
    [third] তৃতীয়
    [fourth] চতুর্থ
    [fifth] পঞ্চম
   *[last] শেষ
} { $day }
times-range = { $first } থেকে { $last }
times-from = { $date } থেকে
times-until = { $date } পর্যন্ত
times-between = { $from } থেকে { $until } পর্যন্ত
times-dated = { $days }, { $dates }
times-hours = { $start } থেকে { $end }
times-overnight = { $start } থেকে পরদিন { $end }
times-all-day = সারা দিন
times-online = অনলাইনে
times-venue = নির্ধারিত স্থানে
times-phone = ফোনে
times-home = আপনার বাড়িতে
times-appointment = আগে থেকে সময় ঠিক করে
times-bank-holidays = { $nation ->
    [england-and-wales] ইংল্যান্ড ও ওয়েলসের সরকারি ছুটির দিনে
    [scotland] স্কটল্যান্ডের সরকারি ছুটির দিনে
    [northern-ireland] উত্তর আয়ারল্যান্ডের সরকারি ছুটির দিনে
   *[here] সরকারি ছুটির দিনে
}
times-then = { $before }, { $next }
session-day = { $weekday }, { $date }
next-sessions-after = { $date }-এর পরের আয়োজন

closed-days = { $first } থেকে { $last }
closed-bank-holidays = { $nation ->
    [scotland] স্কটল্যান্ডের সরকারি ছুটির দিন
    [northern-ireland] উত্তর আয়ারল্যান্ডের সরকারি ছুটির দিন
   *[england-and-wales] ইংল্যান্ড ও ওয়েলসের সরকারি ছুটির দিন
}
closed-bank-holidays-here = সরকারি ছুটির দিন

ages-any = যেকোনো বয়স
ages-from = { $from } বছর ও তার বেশি
ages-under = { $under } বছরের কম
ages-between = { $from } থেকে { $to } বছর
ages-one = { $age } বছর

number-hours = { $count ->
    [one] { $count } ঘণ্টা
   *[other] { $count } ঘণ্টা
}
number-percent = { $count }%

how-drop-in = সরাসরি চলে আসুন
how-self-referral = নিজেই সেবাটির সাথে যোগাযোগ করুন
how-professional-referral = কোনো পেশাজীবীকে আপনাকে পাঠাতে বলুন
how-appointment = সময় ঠিক করুন
how-membership = সদস্য হোন

attend-venue = সরাসরি
attend-online = অনলাইনে
attend-phone = ফোনে
attend-home-visit = আপনার বাড়িতে

eligible-carer-home = আপনাকে এই এলাকায় থাকতে হবে
eligible-cared-for-home = আপনি যার দেখাশোনা করেন তাকে এই এলাকায় থাকতে হবে
eligible-gp = আপনাকে এই এলাকার কোনো জিপির কাছে নিবন্ধিত হতে হবে

access-step-free = সিঁড়ি ছাড়া প্রবেশ
access-accessible-toilet = প্রতিবন্ধীদের টয়লেট
access-hearing-loop = হিয়ারিং লুপ
access-parking-nearby = কাছে পার্কিং

life-just-started = আপনি সবে দেখাশোনা শুরু করেছেন
life-diagnosis = নতুন রোগ নির্ণয়
life-hospital-discharge = হাসপাতাল থেকে ছাড়া পাওয়া
life-working-while-caring = কাজের পাশাপাশি দেখাশোনা
life-moving-area = অন্য এলাকায় চলে যাওয়া
life-turning-18 = 18 বছর হওয়া
life-crisis = সংকটে
life-carer-ill = যখন আপনি নিজে অসুস্থ
life-end-of-life = জীবনের শেষ সময়
life-after-caring = দেখাশোনা শেষ হওয়ার পর

locality-country = রাষ্ট্র
locality-nation = দেশ
locality-region = অঞ্চল
locality-county = কাউন্টি
locality-unitary = একক কর্তৃপক্ষ
locality-district = জেলা
locality-borough = বরো
locality-place = স্থান

language-bfi = ব্রিটিশ সাংকেতিক ভাষা
language-pa-arab = পাঞ্জাবি (শাহমুখী)
language-pnb = পাঞ্জাবি (শাহমুখী)

# The list of prints, and the short addresses that stand on them
prints-title = প্রিন্ট করার প্রচারপত্র
prints-explained = এগুলি নিজে প্রিন্ট করুন, অথবা লাইব্রেরি, সার্জারি বা ফার্মেসি থেকে নিন। প্রতিটির শেষ লাইনে লেখা থাকে এটি কোন সংস্করণ।
prints-composed = প্রচারপত্র
prints-of-pages = এই সাইটের পৃষ্ঠা কাগজে
prints-all = সবগুলি এক ফাইলে (ZIP)
print-booklet = অফিস প্রিন্টারের জন্য পুস্তিকা (PDF)
print-count-pages = { $count ->
   *[other] { $count } পৃষ্ঠা
}
print-size = { $size } KB
print-is-newest = সর্বশেষ সংস্করণ { $version }। এটি { $date } তারিখে প্রকাশিত।
print-check = আপনার কপিটি কি হালনাগাদ?
print-compare = আপনার কপির শেষ লাইনগুলি দেখুন। সেখানে অন্য সংস্করণ লেখা থাকলে কিছু অংশ পুরোনো হতে পারে।
print-old-copy = পুরোনো কপি রিসাইকেল করুন, আর সর্বশেষটি প্রিন্ট করুন বা আমাদের ফোন করুন।
print-get = সর্বশেষ কপি নিন
print-read = ওয়েবে পড়ুন
print-others = অন্য আকার ও ভাষা
print-withdrawn = এই প্রচারপত্র { $date } থেকে আর তৈরি হয় না। কিছু অংশ পুরোনো হতে পারে, তাই আপনার কপি রিসাইকেল করুন।
print-instead = এর বদলে এটি পড়ুন

# Prints: on paper, and the links to them
print-page-number = পৃষ্ঠা { $page } / { $pages }
print-document = নথি { $code }
print-version = সংস্করণ { $version }
print-issued = প্রকাশের তারিখ { $date }
print-review = { $date } এর মধ্যে পর্যালোচনা করা হবে
print-newest = এই প্রচারপত্রের সর্বশেষ কপি
print-links = ওয়েব ঠিকানা
print-qr = QR কোড যা { $url } এ নিয়ে যায়
print-other-formats = বড় হরফ, সহজ ভাষা, অডিও বা ব্রেইলের জন্য আমাদের বলুন।
print-left-out = { $count ->
   *[other] বাদ দেওয়া পরিষেবার সংখ্যা: { $count }। সেগুলি এখন বন্ধ আছে, অথবা আমরা সম্প্রতি যাচাই করিনি।
}
prints = প্রিন্ট করুন
print-a4 = A4 প্রচারপত্র (PDF)
print-large-print = বড় হরফে, A4 (PDF)
print-easy-read = সহজ ভাষায়, ছবিসহ A4 (PDF)
print-dl = ভাঁজ করা প্রচারপত্র, তিন অংশ (PDF)
print-a5 = A5 পুস্তিকা (PDF)

# The preview that `fingerpost serve` shows over a page, for editors
preview-panel = প্রাকদর্শন
preview-title = প্রাকদর্শন: { $found }
preview-title-so-far = প্রাকদর্শন: এ পর্যন্ত { $found }
preview-nothing = ঠিক করার কিছু নেই
preview-errors = { $count ->
    [one] { $count }টি ভুল
   *[other] { $count }টি ভুল
}
preview-warnings = { $count ->
    [one] { $count }টি সতর্কতা
   *[other] { $count }টি সতর্কতা
}
preview-reach = { $count ->
    [one] { $count }টি পাতায় দেখা যায়
   *[other] { $count }টি পাতায় দেখা যায়
}
preview-pending = বাকিগুলো খুঁজে পেতে সব পাতা তৈরি করা হচ্ছে।
preview-behind = ভুলগুলো ঠিক না হওয়া পর্যন্ত সাইটটি আগের মতো দেখানো হচ্ছে।
preview-here = এই পাতায়
preview-elsewhere = অন্য জায়গায়
preview-error = ভুল
preview-warning = সতর্কতা
preview-help = কী করবেন
preview-guide = এর মানে কী, আর কীভাবে ঠিক করবেন
preview-language = ভাষা
preview-place = জায়গা
preview-edition = সংস্করণ
preview-show = দেখান
preview-day = দিন
preview-show-day = সেই দিন দেখান
preview-first-day = প্রথম দিনে ফিরে যান
preview-dashboard = ড্যাশবোর্ড: এক নজরে পুরো পোর্টাল

# যে পাতাগুলো প্রতিটি ওয়েবসাইটে থাকে।

# human, অথবা machine, যতক্ষণ না কোনো মানুষ পুরো ফাইল যাচাই করেন: বিবৃতি ও গোপনীয়তার পাতা তখন তা জানায়।
translated-by = machine
all-pages = এই ওয়েবসাইটের সব পাতা
site-map = সাইটের মানচিত্র
site-map-explained = এই ওয়েবসাইটের সব পাতা, বিভাগ অনুযায়ী।
site-map-folded = যে বিভাগের পাতা এখানে নেই, তার তালিকা সেই বিভাগের নিজের পাতায় আছে।
site-map-others = এই ওয়েবসাইটে আরও
recent-changes = কী বদলেছে
changes-explained = গত 12 মাসে আমরা যে পাতা ও সেবাগুলো লিখেছি, যাচাই করেছি বা অনুবাদ করেছি। সবচেয়ে নতুনগুলো আগে।
changes-newest = এগুলো { $count }টির মধ্যে সবচেয়ে নতুন { $shown }টি।
change-checked = যাচাই করা হয়েছে
change-translated = অনুবাদ করা হয়েছে
change-new = নতুন

privacy = গোপনীয়তা
privacy-explained = এই ওয়েবসাইট আপনার সম্পর্কে কী রাখে, আর কী রাখে না।
privacy-cookies-title = কুকি ও নজরদারি
privacy-cookies = এই ওয়েবসাইট কোনো কুকি রাখে না। এটি অন্য ওয়েবসাইট থেকে কিছু আনে না, আর আপনি কী পড়েন তা অনুসরণ করে না।
privacy-device-title = আপনার ডিভাইসে কী হয়
privacy-finder = আপনি নিজের এলাকা খুঁজলে আপনার পোস্টকোড আপনার ডিভাইসেই খোঁজা হয়। এটি কোথাও পাঠানো হয় না।
privacy-search = অনুসন্ধান আপনার ডিভাইসেই চলে। আপনি যে শব্দ লেখেন তা আমাদের বা অন্য কারও কাছে পাঠানো হয় না। আপনার ব্রাউজার সেগুলি তার ইতিহাসে রেখে দিতে পারে।
privacy-shortlist = আপনার তালিকায় যোগ করা সেবাগুলো শুধু আপনার ডিভাইসে থাকে। আপনি যে কোনো সময় সেখান থেকে সেগুলো সরাতে পারেন। যিনি আপনার ডিভাইস ব্যবহার করেন তিনি সেগুলো দেখতে পাবেন।
privacy-server-title = আমাদের সার্ভার কী দেখে
privacy-server = অন্য যে কোনো ওয়েবসাইটের মতো, আপনার ডিভাইস প্রতিটি পাতা আমাদের সার্ভারের কাছে চায়। সার্ভার আপনার ডিভাইসের ইন্টারনেট ঠিকানা, পাতা ও সময় দেখে। এটি কতদিন রাখা হয় তা আপনি আমাদের জিজ্ঞাসা করতে পারেন।
privacy-others-title = যারা একই ডিভাইস ব্যবহার করেন
privacy-others = আপনার বাড়ির অন্যদের যা দেখা উচিত নয় সেই বিষয়ের পাতায় দ্রুত চলে যাওয়ার বোতাম আছে, আর শিরোনাম থেকে কিছু বোঝা যায় না। বোতামটি আপনার ব্রাউজারের ইতিহাস মোছে না।
privacy-links-title = অন্য ওয়েবসাইট
privacy-links = কিছু লিংক অন্য ওয়েবসাইটে নিয়ে যায়। তাদের নিজেদের নিয়ম আছে।
privacy-told-title = আপনি যোগাযোগ করলে
privacy-told = আপনি ফোন করলে বা লিখলে, আপনি যা জানান তা { $who } পায়। আমরা আপনার সম্পর্কে কী রাখি তা জিজ্ঞাসা করতে পারেন, এবং তা ঠিক করতে বা মুছতে বলতে পারেন।
privacy-complain = আমাদের উত্তরে সন্তুষ্ট না হলে এখানে অভিযোগ করতে পারেন:
privacy-commissioner = তথ্য কমিশনারের কার্যালয় (ICO)

# প্রবেশযোগ্যতার বিবৃতি। এর অংশগুলো ও অনেক শব্দ আইনে নির্ধারিত: Public Sector Bodies (Websites and Mobile
# Applications) (No. 2) Accessibility Regulations 2018।
accessibility-statement = প্রবেশযোগ্যতার বিবৃতি
statement-explained = এই ওয়েবসাইট কতটা প্রবেশযোগ্য, কী এখনও কাজ করে না, এবং কীভাবে আমাদের জানাবেন।
statement-applies = প্রবেশযোগ্যতার এই বিবৃতি { $site } ({ $address })-এর জন্য।
statement-run-by = এই ওয়েবসাইট চালায় { $who }। আমরা চাই যত বেশি সম্ভব মানুষ এটি ব্যবহার করতে পারুন।
statement-able = যেমন, আপনার এগুলো করতে পারা উচিত:
statement-able-colours = ব্রাউজার বা ডিভাইসের সেটিংস দিয়ে রং, কনট্রাস্ট ও হরফ বদলানো
statement-able-zoom = 400% পর্যন্ত বড় করা, লেখা পর্দার বাইরে না গিয়ে
statement-able-keyboard = কীবোর্ড বা কথা চেনার সফটওয়্যার দিয়ে ওয়েবসাইটে চলা
statement-able-listen = স্ক্রিন রিডার দিয়ে ওয়েবসাইট শোনা
statement-able-scripts = স্ক্রিপ্ট বন্ধ রেখে প্রতিটি পাতা পড়া
statement-words = আমরা ওয়েবসাইটের লেখা যতটা সম্ভব সহজও করেছি।
statement-advice = আপনার প্রতিবন্ধিতা থাকলে ডিভাইস সহজে ব্যবহারের জন্য AbilityNet-এর পরামর্শ
statement-how = এই ওয়েবসাইট কতটা প্রবেশযোগ্য
statement-known = আমরা জানি এই ওয়েবসাইটের কিছু অংশ পুরোপুরি প্রবেশযোগ্য নয়:
statement-none-known = এই ওয়েবসাইটের কোনো অংশ প্রবেশযোগ্য নয় বলে আমাদের জানা নেই।
statement-feedback = মতামত ও যোগাযোগের তথ্য
statement-formats = এই ওয়েবসাইটের তথ্য অন্য রূপে চাইলে, যেমন প্রবেশযোগ্য PDF, বড় ছাপা, সহজ পাঠ, অডিও রেকর্ডিং বা ব্রেইল, আমাদের সঙ্গে যোগাযোগ করুন।
statement-problems = এই পাতায় নেই এমন কোনো সমস্যা পেলে, বা আমরা প্রবেশযোগ্যতার শর্ত পূরণ করছি না মনে হলে, আমাদের সঙ্গে যোগাযোগ করুন।
statement-reply = { $days ->
    [one] আমরা আপনার অনুরোধ বিবেচনা করে { $days } দিনের মধ্যে উত্তর দেব।
   *[other] আমরা আপনার অনুরোধ বিবেচনা করে { $days } দিনের মধ্যে উত্তর দেব।
}
statement-enforcement-title = আইন কার্যকর করার পদ্ধতি
statement-enforcement = Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 (‘প্রবেশযোগ্যতা বিধি’) কার্যকর করার দায়িত্ব সমতা ও মানবাধিকার কমিশনের (Equality and Human Rights Commission, EHRC)। আপনার অভিযোগের উত্তরে সন্তুষ্ট না হলে Equality Advisory and Support Service (EASS)-এর সঙ্গে যোগাযোগ করুন।
statement-eass = সমতা পরামর্শ ও সহায়তা সেবা (EASS)
statement-enforcement-ni = উত্তর আয়ারল্যান্ডে Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 (‘প্রবেশযোগ্যতা বিধি’) কার্যকর করার দায়িত্ব Equality Commission for Northern Ireland (ECNI)-এর। আপনি সেখানে থাকলে এবং আপনার অভিযোগের উত্তরে সন্তুষ্ট না হলে ECNI-এর সঙ্গে যোগাযোগ করুন।
statement-ecni = উত্তর আয়ারল্যান্ডের সমতা কমিশন (ECNI)
statement-technical = এই ওয়েবসাইটের প্রবেশযোগ্যতার কারিগরি তথ্য
statement-committed = { $who } Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 অনুযায়ী নিজের ওয়েবসাইট প্রবেশযোগ্য করতে প্রতিশ্রুতিবদ্ধ।
statement-status = মান পূরণের অবস্থা
statement-untested = এই ওয়েবসাইট এখনও Web Content Accessibility Guidelines সংস্করণ { $version }-এর AA মান অনুযায়ী পরীক্ষা করা হয়নি।
statement-full = এই ওয়েবসাইট Web Content Accessibility Guidelines সংস্করণ { $version }-এর AA মান সম্পূর্ণভাবে পূরণ করে।
statement-partial = { $due ->
    [issues] এই ওয়েবসাইট Web Content Accessibility Guidelines সংস্করণ { $version }-এর AA মান আংশিকভাবে পূরণ করে, কারণ নিচে দেওয়া বিষয়গুলো মান পূরণ করে না।
    [exemptions] এই ওয়েবসাইট Web Content Accessibility Guidelines সংস্করণ { $version }-এর AA মান আংশিকভাবে পূরণ করে, নিচে দেওয়া ছাড়গুলোর কারণে।
    [both] এই ওয়েবসাইট Web Content Accessibility Guidelines সংস্করণ { $version }-এর AA মান আংশিকভাবে পূরণ করে, কারণ নিচে দেওয়া বিষয়গুলো মান পূরণ করে না বা ছাড় পেয়েছে।
   *[unnamed] এই ওয়েবসাইট Web Content Accessibility Guidelines সংস্করণ { $version }-এর AA মান আংশিকভাবে পূরণ করে।
}
statement-not = { $due ->
    [issues] এই ওয়েবসাইট Web Content Accessibility Guidelines সংস্করণ { $version }-এর AA মান পূরণ করে না। যা মান পূরণ করে না তা নিচে দেওয়া হল।
    [exemptions] এই ওয়েবসাইট Web Content Accessibility Guidelines সংস্করণ { $version }-এর AA মান পূরণ করে না। ছাড়গুলো নিচে দেওয়া হল।
    [both] এই ওয়েবসাইট Web Content Accessibility Guidelines সংস্করণ { $version }-এর AA মান পূরণ করে না। যা মান পূরণ করে না ও যা ছাড় পেয়েছে তা নিচে দেওয়া হল।
   *[unnamed] এই ওয়েবসাইট Web Content Accessibility Guidelines সংস্করণ { $version }-এর AA মান পূরণ করে না।
}
statement-content = যা প্রবেশযোগ্য নয়
statement-content-listed = নিচের বিষয়গুলো এই কারণে প্রবেশযোগ্য নয়।
statement-non-compliance = প্রবেশযোগ্যতা বিধি পূরণ না হওয়া
statement-burden = মাত্রাতিরিক্ত বোঝা
statement-out-of-scope = যা প্রবেশযোগ্যতা বিধির আওতায় নেই
issue-fails = এটি WCAG { $version }-এর সাফল্যের মানদণ্ড { $criteria } পূরণ করে না।
issue-instead = ততদিন
issue-since = আমরা { $date } থেকে এটি জানি।
issue-fix-by = আমরা { $date }-এর মধ্যে এটি ঠিক করার পরিকল্পনা করেছি।
issue-late = আমরা { $date }-এর মধ্যে এটি ঠিক করার পরিকল্পনা করেছিলাম, এখনও ঠিক হয়নি।
issue-fixed = { $date } তারিখে ঠিক করা হয়েছে।
statement-improving = প্রবেশযোগ্যতা বাড়াতে আমরা কী করছি
statement-checks = প্রতিবার এই ওয়েবসাইট তৈরি করার সময় প্রতিটি পাতা ওয়ার্ল্ড ওয়াইড ওয়েব কনসোর্টিয়ামের (W3C) { $count }টি প্রবেশযোগ্যতার নিয়ম অনুযায়ী, আর তার রং কনট্রাস্টের জন্য যাচাই করা হয়। যে পাতা উত্তীর্ণ হয় না তা প্রকাশ করা হয় না।
statement-fixed = আমরা কী ঠিক করেছি
statement-preparation = প্রবেশযোগ্যতার এই বিবৃতি তৈরি
statement-prepared = এই বিবৃতি { $date } তারিখে তৈরি হয়েছে। এটি শেষবার পর্যালোচনা করা হয়েছে { $reviewed } তারিখে।
statement-tested = এই ওয়েবসাইট শেষবার { $date } তারিখে Web Content Accessibility Guidelines সংস্করণ { $version }-এর AA মান অনুযায়ী পরীক্ষা করা হয়েছে।
tested-by = পরীক্ষা করেছে
tested-sample = কী পরীক্ষা করা হয়েছে
tested-how = কীভাবে পরীক্ষা করা হয়েছে
tested-result = কী পাওয়া গেছে
tested-report = প্রবেশযোগ্যতা পরীক্ষার পুরো প্রতিবেদন পড়ুন
method-automatic = প্রতিটি পাতা যাচাই করে এমন প্রোগ্রাম দিয়ে
method-keyboard = শুধু কীবোর্ড দিয়ে
method-screen-reader = স্ক্রিন রিডার দিয়ে
method-zoom = লেখা 400% পর্যন্ত বড় করে
method-speech = কথা চেনার সফটওয়্যার দিয়ে
method-disabled-people = প্রতিবন্ধী মানুষদের দ্বারা
problems-found = { $count }টি সমস্যা পাওয়া গেছে।
problems-fixed = তারপর ঠিক করা হয়েছে: { $count }টি।
