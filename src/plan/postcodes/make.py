"""Turns postcode_la_exact.json into great-britain.txt: python3 make.py postcode_la_exact.json > great-britain.txt

The source says of every postcode in the ONS Postcode Directory (November 2025) which local authority it lies in:
{"la": [GSS codes], "o": {outward code: authority | {"*": usual authority, sector: authority | [usual authority,
{authority: "concatenated units"}]}}}. Postcodes of Northern Ireland (BT) are left out: their licence differs.

The first line names the authorities. Each other line is one outward code, the number of its usual authority, and each
sector that differs: `3:325:326=GQQZ` says that in sector 3 the usual authority is number 325, and 326 at GQ and QZ.
"""
import json
import sys

table = json.load(open(sys.argv[1], encoding="utf-8"))
rows = {outward: row for outward, row in table["o"].items() if not outward.startswith("BT")}


def authorities(row):
    """The numbers of all authorities that a row names."""
    if isinstance(row, int):
        return {row}
    found = set()
    for key, sector in row.items():
        if isinstance(sector, int):
            found.add(sector)
        else:
            found |= {sector[0], *map(int, sector[1])}
    return found


used = sorted(set().union(*map(authorities, rows.values())))
number = {old: new for new, old in enumerate(used)}


def sector_text(sector, value):
    """One sector of a row."""
    if isinstance(value, int):
        return f"{sector}:{number[value]}"
    others = (f":{number[int(authority)]}={units}" for authority, units in sorted(value[1].items(), key=lambda x: int(x[0])))
    return f"{sector}:{number[value[0]]}" + "".join(others)


print(*(table["la"][old] for old in used))
for outward, row in sorted(rows.items()):
    if isinstance(row, int):
        print(outward, number[row])
    else:
        sectors = (sector_text(sector, value) for sector, value in sorted(row.items()) if sector != "*")
        print(outward, number[row["*"]], *sectors)
