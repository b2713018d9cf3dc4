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
