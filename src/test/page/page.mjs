// Pages in headless Chromium: axe-core, overflow, keyboard and print, at two widths, light and dark.
// usage: node page.mjs FOLDER EMULATOR PAGE.html...
import axe from 'axe-core';
import { marked } from 'marked';
import fs from 'node:fs';
import puppeteer from 'puppeteer-core';

const [folder, emulator, ...pages] = process.argv.slice(2);
const FOCUSABLE = 'a[href], button:not([disabled]), summary, select, input, [tabindex="0"]';
const faults = [];
const fault = (...words) => faults.push(words.join(' '));

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });

async function open(url, width, scheme) {
  const page = await browser.newPage();
  await page.setBypassCSP(true);
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.goto(url, { waitUntil: 'load' });
  await new Promise(done => setTimeout(done, url.startsWith('http') ? 1200 : 0));
  return page;
}

/** What Tab reaches, in comparison with what can be focused and is shown. */
async function reach(page, name) {
  const wanted = await page.evaluate(selector => [...document.querySelectorAll(selector)]
    .filter(node => node.checkVisibility()).length, FOCUSABLE);
  const seen = new Set();
  await page.evaluate(() => document.body.focus());
  for (let i = 0; i < wanted + 5; i++) {
    await page.keyboard.press('Tab');
    seen.add(await page.evaluate(() => {
      const at = document.activeElement;
      if (at === document.body) return null;
      window.reached ||= new Map();
      if (!reached.has(at)) reached.set(at, reached.size + 1);
      return reached.get(at);
    }));
  }
  seen.delete(null);
  if (seen.size < wanted) fault(name, 'Tab reaches', seen.size, 'of', wanted);
}

async function look(url, name) {
  for (const width of [420, 1100]) {
    for (const scheme of ['light', 'dark']) {
      const page = await open(url, width, scheme);
      await page.evaluate(axe.source);
      const found = await page.evaluate(() => axe.run());
      found.violations.forEach(v => fault(name, width, scheme, v.id, v.nodes.length, v.nodes[0].html.slice(0, 160)));
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (over > 0) fault(name, width, scheme, 'is', over, 'px too wide');
      const cut = await page.evaluate(() => [...document.querySelectorAll('td, th, p, li, code, h1, h2, h3')]
        .filter(node => node.checkVisibility() && node.getBoundingClientRect().right > innerWidth + 1).length);
      if (cut > 0) fault(name, width, scheme, cut, 'elements end beyond the edge');
      if (scheme === 'light') await reach(page, name + ' ' + width);
      await page.screenshot({ path: `${folder}/${name}-${width}-${scheme}.png`, fullPage: true });
      await page.close();
    }
  }
}

/** Everything that folds is open on paper. */
async function print(url, name) {
  const page = await open(url, 1100, 'light');
  const folded = await page.evaluate(() => [...document.querySelectorAll('details')]
    .map(node => {
      // Of its first text: what stands in elements beside each other is apart on paper.
      const texts = document.createTreeWalker(node.querySelector('li, td') || node.lastElementChild, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const text = texts.currentNode.data.trim().split('\n')[0];
        if (text) return text.slice(0, 24);
      }
      return '';
    }));
  await page.pdf({ path: `${folder}/${name}.pdf`, format: 'A4' });
  fs.writeFileSync(`${folder}/${name}.folded`, folded.join('\n') + '\n');
  await page.close();
}

/** A question before everything is forgotten: no keeps it, yes forgets it. */
async function forget() {
  const page = await open(emulator, 1100, 'light');
  let asked = '';
  let answer = false;
  page.on('dialog', dialog => { asked = dialog.message(); return answer ? dialog.accept() : dialog.dismiss(); });
  const names = await page.evaluate(() => [...document.querySelectorAll('button')].map(b => b.getAttribute('aria-label') || b.textContent.trim()));
  const twice = names.filter((name, i) => names.indexOf(name) !== i);
  if (twice.length) fault('emulator: buttons of one name:', twice.join(', '));
  const shown = await page.evaluate(() => document.querySelector('main').innerText);
  if (/[^A-Za-z]due \d{4}-/.test(shown)) fault('emulator: a due date without its weekday');
  for (const yes of [false, true]) {
    answer = yes;
    await page.click('button[data-do=reset]');
    await new Promise(done => setTimeout(done, 1500));
    const left = await page.evaluate(() => document.querySelectorAll('#list li').length);
    if (!asked.startsWith('Forget ')) fault('emulator: nobody was asked');
    if ((left === 0) !== yes) fault('emulator: answered', yes, 'and', left, 'processes are left');
  }
  await page.close();
}

/** A comment as a code host shows it. */
function comment(file) {
  const page = file.replace(/\.md$/, '-comment.html');
  const text = fs.readFileSync(file, 'utf8').replace(/^> \[!CAUTION\]\n/m, '> **Caution**\n');
  const html = marked.parse(text).replaceAll('<input disabled=""', '<input aria-label="Incomplete task"');
  fs.writeFileSync(page, `<!doctype html><html lang="en"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1"><title>A request</title><style>
    :root { color-scheme: light dark } body { font: 14px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 1rem auto; padding: 0 1rem; overflow-wrap: break-word }
    table { display: block; overflow-x: auto; border-collapse: collapse } td, th { border: 1px solid #8888; padding: 6px 13px; text-align: left }
    blockquote { border-left: 4px solid #8888; margin: 0; padding: 0 1em } code { overflow-wrap: anywhere } a { color: inherit }</style></head>
    <body><main><h1>A request</h1>${html}</main></body></html>`);
  return page;
}

for (const given of pages) {
  const file = given.endsWith('.md') ? comment(given) : given;
  const name = file.split('/').pop().replace('.html', '');
  await look('file://' + file, name);
  if (file === given) await print('file://' + file, name);
}
await look(emulator, 'emulator');
await forget();
await browser.close();
faults.forEach(words => console.log(words));
console.log(faults.length ? faults.length + ' faults' : 'no fault');
process.exit(faults.length ? 1 : 0);
