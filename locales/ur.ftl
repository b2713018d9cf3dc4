# اردو میں انٹرفیس۔ ہر پیغام کا نام وہی ہے جو ٹیمپلیٹ استعمال کرتے ہیں۔

# ہر صفحے کا خاکہ
skip-to-content = سیدھے اصل مواد پر جائیں
menu = مرکزی مینو
breadcrumb = آپ یہاں ہیں
languages = زبانیں
editions = اس صفحے کو پڑھنے کے دوسرے طریقے
easy-read-version = آسان تحریر
standard-version = عام تحریر
change-area = علاقہ تبدیل کریں
home = پہلا صفحہ
important = اہم:
sample = یہ صرف نمونے کی ویب سائٹ ہے۔ اس میں دیے گئے ادارے، فون نمبر اور خدمات فرضی ہیں۔
published-by = شائع کردہ
get-help = مدد حاصل کریں
contact-us = ہم سے رابطہ کریں
search = تلاش کریں
print-version = پرنٹ کریں

# حساس صفحے سے نکلنا
quick-exit = اس صفحے سے فوراً نکلیں
quick-exit-note = اس سے آپ کی براؤزنگ ہسٹری صاف نہیں ہوتی۔

# رابطے کے طریقے
phone = فون
textphone = ٹیکسٹ فون
email = ای میل
website = ویب سائٹ
address = پتہ
opening-times = کھلنے کے اوقات

# صفحات
start-here = یہاں سے شروع کریں
in-this-section = اس حصے میں
topics = موضوعات
information = معلومات
audiences = کن لوگوں کے لیے
all-topics = تمام موضوعات
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
all-services = تمام خدمات
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

# متن کے خانے
note = نوٹ
tip = مشورہ
warning = خبردار
caution = احتیاط
emergency = ہنگامی صورت حال
footnotes = حواشی
task-done = ہو گیا
task-not-done = ابھی نہیں ہوا
being-checked = اس رقم یا تعداد کی جانچ ہو رہی ہے

# قدروں کے ساتھ
services-count = { $count ->
    [one] { $count } خدمت
   *[other] { $count } خدمات
}
page-of = صفحہ { $page }، کل { $pages }
page-number = صفحہ { $page }
next-page = اگلا صفحہ
previous-page = پچھلا صفحہ
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
notice-stale = ہو سکتا ہے یہ ترجمہ پرانا ہو۔ اصل صفحہ ({ $language }) { $date } کو بدلا تھا۔
notice-machine = اس صفحے کا ترجمہ کمپیوٹر نے کیا ہے اور کسی شخص نے اس کی جانچ نہیں کی۔ اس میں غلطیاں ہو سکتی ہیں۔
notice-draft = یہ صفحہ ابھی مسودہ ہے۔ اس پر بھروسا نہ کریں۔
notice-not-available = یہ یہاں دستیاب نہیں ہے: { $place }۔
notice-paused = یہ خدمت فی الحال بند ہے۔
notice-unchecked = ہم نے یہ معلومات آخری بار { $date } کو جانچی تھیں۔ جانے سے پہلے خدمت فراہم کرنے والوں سے رابطہ کریں۔
fact-source = یہ عدد یہاں جانچیں: { $source }

# Dates and times
