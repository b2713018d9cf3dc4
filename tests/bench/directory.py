#!/usr/bin/env python3
"""Turns a number into a directory of so many services, and into what importing it and building all its pages costs.

usage: tests/bench/directory.py [--count 50000] [--binary PATH] [--work FOLDER] [--list] [--keep]

It writes services in invented words as Open Referral UK 3.0, one in each line (with `--list` as one list), imports them
into a portal of two languages and ten places, and builds all pages and lists from nothing. Then it builds the portal
`medium` of `portal.py` from nothing three times, to compare CPU seconds for each page with the median. It fails where a
page of the directory costs more than 1.5 times a page of `medium`, the import included, or where import or build needs
more than 1.5 GiB of memory.
"""

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
import uuid
from pathlib import Path
from typing import NamedTuple

sys.dont_write_bytecode = True
import portal  # noqa: E402

REPOSITORY = Path(__file__).absolute().parents[2]
MOST_TIMES = 1.5
MOST_MEBIBYTES = 1536
MEDIUM_RUNS = 3


class Cost(NamedTuple):
    cpu: float
    wall: float
    mebibytes: float


def own(kind, number):
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"https://directory.example/{kind}/{number}"))


def schedule(number, day, dice):
    return {
        "id": own("schedule", f"{number}/{day}"), "freq": "WEEKLY", "byday": day,
        "opens_at": f"{dice.randint(8, 10):02}:00:00", "closes_at": f"{dice.randint(15, 19)}:30:00",
    }


def location(number, dice):
    street = portal.Writer("en", f"street {number}").title(1)
    address = {
        "id": own("address", number), "address_1": f"{dice.randint(1, 200)} {street} Street", "city": "Townsville",
        "state_province": "Area", "country": "GB", "address_type": "physical",
        "postal_code": f"LE{dice.randint(1, 17)} {dice.randint(1, 9)}ZZ",
    }
    inner = {
        "id": own("location", number), "location_type": "physical", "name": f"{street} Hall {number}",
        "addresses": [address], "accessibility": [{"id": own("access", number), "description": "Step free"}],
    }
    return {"id": own("at", number), "location": inner}


def attribute(number, topic):
    term = {"id": own("term", topic), "name": topic, "taxonomy": "topics", "taxonomy_id": own("taxonomy", "topics")}
    return {"id": own("attribute", f"{number}/{topic}"), "link_type": "service_category", "taxonomy_term": term}


def service(number, writing):
    """What a council's system says of a service; every tenth runs in a hall of its own, the others in one of a tenth."""
    dice = random.Random(f"imported {number}")
    text = writing.service_text(number, "en")
    group = number // 10
    area = 1 + number % writing.size.places
    code = f"E06{area:06}"
    return {
        "id": own("service", number),
        "name": text["name"],
        "description": f"{text['summary']}\n\n{text['about']}",
        "url": f"https://service-{number}.example.org/",
        "email": f"service-{number}@example.org",
        "status": "active",
        "fees": "Free",
        "minimum_age": 18,
        "assured_date": "2026-10-01",
        "assurer_email": "editor@carers.example.org",
        "organization": {
            "id": own("organization", group), "name": f"{portal.Writer('en', f'group {group}').title(2)} {group}",
            "description": "Support for carers.",
        },
        "phones": [{"id": own("phone", number), "number": portal.random_phone(dice), "type": "voice"}],
        "languages": [{"id": own("language", number), "code": "en", "name": "English"}],
        "schedules": [schedule(number, day, dice) for day in ("MO", "TU", "WE", "TH", "FR")],
        "service_areas": [{
            "id": own("area", number), "name": f"area-{area:02}",
            "uri": f"http://statistics.data.gov.uk/id/statistical-geography/{code}",
        }],
        "cost_options": [{"id": own("cost", number), "option": "Everyone", "amount": 0, "amount_description": "Free"}],
        "service_at_locations": [location(group if number % 10 else number, dice)],
        "attributes": [attribute(number, dice.choice(writing.categories))],
    }


def write_services(file, count, writing, as_list):
    with file.open("w", encoding="utf-8") as out:
        out.write("[" if as_list else "")
        for number in range(count):
            out.write("," if as_list and number else "")
            out.write(json.dumps(service(number, writing), ensure_ascii=False) + "\n")
        out.write("]\n" if as_list else "")


def spend(command):
    began = time.monotonic()
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        if status != 0:
            log.seek(0)
            sys.exit(f"{' '.join(command)} failed:\n{log.read().decode()[-2000:]}")
    return Cost(usage.ru_utime + usage.ru_stime, time.monotonic() - began, usage.ru_maxrss / 1024)


def pages_of(out):
    return sum(1 for path in out.rglob("*.html"))


def build(binary, folder, out):
    for left in (out, out.with_name(f".{out.name}.fingerpost"), folder / ".fingerpost"):
        shutil.rmtree(left, ignore_errors=True)
    return spend([binary, "-C", str(folder), "build", "--out", str(out)])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=50_000)
    parser.add_argument("--binary", type=Path, default=REPOSITORY / "target" / "release" / "fingerpost")
    parser.add_argument("--work", type=Path, default=Path(tempfile.gettempdir()) / "fingerpost-directory")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--keep", action="store_true", help="leave the work folder as it is")
    asked = parser.parse_args()
    binary = str(asked.binary.absolute())
    shutil.rmtree(asked.work, ignore_errors=True)
    folder, out = asked.work / "portal", asked.work / "site"
    writing = portal.Portal(portal.Size(2, 12, 10, 10, 10), False, False)
    portal.write(folder, writing.files())
    file = asked.work / ("services.json" if asked.list else "services.ndjson")
    write_services(file, asked.count, writing, asked.list)
    imported = spend([binary, "-C", str(folder), "import", "oruk", str(file), "--source", "council"])
    built = build(binary, folder, out)
    pages, services = pages_of(out), len(list((folder / "content" / "services").iterdir())) - 10
    medium = asked.work / "medium"
    portal.write(medium, portal.Portal(portal.SIZES["medium"], False, False).files())
    compared = sorted(build(binary, medium, asked.work / "medium-site") for _ in range(MEDIUM_RUNS))[MEDIUM_RUNS // 2]
    of_medium = pages_of(asked.work / "medium-site")
    each, usual = (imported.cpu + built.cpu) / pages, compared.cpu / of_medium
    print(f"{services} of {asked.count} services imported; {pages} pages built; {of_medium} of medium")
    for name, cost in (("import", imported), ("build", built), ("medium", compared)):
        print(f"{name:8} {cost.cpu:7.2f} s CPU {cost.wall:7.2f} s {cost.mebibytes:6.0f} MiB")
    print(f"a page costs {each * 1e6:.0f} us, {built.cpu / pages * 1e6:.0f} us of them in the build; one of medium "
          f"{usual * 1e6:.0f} us: {each / usual:.2f} times ({built.cpu / pages / usual:.2f} without the import)")
    if not asked.keep:
        shutil.rmtree(asked.work)
    peak = max(imported.mebibytes, built.mebibytes)
    if services != asked.count or each > MOST_TIMES * usual or peak > MOST_MEBIBYTES:
        sys.exit("too much")


if __name__ == "__main__":
    main()
