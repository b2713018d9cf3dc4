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
times-then = { $before }، { $next }

closed-days = { $first } سے { $last } تک

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
