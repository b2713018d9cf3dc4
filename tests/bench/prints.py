#!/usr/bin/env python3
"""Turns 500 leaflets of two pages into what printing them costs: here, and in Typst alone from the same sources.

usage: tests/bench/prints.py PROGRAM BINARY [RUNS]

  PROGRAM   what `cargo bench --bench prints --no-run` made
  BINARY    fingerpost itself

Writing the sources is counted for neither. The ways take turns; compare CPU seconds, not wall time. Then a portal with
500 such pages is built twice: the second build must make no print.
"""

import os
import re
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

PORTAL = """name: Prints
base_url: https://carers.example.org
languages: [en]
as_of: 2026-11-01
organisation: carers
contact: { phone: "01632 960100" }
"""
WORDS = "carer help call home rest money the and council nurse plan week ask friend letter hospital break".split()


def cost(command):
    """CPU seconds, and the most memory in MiB."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{command}: {said}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, said


def words(number, start, count):
    return " ".join(WORDS[(number * 7 + at * at + at * (number % 13 + 1)) % 17] for at in range(start, start + count))


def write(folder, pages):
    (folder / "content" / "pages").mkdir(parents=True)
    (folder / "content" / "portal.yaml").write_text(PORTAL)
    place = "- { id: uk, kind: country, gss: K02000001, name: United Kingdom }\n"
    (folder / "content" / "localities.yaml").write_text(place)
    (folder / "content" / "organisations.yaml").write_text("- { id: carers, name: Carers, kind: charity }\n")
    head = "---\ntitle: {}\nsummary: {}\nowner: a@example.org\nreviewed: 2026-10-01\nreview_by: 2027-10-01\n{}---\n"
    (folder / "content" / "pages" / "index.en.md").write_text(head.format("Home", "All pages", "") + "Hello.\n")
    for number in range(pages):
        parts = [f"## {words(number, n * 100, 4)}\n\n{words(number, n * 100 + 10, 40)}\n\n" for n in range(3)]
        lists = "".join(f"- {words(number, 60 + n * 9, 9)}\n" for n in range(9))
        text = head.format(f"{words(number, 0, 4)} {number}", words(number, 5, 10), "prints: [a4]\n")
        (folder / "content" / "pages" / f"page-{number}.en.md").write_text(text + "".join(parts) + lists)


def main():
    program, binary, runs = sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 3
    costs = {way: [] for way in ("none", "bare", "ours")}
    for _ in range(runs):
        for way, found in costs.items():
            found.append(cost([program, way])[:2])
    cpu = {way: median(cpu for cpu, _ in found) for way, found in costs.items()}
    peak = {way: max(memory for _, memory in found) for way, found in costs.items()}
    ours, bare = cpu["ours"] - cpu["none"], cpu["bare"] - cpu["none"]
    print(f"500 leaflets: {ours:.2f} s CPU, {peak['ours']:.0f} MiB; bare {bare:.2f} s, {peak['bare']:.0f} MiB; "
          f"{ours / bare:.2f} times")
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), 500)
        build = [binary, "-C", folder, "build"]
        for name in ("first build", "second build"):
            seconds, memory, said = cost(build)
            print(f"{name}: {seconds:.2f} s CPU, {memory:.0f} MiB; {re.search(r'.*files.*', said)[0]}")
        count = len(list(Path(folder, "public").rglob("*.pdf")))
        print(f"{count} prints")


if __name__ == "__main__":
    main()
