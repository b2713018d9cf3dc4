#!/usr/bin/env python3
"""Turns Noto Naskh Arabic into the same font whose lam and alef have a width each: lam-alef.py FONT ...

Where the two stand together, the font draws alef with no width and lam with the width of both. Readers of PDFs take a
word that ends so for two, and put its letters in another order. Here alef has a part of the width, and lam, the rest;
what is drawn stays where it was. Needs `fonttools` from PyPI. Done once, to the files of Debian.
"""

import sys

from fontTools.ttLib import TTFont

PART = 250


def is_made_of_piece(font, name):
    glyph = font["glyf"][name]
    return glyph.isComposite() and any(".rlig" in part.glyphName for part in glyph.components)


def shift_drawing(font, name, moved):
    glyph = font["glyf"][name]
    if glyph.isComposite():
        for part in glyph.components:
            if part.glyphName not in moved:
                part.x -= PART
    else:
        glyph.coordinates.translate((-PART, 0))
    glyph.recalcBounds(font["glyf"])
    width, _ = font["hmtx"][name]
    font["hmtx"][name] = (width - PART, glyph.xMin)


def shift_anchors(font, lams):
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            table = getattr(table, "ExtSubTable", table)
            if type(table).__name__ != "MarkBasePos":
                continue
            done = set()
            for name, record in zip(table.BaseCoverage.glyphs, table.BaseArray.BaseRecord):
                for anchor in record.BaseAnchor if name in lams else []:
                    if anchor is not None and id(anchor) not in done:
                        done.add(id(anchor))
                        anchor.XCoordinate -= PART


def main():
    for path in sys.argv[1:]:
        font = TTFont(path)
        pieces = [name for name in font.getGlyphOrder() if ".rlig" in name or is_made_of_piece(font, name)]
        alefs = [name for name in pieces if font["hmtx"][name][0] == 0]
        lams = [name for name in pieces if name not in alefs]
        if not alefs:
            sys.exit(f"{path} was done before")
        for name in alefs:
            font["hmtx"][name] = (PART, font["hmtx"][name][1])
        simple = [name for name in lams if not font["glyf"][name].isComposite()]
        for name in simple + [name for name in lams if name not in simple]:
            shift_drawing(font, name, set(lams))
        shift_anchors(font, set(lams))
        font.save(path)


if __name__ == "__main__":
    main()
