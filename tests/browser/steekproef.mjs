// Evidence is registered beforehand, a steekproef is drawn, answered, ticked and closed: the coordinatiepunt without JavaScript, the contractor and the accountmanager with it.
import path from 'node:path';
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { serveDemo, openBrowser, login, axe, shot, reflow, validHtml, check, finish } from './house.mjs';

const house = await serveDemo();
const browser = await openBrowser();
const db = path.join(house.dir, 'srmonitor.db');
const sql = (text) => execFileSync('sqlite3', ['-cmd', '.timeout 5000', db, text], { encoding: 'utf8' }).trim();
const text = async (page) => (await page.innerText('main')).replaceAll('\u00a0', ' ');
const press = (page, name) => page.getByRole('button', { name, exact: true }).click();
const errors = async (page) => (await page.locator('.sr-errors').allInnerTexts()).join(' ');
const sha = (bytes) => createHash('sha256').update(bytes).digest('hex');

async function look(page, what, js) {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await reflow(page, `${what} ${width}`);
    await shot(page, `steekproef-${what.replaceAll(/[^a-z0-9]+/gi, '-')}-${width}-${js ? 'js' : 'nojs'}`);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  if (js) await axe(page, what);
  else await validHtml((await page.content()).replace('<!DOCTYPE html>', '<!doctype html>'), what);
}
async function open(email, js) {
  const page = await (await browser.newContext({ javaScriptEnabled: js, viewport: { width: 1280, height: 800 }, locale: 'nl-NL' })).newPage();
  await login(page, house.base, email);
  return page;
}

const on = await open('on@example.nl', true), cp = await open('cp@example.nl', false), am = await open('am@example.nl', true);

// ---- one project of all three: its inzet of kandidaten ----
const project = sql(`SELECT p.id FROM alle_project p JOIN alle_koppeling k ON k.project_id = p.id JOIN alle_gebruiker g ON g.id = k.gebruiker_id AND g.email = 'on@example.nl'
  JOIN alle_koppeling k2 ON k2.project_id = p.id JOIN alle_gebruiker g2 ON g2.id = k2.gebruiker_id AND g2.email = 'am@example.nl' JOIN alle_inzet i ON i.project_id = p.id AND i.status <> 'teruggestuurd' AND i.soort = 'kandidaat'
  JOIN alle_inzet_versie v ON v.inzet_id = i.id AND v.versie = i.versie AND v.start <= date('now') WHERE p.afgerond_op IS NULL AND p.goedgekeurd_op IS NULL GROUP BY p.id HAVING count(*) >= 3 ORDER BY p.id LIMIT 1`);
const name = sql(`SELECT naam FROM alle_project WHERE id = ${project}`);

// ---- the contractor registers beforehand: a file that is chosen is hashed here and goes nowhere ----
const file = { name: 'overeenkomst.pdf', mimeType: 'application/pdf', buffer: Buffer.from('een ondertekende overeenkomst') };
const inzetten = sql(`SELECT i.id FROM alle_inzet i JOIN alle_inzet_versie v ON v.inzet_id = i.id AND v.versie = i.versie AND v.start <= date('now') WHERE i.project_id = ${project} AND i.status <> 'teruggestuurd' AND i.soort = 'kandidaat'`).split('\n');
const posts = [];
on.on('request', (r) => { if (r.method() === 'POST') posts.push(r.postData() ?? ''); });
for (const [n, inzet] of inzetten.entries()) {
  await on.goto(`${house.base}/projecten/${project}/inzet/${inzet}`);
  await on.click('text=Vooraf vastgelegd bewijs');
  if (n === 0) {
    await press(on, 'Vastleggen');
    check((await errors(on)).includes('SHA-256'), 'an empty form says what is missing: ' + await errors(on));
    await look(on, 'bewijs fout', true);
  }
  await on.selectOption('[name=soort]', 'overeenkomst');
  await on.fill('[name=dag]', '1-2-2026');
  await on.setInputFiles('#f-sha256-bestand', { ...file, buffer: Buffer.from(file.buffer + inzet) });
  await on.waitForFunction(() => document.querySelector('[name=sha256]').value.length === 64);
  check(await on.inputValue('[name=sha256]') === sha(file.buffer + inzet), 'the fingerprint of the file is computed in the browser');
  await press(on, 'Vastleggen');
  check((await text(on)).includes('Vastgelegd: Ondertekende overeenkomst'), 'registered: ' + await errors(on));
  if (n === 0) await look(on, 'bewijs', true);
}
check(posts.length > 0 && posts.every((p) => !p.includes('ondertekende overeenkomst')), 'no byte of the file was sent');
sql('UPDATE alle_bewijs SET op = op - 60');

// ---- the coordinatiepunt draws ----
await cp.goto(house.base + '/');
await cp.goto(house.base + '/steekproef');
await look(cp, 'lijst', false);
await cp.click('text=Nieuwe steekproef');
await look(cp, 'nieuw', false);
await cp.check('[name=soort][value=kandidaat]');
await cp.fill('[name=project]', name);
await cp.fill('[name=getal]', '0');
await press(cp, 'Toon waaruit wordt getrokken');
check((await errors(cp)).length > 0 && await cp.inputValue('[name=project]') === name, 'a wrong number is said, the rest is kept: ' + await errors(cp));
await cp.fill('[name=getal]', '2');
await cp.check('[name=eenheid][value=aantal]');
await cp.fill('[name=toelichting]', 'Wij komen langs.');
await press(cp, 'Toon waaruit wordt getrokken');
check((await text(cp)).includes(`Er is nog niets getrokken`) && (await text(cp)).includes(String(inzetten.length)), 'the page that asks once more says from how many: ' + await errors(cp));
await press(cp, 'Nee, wijzig de keuze');
check(await cp.inputValue('[name=project]') === name && await cp.inputValue('[name=toelichting]') === 'Wij komen langs.', 'going back keeps what was chosen');
await press(cp, 'Toon waaruit wordt getrokken');
const drawn = sql('SELECT count(*) FROM alle_steekproef');
await look(cp, 'bevestigen', false);
check(sql('SELECT count(*) FROM alle_steekproef') === drawn, 'nothing is drawn before that');
await press(cp, 'Ja, trek 2 keer inzet');
check((await text(cp)).includes('De steekproef is getrokken: 2 keer inzet'), 'drawn: ' + await errors(cp));
const number = cp.url().split('/').pop();
await cp.click('summary:has-text("Doe de trekking na")');
await look(cp, 'getrokken', false);
await cp.click('text=Item 1');
await look(cp, 'item cp', false);

// ---- the contractor answers ----
await on.goto(house.base + '/');
check((await text(on)).includes('laat bewijs zien van 2 keer inzet'), 'the first page says what to show');
await on.click(`text=Steekproef ${number}`);
await look(on, 'opdrachtnemer', true);
await on.click('text=Item 1');
await on.fill('[name=antwoord]', 'Op kantoor, BSN 111222333');
await press(on, 'Antwoord opslaan');
check((await errors(on)).includes('burgerservicenummer'), 'no BSN: ' + await errors(on));
await on.fill('[name=antwoord]', 'Op kantoor, elke dinsdag.');
await press(on, 'Antwoord opslaan');
check((await text(on)).includes('Uw antwoord is opgeslagen'), 'answered: ' + await errors(on));
await look(on, 'item opdrachtnemer', true);

// ---- the accountmanager ticks, compares, judges ----
await am.goto(`${house.base}/steekproef/${number}`);
for (const [n, wat] of [[1, 'akkoord'], [2, 'niet_akkoord']]) {
  await am.goto(`${house.base}/steekproef/${number}`);
  await am.click(`text=Item ${n}`);
  const inzet = sql(`SELECT inzet_id FROM alle_steekproef_item WHERE steekproef_id = ${number} AND nr = ${n}`);
  await am.selectOption('[name=soort]', 'overeenkomst');
  await am.setInputFiles('#f-sha256-bestand', { ...file, buffer: Buffer.from(wat === 'akkoord' ? file.buffer + inzet : 'een andere') });
  await am.waitForFunction(() => document.querySelector('[name=sha256]').value.length === 64);
  await press(am, 'Gezien');
  check((await text(am)).includes(wat === 'akkoord' ? 'Het bestand is gelijk aan wat vóór de trekking is vastgelegd' : 'Let op: het bestand is anders dan wat is vastgelegd'), `item ${n} is compared: ` + await errors(am));
  if (n === 2) await look(am, 'item vergeleken', true);
  await am.click('text=Uitkomst vastleggen');
  await am.check(`[name=uitkomst][value=${wat}]`);
  if (wat !== 'akkoord') {
    await press(am, 'Uitkomst opslaan');
    check((await errors(am)).includes('Zeg wat er niet in orde is'), 'why it is not: ' + await errors(am));
    await look(am, 'uitkomst', true);
    await am.fill('[name=opmerking]', 'Dit is een andere overeenkomst.');
    await am.check('[name=vervolg][value=geen]');
  }
  await press(am, 'Uitkomst opslaan');
  check((await text(am)).includes('De uitkomst'), `item ${n} is judged: ` + await errors(am));
}
check(await am.locator('text=Sluiten met conclusie').count() === 0, 'an accountmanager does not close what the coordinatiepunt drew');

// ---- and the coordinatiepunt closes ----
await cp.goto(house.base + '/');
check((await text(cp)).includes('kan worden gesloten'), 'the first page says that it can be closed');
await cp.goto(`${house.base}/steekproef/${number}`);
await cp.click('text=Sluiten met conclusie');
await look(cp, 'sluiten', false);
await cp.fill('[name=conclusie]', 'Eén van de twee in orde.');
await press(cp, 'Steekproef sluiten');
check((await text(cp)).includes('De steekproef is gesloten') && (await text(cp)).includes('Eén van de twee in orde'), 'closed: ' + await errors(cp));
await look(cp, 'gesloten', false);
await am.goto(`${house.base}/steekproef/${number}`);
await am.click('text=Item 1');
check(await am.locator('main form').count() === 0 && await am.locator('text=Uitkomst wijzigen').count() === 0, 'closed is read-only');
await look(am, 'gesloten item', true);

await browser.close();
check(await house.stop() === 0, 'the server stops in order');
process.exit(finish());
