#!/usr/bin/env python3
"""Turns signs that mean something to a typesetter, phone numbers and prices into prints, and reads them back.

  tests/prints/signs.py PROGRAM

Each sign must come out of the PDF as it was written, in every shape, in English and in Urdu. Needs poppler-utils.
"""

import html
import re
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

FILES = {
    "portal.yaml": """name: Signs
base_url: https://carers.example.org
languages: [en, ur]
as_of: 2026-11-01
organisation: carers
contact: { phone: "01632 960100" }
""",
    "localities.yaml": "- { id: uk, kind: country, gss: K02000001, name: United Kingdom }\n",
    "organisations.yaml": "- { id: carers, name: Carers, kind: charity }\n",
}
SHAPES = ["a4", "a5", "dl", "large-print"]

# Each stands in a paragraph of its own, short enough for a line of the narrowest panel.
SIGNS = ['#let x = "1"', r"a\b \# \@", 'say "yes"', "me@home @all", "$5 + $6 <a> ~b~ //c", "/* [d] */ = e;", "- f + g %h"]
NUMBERS = ["01632 960220", "0808 157 0110", "£86.45", "carers@example.org", "999"]
URDU = "ہمیں {} پر فون کریں۔"


def page(title, paragraphs):
    head = f"---\ntitle: {title}\nsummary: {title}\nowner: team\nreviewed: 2026-10-01\nreview_by: 2027-10-01\n"
    return f"{head}prints: [{', '.join(SHAPES)}]\n---\n" + "".join(f"{text}\n\n" for text in paragraphs)


def as_markdown(text):
    """The same letters in Markdown, where none of them is a sign."""
    return re.sub(r"([^\w\s£])", r"\\\1", text)


def portal(folder):
    files = dict(FILES)
    home = "---\ntitle: Home\nsummary: Home\nowner: team\nreviewed: 2026-10-01\nreview_by: 2027-10-01\n---\nHome.\n"
    files["pages/index.en.md"] = home
    files["pages/signs.en.md"] = page("Signs", [as_markdown(text) for text in SIGNS + NUMBERS])
    files["pages/signs.ur.md"] = page("نشان", [URDU.format(text) for text in NUMBERS] + [as_markdown(t) for t in SIGNS])
    for name, text in files.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def plain(text):
    return re.sub(r"\s+", " ", "".join(c for c in text if unicodedata.category(c) != "Cf"))


def read(path):
    """The letters in the order in which they were written."""
    said = subprocess.run(["pdftotext", "-raw", "-enc", "UTF-8", path, "-"], capture_output=True, check=True)
    return plain(said.stdout.decode())


def seen(path):
    """The letters as they stand on the paper, from left to right."""
    said = subprocess.run(["pdftotext", "-bbox", "-enc", "UTF-8", path, "-"], capture_output=True, check=True)
    word = re.compile(r'<word xMin="([\d.]+)" yMin="[\d.]+" xMax="[\d.]+" yMax="([\d.]+)">([^<]*)</word>')
    lines = {}
    for left, low, text in word.findall(said.stdout.decode()):
        lines.setdefault(round(float(low)), []).append((float(left), html.unescape(text)))
    return plain("\n".join(" ".join(text for _, text in sorted(words)) for words in lines.values()))


def lacking(path):
    # The signs of a line from right to left look the other way; numbers never do.
    said, wanted = (seen(path), NUMBERS) if "/ur/" in str(path) else (read(path), SIGNS + NUMBERS)
    # Some readers take a sign for a word of its own.
    return [text for text in wanted if text not in said.replace("£ ", "£")]


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        portal(folder)
        built = subprocess.run([sys.argv[1], "-C", name, "build"], capture_output=True, text=True)
        if built.returncode != 0:
            sys.exit(built.stdout + built.stderr)
        prints = sorted(path for path in folder.glob("public/**/*.pdf") if not path.name.endswith("-booklet.pdf"))
        faults = [f"{path.relative_to(folder)}: {text!r} cannot be read" for path in prints for text in lacking(path)]
        if len(prints) != 2 * len(SHAPES):
            faults.append(f"{2 * len(SHAPES)} prints were to be made")
    print("\n".join(faults + [f"{len(prints)} prints with signs, {len(faults)} faults"]))
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
