// What every browser test needs: a served demo of its own, a browser, logging in, axe, and counting.
import { spawn, execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import net from 'node:net';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { HtmlValidate } from 'html-validate';

const require = createRequire(import.meta.url);
const axeSource = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
export const PASSWORD = 'demo-monitor-2026';

let passed = 0, failed = 0;
export function check(good, what) {
  if (good) passed++;
  else { failed++; console.log('FAILED: ' + what); }
}
export function finish() {
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

function base32(s) {
  let bits = '';
  for (const c of s) bits += 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0');
  return Buffer.from(bits.match(/.{8}/g).map((b) => parseInt(b, 2)));
}
export function totp(secret, step) {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const h = createHmac('sha1', base32(secret)).update(counter).digest();
  const at = h[19] & 15;
  return String((h.readUInt32BE(at) & 0x7fffffff) % 1000000).padStart(6, '0');
}

async function freePort() {
  return new Promise((resolve) => {
    const s = net.createServer();
    s.listen(0, '127.0.0.1', () => { const p = s.address().port; s.close(() => resolve(p)); });
  });
}

export async function serveDemo() {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'srm-demo-'));
  execFileSync(process.env.SRM, ['demo', dir], { stdio: 'ignore' });
  const port = await freePort();
  const config = path.join(dir, 'config.ini');
  fs.writeFileSync(config, fs.readFileSync(config, 'utf8').replaceAll('127.0.0.1:8080', `127.0.0.1:${port}`));
  const log = fs.openSync(path.join(dir, 'log'), 'w');
  const server = spawn(process.env.SRM, ['serve', '--config', config], { stdio: ['ignore', log, log] });
  const base = `http://127.0.0.1:${port}`;
  for (let i = 0; i < 100; i++) {
    try { if ((await fetch(base + '/inloggen')).status === 200) break; } catch { /* not yet */ }
    await new Promise((r) => setTimeout(r, 100));
  }
  return {
    base, dir,
    log: () => fs.readFileSync(path.join(dir, 'log'), 'utf8'),
    stop: async () => { await nobodyLeaked(dir); return new Promise((resolve) => {
      server.on('exit', (code) => { fs.rmSync(dir, { recursive: true, force: true }); resolve(code); });
      server.kill('SIGTERM');
    }); },
  };
}

export async function openBrowser() {
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
}

/* What an opdrachtgever got from the server in the whole run, and who was typed into the forms of others: the one must not be in the other (spec 5). */
const seenByOg = [], waiting = [], typed = new Set(['Testpersoon Voorbeeld', '9999 ZZ', '9999ZZ']);
function listen(page, email) {
  const og = email.startsWith('og');
  page.context().on('response', (r) => {
    if (og && (r.headers()['content-type'] ?? '').startsWith('text/')) waiting.push(r.text().then((t) => seenByOg.push([r.url(), t]), () => {}));
  });
  page.context().on('request', (r) => {
    if (r.method() !== 'POST' || !/\/(kandidaten|kandidaat)/.test(new URL(r.url()).pathname) || r.url().includes('inlezen')) return;
    const fields = new URLSearchParams(r.postData() ?? '');
    if ((fields.get('naam') ?? '').length > 5) typed.add(fields.get('naam'));
    const day = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(fields.get('geboortedatum') ?? '');
    if (day) {
      const [d, m] = [day[1].padStart(2, '0'), day[2].padStart(2, '0')];
      typed.add(`${d}-${m}-${day[3]}`).add(`${day[3]}-${m}-${d}`);
    }
  });
}
/* The mails as a receiver reads them: the parts of an .eml, decoded. */
function mailText(raw) {
  const base64 = raw.replace(/^[A-Za-z0-9+/=\r\n]{60,}$/gm, (b) => Buffer.from(b, 'base64').toString('utf8'));
  return base64.replace(/=\r?\n/g, '').replace(/(=[0-9A-F]{2})+/g, (q) => Buffer.from(q.replaceAll('=', ''), 'hex').toString('utf8'));
}
async function nobodyLeaked(dir) {
  await Promise.all(waiting);
  const folder = path.join(dir, 'mail');
  const mails = fs.existsSync(folder) ? fs.readdirSync(folder).map((f) => ['mail ' + f, mailText(fs.readFileSync(path.join(folder, f), 'utf8'))]) : [];
  const all = [...seenByOg, ...mails, ['the log', fs.readFileSync(path.join(dir, 'log'), 'utf8')]];
  const leaks = all.flatMap(([where, what]) => [...typed].filter((t) => what.includes(t)).map((t) => `${t} in ${where}`));
  check(leaks.length === 0, `no kandidaat reaches a page of an opdrachtgever (${seenByOg.length} looked at), a mail (${mails.length}) or the log: ${leaks.slice(0, 5).join('; ')}`);
}

const used = new Map();     // a code works once: the next login of the same account takes the next step
export async function login(page, base, email, password = PASSWORD, secret = SECRET) {
  listen(page, email);
  await page.goto(base + '/inloggen');
  await page.fill('[name=email]', email);
  await page.fill('[name=wachtwoord]', password);
  await page.click('main .sr-buttons button');
  await page.waitForURL(/inloggen\/code/);
  for (let i = 0; ; i++) {
    let step = Math.floor(Date.now() / 30000) - 1;
    if (used.has(email) && used.get(email) >= step) step = used.get(email) + 1;
    while (step > Math.floor(Date.now() / 30000) + 1) await page.waitForTimeout(1000);
    used.set(email, step);
    await page.fill('[name=code]', totp(secret, step));
    await page.click('main .sr-buttons button');
    await page.waitForLoadState();
    if (!page.url().includes('/inloggen/code') || i === 2) break;
  }
  return page.url();
}

export async function axe(page, what) {
  await page.evaluate(axeSource);
  const found = await page.evaluate(() => axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }));
  check(found.violations.length === 0, `axe on ${what}: ` + found.violations.map((v) => v.id + ' ' + v.nodes.map((n) => n.target.join(' ') + ' ' + (n.any[0]?.message ?? '')).slice(0, 3).join(' | ')).join('; '));
}

export async function shot(page, name) {
  const dir = process.env.SHOTS;
  fs.mkdirSync(dir, { recursive: true });
  await page.screenshot({ path: path.join(dir, name + '.png'), fullPage: true });
}

/* Nothing sticks out sideways: reflow (WCAG 1.4.10). */
export async function reflow(page, what) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  check(wide <= 1, `reflow of ${what}: ${wide} px too wide`);
}

const validator = new HtmlValidate({ extends: ['html-validate:standard'], rules: { 'doctype-style': 'off', 'prefer-native-element': 'off' } });
/* The page as the server sent it, by the rules of HTML. */
export async function validHtml(text, what) {
  const found = (await validator.validateString(text)).results.flatMap((r) => r.messages);
  check(found.length === 0, `HTML of ${what}: ` + found.slice(0, 3).map((m) => `${m.ruleId} line ${m.line}: ${m.message}`).join('; '));
}

/* The smallest PDF there is; extra: what stands in its catalog. */
export const pdf = (extra = '') => {
  const objects = [`<< /Type /Catalog /Pages 2 0 R ${extra}>>`, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>'];
  let out = '%PDF-1.4\n';
  const at = objects.map((o, i) => { const here = out.length; out += `${i + 1} 0 obj\n${o}\nendobj\n`; return here; });
  const xref = out.length;
  out += `xref\n0 4\n0000000000 65535 f \n${at.map((n) => String(n).padStart(10, '0') + ' 00000 n \n').join('')}trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`;
  return Buffer.from(out, 'latin1');
};
