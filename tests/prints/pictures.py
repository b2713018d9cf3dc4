#!/usr/bin/env python3
"""Turns two prints of a built site into the pictures of them in the README.

  tests/prints/pictures.py SITE

Needs poppler-utils, and `Pillow` from PyPI.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

PICTURES = Path(__file__).parent.parent / "pictures"
EDGE, BEHIND = 8, "#8a958f"


def sides(path):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-r", "51", "-png", path, f"{folder}/side"], check=True)
        return [Image.open(side).convert("RGB") for side in sorted(Path(folder).iterdir())]


def picture(path, name):
    """Both sides, the narrow way beside each other."""
    both = sides(path)
    (width, height), beside = both[0].size, both[0].width < both[0].height
    columns, rows = (len(both), 1) if beside else (1, len(both))
    sheet = Image.new("RGB", (columns * (width + EDGE) + EDGE, rows * (height + EDGE) + EDGE), BEHIND)
    for number, side in enumerate(both):
        column, row = (number, 0) if beside else (0, number)
        sheet.paste(side, (EDGE + column * (width + EDGE), EDGE + row * (height + EDGE)))
    sheet.quantize(64).save(PICTURES / name, optimize=True)


def main():
    place = Path(sys.argv[1]) / "charnwood"
    picture(place / "en/getting-help/help-in-short/help-in-short-a4.pdf", "print-a4.png")
    picture(place / "ur/getting-help/help-in-short/help-in-short-dl.pdf", "print-dl-urdu.png")


if __name__ == "__main__":
    main()
