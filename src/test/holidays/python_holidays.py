"""Public holidays by the python package `holidays` (pip install holidays==0.105), as JSON.

Usage: python3 python_holidays.py 2024 2027 > python-holidays.json
Codes are lower case: us, us-ca; exchanges are written as exchange:xnys.
"""

import json
import sys

import holidays

years = range(int(sys.argv[1]), int(sys.argv[2]) + 1)
result = {}


def put(code, days):
    result[code.lower()] = {
        "days": {str(d): n for d, n in sorted(days.items()) if d.year in years},
        "weekend": sorted(days.weekend),
    }


for country, regions in holidays.list_supported_countries(include_aliases=False).items():
    for region in [None, *regions]:
        try:
            days = holidays.country_holidays(country, subdiv=region, years=years, language="en_US")
        except (NotImplementedError, KeyError, ValueError):
            days = holidays.country_holidays(country, subdiv=region, years=years)
        put(country if region is None else f"{country}-{region}", days)
for exchange in holidays.list_supported_financial(include_aliases=False):
    put("exchange:" + exchange, holidays.financial_holidays(exchange, years=years))
json.dump(result, sys.stdout, indent=0, sort_keys=True)
