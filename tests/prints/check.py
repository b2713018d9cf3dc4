#!/usr/bin/env python3
"""Turns the prints of a built site into one answer: is each a whole, accessible PDF that says what its page says?

    tests/prints/check.py SITE [WORD ...]      WORD: only prints whose path has one of them

Needs poppler-utils, qpdf, zbar-tools, and `page-validation` from PyPI (see tests/run).
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

TAGGED = [page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A]


class Main(html.parser.HTMLParser):
    """The texts of a page's main content, one for each paragraph, heading, item and cell."""

    BREAKS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "dt", "dd", "summary", "div", "tr", "br"}
    # Ways to other pages and to other people stand on the web alone; dates are said in the control line, notices after the
    # title, and the contact of the place has its own form on paper.
    LEFT_OUT = {"nav", "script", "style"}
    OTHERWISE = {"call", "children", "contact", "dates", "notices", "notice", "tools"}

    def __init__(self):
        super().__init__()
        self.depth, self.out, self.texts, self.now = 0, 0, [], ""

    def handle_starttag(self, tag, attributes):
        classes = dict(attributes).get("class") or ""
        if tag == "main":
            self.depth = 1
        if tag in self.LEFT_OUT or (self.out and tag not in VOID):
            self.out += 1
        elif self.OTHERWISE & set(classes.split()):
            self.out += tag not in VOID
        if tag in self.BREAKS:
            self.end()

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


VOID = {"br", "img", "hr", "input", "meta", "link", "wbr"}


def bare(text):
    """Letters and digits alone: lines, spaces, marks of direction and joiners differ between page and paper."""
    text = unicodedata.normalize("NFKC", text)
    # Readers of PDFs disagree about whether an Arabic letter or its mark comes first.
    is_loose = re.compile("[\u064b-\u065f\u0670]").match
    return "".join(c for c in text if unicodedata.category(c)[0] in "LNM" and not is_loose(c))


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=False)


def sentences(path):
    """What the page says that its print does not, in order."""
    folder = os.path.dirname(path)
    reader = Main()
    with open(os.path.join(folder, "index.html"), encoding="utf-8") as file:
        reader.feed(file.read())
    # The columns of a folded leaflet are read in the order in which they were written, not across the sheet.
    # (In that mode words of Urdu stand the other way round; in the other its columns are found.)
    raw = ["-raw"] if path.endswith("-dl.pdf") and "/ur/" not in path else []
    said = bare(run("pdftotext", *raw, "-enc", "UTF-8", path, "-").stdout)
    missing, at = [], 0
    for text in reader.texts:
        for sentence in re.split(r"(?<=[.!?۔।])\s+", text):
            found = said.find(bare(sentence), at)
            if found < 0:
                missing.append(sentence)
            else:
                at = found
    return missing if reader.texts else ["the page says nothing"]


def code(path):
    """The addresses of all QR codes on the pages."""
    with tempfile.TemporaryDirectory() as folder:
        run("pdftoppm", "-r", "150", "-gray", "-png", path, os.path.join(folder, "page"))
        pages = sorted(os.path.join(folder, name) for name in os.listdir(folder))
        return run("zbarimg", "--quiet", "--raw", *pages).stdout.split()


def check(path):
    problems = []
    is_booklet = path.endswith("-booklet.pdf")
    whole = run("qpdf", "--check", path)
    if whole.returncode != 0:
        problems.append(f"qpdf: {whole.stdout.strip()[-200:]}")
    tagged = re.search(r"^Tagged:\s+(\w+)", run("pdfinfo", path).stdout, re.M)
    expected = "no" if is_booklet else "yes"
    if tagged is None or tagged.group(1) != expected:
        problems.append(f"pdfinfo: Tagged is not {expected}")
    addresses = code(path)
    if not is_booklet:
        for profile in TAGGED:
            report = page.validate_pdf(path, profile=profile)
            problems += [f"{profile}: {failure.rule_id} {failure.message}" for failure in report.failures]
        # A leaflet that is put together has no page of its own that says the same.
        missing = [] if "/prints/" in path else sentences(path)
        problems += [f"not in the PDF, or out of order: {sentence!r}" for sentence in missing]
    shown = bare(run("pdftotext", "-enc", "UTF-8", path, "-").stdout)
    if len(addresses) != 1:
        problems.append(f"{len(addresses)} QR codes can be read")
    for address in addresses:
        if not re.fullmatch(r"https://\S+/print/[3-9a-z]{7}/", address):
            problems.append(f"the QR code leads to {address}")
        elif bare(address.removeprefix("https://")) not in shown:
            problems.append(f"the address of the QR code is not printed: {address}")
    return problems


def main():
    site, words = sys.argv[1], sys.argv[2:] or [""]
    found = (os.path.join(folder, name) for folder, _, names in os.walk(site) for name in names)
    prints = sorted(path for path in found if path.endswith(".pdf") and any(word in path for word in words))
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(check, prints))
    bad = 0
    for path, problems in zip(prints, results):
        bad += bool(problems)
        for problem in problems:
            print(f"{path}: {problem}")
    print(f"{len(prints)} prints, {bad} with problems")
    sys.exit(1 if bad or not prints else 0)


if __name__ == "__main__":
    main()
