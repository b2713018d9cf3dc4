#!/usr/bin/env python3
"""Turns a size into a portal to measure with: pages, services and places in invented words, the same on every machine.

usage: portal.py SIZE FOLDER [--sites] [--vary]

Per language: a home page, a section of topic pages (about 600 words with lists, a table, a quote and links), services
with a venue and opening times each, topics and places to list them by. The words mean nothing in any language.
  --sites   every place has a site of its own, with all pages, instead of holding services only
  --vary    half of the pages say the name of the reader's place, so that their text differs from place to place
The size `places` has both.
"""

import argparse
import json
import random
import re
import shutil
from pathlib import Path
from typing import NamedTuple

REPOSITORY = Path(__file__).absolute().parents[2]
AS_OF = "2026-11-01"


class Size(NamedTuple):
    languages: int
    pages: int
    services: int
    categories: int
    places: int
    sites: bool = False
    vary: bool = False


SIZES = {
    "tiny": Size(3, 12, 10, 3, 3),
    "small": Size(4, 100, 90, 8, 5),
    "medium": Size(7, 600, 680, 10, 10),
    "large": Size(12, 2000, 2500, 12, 30),
    "places": Size(10, 200, 300, 10, 30, sites=True, vary=True),
}
SUBJECTS = ["assessment", "dementia", "emergency", "health", "money", "rest", "work", "young-carers"]
CATEGORIES = [
    "advice", "advocacy", "befriending", "breaks", "counselling", "day-care", "equipment", "legal", "meals",
    "night-sitting", "training", "transport",
]

# Consonants and vowels of each language; a word is two to four of one with or without one of the other.
SOUNDS = {
    "en": ("bcdfghlmnprstw", "aeiou"),
    "cy": ("bcdfglmnprst", "aeiouwyâ"),
    "pl": ("bcćdgjklłmnprsśtwzż", "aąeęioóuy"),
    "ur": ("ابپتٹجچخدڈرزسشعغفقکگلمنوہ", "اوی"),
    "bn": ("কখগঘচছজটডতথদধনপবভমরলশসহ", "ািীুেো"),
    "pa": ("ਕਖਗਘਚਛਜਟਡਤਥਦਧਨਪਬਭਮਰਲਵਸਹ", "ਾਿੀੁੇੋ"),
    "gu": ("કખગઘચછજટડતથદધનપબભમરલવશસહ", "ાિીુેો"),
    "ro": ("bcdfglmnprsștțvz", "aăâeiîou"),
    "ar": ("ابتثجحخدذرزسشصضطعغفقكلمنهو", "اوي"),
    "so": ("bcdfghjklmnqrstwxy", "aeiou"),
    "zh-Hans": ("护理支持帮助建议服务评估地方家庭朋友休息金钱福利医院", "生活工作学习"),
    "ta": ("கசடணதநபமயரலவழளறன", "ாிீுேொ"),
}


def invent_words(language):
    consonants, vowels = SOUNDS[language]
    dice = random.Random(f"words {language}")
    shortest, longest = (1, 1) if language == "zh-Hans" else (2, 4)

    def syllable():
        return dice.choice(consonants) + (dice.choice(vowels) if dice.random() < 0.7 else "")

    return ["".join(syllable() for _ in range(dice.randint(shortest, longest))) for _ in range(160)]


WORDS = {language: invent_words(language) for language in SOUNDS}


class Writer:
    """Says things in one language, always the same for one seed."""

    def __init__(self, language, seed):
        self.words_of = WORDS[language]
        self.dice = random.Random(f"{seed} {language}")

    def list(self, count):
        return [self.dice.choice(self.words_of) for _ in range(count)]

    def words(self, count):
        return " ".join(self.list(count))

    def title(self, count):
        text = self.words(count)
        return text[:1].upper() + text[1:]

    def sentence(self, count):
        return self.title(count) + "."


def quoted(value):
    """JSON is YAML, and quotes whatever YAML would read as something else."""
    return json.dumps(value, ensure_ascii=False)


def random_phone(dice):
    """A number that Ofcom keeps free for stories."""
    return f"01632 960{dice.randint(0, 999):03}"


def markdown(front, blocks):
    head = "".join(f"{key}: {quoted(value)}\n" for key, value in front.items())
    return f"---\n{head}---\n\n" + "\n\n".join(blocks) + "\n"


def each(languages, text):
    return {language: text(language) for language in languages}


class Portal:
    def __init__(self, size, sites, vary):
        self.size, self.sites, self.vary = size, sites, vary
        self.languages = list(SOUNDS)[: size.languages]
        self.categories = CATEGORIES[: size.categories]
        self.places = [f"area-{number:02}" for number in range(1, size.places + 1)]

    def files(self):
        """Every file of the portal: its path and its text."""
        yield "content/portal.yaml", self.settings()
        yield "content/topics.yaml", self.topics()
        yield "content/localities.yaml", self.localities()
        yield "content/organisations.yaml", self.records([self.organisation()])
        yield "content/venues.yaml", self.records([self.venue(number) for number in range(self.size.services)])
        yield "content/audiences.yaml", "[]\n"
        for number in range(self.size.services):
            yield f"content/services/s{number:05}.yaml", quoted(self.service(number)) + "\n"
        for language in self.languages:
            yield f"content/pages/index.{language}.md", self.index(language, "home")
            yield f"content/pages/guides/index.{language}.md", self.index(language, "guides")
            for number in range(self.size.pages):
                yield f"content/pages/guides/t{number:05}.{language}.md", self.page(number, language)
            yield from interface_strings(language)

    def name(self, seed, count=2):
        return each(self.languages, lambda language: Writer(language, seed).title(count))

    def settings(self):
        return quoted({
            "name": self.name("portal"),
            "base_url": "https://carers.example.org",
            "languages": self.languages,
            "editions": ["standard"],
            "organisation": "publisher",
            "contact": {"phone": "01632 960100", "email": "help@carers.example.org"},
            "as_of": AS_OF,
            # The only section lists every page, which is much at the larger sizes; pages are weighed all the same.
            "budgets": {"html": {"warn": 20, "fail": 500}, "total": {"warn": 60, "fail": 600}},
            # Invented words keep no rule on words; what is counted for the rules is counted all the same.
            "rules": {"standard": {
                "words-per-sentence": {"warn": 99},
                "years-of-school": {"en": {"warn": 99}, "pl": {"warn": 99}},
                "parts": {"home": [], "section": [], "page": ["summary", "reviewed"]},
            }},
        }) + "\n"

    def records(self, records):
        return "".join(f"- {quoted(record)}\n" for record in records)

    def topics(self):
        ids = sorted({*SUBJECTS, *self.categories})
        return self.records([{"id": id, "name": self.name(id), "summary": self.name(f"about {id}", 9)} for id in ids])

    def localities(self):
        root = {"id": "uk", "kind": "country", "gss": "K02000001", "name": self.name("uk"), "site": False}
        return self.records([root, *(self.place(number, id) for number, id in enumerate(self.places, 1))])

    def place(self, number, id):
        gss = f"E06{number:06}"
        return {"id": id, "parent": "uk", "kind": "unitary", "gss": gss, "name": self.name(id), "site": self.sites}

    def organisation(self):
        return {"id": "publisher", "name": self.name("publisher"), "kind": "charity", "phone": "01632 960100"}

    def area(self, number):
        """The places that a service is for. Where places are sites, a page that all of them have may only lead to a
        service that all of them have: every tenth is for everywhere."""
        return ["uk"] if self.sites and number % 10 == 0 else self.places_of(number)

    def linked(self, number):
        """The service that a page leads to: where places are sites, the nearest one for everywhere."""
        return number - number % 10 if self.sites else number

    def places_of(self, number):
        dice = random.Random(f"places {number}")
        return dice.sample(self.places, min(len(self.places), dice.choice([1, 1, 2, 2, 3])))

    def venue(self, number):
        dice = random.Random(f"venue {number}")
        street = Writer("en", f"street {number}").title(1)
        return {
            "id": f"v{number:05}",
            "name": Writer("en", f"venue {number}").title(2),
            "address": [f"{dice.randint(1, 200)} {street} Street", "Townsville"],
            "postcode": f"LE{dice.randint(1, 17)} {dice.randint(1, 9)}ZZ",
            "locality": self.places_of(number)[0],
            "access": ["step-free"],
        }

    def service(self, number):
        dice = random.Random(f"service {number}")
        days = ["Mon", "Tue", "Wed", "Thu", "Fri"]
        own, *others = [(language, self.service_text(number, language)) for language in self.languages]
        return {
            **own[1],
            "org": "publisher",
            "topics": dice.sample(self.categories, 1 + (dice.random() < 0.5)),
            "area": self.area(number),
            "cost": "free",
            "how": ["drop-in"],
            "attend": ["venue"],
            "contact": {"phone": random_phone(dice), "web": f"https://service-{number}.example.org/"},
            "languages": ["en"],
            "when": [f"{day} {dice.randint(8, 10):02}:00-{dice.randint(15, 19)}:30" for day in days],
            "venues": [{"at": f"v{number:05}", "access": ["step-free"]}],
            "checked": "2026-10-01",
            "checked_by": "editor@carers.example.org",
            "in": dict(others),
        }

    def service_text(self, number, language):
        writer = Writer(language, f"service {number}")
        paragraphs = [" ".join(writer.sentence(13) for _ in range(3)) for _ in range(2)]
        name = f"{writer.title(3)} {number}"
        return {"name": name, "summary": writer.sentence(14), "about": "\n\n".join(paragraphs)}

    def index(self, language, seed):
        writer = Writer(language, seed)
        front = {"title": writer.title(3), "summary": writer.sentence(12)}
        if seed == "guides":
            front["nav"] = 1
        return markdown(front, [writer.sentence(20)])

    def page(self, number, language):
        writer = Writer(language, f"page {number}")
        # What a page is about and where it leads is the same in every language.
        targets = random.Random(f"targets {number}")
        front = {
            "title": f"{writer.title(5)} {number}",
            "summary": writer.sentence(16),
            "order": number + 1,
            "topics": [targets.choice(SUBJECTS)],
            "reviewed": f"2026-{targets.randint(1, 9):02}-{targets.randint(1, 28):02}",
        }
        return markdown(front, self.blocks(number, writer, targets))

    def blocks(self, number, writer, targets):
        def to_page():
            return f"[{writer.words(3)}](/guides/t{targets.randrange(self.size.pages):05})"

        def to_service():
            return f"[{writer.words(2)}](/services/s{self.linked(targets.randrange(self.size.services)):05})"

        def paragraph(count):
            words = writer.list(count)
            words[count // 4] = f"**{words[count // 4]}**"
            words[count // 2] = f"*{words[count // 2]}*"
            words[3 * count // 4] = to_page()
            text = " ".join(words)
            return text[:1].upper() + text[1:] + "."

        def price():
            return f"£{targets.randint(1, 99)}.{targets.randint(0, 99):02}"

        yield paragraph(60)
        if self.vary and number % 2 == 0:
            yield writer.words(6) + " {local:name}."
        yield "## " + writer.title(4)
        yield paragraph(70)
        yield "\n".join(f"- {writer.words(8)}" for _ in range(6))
        yield "## " + writer.title(3)
        yield paragraph(60)
        yield "### " + writer.title(3)
        yield paragraph(50)
        yield "\n".join(f"{step}. {writer.words(7)} {to_service()}" for step in range(1, 5))
        yield "> " + writer.sentence(30)
        yield "## " + writer.title(4)
        yield paragraph(50)
        rows = [f"| {writer.words(3)} | {writer.words(4)} | {price()} |" for _ in range(6)]
        head = f"| {writer.title(1)} | {writer.title(1)} | {writer.title(1)} |"
        yield "\n".join([head, "| --- | --- | --- |", *rows])
        yield "## " + writer.title(4)
        yield paragraph(60)
        yield paragraph(40)
        yield f"- **{writer.words(1)}**: {to_service()}\n- {to_page()}\n- `{random_phone(targets)}`"


def interface_strings(language):
    """The strings of the interface in invented words, for a language that the program does not bring."""
    if (REPOSITORY / "locales" / f"{language}.ftl").exists():
        return
    writer = Writer(language, "interface")
    source = (REPOSITORY / "locales" / "en.ftl").read_text(encoding="utf-8")
    yield f"locales/{language}.ftl", "\n".join(invent_line(line, writer) for line in source.splitlines()) + "\n"


# What is not text in a line of Fluent: its key, a variant's key, a placeable, the head of a selection.
FLUENT = re.compile(r"^\s*-?\.?[\w-]+\s*=\s*|^\s*\*?\[[^\]]*\]\s*|\{[^{}]*->\s*$|\{[^{}]*\}|^\s*\}\s*$")


def invent_line(line, writer):
    if line.startswith("#"):
        return line
    kept = FLUENT.findall(line)
    texts = [re.sub(r"[^\W\d_]+", lambda _: writer.words(1), text) for text in FLUENT.split(line)]
    return "".join(text + keep for text, keep in zip(texts, [*kept, ""]))


def write(folder, files):
    for path, text in files:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("size", choices=SIZES)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sites", action="store_true")
    parser.add_argument("--vary", action="store_true")
    asked = parser.parse_args()
    if asked.folder.exists():
        shutil.rmtree(asked.folder)
    size = SIZES[asked.size]
    write(asked.folder, Portal(size, asked.sites or size.sites, asked.vary or size.vary).files())


if __name__ == "__main__":
    main()
