"""Compares the cases written by NumpyCases with numpy's business days.

numpy rolls before it counts, so a start on a day off is rolled away from the direction of
counting: backward for n > 0, forward for n < 0; for n = 0, +0bd is a roll forward. Its
busday_count is only asked with begin <= end (numpy 1.24 is wrong on reversed dates).
"""

import sys

import numpy as np


def day(number):
    return np.datetime64(int(number), "D")


def expected(kind, fields, calendar):
    if kind == "add":
        n = int(fields[1])
        roll = "backward" if n > 0 else "forward"
        return [np.busday_offset(day(fields[0]), n, roll=roll, busdaycal=calendar)]
    if kind == "roll":
        return [
            np.busday_offset(day(fields[0]), 0, roll=roll, busdaycal=calendar)
            for roll in ("forward", "backward")
        ]
    if kind == "open":
        return [int(np.is_busday(day(fields[0]), busdaycal=calendar))]
    return [np.busday_count(day(fields[0]), day(fields[1]), busdaycal=calendar)]


def number(value):
    return int(value.astype("int64")) if isinstance(value, np.datetime64) else int(value)


def main(path):
    checked = 0
    wrong = 0
    calendar = None
    arguments = {"add": 2, "roll": 1, "open": 1, "count": 2}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            kind, *fields = line.split()
            if kind == "calendar":
                mask = int(fields[0])
                holidays = [] if fields[1] == "-" else [day(d) for d in fields[1].split(",")]
                calendar = np.busdaycalendar(
                    weekmask=[bool(mask >> d & 1) for d in range(7)], holidays=holidays
                )
                continue
            ours = [int(value) for value in fields[arguments[kind] :]]
            theirs = [number(value) for value in expected(kind, fields, calendar)]
            checked += 1
            if ours != theirs:
                wrong += 1
                if wrong <= 10:
                    print("disagreement:", line.strip(), "numpy:", theirs)
    print(f"{checked} cases compared with numpy {np.__version__}: {wrong} disagree")
    return 1 if wrong or checked == 0 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
