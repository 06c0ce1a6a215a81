"""Closed weekdays of exchanges and payment systems by QuantLib (Debian: quantlib-python), as JSON.

Usage: python3 quantlib_calendars.py 2024 2027 > quantlib.json
"""

import json
import sys
from datetime import date, timedelta

import QuantLib as ql

calendars = {
    "nyse": ql.UnitedStates(ql.UnitedStates.NYSE),
    "fed": ql.UnitedStates(ql.UnitedStates.FederalReserve),
    "target": ql.TARGET(),
    "tsx": ql.Canada(ql.Canada.TSX),
    "jpx": ql.Japan(),
}
first, last = int(sys.argv[1]), int(sys.argv[2])
result = {code: [] for code in calendars}
day = date(first, 1, 1)
while day.year <= last:
    if day.weekday() < 5:
        for code, calendar in calendars.items():
            if not calendar.isBusinessDay(ql.Date(day.day, day.month, day.year)):
                result[code].append(str(day))
    day += timedelta(days=1)
json.dump(result, sys.stdout)
