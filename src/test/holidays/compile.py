"""The table of holidays that `procc calendar import` offers, from sources that know nothing of each other.

    pip install holidays==0.105                     # python3 python_holidays.py 2024 2027 > python-holidays.json
    npm install date-holidays@3.37.0                # node date_holidays.js 2024 2027 > date-holidays.json
    apt-get install quantlib-python                 # python3 quantlib_calendars.py 2024 2027 > quantlib.json
    python3 compile.py 2024 2027 python-holidays.json date-holidays.json quantlib.json > holidays.txt

A day that both sources of a code have is written; a day that one of them has is written with a question
mark and the source that has it, for a person to decide. A code is left out where more than LIMIT weekdays
of all years are in question: then the sources do not describe the same thing.

The table's lines:
    code<TAB>weekend<TAB>name<TAB>sources           weekend: mo tu we th fr sa su
    <TAB>2024-12-25<TAB>Christmas Day               a day off
    <TAB>2024-12-24<TAB>Christmas Eve<TAB>?source   in question: only this source has it
"""

import json
import re
import sys
from datetime import date

LIMIT = 12
# No place keeps just these days: a region has to be named.
REGION_NEEDED = {"gb", "ca", "au", "ch"}
NOT_OFFERED = {"aq", "um", "us-um"}
EXCHANGES = {
    "nyse": ("exchange:xnys", "New York Stock Exchange"),
    "target": ("exchange:xecb", "T2 (TARGET), the euro payment system"),
    "tsx": ("exchange:xtse", "Toronto Stock Exchange"),
    "jpx": ("exchange:xjpx", "Japan Exchange Group"),
    "fed": ("us", "Federal Reserve Banks"),
}
DAYS = ["mo", "tu", "we", "th", "fr", "sa", "su"]
FIRST = "python-holidays 0.105"
SECOND = "date-holidays 3.37.0"
THIRD = "QuantLib 1.29"


def clean(name):
    name = re.sub(r"\s+", " ", name.split(";")[0]).strip()
    name = re.sub(r" \((estimated|observed, estimated)\)", "", name)
    return name.replace("\t", " ")


def fed(days):
    """The Reserve Banks keep the federal holidays, but not on the Friday before a Saturday's."""
    return {
        day: name.replace(" (observed)", "")
        for day, name in days.items()
        if date.fromisoformat(day).weekday() < 5
        and not ("(observed)" in name and date.fromisoformat(day).weekday() == 4)
    }


def rows(first, second, first_name, second_name, names, skip=()):
    out, doubtful = [], 0
    for day in sorted(set(first) | set(second)):
        weekday = date.fromisoformat(day).weekday()
        name = clean(first.get(day) or names.get(day) or "Closed")
        if day in first and day in second:
            out.append(f"\t{day}\t{name}")
        elif weekday not in skip:
            doubtful += 1
            out.append(f"\t{day}\t{name}\t?{first_name if day in first else second_name}")
    return out, doubtful


def closest(first, second, skip):
    """Public days alone, or public and bank days: whichever the other source means."""
    def working(days):
        return {day for day in days if date.fromisoformat(day).weekday() not in skip}

    choices = [
        {day: kinds for day, kinds in second.items() if "public" in kinds},
        second,
    ]
    return min(choices, key=lambda days: len(working(days) ^ working(first)))


def main():
    years = f"{sys.argv[1]}..{sys.argv[2]}"
    python, dates, quantlib = (json.load(open(path)) for path in sys.argv[3:6])
    table, refused = {}, []
    for code in sorted(python):
        if code.startswith("exchange:") or code not in dates or code in NOT_OFFERED:
            continue
        first, other = python[code]["days"], dates[code]
        weekend = other["weekend"]
        if sorted(python[code]["weekend"]) != weekend:
            refused.append(code)
            continue
        second = closest(first, other["days"], weekend)
        names = {day: next(iter(kinds.values())) for day, kinds in second.items()}
        lines, doubtful = rows(first, second, FIRST, SECOND, names, weekend)
        if doubtful > LIMIT or code in REGION_NEEDED or not lines:
            refused.append(code)
            continue
        days = " ".join(DAYS[i] for i in weekend)
        table[code] = [f"{code}\t{days}\t{other['name']}\t{FIRST}, {SECOND}", *lines]
    for code, (source, name) in EXCHANGES.items():
        first = python[source]["days"]
        if code == "fed":
            first = fed(first)
        first = {day: n for day, n in first.items() if date.fromisoformat(day).weekday() < 5}
        second = dict.fromkeys(quantlib[code])
        lines, _ = rows(first, second, FIRST, THIRD, {})
        table[code] = [f"{code}\tsa su\t{name}\t{FIRST}, {THIRD}", *lines]
    print(f"# {years}")
    print("# Made by src/test/holidays/compile.py; do not edit")
    for code in sorted(table):
        print("\n".join(table[code]))
    countries = {c for c in table if "-" not in c and len(c) == 2} | {c.split("-")[0] for c in table if "-" in c}
    print(
        f"{len(table)} codes, {len(countries)} countries; left out: {' '.join(refused)}",
        file=sys.stderr,
    )


main()
