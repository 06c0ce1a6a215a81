// vscode.mjs FOLDER PROCC VSIX...: drives a VS Code in a browser, and leaves pictures in FOLDER.
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { chromium } from 'playwright-core';

const [folder, procc, ...vsixes] = process.argv.slice(2);
const project = path.join(folder, 'project');
const here = path.dirname(process.argv[1]);
const PORT = 18089;
const WAIT = 180_000;

function say(what) {
  console.log(`vscode: ${what}`);
}

function git(...words) {
  execFileSync('git', ['-C', project, '-c', 'user.name=t', '-c', 'user.email=t@t', ...words]);
}

async function await_(what, there) {
  const end = Date.now() + WAIT;
  for (;;) {
    if (await there()) {
      say(what);
      return;
    }
    if (Date.now() > end) {
      throw new Error(`waited in vain for ${what}`);
    }
    await new Promise((done) => setTimeout(done, 100));
  }
}

// A YAML file that is none of ours.
fs.writeFileSync(path.join(project, 'other.yaml'), 'name: a\nname: b\n');

// The sample in a repository, so that there is a HEAD to compare with.
git('init', '-q');
git('add', '-A');
git('commit', '-qm', 'base');

const settings = {
  'files.autoSave': 'off',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'chat.commandCenter.enabled': false,
  'workbench.secondarySideBar.visible': false,
  'editor.minimap.enabled': false,
  'window.commandCenter': false,
};
const userData = path.join(folder, 'user');
fs.mkdirSync(path.join(userData, 'User'), { recursive: true });
fs.writeFileSync(path.join(userData, 'User', 'settings.json'), JSON.stringify(settings));

/** Settings of the machine on which the server runs are kept apart where the window is another one. */
function setPath(program) {
  fs.mkdirSync(path.join(userData, 'Machine'), { recursive: true });
  fs.writeFileSync(path.join(userData, 'Machine', 'settings.json'), JSON.stringify({ 'procc.path': program }));
}

setPath(procc);
const dirs = ['--user-data-dir', userData, '--extensions-dir', path.join(folder, 'extensions')];
const binary = path.join(here, 'node_modules', '.bin', 'code-server');
for (const vsix of vsixes) {
  execFileSync(binary, [...dirs, '--install-extension', vsix], { stdio: 'inherit' });
}
const server = spawn(
  binary,
  [...dirs, '--auth', 'none', '--bind-addr', `127.0.0.1:${PORT}`, '--disable-workspace-trust',
    '--disable-telemetry', '--disable-update-check', project],
  { stdio: ['ignore', fs.openSync(path.join(folder, 'code-server.log'), 'w'), 'inherit'], detached: true },
);

async function answers() {
  return new Promise((done) => {
    http.get(`http://127.0.0.1:${PORT}/healthz`, (answer) => done(answer.statusCode === 200)).on('error', () => done(false));
  });
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-dev-shm-usage'],
});
let page;
let pictures = 0;

async function picture(name) {
  await page.screenshot({ path: path.join(folder, `${++pictures}-${name}.png`) });
}

async function command(title) {
  const widget = page.locator('.quick-input-widget');
  await page.keyboard.press('F1');
  await widget.locator('input').first().fill(`>${title}`);
  await widget.locator('.monaco-list-row.focused').filter({ hasText: title }).waitFor();
  await page.keyboard.press('Enter');
  await widget.waitFor({ state: 'hidden' });
}

/** The text of a part of the window; empty while it is not there. */
async function textOf(part) {
  return (await part.count()) > 0 ? part.first().innerText().catch(() => '') : '';
}

async function open(file) {
  await page.locator('.explorer-folders-view .monaco-list-row').filter({ hasText: file }).first().dblclick();
  await page.locator(`.tab.active[data-resource-name="${file}"]`).waitFor({ timeout: WAIT });
  await page.locator('.editor-instance .view-lines').first().click();
}

async function go(line, column = 1) {
  await page.keyboard.press('Control+g');
  await page.locator('.quick-input-widget input').first().fill(`:${line},${column}`);
  await page.keyboard.press('Enter');
}

/** The number of the line that holds a text, on disk. */
function lineOf(file, text) {
  return read(file).split('\n').findIndex((line) => line.includes(text)) + 1;
}

function read(file) {
  return fs.readFileSync(path.join(project, file), 'utf8');
}

async function save() {
  await page.keyboard.press('Control+s');
}

function statusText() {
  return page.locator('.statusbar-item[id*="procc"]').first().innerText().catch(() => '');
}

async function tour() {
  await await_('code-server answers', answers);
  page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  page.setDefaultTimeout(WAIT);
  await page.goto(`http://127.0.0.1:${PORT}/?folder=${encodeURIComponent(project)}`);
  await page.locator('.explorer-folders-view .monaco-list-row').filter({ hasText: 'close.process.yaml' }).waitFor();
  say('workbench');

  // The file begins with a comment and then procc: v1; people.yaml has no name of its own.
  await open('people.yaml');
  await await_('language by the first line', async () => /procc/.test(await page.locator('.statusbar-item[id="status.editor.mode"]').innerText()));
  await open('close.process.yaml');
  await await_('project and target in the status line', async () => /close-team · local/.test(await statusText()));
  await await_('hints behind dates', async () => (await page.locator('.view-lines').innerText()).includes('2025-01-13'));
  await picture('open');

  // Findings come, and go with their cause.
  const assignee = lineOf('close.process.yaml', 'assignee: writer');
  await go(assignee);
  await page.keyboard.press('End');
  await page.keyboard.type('2');
  await await_('finding of an unknown person', async () => (await page.locator('.squiggly-error').count()) > 0);
  await await_('error in the status line', async () => / 1\s/.test(await statusText()));
  await page.keyboard.press('Control+Shift+m');
  const problems = page.locator('.markers-panel');
  await await_('finding in the list of problems', async () => (await problems.innerText()).includes('writer2'));
  await picture('finding');

  // The server of another YAML extension finds what is wrong in a file that is none of ours, and says
  // nothing of ours.
  await open('other.yaml');
  await await_('finding of the other extension', async () => (await problems.innerText()).includes('unique'));
  await open('close.process.yaml');
  const files = await problems.locator('.monaco-list-row').allInnerTexts();
  const doubled = files.filter((row) => /yaml-schema|YAML\b/.test(row) && !/other\.yaml|unique/.test(row));
  if (doubled.length > 0) {
    throw new Error(`both answer: ${doubled.join(' / ')}`);
  }
  say('nothing of ours from the other extension');
  await picture('beside');
  await page.keyboard.press('Control+Shift+m');

  // A person is completed, once: nothing answers twice.
  await go(assignee);
  await page.keyboard.press('End');
  await page.keyboard.press('Shift+Home');
  await page.keyboard.type('assignee: el');
  const rows = page.locator('.suggest-widget.visible .monaco-list-row');
  await await_('menu of people', async () => (await rows.filter({ hasText: 'elena' }).count()) === 1);
  await picture('completion');
  await page.keyboard.press('Enter');
  await save();
  await await_('completed person', () => read('close.process.yaml').includes('      assignee: elena\n'));
  await await_('no finding of a person', async () => (await page.locator('.squiggly-error').count()) === 0);

  // A date is hovered.
  const date = lineOf('close.process.yaml', 'dueDate: WD8');
  await go(date, read('close.process.yaml').split('\n')[date - 1].indexOf('WD8') + 2);
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Control+i');
  const hover = page.locator('.monaco-hover:not(.hidden)').first();
  await await_('hover of a date', async () => (await hover.innerText().catch(() => '')).includes('2025-01-13'));
  await picture('hover');
  await page.keyboard.press('Escape');

  // What it becomes, beside it, while it is typed.
  await command('procc: Show the rendered process');
  const rendered = page.locator('.editor-group-container').nth(1);
  await await_('rendered process', async () => (await textOf(rendered)).includes('"businessDaysOfWeek"'));
  await picture('rendered');
  await page.locator('.tab[data-resource-name="close.process.yaml"]').click();
  await command('procc: Show what differs from HEAD');
  const differs = page.frameLocator('iframe.webview.ready').frameLocator('iframe');
  await await_('page of diff', async () => /procc diff/.test(await differs.locator('body').innerText().catch(() => '')));
  await page.locator('.tab[data-resource-name="close.process.yaml"]').click();
  const process_ = lineOf('close.process.yaml', 'dueDate: WD15');
  await go(process_);
  await page.keyboard.press('End');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('6');
  await await_('page that follows an unsaved edit', async () => /WD16/.test(await differs.locator('body').innerText().catch(() => '')));
  await picture('diff');

  // It is formatted.
  await page.locator('.tab[data-resource-name="close.process.yaml"]').first().click();
  await go(lineOf('close.process.yaml', 'title: Provide'), 14);
  await page.keyboard.type('   ');
  await page.keyboard.press('Control+Shift+i');
  await await_('formatted text', async () => {
    await save();
    return read('close.process.yaml').includes('title: Provide') && read('close.process.yaml').includes('WD16');
  });

  // A key is renamed across files.
  await open('entity-close.template.yaml');
  const key = lineOf('entity-close.template.yaml', 'sendTask: recon-ar');
  await go(key, read('entity-close.template.yaml').split('\n')[key - 1].indexOf('recon-ar') + 3);
  await page.keyboard.press('F2');
  await page.locator('.rename-box input').waitFor();
  await picture('rename');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('receivables');
  await page.keyboard.press('Enter');
  await command('File: Save All');
  await await_('renamed across files', () =>
    read('entity-close.template.yaml').includes('task(receivables).done') &&
    read('close.process.yaml').includes('{ from: entities/us/recon-ar, to: entities/us/receivables }'));
  await picture('renamed');

  // Without the program it says what was tried.
  setPath('/nowhere/procc');
  const notification = page.locator('.notification-list-item').filter({ hasText: '/nowhere/procc' });
  await notification.first().waitFor();
  say('message that names what was tried');
  await await_('problem in the status line', async () => (await page.locator('.statusbar-item.error-kind[id*="procc"]').count()) === 1);
  await picture('no-program');
}

try {
  await tour();
} catch (error) {
  if (page) {
    await page.screenshot({ path: path.join(folder, 'failed.png') });
  }
  console.error(error);
  process.exitCode = 1;
} finally {
  await browser.close();
  try {
    process.kill(-server.pid);
  } catch {
    console.error('code-server has ended by itself; see code-server.log');
  }
}
