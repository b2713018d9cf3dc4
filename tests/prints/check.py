#!/usr/bin/env python3
"""Turns the prints of a built site into one answer: is each a whole, accessible PDF that says what its page says?

    tests/prints/check.py CONTENT SITE [WORD ...]      WORD: only prints whose path has one of them

  CONTENT   the folder that the site was made from, for leaflets that are put together
  SITE      what was made

Needs poppler-utils, qpdf, zbar-tools, and `page-validation` and `PyYAML` from PyPI (see tests/run).
"""

import html.parser
import os
import re
import subprocess
import sys
import tempfile
import unicodedata
from concurrent.futures import ThreadPoolExecutor

import page
import yaml

TAGGED = [page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A]


class Main(html.parser.HTMLParser):
    """The texts of a page's main content, one for each paragraph, heading, item and cell, and where its sections begin."""

    BREAKS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "dt", "dd", "summary", "div", "tr", "br"}
    # Ways to other pages and to other people stand on the web alone, as does how long the page is on paper; dates are said
    # in the control line, notices after the title, and the contact of the place has its own form on paper.
    LEFT_OUT = {"nav", "script", "style"}
    OTHERWISE = {"call", "children", "contact", "dates", "length", "notices", "notice", "tools"}

    def __init__(self):
        super().__init__()
        self.depth, self.out, self.texts, self.now = 0, 0, [], ""
        # Of the page, and of its text: a page that is not translated is shown in another language.
        self.languages = []
        # The level and the name of each heading, and at which text it stands.
        self.headings = []

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        classes = attributes.get("class") or ""
        if tag in {"html", "article"} and "lang" in attributes:
            self.languages.append(attributes["lang"])
        if tag == "main":
            self.depth = 1
        if tag in self.LEFT_OUT or (self.out and tag not in VOID):
            self.out += 1
        elif self.OTHERWISE & set(classes.split()):
            self.out += tag not in VOID
        if tag in self.BREAKS:
            self.end()
        if self.depth and re.fullmatch("h[1-6]", tag):
            self.headings.append((int(tag[1]), attributes.get("id"), len(self.texts)))

    def handle_endtag(self, tag):
        if self.out and tag not in VOID:
            self.out -= 1
        if tag == "main":
            self.end()
            self.depth = 0
        if tag in self.BREAKS:
            self.end()

    def handle_data(self, data):
        if self.depth and not self.out:
            self.now += data

    def end(self):
        if self.now.strip():
            self.texts.append(self.now.strip())
        self.now = ""

    def section(self, name):
        """The texts under a heading, with those of the headings below it."""
        for number, (level, own, start) in enumerate(self.headings):
            if own == name:
                ends = (at for other, _, at in self.headings[number + 1 :] if other <= level)
                return self.texts[start : next(ends, None)]
        return None


VOID = {"br", "img", "hr", "input", "meta", "link", "wbr"}


def bare(text):
    """Letters and digits alone: lines, spaces, marks of direction and joiners differ between page and paper."""
    text = unicodedata.normalize("NFKC", text)
    # Readers of PDFs disagree about whether an Arabic letter or its mark comes first.
    is_loose = re.compile("[\u064b-\u065f\u0670]").match
    return "".join(c for c in text if unicodedata.category(c)[0] in "LNM" and not is_loose(c))


def run(*command):
    return subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)


def read(path):
    reader = Main()
    with open(path, encoding="utf-8") as file:
        reader.feed(file.read())
    return reader


# Where a folded leaflet is folded, in mm from the start of the sheet, and in which order its panels are read: the front,
# the flap and the back, then those inside.
OUTSIDE, INSIDE = [(197, 100), (0, 97), (97, 100)], [(0, 99), (99, 99), (198, 99)]
RTL = {"ar", "fa", "ps", "ur"}


def said_in(path):
    """The words of a print in the order in which they are read."""
    if not path.endswith("-dl.pdf"):
        return bare(run("pdftotext", "-enc", "UTF-8", path, "-").stdout)
    # The panels of a folded leaflet are read one after the other: a reader of PDFs that does not use the tags guesses.
    is_rtl = bool(RTL & set(path.split(os.sep)))
    said = ""
    for side, panels in enumerate([OUTSIDE, INSIDE], 1):
        for start, width in panels:
            left = 297 - start - width if is_rtl else start
            box = ["-r", "254", "-x", left * 10, "-y", 0, "-W", width * 10, "-H", 2100, "-f", side, "-l", side]
            said += run("pdftotext", *map(str, box), "-enc", "UTF-8", path, "-").stdout
    return bare(said)


def missing(texts, said):
    """What is to be said and is not, in order."""
    lacking, at = [], 0
    for text in texts:
        for sentence in re.split(r"(?<=[.!?۔।])\s+", text):
            found = said.find(bare(sentence), at)
            if found < 0:
                lacking.append(sentence)
            else:
                at = found
    return lacking


def page_says(path):
    """What the page says that its print does not."""
    texts = read(os.path.join(os.path.dirname(path), "index.html")).texts
    return missing(texts, said_in(path)) if texts else ["the page says nothing"]


def leaflet_says(path, content):
    """What the sections of pages say that the leaflet they are put into does not."""
    tree = os.path.dirname(os.path.dirname(path))
    name = re.sub("-(a4|a5|dl|large-print|easy-read)$", "", os.path.basename(path).removesuffix(".pdf"))
    record = yaml.safe_load(open(record_of(name, content), encoding="utf-8"))
    said, lacking = said_in(path), []
    languages = list(record["title"]) if record.get("bilingual") else [os.path.basename(tree)]
    for language in languages:
        own = os.path.join(os.path.dirname(tree), language)
        lacking += missing([record[key][language] for key in ("title", "summary") if key in record], said)
        anchors = [anchor for part in record.get("pages", []) for anchor in part.get("only", [])]
        if anchors:
            lacking += sections_say(own, anchors, said)
    return lacking


def sections_say(tree, anchors, said):
    """What is lacking of sections, which stand on one page of a tree in its own language."""
    found = []
    for folder, _, names in os.walk(tree):
        reader = read(os.path.join(folder, "index.html")) if "index.html" in names else Main()
        sections = [reader.section(anchor) for anchor in anchors]
        if None not in sections and len(set(reader.languages)) == 1 and not folder.endswith("easy-read"):
            found.append(missing([text for section in sections for text in section], said))
    return min(found, key=len, default=[f"no page has the sections {anchors}"])


def record_of(name, content):
    for folder, _, names in os.walk(content):
        if os.path.basename(folder) == "prints" and f"{name}.yaml" in names:
            return os.path.join(folder, f"{name}.yaml")
    sys.exit(f"no record of the leaflet {name} in {content}")


def codes(path):
    """The addresses of all QR codes, on the pages that print a short address."""
    texts = run("pdftotext", "-enc", "UTF-8", path, "-").stdout.split("\f")
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(texts, 1):
            if "print/" in text:
                place = os.path.join(folder, f"{number:03}")
                run("pdftoppm", "-r", "150", "-gray", "-f", str(number), "-l", str(number), path, place)
        pages = sorted(os.path.join(folder, name) for name in os.listdir(folder))
        return run("zbarimg", "--quiet", "--raw", *pages).stdout.split() if pages else []


def reading_copy(path):
    return path.replace("-booklet.pdf", ".pdf")


def check_codes(path, site, base):
    """A print has a code for each of its languages, which leads to the page that leads to the newest copy of it."""
    addresses = codes(path)
    titles = len(re.findall(r"^\s*H1\b", run("pdfinfo", "-struct", reading_copy(path)).stdout, re.M))
    if not titles or len(addresses) != titles:
        yield f"{len(addresses)} QR codes can be read, with {titles} titles"
    if len(set(addresses)) > 1:
        yield f"the QR codes lead to {sorted(set(addresses))}"
    shown = bare(run("pdftotext", "-enc", "UTF-8", path, "-").stdout)
    for address in set(addresses):
        code = re.fullmatch(re.escape(base.rstrip("/")) + r"/(print/[3-9a-z]{7})/", address)
        target = os.path.join(site, code.group(1), "index.html") if code else ""
        if not os.path.isfile(target):
            yield f"the QR code leads to {address}, where no page is"
            continue
        if bare(address.removeprefix("https://")) not in shown:
            yield f"the address of the QR code is not printed: {address}"
        newest = re.search(r"href=\"?([^\"> ]+\.pdf)", open(target, encoding="utf-8").read())
        leads = newest and os.path.join(os.path.dirname(target), newest.group(1))
        if not leads or os.path.realpath(leads) != os.path.realpath(reading_copy(path)):
            yield f"the page of the QR code leads to another print: {address}"


def check(path, site, content, base):
    problems = []
    is_booklet = path.endswith("-booklet.pdf")
    whole = run("qpdf", "--check", path)
    if whole.returncode != 0:
        problems.append(f"qpdf: {whole.stdout.strip()[-200:]}")
    tagged = re.search(r"^Tagged:\s+(\w+)", run("pdfinfo", path).stdout, re.M)
    expected = "no" if is_booklet else "yes"
    if tagged is None or tagged.group(1) != expected:
        problems.append(f"pdfinfo: Tagged is not {expected}")
    if not is_booklet:
        for profile in TAGGED:
            report = page.validate_pdf(path, profile=profile)
            problems += [f"{profile}: {failure.rule_id} {failure.message}" for failure in report.failures]
        lacking = leaflet_says(path, content) if "/prints/" in path else page_says(path)
        problems += [f"not in the PDF, or out of order: {sentence!r}" for sentence in lacking]
    return problems + list(check_codes(path, site, base))


def main():
    content, site, words = sys.argv[1], sys.argv[2], sys.argv[3:] or [""]
    with open(os.path.join(content, "portal.yaml"), encoding="utf-8") as file:
        base = yaml.safe_load(file)["base_url"]
    found = (os.path.join(folder, name) for folder, _, names in os.walk(site) for name in names)
    prints = sorted(path for path in found if path.endswith(".pdf") and any(word in path for word in words))
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(lambda path: check(path, site, content, base), prints))
    bad = 0
    for path, problems in zip(prints, results):
        bad += bool(problems)
        for problem in problems:
            print(f"{path}: {problem}")
    print(f"{len(prints)} prints, {bad} with problems")
    sys.exit(1 if bad or not prints else 0)


if __name__ == "__main__":
    main()
