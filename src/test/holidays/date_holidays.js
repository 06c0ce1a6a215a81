// Public holidays by the npm package `date-holidays` (npm install date-holidays@3.37.0), as JSON, with
// the names and weekends of countries that Node's own ICU has.
//
// Usage: node date_holidays.js 2024 2027 > date-holidays.json
const Holidays = require('date-holidays');
const [first, last] = process.argv.slice(2).map(Number);
const all = new Holidays();
const names = new Intl.DisplayNames('en', { type: 'region' });
const result = {};

function put(code, name, weekend, holidays) {
  const days = {};
  for (let year = first; year <= last; year++) {
    for (const holiday of holidays.getHolidays(year, 'en') || []) {
      if (!['public', 'bank'].includes(holiday.type)) continue;
      // Days that begin at sundown are named by the civil day that follows; they begin at 00:00 here.
      const time = holiday.date.slice(11, 16);
      if (time !== '00:00' && time !== '') continue;
      const from = Date.parse(holiday.date.slice(0, 10) + 'T00:00:00Z');
      const count = Math.max(1, Math.round((holiday.end - holiday.start) / 864e5));
      for (let i = 0; i < count; i++) {
        const day = new Date(from + i * 864e5).toISOString().slice(0, 10);
        if (day.slice(0, 4) <= String(last)) (days[day] ??= {})[holiday.type] = holiday.name;
      }
    }
  }
  result[code.toLowerCase()] = { name, weekend, days };
}

for (const country of Object.keys(all.getCountries())) {
  let week = [6, 7];
  try {
    const locale = new Intl.Locale('und-' + country);
    week = (locale.getWeekInfo?.() ?? locale.weekInfo).weekend;
  } catch (unknown) {}
  const weekend = week.map((day) => day - 1).sort();
  put(country, names.of(country), weekend, new Holidays(country));
  for (const [region, name] of Object.entries(all.getStates(country, 'en') || {})) {
    put(country + '-' + region, `${names.of(country)}, ${name}`, weekend, new Holidays(country, region));
  }
}
console.log(JSON.stringify(result, null, 0));
