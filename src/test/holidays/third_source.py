"""The table of holidays held against QuantLib (Debian: quantlib-python), which was no source of its countries.

Usage: /usr/bin/python3 third_source.py holidays.txt third-source-differences.txt

Compared day by day, Monday to Friday, for the years of the table: a day off that only one of the two has.
QuantLib lists days of exchanges and of settlement; what follows from that stands, with its reason, in the
list of differences. A difference that no line there names, or a line that names none, fails.
"""

import sys
from datetime import date, timedelta

import QuantLib as ql

CALENDARS = {
    "ar": ql.Argentina(),
    "au-nsw": ql.Australia(),
    "br": ql.Brazil(ql.Brazil.Settlement),
    "ca-on": ql.Canada(ql.Canada.Settlement),
    "ch-zh": ql.Switzerland(),
    "cz": ql.CzechRepublic(),
    "de": ql.Germany(ql.Germany.Settlement),
    "dk": ql.Denmark(),
    "fi": ql.Finland(),
    "fr": ql.France(ql.France.Settlement),
    "gb-eng": ql.UnitedKingdom(ql.UnitedKingdom.Settlement),
    "hu": ql.Hungary(),
    "is": ql.Iceland(),
    "it": ql.Italy(ql.Italy.Settlement),
    "jp": ql.Japan(),
    "kr": ql.SouthKorea(ql.SouthKorea.Settlement),
    "mx": ql.Mexico(),
    "no": ql.Norway(),
    "nz-auk": ql.NewZealand(),
    "pl": ql.Poland(),
    "ro": ql.Romania(),
    "ru": ql.Russia(ql.Russia.Settlement),
    "se": ql.Sweden(),
    "sg": ql.Singapore(),
    "sk": ql.Slovakia(),
    "us": ql.UnitedStates(ql.UnitedStates.Settlement),
    "za": ql.SouthAfrica(),
}
YEARS = (2024, 2027)


def table(path):
    """Of each code: its days with their names, and the days in question."""
    codes = {}
    for line in open(path, encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        if cells[0]:
            written, asked = codes.setdefault(cells[0], ({}, set()))
        elif len(cells) > 3:
            asked.add(cells[1])
        else:
            written[cells[1]] = cells[2]
    return codes


def differences(codes):
    for code, calendar in sorted(CALENDARS.items()):
        written, asked = codes[code]
        day = date(YEARS[0], 1, 1)
        while day.year <= YEARS[1]:
            text = str(day)
            if day.weekday() < 5 and text not in asked:
                off = not calendar.isBusinessDay(ql.Date(day.day, day.month, day.year))
                if off != (text in written):
                    side = "QuantLib" if off else "table"
                    yield f"{code} {text} {side}", written.get(text, "")
            day += timedelta(days=1)


def main():
    codes = table(sys.argv[1])
    reasons = []
    for line in open(sys.argv[2], encoding="utf-8"):
        if line.strip() and not line.startswith("#"):
            reasons.append(tuple(line.split(maxsplit=3)[:3]))
    used, bad = set(), []
    for key, name in differences(codes):
        code, day, side = key.split()
        fits = [(c, s, d) for c, s, d in reasons if c == code and s == side and (d == "*" or day[5:].startswith(d))]
        used.update(fits)
        if not fits:
            bad.append(f"not listed: {key} {name}")
    bad += [f"listed, no difference: {' '.join(reason)}" for reason in reasons if reason not in used]
    compared = sorted(CALENDARS)
    days = sum(date.fromisoformat(d).weekday() < 5 for code in compared for d in codes[code][0])
    clean = [code for code in compared if not any(reason[0] == code for reason in reasons)]
    print(f"{len(compared)} codes, {days} weekdays off; no difference in {', '.join(clean)}; {len(reasons)} reasons listed")
    print("\n".join(bad), end="\n" if bad else "")
    sys.exit(bool(bad))


if __name__ == "__main__":
    main()
