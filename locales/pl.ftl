# Interfejs po polsku. Nazwa każdego napisu jest taka, jaką wołają ją szablony, z łącznikami.

# Rama każdej strony
skip-to-content = Przejdź do głównej treści
menu = Menu główne
menu-button = Menu
urgent-help = Pilna pomoc
breadcrumb = Jesteś tutaj
languages = Języki
editions = Inne sposoby czytania tej strony
easy-read-version = Tekst łatwy do czytania
standard-version = Wersja zwykła
change-area = Zmień okolicę
choose-area = Wybierz swój obszar
home = Strona główna
important = Ważne
sample = To jest strona przykładowa. Organizacje, numery telefonów i usługi są zmyślone.
published-by = Wydawca
get-help = Uzyskaj pomoc
contact-us = Skontaktuj się z nami
all-contacts = Wszystkie sposoby kontaktu
share-by-text = Wyślij SMS-em
share-by-email = Wyślij e-mailem
print-page = Wydrukuj tę stronę
search = Szukaj
search-label = Czego szukasz?
search-found = Znalezione wyniki:
search-none = Nic nie znaleziono. Spróbuj innych słów albo zajrzyj do listy poniżej.
search-wait = Szukam…
search-failed = Wyszukiwarka teraz nie działa. Skorzystaj z listy poniżej.
search-service = Usługa
search-easy = Tylko tekst łatwy do czytania
a-to-z = Od A do Z

# Opuszczanie strony o trudnych sprawach
quick-exit = Szybko opuść tę stronę
quick-exit-note = To nie usuwa historii przeglądarki.
quick-exit-keys = Możesz też trzy razy nacisnąć klawisz Shift.
discreet-title = Informacje i porady

# Sposoby kontaktu
phone = Telefon
textphone = Telefon tekstowy
email = E-mail
website = Strona internetowa
address = Adres
opening-times = Godziny otwarcia

# Strony
start-here = Zacznij tutaj
what-you-need = Czego potrzebujesz?
who-you-are = Kim jesteś albo kim się opiekujesz?
in-this-section = W tym dziale
topics = Tematy
information = Informacje
audiences = Dla kogo
pages = Strony tej listy
nothing-yet = Na ten temat jeszcze nic tu nie ma.
hard-words = Trudne słowa
picture-credits = Obrazki
reviewed = Ostatnie sprawdzenie strony
review-by = Następne sprawdzenie
not-yet-tested = Tej strony nie sprawdziły jeszcze osoby, które korzystają z tekstów łatwych do czytania.

# Nie znaleziono, przeniesiono
not-found = Nie znaleziono strony
not-found-explained = Strona mogła zostać przeniesiona albo w adresie jest błąd.
moved = Ta strona została przeniesiona
moved-link = Przejdź na nową stronę

# Usługi
services = Usługi
services-by-topic = Usługi według tematu
services-by-audience = Usługi według tego, dla kogo są
services-by-place = Usługi według okolicy
no-services = Nie ma tu jeszcze żadnych usług.
narrow = Zawęź listę
service-paused = Ta usługa jest na razie zamknięta
how-to-get-in-touch = Jak się skontaktować
in-easy-words = Prostymi słowami
where = Gdzie to jest
closed-on = Zamknięte
next-sessions = Najbliższe spotkania
add-to-calendar = Dodaj te terminy do swojego kalendarza
address-hidden = Adresu nie podajemy, żeby wszyscy byli bezpieczni. Skontaktuj się z usługą, żeby dowiedzieć się, dokąd przyjść.
access = Dostępność
good-to-know = Warto wiedzieć
run-by = Kto prowadzi
cost = Koszt
free = Bezpłatnie
ages = Wiek
who-can-use = Kto może skorzystać
who-for = Dla kogo
how-to-join = Jak dołączyć
how-it-runs = Jak to działa
languages-spoken = Języki
areas-served = Obsługiwane okolice
last-checked = Informacje sprawdzono
shortlist = Moja lista
shortlist-explained = Dodane usługi są zapisane tylko na tym urządzeniu. Może je zobaczyć każdy, kto z niego korzysta.
shortlist-empty = Twoja lista jest pusta. Dodaj usługi z list:
shortlist-add = Dodaj do mojej listy
shortlist-remove = Usuń z mojej listy
shortlist-keep = Zachowaj tę listę na tym urządzeniu
shortlist-link = Link do tej listy
filter = Filtruj tę listę
filter-shown = Pokazane usługi
filter-none = Nic nie pasuje do wszystkich wyborów. Wybierz mniej.
filter-clear = Wyczyść wszystko
filter-paid = Płatne
filter-days = Dni
filter-day-1 = poniedziałek
filter-day-2 = wtorek
filter-day-3 = środa
filter-day-4 = czwartek
filter-day-5 = piątek
filter-day-6 = sobota
filter-day-7 = niedziela
also-serves-you = Także dla Ciebie
relay = Relay UK
relay-explained = Jeśli nie możesz słyszeć lub mówić przez telefon, bezpłatna usługa przekaże to, co napiszesz.
see-on-map = Zobacz na OpenStreetMap
report-problem = Zgłoś problem z tą stroną

# Dostępność miejsca
access-blue-badge-parking = Parking dla osób z Blue Badge
access-lift = Winda
access-changing-places = Toaleta typu Changing Places
access-quiet-space = Cichy kącik
access-assistance-dogs = Psy asystujące mile widziane

# Okolice
areas = Okolice
areas-explained = Wybierz swoją okolicę, żeby zobaczyć miejscowe usługi i numery telefonów.
everywhere = Wszystkie okolice
finder-postcode = Twój kod pocztowy
finder-note = Jest sprawdzany na tym urządzeniu. Nie jest nigdzie wysyłany.
finder-find = Znajdź mój obszar
finder-found = Wygląda na to, że jest to:
finder-not-right = To nie to? Wybierz swój obszar poniżej.
finder-none = Nie mamy stron dla obszaru tego kodu. Czy kod jest poprawny? Możesz też wybrać obszar poniżej.
finder-bad = To nie jest kod pocztowy. Napisz go na przykład tak: LE16 7ZZ.
finder-failed = Nie można wczytać listy kodów. Wybierz swój obszar poniżej.
postcodes = Kody pocztowe każdego obszaru
postcodes-explained = Pierwsza połowa każdego kodu, według obszaru. Jeśli kod leży w kilku obszarach, decyduje pełny kod pocztowy.
postcodes-whole = W całości
postcodes-part = Częściowo

# Ramki w tekście
note = Uwaga
tip = Wskazówka
warning = Ostrzeżenie
caution = Ostrożnie
emergency = Nagły wypadek
footnotes = Przypisy
table = Tabela
task-done = Zrobione
task-not-done = Niezrobione
being-checked = ta liczba jest sprawdzana

# Z wartościami
services-count = { $count ->
    [one] { $count } usługa
    [few] { $count } usługi
    [many] { $count } usług
   *[other] { $count } usługi
}
length-on-paper = { $count ->
    [one] To { $count } strona na papierze.
    [few] To około { $count } strony na papierze.
    [many] To około { $count } stron na papierze.
   *[other] To około { $count } strony na papierze.
}
title-page-of = { $title } (strona { $page } z { $pages })
see-all-services = Zobacz wszystkie usługi
see-all-about = Zobacz wszystkie usługi: { $topic }
only-in = Tylko tutaj: { $places }
place-and-topic = { $topic }: { $place }
services-about = Usługi: { $topic }
services-for = Usługi. Dla kogo: { $audience }
services-in = Usługi: { $place }
footnote-back = Wróć do miejsca, w którym jest przypis { $n }
tested-with = Sprawdzili: { $who }, { $date }
notice-untranslated = Ta strona nie jest jeszcze przetłumaczona. Pokazujemy ją w innym języku ({ $language }).
notice-stale = Strona, z której przetłumaczono ten tekst ({ $language }), zmieniła się od czasu tłumaczenia ({ $date }). Tekst może być nieaktualny.
notice-stale-undated = Strona, z której przetłumaczono ten tekst ({ $language }), zmieniła się od czasu tłumaczenia. Tekst może być nieaktualny.
notice-nations = Ta strona opisuje prawo i świadczenia tylko w tych krajach: { $places }.
notice-machine = Tę stronę przetłumaczył komputer i nie sprawdził jej człowiek. Mogą być w niej błędy.
notice-draft = Ta strona jest szkicem. Nie polegaj na niej.
notice-not-available = Tego tu nie ma: { $place }.
notice-paused = Ta usługa jest na razie zamknięta.
notice-unchecked = Te informacje sprawdziliśmy ostatnio { $date }. Zanim pojedziesz, skontaktuj się z usługą.

# Daty i godziny

# W Polsce podaje się godziny od 0 do 23.
time-hour = { $half ->
    [am] { $hour ->
        [12] 0
       *[other] { $hour }
    }
   *[pm] { $hour ->
        [1] 13
        [2] 14
        [3] 15
        [4] 16
        [5] 17
        [6] 18
        [7] 19
        [8] 20
        [9] 21
        [10] 22
        [11] 23
       *[other] { $hour }
    }
}:00
time-minutes = { $half ->
    [am] { $hour ->
        [12] 0
       *[other] { $hour }
    }
   *[pm] { $hour ->
        [1] 13
        [2] 14
        [3] 15
        [4] 16
        [5] 17
        [6] 18
        [7] 19
        [8] 20
        [9] 21
        [10] 22
        [11] 23
       *[other] { $hour }
    }
}:{ $minute }
time-midday = 12:00
time-midnight = 24:00

times-daily = codziennie
times-weekly = co tydzień: { $days }
times-fortnightly = co drugi tydzień: { $days }
times-monthly = { $weekday ->
    [wed] { $nth ->
        [first] pierwsza
        [second] druga
        [third] trzecia
        [fourth] czwarta
        [fifth] piąta
       *[last] ostatnia
    }
    [sat] { $nth ->
        [first] pierwsza
        [second] druga
        [third] trzecia
        [fourth] czwarta
        [fifth] piąta
       *[last] ostatnia
    }
    [sun] { $nth ->
        [first] pierwsza
        [second] druga
        [third] trzecia
        [fourth] czwarta
        [fifth] piąta
       *[last] ostatnia
    }
   *[other] { $nth ->
        [first] pierwszy
        [second] drugi
        [third] trzeci
        [fourth] czwarty
        [fifth] piąty
       *[last] ostatni
    }
} { $day } każdego miesiąca
times-range = { $first } – { $last }
times-from = od { $date }
times-until = do { $date }
times-between = od { $from } do { $until }
times-dated = { $days } { $dates }
times-hours = { $start } – { $end }
times-overnight = { $start } – { $end } następnego dnia
times-all-day = całą dobę
times-online = online
times-venue = na miejscu
times-phone = przez telefon
times-home = w domu
times-appointment = po umówieniu terminu
times-bank-holidays = { $nation ->
    [england-and-wales] w dni ustawowo wolne w Anglii i Walii
    [scotland] w dni ustawowo wolne w Szkocji
    [northern-ireland] w dni ustawowo wolne w Irlandii Północnej
   *[here] w dni ustawowo wolne od pracy
}
times-then = { $before }, { $next }
session-day = { $weekday }, { $date }
next-sessions-after = Najbliższe spotkania po { $date }

closed-days = { $first } – { $last }
closed-bank-holidays = { $nation ->
    [scotland] dni ustawowo wolne w Szkocji
    [northern-ireland] dni ustawowo wolne w Irlandii Północnej
   *[england-and-wales] dni ustawowo wolne w Anglii i Walii
}
closed-bank-holidays-here = dni ustawowo wolne od pracy

ages-any = w każdym wieku
ages-from = od { $from } lat
ages-under = poniżej { $under } lat
ages-between = od { $from } do { $to } lat
ages-one = { $age } lat

number-hours = { $count ->
    [one] { $count } godzina
    [few] { $count } godziny
    [many] { $count } godzin
   *[other] { $count } godziny
}
number-percent = { $count }%

how-drop-in = Po prostu przyjdź
how-self-referral = Skontaktuj się z usługą bezpośrednio
how-professional-referral = Poproś specjalistę o skierowanie
how-appointment = Umów się na wizytę
how-membership = Zostań członkiem

attend-venue = Na miejscu
attend-online = Online
attend-phone = Przez telefon
attend-home-visit = W twoim domu

eligible-carer-home = Musisz mieszkać w tej okolicy
eligible-cared-for-home = Osoba, którą się opiekujesz, musi mieszkać w tej okolicy
eligible-gp = Musisz być zapisany do lekarza rodzinnego w tej okolicy

access-step-free = Wejście bez schodów
access-accessible-toilet = Toaleta dla niepełnosprawnych
access-hearing-loop = Pętla indukcyjna
access-parking-nearby = Parking w pobliżu

life-just-started = Od niedawna się opiekujesz
life-diagnosis = Nowa diagnoza
life-hospital-discharge = Wyjście ze szpitala
life-working-while-caring = Praca i opieka
life-moving-area = Przeprowadzka w inną okolicę
life-turning-18 = Osiemnaste urodziny
life-crisis = W kryzysie
life-carer-ill = Gdy sam chorujesz
life-end-of-life = Koniec życia
life-after-caring = Po zakończeniu opieki

locality-country = Państwo
locality-nation = Kraj
locality-region = Region
locality-county = Hrabstwo
locality-unitary = Gmina jednolita
locality-district = Dystrykt
locality-borough = Gmina miejska
locality-place = Miejsce

language-bfi = brytyjski język migowy
language-pa-arab = pendżabski (shahmukhi)
language-pnb = pendżabski (shahmukhi)

# The list of prints, and the short addresses that stand on them
prints-title = Ulotki do druku
prints-explained = Wydrukuj je samodzielnie albo weź z biblioteki, przychodni lub apteki. Ostatnie wiersze każdej ulotki podają jej wersję.
prints-composed = Ulotki
prints-of-pages = Strony tego serwisu na papierze
prints-all = Wszystkie w jednym pliku (ZIP)
print-booklet = Broszura do drukarki biurowej (PDF)
print-count-pages = { $count ->
    [one] { $count } strona
    [few] { $count } strony
   *[other] { $count } stron
}
print-size = { $size } KB
print-is-newest = Najnowsza wersja to { $version }. Wydano ją { $date }.
print-check = Czy Twój egzemplarz jest aktualny?
print-compare = Spójrz na ostatnie wiersze swojego egzemplarza. Jeśli podają inną wersję, część treści może być nieaktualna.
print-old-copy = Oddaj stary egzemplarz na makulaturę i wydrukuj najnowszy albo zadzwoń do nas po niego.
print-get = Pobierz najnowszy egzemplarz
print-read = Przeczytaj w internecie
print-others = Inne formaty i języki
print-withdrawn = Tej ulotki nie wydajemy od { $date }. Część treści może być nieaktualna, więc oddaj swój egzemplarz na makulaturę.
print-instead = Przeczytaj zamiast niej

# Prints: on paper, and the links to them
print-page-number = Strona { $page } z { $pages }
print-document = Dokument { $code }
print-version = Wersja { $version }
print-issued = Wydano { $date }
print-review = Do sprawdzenia do { $date }
print-newest = Najnowsza wersja tej ulotki
print-links = Adresy stron internetowych
print-qr = Kod QR prowadzący do { $url }
print-other-formats = Poproś nas o duży druk, tekst łatwy do czytania, nagranie lub alfabet Braille’a.
print-left-out = { $count ->
    [one] Pominięto { $count } usługę: jest na razie zamknięta albo dawno jej nie sprawdzaliśmy.
    [few] Pominięto { $count } usługi: są na razie zamknięte albo dawno ich nie sprawdzaliśmy.
   *[other] Pominięto { $count } usług: są na razie zamknięte albo dawno ich nie sprawdzaliśmy.
}
prints = Drukuj
print-a4 = Ulotka A4 (PDF)
print-large-print = Duży druk, A4 (PDF)
print-easy-read = Łatwe do czytania, A4 z obrazkami (PDF)
print-dl = Składana ulotka, trzy części (PDF)
print-a5 = Broszura A5 (PDF)

# The preview that `fingerpost serve` shows over a page, for editors
preview-panel = Podgląd
preview-title = Podgląd: { $found }
preview-title-so-far = Podgląd: { $found } do tej pory
preview-nothing = nic do poprawienia
preview-errors = { $count ->
    [one] { $count } błąd
    [few] { $count } błędy
    [many] { $count } błędów
   *[other] { $count } błędu
}
preview-warnings = { $count ->
    [one] { $count } ostrzeżenie
    [few] { $count } ostrzeżenia
    [many] { $count } ostrzeżeń
   *[other] { $count } ostrzeżenia
}
preview-reach = { $count ->
    [one] Widoczne na { $count } stronie
   *[other] Widoczne na { $count } stronach
}
preview-pending = Tworzone są wszystkie strony, aby znaleźć resztę.
preview-behind = Dopóki błędy nie zostaną poprawione, strona jest pokazywana tak jak przed nimi.
preview-here = Na tej stronie
preview-elsewhere = Gdzie indziej
preview-error = Błąd
preview-warning = Ostrzeżenie
preview-help = Co zrobić
preview-guide = Co to znaczy i jak to naprawić
preview-language = Język
preview-place = Miejsce
preview-edition = Wersja
preview-show = Pokaż
preview-day = Dzień
preview-show-day = Pokaż ten dzień
preview-first-day = Wróć do pierwszego dnia
preview-dashboard = Pulpit: cały portal na jednej stronie

# Strony, które ma każda witryna.

# human, albo machine, dopóki człowiek nie sprawdzi całego pliku: mówią o tym deklaracja i strona o prywatności.
translated-by = machine
all-pages = Wszystkie strony tej witryny
site-map = Mapa witryny
site-map-explained = Wszystkie strony tej witryny, dział po dziale.
site-map-folded = Działy, przy których nie ma tu stron, wymieniają je na swojej własnej stronie.
site-map-others = Więcej w tej witrynie
recent-changes = Co się zmieniło
changes-explained = Strony i usługi, które napisaliśmy, sprawdziliśmy lub przetłumaczyliśmy w ostatnich 12 miesiącach. Najnowsze są na początku.
changes-newest = Pokazujemy { $shown } najnowszych z { $count }.
change-checked = Sprawdzono
change-translated = Przetłumaczono
change-new = Nowe

privacy = Prywatność
privacy-explained = Co ta witryna o Tobie przechowuje, a czego nie przechowuje.
privacy-cookies-title = Pliki cookie i śledzenie
privacy-cookies = Ta witryna nie zapisuje plików cookie. Nie wczytuje niczego z innych witryn i nie śledzi tego, co czytasz.
privacy-device-title = Co dzieje się na Twoim urządzeniu
privacy-finder = Jeśli szukasz swojego obszaru, kod pocztowy jest sprawdzany na Twoim urządzeniu. Nie jest nigdzie wysyłany.
privacy-search = Wyszukiwarka działa na Twoim urządzeniu. Wpisane słowa nie są wysyłane ani do nas, ani do nikogo innego. Twoja przeglądarka może zachować je w historii.
privacy-shortlist = Usługi, które dodasz do swojej listy, są przechowywane tylko na Twoim urządzeniu. W każdej chwili możesz je tam usunąć. Może je zobaczyć każdy, kto używa Twojego urządzenia.
privacy-server-title = Co widzi nasz serwer
privacy-server = Twoje urządzenie prosi nasz serwer o każdą stronę, jak w każdej witrynie. Serwer widzi adres internetowy Twojego urządzenia, stronę i czas. Możesz nas zapytać, jak długo jest to przechowywane.
privacy-others-title = Osoby, które używają tego samego urządzenia
privacy-others = Strony o sprawach, których inni domownicy nie powinni widzieć, mają przycisk szybkiego wyjścia i tytuł, który niczego nie zdradza. Przycisk nie usuwa historii przeglądania.
privacy-links-title = Inne witryny
privacy-links = Niektóre linki prowadzą do innych witryn. Mają one własne zasady.
privacy-told-title = Jeśli się z nami skontaktujesz
privacy-told = Jeśli do nas zadzwonisz lub napiszesz, to, co nam powiesz, otrzyma { $who }. Możesz zapytać, co o Tobie przechowujemy, i poprosić o poprawienie lub usunięcie tych danych.
privacy-complain = Jeśli nasza odpowiedź Cię nie zadowala, możesz złożyć skargę:
privacy-commissioner = Information Commissioner’s Office (urząd ochrony danych)

# Deklaracja dostępności. Jej części i duża część tekstu wynikają z prawa: rozporządzenia Public Sector Bodies (Websites
# and Mobile Applications) (No. 2) Accessibility Regulations 2018.
accessibility-statement = Deklaracja dostępności
statement-explained = Na ile dostępna jest ta witryna, co jeszcze nie działa i jak nam o tym powiedzieć.
statement-applies = Ta deklaracja dostępności dotyczy witryny { $site } ({ $address }).
statement-run-by = Tę witrynę prowadzi { $who }. Chcemy, żeby mogło z niej korzystać jak najwięcej osób.
statement-able = Na przykład możesz:
statement-able-colours = zmieniać kolory, kontrast i czcionki w ustawieniach przeglądarki lub urządzenia
statement-able-zoom = powiększać do 400%, a tekst nie wychodzi poza ekran
statement-able-keyboard = poruszać się po witrynie za pomocą klawiatury lub programu do rozpoznawania mowy
statement-able-listen = słuchać witryny za pomocą czytnika ekranu
statement-able-scripts = czytać każdą stronę z wyłączonymi skryptami
statement-words = Postaraliśmy się też, żeby tekst witryny był jak najprostszy do zrozumienia.
statement-advice = AbilityNet radzi, jak ułatwić sobie korzystanie z urządzenia, jeśli masz niepełnosprawność
statement-how = Na ile dostępna jest ta witryna
statement-known = Wiemy, że niektóre części tej witryny nie są w pełni dostępne:
statement-none-known = Nie wiemy o żadnej części tej witryny, która nie jest dostępna.
statement-feedback = Uwagi i dane kontaktowe
statement-formats = Jeśli potrzebujesz informacji z tej witryny w innym formacie, na przykład jako dostępny plik PDF, w dużym druku, w tekście łatwym do czytania, jako nagranie lub w alfabecie Braille’a, skontaktuj się z nami.
statement-problems = Jeśli znajdziesz problem, którego nie ma na tej stronie, albo uważasz, że nie spełniamy wymagań dostępności, skontaktuj się z nami.
statement-reply = { $days ->
    [one] Rozważymy Twoją prośbę i odpowiemy w ciągu { $days } dnia.
   *[other] Rozważymy Twoją prośbę i odpowiemy w ciągu { $days } dni.
}
statement-enforcement-title = Postępowanie egzekucyjne
statement-enforcement = Za egzekwowanie rozporządzenia Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 („przepisy o dostępności”) odpowiada Komisja ds. Równości i Praw Człowieka (Equality and Human Rights Commission, EHRC). Jeśli nie zadowala Cię nasza odpowiedź na skargę, skontaktuj się z Equality Advisory and Support Service (EASS).
statement-eass = Equality Advisory and Support Service (EASS)
statement-enforcement-ni = W Irlandii Północnej za egzekwowanie rozporządzenia Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 („przepisy o dostępności”) odpowiada Equality Commission for Northern Ireland (ECNI). Jeśli tam mieszkasz i nie zadowala Cię nasza odpowiedź na skargę, skontaktuj się z ECNI.
statement-ecni = Equality Commission for Northern Ireland (ECNI)
statement-technical = Informacje techniczne o dostępności tej witryny
statement-committed = { $who } zobowiązuje się zapewnić dostępność swojej witryny zgodnie z rozporządzeniem Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018.
statement-status = Stan zgodności
statement-untested = Ta witryna nie została jeszcze sprawdzona pod kątem wytycznych dotyczących dostępności treści internetowych (WCAG) w wersji { $version } na poziomie AA.
statement-full = Ta witryna jest w pełni zgodna z wytycznymi dotyczącymi dostępności treści internetowych (WCAG) w wersji { $version } na poziomie AA.
statement-partial = { $due ->
    [issues] Ta witryna jest częściowo zgodna z wytycznymi dotyczącymi dostępności treści internetowych (WCAG) w wersji { $version } na poziomie AA z powodu niezgodności wymienionych poniżej.
    [exemptions] Ta witryna jest częściowo zgodna z wytycznymi dotyczącymi dostępności treści internetowych (WCAG) w wersji { $version } na poziomie AA z powodu wyłączeń wymienionych poniżej.
    [both] Ta witryna jest częściowo zgodna z wytycznymi dotyczącymi dostępności treści internetowych (WCAG) w wersji { $version } na poziomie AA z powodu niezgodności i wyłączeń wymienionych poniżej.
   *[unnamed] Ta witryna jest częściowo zgodna z wytycznymi dotyczącymi dostępności treści internetowych (WCAG) w wersji { $version } na poziomie AA.
}
statement-not = { $due ->
    [issues] Ta witryna nie jest zgodna z wytycznymi dotyczącymi dostępności treści internetowych (WCAG) w wersji { $version } na poziomie AA. Niezgodności są wymienione poniżej.
    [exemptions] Ta witryna nie jest zgodna z wytycznymi dotyczącymi dostępności treści internetowych (WCAG) w wersji { $version } na poziomie AA. Wyłączenia są wymienione poniżej.
    [both] Ta witryna nie jest zgodna z wytycznymi dotyczącymi dostępności treści internetowych (WCAG) w wersji { $version } na poziomie AA. Niezgodności i wyłączenia są wymienione poniżej.
   *[unnamed] Ta witryna nie jest zgodna z wytycznymi dotyczącymi dostępności treści internetowych (WCAG) w wersji { $version } na poziomie AA.
}
statement-content = Treści niedostępne
statement-content-listed = Treści wymienione poniżej są niedostępne z następujących powodów.
statement-non-compliance = Niezgodność z przepisami o dostępności
statement-burden = Nieproporcjonalne obciążenie
statement-out-of-scope = Treści nieobjęte przepisami o dostępności
issue-fails = { $count ->
    [one] Nie spełnia to kryterium sukcesu { $criteria } WCAG { $version }.
   *[other] Nie spełnia to kryteriów sukcesu { $criteria } WCAG { $version }.
}
issue-instead = Do tego czasu
issue-since = Wiemy o tym od { $date }.
issue-fix-by = Planujemy to naprawić do { $date }.
issue-late = Planowaliśmy to naprawić do { $date }. Nie jest to jeszcze naprawione.
issue-fixed = Naprawiono { $date }.
statement-improving = Co robimy, aby poprawić dostępność
statement-checks = Przy każdym tworzeniu tej witryny każda strona jest sprawdzana pod kątem zasad dostępności konsorcjum W3C (liczba zasad: { $count }), a jej kolory pod kątem kontrastu. Strona, która nie spełnia zasad, nie jest publikowana.
statement-fixed = Co naprawiliśmy
statement-preparation = Przygotowanie tej deklaracji dostępności
statement-prepared = Tę deklarację przygotowano { $date }. Ostatni przegląd: { $reviewed }.
statement-tested = Tę witrynę ostatnio sprawdzono { $date } pod kątem wytycznych dotyczących dostępności treści internetowych (WCAG) w wersji { $version } na poziomie AA.
tested-by = Kto sprawdził
tested-sample = Co sprawdzono
tested-how = Jak sprawdzono
tested-result = Co znaleziono
tested-report = Przeczytaj cały raport z badania dostępności
method-automatic = programami, które sprawdzają każdą stronę
method-keyboard = samą klawiaturą
method-screen-reader = czytnikami ekranu
method-zoom = z tekstem powiększonym do 400%
method-speech = programem do rozpoznawania mowy
method-disabled-people = przez osoby z niepełnosprawnościami
problems-found = Liczba znalezionych problemów: { $count }.
problems-fixed = Liczba naprawionych od tego czasu: { $count }.
