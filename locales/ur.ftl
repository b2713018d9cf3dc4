# اردو میں انٹرفیس۔ ہر پیغام کا نام وہی ہے جو ٹیمپلیٹ استعمال کرتے ہیں۔

# ہر صفحے کا خاکہ
skip-to-content = سیدھے اصل مواد پر جائیں
menu = مرکزی مینو
menu-button = مینو
urgent-help = فوری مدد
breadcrumb = آپ یہاں ہیں
languages = زبانیں
editions = اس صفحے کو پڑھنے کے دوسرے طریقے
easy-read-version = آسان تحریر
standard-version = عام تحریر
change-area = علاقہ تبدیل کریں
choose-area = اپنا علاقہ منتخب کریں
home = پہلا صفحہ
important = اہم
sample = یہ صرف نمونے کی ویب سائٹ ہے۔ اس میں دیے گئے ادارے، فون نمبر اور خدمات فرضی ہیں۔
published-by = شائع کردہ
get-help = مدد حاصل کریں
contact-us = ہم سے رابطہ کریں
all-contacts = رابطے کے تمام طریقے
share-by-text = ٹیکسٹ میسج سے بھیجیں
share-by-email = ای میل سے بھیجیں
print-page = یہ صفحہ پرنٹ کریں
search = تلاش کریں
search-label = آپ کیا تلاش کر رہے ہیں؟
search-found = نتائج:
search-none = کچھ نہیں ملا۔ دوسرے الفاظ آزمائیں، یا نیچے کی فہرست دیکھیں۔
search-wait = تلاش جاری ہے…
search-failed = تلاش اس وقت کام نہیں کر رہی۔ نیچے کی فہرست استعمال کریں۔
search-service = سروس
search-easy = صرف آسان تحریر
a-to-z = حروف تہجی کی فہرست

# حساس صفحے سے نکلنا
quick-exit = اس صفحے سے فوراً نکلیں
quick-exit-note = اس سے آپ کی براؤزنگ ہسٹری صاف نہیں ہوتی۔
quick-exit-keys = آپ Shift کا بٹن تین بار بھی دبا سکتے ہیں۔
discreet-title = معلومات اور مشورہ

# رابطے کے طریقے
phone = فون
textphone = ٹیکسٹ فون
email = ای میل
website = ویب سائٹ
address = پتہ
opening-times = کھلنے کے اوقات

# صفحات
start-here = یہاں سے شروع کریں
what-you-need = آپ کو کیا چاہیے؟
who-you-are = آپ کون ہیں، یا کس کی دیکھ بھال کرتے ہیں؟
in-this-section = اس حصے میں
topics = موضوعات
information = معلومات
audiences = کن لوگوں کے لیے
pages = اس فہرست کے صفحات
nothing-yet = اس موضوع پر ابھی کچھ نہیں ہے۔
hard-words = مشکل الفاظ
picture-credits = تصویریں
reviewed = صفحے کا آخری جائزہ
review-by = اگلے جائزے کی تاریخ
not-yet-tested = یہ صفحہ ابھی تک آسان تحریر پڑھنے والے لوگوں کے ساتھ آزمایا نہیں گیا۔

# صفحہ نہیں ملا، منتقل ہو گیا
not-found = صفحہ نہیں ملا
not-found-explained = ہو سکتا ہے صفحہ کہیں اور منتقل ہو گیا ہو، یا پتے میں کوئی غلطی ہو۔
moved = یہ صفحہ منتقل ہو گیا ہے
moved-link = نئے صفحے پر جائیں

# خدمات
services = خدمات
services-by-topic = موضوع کے لحاظ سے خدمات
services-by-audience = لوگوں کے لحاظ سے خدمات
services-by-place = علاقے کے لحاظ سے خدمات
no-services = یہاں ابھی کوئی خدمت درج نہیں ہے۔
narrow = فہرست مختصر کریں
service-paused = یہ خدمت فی الحال بند ہے
how-to-get-in-touch = رابطہ کیسے کریں
in-easy-words = آسان الفاظ میں
where = کہاں ہے
closed-on = بند
next-sessions = اگلی نشستیں
add-to-calendar = یہ اوقات اپنے کیلنڈر میں شامل کریں
address-hidden = لوگوں کی حفاظت کے لیے پتہ شائع نہیں کیا جاتا۔ کہاں جانا ہے، یہ جاننے کے لیے خدمت فراہم کرنے والوں سے رابطہ کریں۔
access = رسائی
good-to-know = مفید معلومات
run-by = چلانے والا ادارہ
cost = خرچ
free = مفت
ages = عمر
who-can-use = کون استعمال کر سکتا ہے
who-for = کن لوگوں کے لیے
how-to-join = شامل کیسے ہوں
how-it-runs = خدمت کیسے ملتی ہے
languages-spoken = زبانیں
areas-served = کن علاقوں کے لیے
last-checked = معلومات کی آخری جانچ
shortlist = میری مختصر فہرست
shortlist-explained = جو خدمات آپ شامل کرتے ہیں وہ صرف اس آلے پر رکھی جاتی ہیں۔ جو بھی یہ آلہ استعمال کرے وہ انہیں دیکھ سکتا ہے۔
shortlist-empty = آپ کی مختصر فہرست خالی ہے۔ فہرستوں سے خدمات شامل کریں:
shortlist-add = میری مختصر فہرست میں شامل کریں
shortlist-remove = میری مختصر فہرست سے ہٹائیں
shortlist-keep = یہ فہرست اس آلے پر رکھیں
shortlist-link = اس فہرست کا لنک
filter = اس فہرست کو محدود کریں
filter-shown = دکھائی گئی خدمات
filter-none = ان سب پر کچھ پورا نہیں اترتا۔ کم چیزیں منتخب کریں۔
filter-clear = سب صاف کریں
filter-paid = قیمت کے ساتھ
filter-days = دن
filter-day-1 = پیر
filter-day-2 = منگل
filter-day-3 = بدھ
filter-day-4 = جمعرات
filter-day-5 = جمعہ
filter-day-6 = ہفتہ
filter-day-7 = اتوار
also-serves-you = آپ کے لیے بھی
relay = Relay UK
relay-explained = اگر آپ فون پر سن یا بول نہیں سکتے تو ایک مفت سروس آپ کی لکھی ہوئی بات پہنچاتی ہے۔
see-on-map = OpenStreetMap پر دیکھیں
report-problem = اس صفحے کے بارے میں مسئلہ بتائیں

# جگہ تک رسائی
access-blue-badge-parking = بلیو بیج پارکنگ
access-lift = لفٹ
access-changing-places = چینجنگ پلیسز بیت الخلا
access-quiet-space = پرسکون جگہ
access-assistance-dogs = مددگار کتے ساتھ لا سکتے ہیں

# علاقے
areas = علاقے
areas-explained = مقامی خدمات اور فون نمبر دیکھنے کے لیے اپنا علاقہ منتخب کریں۔
everywhere = تمام علاقے
finder-postcode = آپ کا پوسٹ کوڈ
finder-note = یہ اسی آلے پر تلاش کیا جاتا ہے۔ یہ کہیں نہیں بھیجا جاتا۔
finder-find = میرا علاقہ تلاش کریں
finder-found = یہ علاقہ لگتا ہے:
finder-not-right = درست نہیں؟ نیچے سے اپنا علاقہ منتخب کریں۔
finder-none = ہمارے پاس اس پوسٹ کوڈ کے علاقے کے صفحات نہیں ہیں۔ کیا یہ درست ہے؟ آپ نیچے سے بھی علاقہ منتخب کر سکتے ہیں۔
finder-bad = یہ پوسٹ کوڈ نہیں ہے۔ اسے LE16 7ZZ کی طرح لکھیں۔
finder-failed = پوسٹ کوڈز کی فہرست لوڈ نہیں ہو سکی۔ براہ کرم نیچے سے اپنا علاقہ منتخب کریں۔
postcodes = ہر علاقے کے پوسٹ کوڈ
postcodes-explained = ہر پوسٹ کوڈ کا پہلا حصہ، علاقے کے لحاظ سے۔ جہاں کوڈ ایک سے زیادہ علاقوں میں ہو، وہاں آپ کا پورا پوسٹ کوڈ فیصلہ کرتا ہے۔
postcodes-whole = پورا
postcodes-part = کچھ حصے

# متن کے خانے
note = نوٹ
tip = مشورہ
warning = خبردار
caution = احتیاط
emergency = ہنگامی صورت حال
footnotes = حواشی
table = جدول
task-done = ہو گیا
task-not-done = ابھی نہیں ہوا
being-checked = اس رقم یا تعداد کی جانچ ہو رہی ہے

# قدروں کے ساتھ
services-count = { $count ->
    [one] { $count } خدمت
   *[other] { $count } خدمات
}
length-on-paper = { $count ->
    [one] یہ کاغذ پر { $count } صفحہ ہے۔
   *[other] یہ کاغذ پر تقریباً { $count } صفحے ہیں۔
}
title-page-of = { $title } (صفحہ { $page }، کل { $pages })
see-all-services = تمام خدمات دیکھیں
see-all-about = تمام خدمات دیکھیں: { $topic }
only-in = صرف یہاں کے لیے: { $places }
place-and-topic = { $topic }: { $place }
services-about = خدمات: { $topic }
services-for = خدمات برائے: { $audience }
services-in = خدمات: { $place }
footnote-back = متن میں حاشیہ { $n } پر واپس جائیں
tested-with = { $who } کے ساتھ { $date } کو آزمایا گیا
notice-untranslated = اس صفحے کا ابھی ترجمہ نہیں ہوا۔ یہ اس زبان میں دکھایا جا رہا ہے: { $language }۔
notice-stale = یہ ترجمہ { $date } کو ہوا تھا، اس کے بعد اصل صفحہ ({ $language }) بدل گیا ہے۔ ہو سکتا ہے یہ صفحہ پرانا ہو۔
notice-stale-undated = اس ترجمے کے بعد اصل صفحہ ({ $language }) بدل گیا ہے۔ ہو سکتا ہے یہ صفحہ پرانا ہو۔
notice-nations = یہ صفحہ صرف ان علاقوں کے قانون اور رقم کے بارے میں ہے: { $places }۔
notice-machine = اس صفحے کا ترجمہ کمپیوٹر نے کیا ہے اور کسی شخص نے اس کی جانچ نہیں کی۔ اس میں غلطیاں ہو سکتی ہیں۔
notice-draft = یہ صفحہ ابھی مسودہ ہے۔ اس پر بھروسا نہ کریں۔
notice-not-available = یہ یہاں دستیاب نہیں ہے: { $place }۔
notice-paused = یہ خدمت فی الحال بند ہے۔
notice-unchecked = ہم نے یہ معلومات آخری بار { $date } کو جانچی تھیں۔ جانے سے پہلے خدمت فراہم کرنے والوں سے رابطہ کریں۔

# Dates and times

time-hour = { $period ->
    [morning] صبح
    [afternoon] دوپہر
    [evening] شام
   *[night] رات
} { $hour } بجے
time-minutes = { $period ->
    [morning] صبح
    [afternoon] دوپہر
    [evening] شام
   *[night] رات
} { $hour }:{ $minute } بجے
time-midday = دوپہر 12 بجے
time-midnight = رات 12 بجے

times-daily = ہر روز
times-weekly = ہر { $days }
times-fortnightly = ہر دو ہفتے بعد { $days } کو
times-monthly = ہر مہینے { $weekday ->
    [thu] کی { $nth ->
        [first] پہلی
        [second] دوسری
        [third] تیسری
        [fourth] چوتھی
        [fifth] پانچویں
       *[last] آخری
    }
   *[other] کا { $nth ->
        [first] پہلا
        [second] دوسرا
        [third] تیسرا
        [fourth] چوتھا
        [fifth] پانچواں
       *[last] آخری
    }
} { $day }
times-range = { $first } سے { $last } تک
times-from = { $date } سے
times-until = { $date } تک
times-between = { $from } سے { $until } تک
times-dated = { $days }، { $dates }
times-hours = { $start } سے { $end } تک
times-overnight = { $start } سے اگلے دن { $end } تک
times-all-day = سارا دن
times-online = آن لائن
times-venue = مقررہ جگہ پر
times-phone = فون پر
times-home = آپ کے گھر پر
times-appointment = پہلے سے وقت لے کر
times-bank-holidays = { $nation ->
    [england-and-wales] انگلینڈ اور ویلز کی سرکاری چھٹیوں پر
    [scotland] سکاٹ لینڈ کی سرکاری چھٹیوں پر
    [northern-ireland] شمالی آئرلینڈ کی سرکاری چھٹیوں پر
   *[here] سرکاری چھٹیوں پر
}
times-then = { $before }، { $next }
session-day = { $weekday }، { $date }
next-sessions-after = { $date } کے بعد اگلی نشستیں

closed-days = { $first } سے { $last } تک
closed-bank-holidays = { $nation ->
    [scotland] سکاٹ لینڈ کی سرکاری چھٹیاں
    [northern-ireland] شمالی آئرلینڈ کی سرکاری چھٹیاں
   *[england-and-wales] انگلینڈ اور ویلز کی سرکاری چھٹیاں
}
closed-bank-holidays-here = سرکاری چھٹیاں

ages-any = ہر عمر
ages-from = { $from } سال اور اس سے زیادہ
ages-under = { $under } سال سے کم
ages-between = { $from } سے { $to } سال
ages-one = { $age } سال

number-hours = { $count ->
    [one] { $count } گھنٹہ
   *[other] { $count } گھنٹے
}
number-percent = { $count }%

how-drop-in = وقت لیے بغیر آ جائیں
how-self-referral = خود رابطہ کریں
how-professional-referral = کسی پیشہ ور سے کہیں کہ وہ آپ کو ریفر کرے
how-appointment = پہلے سے وقت لیں
how-membership = رکن بنیں

attend-venue = خود آ کر
attend-online = آن لائن
attend-phone = فون پر
attend-home-visit = آپ کے گھر پر

eligible-carer-home = آپ کا اس علاقے میں رہنا ضروری ہے
eligible-cared-for-home = جس شخص کی آپ دیکھ بھال کرتے ہیں اس کا اس علاقے میں رہنا ضروری ہے
eligible-gp = آپ کا اس علاقے کے جی پی کے پاس رجسٹرڈ ہونا ضروری ہے

access-step-free = سیڑھیوں کے بغیر داخلہ
access-accessible-toilet = معذور افراد کے لیے ٹوائلٹ
access-hearing-loop = ہیئرنگ لوپ
access-parking-nearby = قریب پارکنگ

life-just-started = آپ نے ابھی دیکھ بھال شروع کی ہے
life-diagnosis = بیماری کی نئی تشخیص
life-hospital-discharge = ہسپتال سے گھر آنا
life-working-while-caring = کام کے ساتھ دیکھ بھال
life-moving-area = دوسرے علاقے میں منتقل ہونا
life-turning-18 = 18 سال کا ہونا
life-crisis = ہنگامی صورتحال
life-carer-ill = جب آپ خود بیمار ہوں
life-end-of-life = زندگی کے آخری دن
life-after-caring = دیکھ بھال کے بعد

locality-country = ملک
locality-nation = قوم
locality-region = خطہ
locality-county = کاؤنٹی
locality-unitary = یونیٹری اتھارٹی
locality-district = ڈسٹرکٹ
locality-borough = بارو
locality-place = مقام

language-bfi = برطانوی اشاروں کی زبان
language-pa-arab = پنجابی (شاہ مکھی)
language-pnb = پنجابی (شاہ مکھی)

# The list of prints, and the short addresses that stand on them
prints-title = پرنٹ کرنے کے لیے کتابچے
prints-explained = انہیں خود پرنٹ کریں، یا لائبریری، سرجری یا فارمیسی سے لیں۔ ہر کتابچے کی آخری سطریں بتاتی ہیں کہ یہ کون سا نسخہ ہے۔
prints-composed = کتابچے
prints-of-pages = اس ویب سائٹ کے صفحات کاغذ پر
prints-all = یہ سب ایک فائل میں (ZIP)
print-booklet = دفتر کے پرنٹر کے لیے کتابچہ (PDF)
print-count-pages = { $count ->
    [one] { $count } صفحہ
   *[other] { $count } صفحات
}
print-size = { $size } کلو بائٹ
print-is-newest = تازہ ترین نسخہ { $version } ہے۔ یہ { $date } کو جاری ہوا۔
print-check = کیا آپ کی نقل تازہ ہے؟
print-compare = اپنی نقل کی آخری سطریں دیکھیں۔ اگر ان پر کوئی اور نسخہ لکھا ہے تو اس کا کچھ حصہ پرانا ہو سکتا ہے۔
print-old-copy = پرانی نقل ری سائیکل کر دیں، اور تازہ ترین نقل پرنٹ کریں یا ہمیں فون کریں۔
print-get = تازہ ترین نقل حاصل کریں
print-read = ویب پر پڑھیں
print-others = دوسری شکلیں اور زبانیں
print-withdrawn = یہ کتابچہ { $date } سے نہیں بنایا جا رہا۔ اس کا کچھ حصہ پرانا ہو سکتا ہے، اس لیے اپنی نقل ری سائیکل کر دیں۔
print-instead = اس کے بجائے یہ پڑھیں

# Prints: on paper, and the links to them
print-page-number = صفحہ { $page } از { $pages }
print-document = دستاویز { $code }
print-version = نسخہ { $version }
print-issued = تاریخ اجرا { $date }
print-review = { $date } تک نظرثانی ہو گی
print-newest = اس کتابچے کی تازہ ترین نقل
print-links = ویب پتے
print-qr = کیو آر کوڈ جو { $url } پر لے جاتا ہے
print-other-formats = بڑے حروف، آسان زبان، آڈیو یا بریل کے لیے ہم سے کہیں۔
print-left-out = { $count ->
   *[other] چھوڑی گئی خدمات کی تعداد: { $count }۔ یہ ابھی بند ہیں، یا ہم نے حال میں ان کی جانچ نہیں کی۔
}
prints = پرنٹ کریں
print-a4 = A4 کتابچہ (PDF)
print-large-print = بڑے حروف، A4 (PDF)
print-easy-read = آسان زبان، تصویروں کے ساتھ A4 (PDF)
print-dl = تہ کیا ہوا کتابچہ، تین حصے (PDF)
print-a5 = A5 کتابچہ (PDF)

# The preview that `fingerpost serve` shows over a page, for editors
preview-panel = پیش منظر
preview-title = پیش منظر: { $found }
preview-title-so-far = پیش منظر: اب تک { $found }
preview-nothing = درست کرنے کو کچھ نہیں
preview-errors = { $count ->
    [one] { $count } غلطی
   *[other] { $count } غلطیاں
}
preview-warnings = { $count ->
    [one] { $count } انتباہ
   *[other] { $count } انتباہات
}
preview-reach = { $count ->
    [one] { $count } صفحے پر نظر آتا ہے
   *[other] { $count } صفحات پر نظر آتا ہے
}
preview-pending = باقی تلاش کرنے کے لیے ہر صفحہ بنایا جا رہا ہے۔
preview-behind = جب تک غلطیاں درست نہ ہوں، سائٹ ویسی دکھائی جاتی ہے جیسی ان سے پہلے تھی۔
preview-here = اس صفحے پر
preview-elsewhere = دوسری جگہوں پر
preview-error = غلطی
preview-warning = انتباہ
preview-help = کیا کریں
preview-guide = اس کا کیا مطلب ہے، اور اسے کیسے ٹھیک کریں
preview-language = زبان
preview-place = مقام
preview-edition = ورژن
preview-show = دکھائیں
preview-day = دن
preview-show-day = وہ دن دکھائیں
preview-first-day = پہلے دن پر واپس جائیں
preview-dashboard = ڈیش بورڈ: پورا پورٹل ایک نظر میں

# وہ صفحات جو ہر ویب سائٹ پر ہوتے ہیں۔

# human، یا machine جب تک کوئی شخص پوری فائل کی جانچ نہ کر لے: بیان اور رازداری کا صفحہ تب یہ بتاتے ہیں۔
translated-by = machine
all-pages = اس ویب سائٹ کے تمام صفحات
site-map = سائٹ کا نقشہ
site-map-explained = اس ویب سائٹ کے تمام صفحات، حصہ بہ حصہ۔
site-map-folded = جن حصوں کے صفحات یہاں نہیں ہیں، ان کی فہرست ان کے اپنے صفحے پر ہے۔
site-map-others = اس ویب سائٹ پر مزید
recent-changes = کیا بدلا ہے
changes-explained = وہ صفحات اور خدمات جو ہم نے پچھلے 12 مہینوں میں لکھے، جانچے یا ترجمہ کیے۔ سب سے نئے پہلے ہیں۔
changes-newest = یہ { $count } میں سے سب سے نئے { $shown } ہیں۔
change-checked = جانچ ہوئی
change-translated = ترجمہ ہوا
change-new = نیا

privacy = رازداری
privacy-explained = یہ ویب سائٹ آپ کے بارے میں کیا رکھتی ہے، اور کیا نہیں۔
privacy-cookies-title = کوکیز اور نگرانی
privacy-cookies = یہ ویب سائٹ کوئی کوکی نہیں رکھتی۔ یہ دوسری ویب سائٹوں سے کچھ نہیں لیتی، اور یہ نہیں دیکھتی کہ آپ کیا پڑھتے ہیں۔
privacy-device-title = آپ کے آلے پر کیا ہوتا ہے
privacy-finder = اگر آپ اپنا علاقہ ڈھونڈیں تو آپ کا پوسٹ کوڈ آپ ہی کے آلے پر دیکھا جاتا ہے۔ یہ کہیں بھیجا نہیں جاتا۔
privacy-search = تلاش آپ کے آلے پر ہوتی ہے۔ جو الفاظ آپ لکھتے ہیں وہ نہ ہمیں بھیجے جاتے ہیں نہ کسی اور کو۔ آپ کا براؤزر انہیں اپنی ہسٹری میں رکھ سکتا ہے۔
privacy-shortlist = جو خدمات آپ اپنی فہرست میں شامل کرتے ہیں وہ صرف آپ کے آلے پر رہتی ہیں۔ آپ انہیں کسی بھی وقت وہاں سے ہٹا سکتے ہیں۔ آپ کا آلہ استعمال کرنے والا کوئی بھی شخص انہیں دیکھ سکتا ہے۔
privacy-server-title = ہمارا سرور کیا دیکھتا ہے
privacy-server = آپ کا آلہ ہر صفحہ ہمارے سرور سے مانگتا ہے، جیسا کہ ہر ویب سائٹ پر ہوتا ہے۔ سرور آپ کے آلے کا انٹرنیٹ پتہ، صفحہ اور وقت دیکھتا ہے۔ آپ ہم سے پوچھ سکتے ہیں کہ یہ کب تک رکھا جاتا ہے۔
privacy-others-title = وہ لوگ جو یہی آلہ استعمال کرتے ہیں
privacy-others = جن باتوں کو آپ کے گھر کے دوسرے لوگ نہ دیکھیں، ان کے صفحات پر جلدی نکلنے کا بٹن ہے، اور عنوان سے کچھ پتہ نہیں چلتا۔ بٹن آپ کے براؤزر کی ہسٹری صاف نہیں کرتا۔
privacy-links-title = دوسری ویب سائٹیں
privacy-links = کچھ لنک دوسری ویب سائٹوں پر لے جاتے ہیں۔ ان کے اپنے اصول ہیں۔
privacy-told-title = اگر آپ ہم سے رابطہ کریں
privacy-told = اگر آپ ہمیں فون کریں یا لکھیں تو جو کچھ آپ بتائیں وہ { $who } کے پاس ہوتا ہے۔ آپ پوچھ سکتے ہیں کہ ہم آپ کے بارے میں کیا رکھتے ہیں، اور اسے درست کرنے یا مٹانے کو کہہ سکتے ہیں۔
privacy-complain = اگر آپ ہمارے جواب سے خوش نہیں تو یہاں شکایت کر سکتے ہیں:
privacy-commissioner = انفارمیشن کمشنر کا دفتر (ICO)

# رسائی کا بیان۔ اس کے حصے اور بہت سے الفاظ قانون سے طے ہیں: Public Sector Bodies (Websites and Mobile Applications)
# (No. 2) Accessibility Regulations 2018۔
accessibility-statement = رسائی کا بیان
statement-explained = یہ ویب سائٹ کتنی قابلِ رسائی ہے، ابھی کیا کام نہیں کرتا، اور ہمیں کیسے بتائیں۔
statement-applies = رسائی کا یہ بیان { $site } ({ $address }) کے بارے میں ہے۔
statement-run-by = یہ ویب سائٹ { $who } چلاتا ہے۔ ہم چاہتے ہیں کہ زیادہ سے زیادہ لوگ اسے استعمال کر سکیں۔
statement-able = مثال کے طور پر، آپ یہ کر سکیں:
statement-able-colours = براؤزر یا آلے کی ترتیبات سے رنگ، نمایاں پن اور لکھائی بدلنا
statement-able-zoom = 400% تک بڑا کرنا، اور تحریر اسکرین سے باہر نہ جائے
statement-able-keyboard = کی بورڈ یا آواز پہچاننے والے سافٹ ویئر سے ویب سائٹ میں چلنا
statement-able-listen = اسکرین ریڈر سے ویب سائٹ سننا
statement-able-scripts = اسکرپٹ بند کر کے ہر صفحہ پڑھنا
statement-words = ہم نے ویب سائٹ کی تحریر کو سمجھنے میں جتنا ہو سکے آسان بھی بنایا ہے۔
statement-advice = اگر آپ کو کوئی معذوری ہے تو اپنے آلے کو آسان بنانے کے لیے AbilityNet کا مشورہ
statement-how = یہ ویب سائٹ کتنی قابلِ رسائی ہے
statement-known = ہم جانتے ہیں کہ اس ویب سائٹ کے کچھ حصے پوری طرح قابلِ رسائی نہیں:
statement-none-known = ہمیں اس ویب سائٹ کے کسی ایسے حصے کا علم نہیں جو قابلِ رسائی نہ ہو۔
statement-feedback = آپ کی رائے اور رابطے کی معلومات
statement-formats = اگر آپ کو اس ویب سائٹ کی معلومات کسی اور شکل میں چاہیے، جیسے قابلِ رسائی PDF، بڑی چھپائی، آسان تحریر، آواز کی ریکارڈنگ یا بریل، تو ہم سے رابطہ کریں۔
statement-problems = اگر آپ کو کوئی ایسا مسئلہ ملے جو اس صفحے پر نہیں، یا آپ سمجھیں کہ ہم رسائی کے تقاضے پورے نہیں کر رہے، تو ہم سے رابطہ کریں۔
statement-reply = { $days ->
    [one] ہم آپ کی درخواست پر غور کریں گے اور { $days } دن میں جواب دیں گے۔
   *[other] ہم آپ کی درخواست پر غور کریں گے اور { $days } دنوں میں جواب دیں گے۔
}
statement-enforcement-title = قانون پر عمل کرانے کا طریقہ
statement-enforcement = مساوات اور انسانی حقوق کا کمیشن (Equality and Human Rights Commission، EHRC) قانون Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 (’رسائی کے ضوابط‘) پر عمل کرانے کا ذمہ دار ہے۔ اگر آپ اپنی شکایت پر ہمارے جواب سے خوش نہیں تو Equality Advisory and Support Service (EASS) سے رابطہ کریں۔
statement-eass = مساوات کی مشاورتی اور امدادی سروس (EASS)
statement-enforcement-ni = شمالی آئرلینڈ میں Equality Commission for Northern Ireland (ECNI) قانون Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 (’رسائی کے ضوابط‘) پر عمل کرانے کا ذمہ دار ہے۔ اگر آپ وہاں ہیں اور اپنی شکایت پر ہمارے جواب سے خوش نہیں تو ECNI سے رابطہ کریں۔
statement-ecni = شمالی آئرلینڈ کا مساوات کمیشن (ECNI)
statement-technical = اس ویب سائٹ کی رسائی کے بارے میں تکنیکی معلومات
statement-committed = { $who } اپنی ویب سائٹ کو Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 کے مطابق قابلِ رسائی بنانے کا پابند ہے۔
statement-status = تعمیل کی حالت
statement-untested = اس ویب سائٹ کو ابھی Web Content Accessibility Guidelines ورژن { $version } کے AA معیار پر نہیں جانچا گیا۔
statement-full = یہ ویب سائٹ Web Content Accessibility Guidelines ورژن { $version } کے AA معیار کے پوری طرح مطابق ہے۔
statement-partial = { $due ->
    [issues] یہ ویب سائٹ Web Content Accessibility Guidelines ورژن { $version } کے AA معیار کے جزوی طور پر مطابق ہے، ان باتوں کی وجہ سے جو معیار پر پوری نہیں اترتیں اور نیچے درج ہیں۔
    [exemptions] یہ ویب سائٹ Web Content Accessibility Guidelines ورژن { $version } کے AA معیار کے جزوی طور پر مطابق ہے، ان استثنا کی وجہ سے جو نیچے درج ہیں۔
    [both] یہ ویب سائٹ Web Content Accessibility Guidelines ورژن { $version } کے AA معیار کے جزوی طور پر مطابق ہے، ان باتوں کی وجہ سے جو معیار پر پوری نہیں اترتیں اور ان استثنا کی وجہ سے جو نیچے درج ہیں۔
   *[unnamed] یہ ویب سائٹ Web Content Accessibility Guidelines ورژن { $version } کے AA معیار کے جزوی طور پر مطابق ہے۔
}
statement-not = { $due ->
    [issues] یہ ویب سائٹ Web Content Accessibility Guidelines ورژن { $version } کے AA معیار کے مطابق نہیں۔ جو باتیں معیار پر پوری نہیں اترتیں وہ نیچے درج ہیں۔
    [exemptions] یہ ویب سائٹ Web Content Accessibility Guidelines ورژن { $version } کے AA معیار کے مطابق نہیں۔ استثنا نیچے درج ہیں۔
    [both] یہ ویب سائٹ Web Content Accessibility Guidelines ورژن { $version } کے AA معیار کے مطابق نہیں۔ جو باتیں معیار پر پوری نہیں اترتیں، اور استثنا، نیچے درج ہیں۔
   *[unnamed] یہ ویب سائٹ Web Content Accessibility Guidelines ورژن { $version } کے AA معیار کے مطابق نہیں۔
}
statement-content = وہ مواد جو قابلِ رسائی نہیں
statement-content-listed = نیچے درج مواد ان وجوہات سے قابلِ رسائی نہیں۔
statement-non-compliance = رسائی کے ضوابط پر عمل نہ ہونا
statement-burden = حد سے زیادہ بوجھ
statement-out-of-scope = وہ مواد جو رسائی کے ضوابط کے دائرے میں نہیں
issue-fails = یہ WCAG { $version } کی کامیابی کی شرط { $criteria } پر پورا نہیں اترتا۔
issue-instead = تب تک
issue-since = ہمیں اس کا علم { $date } سے ہے۔
issue-fix-by = ہمارا ارادہ ہے کہ اسے { $date } تک ٹھیک کریں۔
issue-late = ہمارا ارادہ تھا کہ اسے { $date } تک ٹھیک کریں، اور یہ ابھی ٹھیک نہیں ہوا۔
issue-fixed = { $date } کو ٹھیک کیا گیا۔
statement-improving = رسائی بہتر بنانے کے لیے ہم کیا کر رہے ہیں
statement-checks = { $count ->
    [one] جب بھی یہ ویب سائٹ بنائی جاتی ہے، ہر صفحہ ورلڈ وائڈ ویب کنسورشیم (W3C) کے رسائی کے { $count } اصول پر، اور اس کے رنگ نمایاں پن کے لیے جانچے جاتے ہیں۔ جو صفحہ پورا نہ اترے وہ شائع نہیں ہوتا۔
   *[other] جب بھی یہ ویب سائٹ بنائی جاتی ہے، ہر صفحہ ورلڈ وائڈ ویب کنسورشیم (W3C) کے رسائی کے { $count } اصولوں پر، اور اس کے رنگ نمایاں پن کے لیے جانچے جاتے ہیں۔ جو صفحہ پورا نہ اترے وہ شائع نہیں ہوتا۔
}
statement-fixed = ہم نے کیا ٹھیک کیا ہے
statement-preparation = اس بیان کی تیاری
statement-prepared = یہ بیان { $date } کو تیار کیا گیا۔ اس کا آخری جائزہ { $reviewed } کو لیا گیا۔
statement-tested = اس ویب سائٹ کو آخری بار { $date } کو Web Content Accessibility Guidelines ورژن { $version } کے AA معیار پر جانچا گیا۔
tested-by = جانچ کس نے کی
tested-sample = کیا جانچا گیا
tested-how = کیسے جانچا گیا
tested-result = کیا ملا
tested-report = رسائی کی جانچ کی پوری رپورٹ پڑھیں
method-automatic = ایسے پروگراموں سے جو ہر صفحہ جانچتے ہیں
method-keyboard = صرف کی بورڈ سے
method-screen-reader = اسکرین ریڈر سے
method-zoom = تحریر 400% تک بڑی کر کے
method-speech = آواز پہچاننے والے سافٹ ویئر سے
method-disabled-people = معذور افراد کی طرف سے
problems-found = { $count ->
    [one] { $count } مسئلہ ملا۔
   *[other] { $count } مسائل ملے۔
}
problems-fixed = تب سے ٹھیک کیے گئے مسائل: { $count }۔
