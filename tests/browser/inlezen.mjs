// Reading in a file in a real browser: the example, a file with mistakes, what it is worth, and stored.
import fs from 'node:fs';
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { serveDemo, openBrowser, login, axe, shot, reflow, validHtml, check, finish } from './house.mjs';

const house = await serveDemo();
const browser = await openBrowser();
const db = path.join(house.dir, 'srmonitor.db');
const sql = (text) => execFileSync('sqlite3', ['-cmd', '.timeout 5000', db, text], { encoding: 'utf8' }).trim();
const text = async (page) => (await page.innerText('main')).replaceAll('\u00a0', ' ');
const press = (page, name) => page.getByRole('button', { name, exact: true }).click();
const errors = async (page) => (await page.locator('.sr-errors').allInnerTexts()).join(' ');
const [id, start, eind] = sql(`SELECT p.id, p.start, p.eind FROM alle_project p JOIN alle_regio r ON r.id = p.regio_id AND r.slug LIKE 'groningen%' JOIN alle_koppeling k ON k.project_id = p.id JOIN alle_gebruiker g ON g.id = k.gebruiker_id AND g.email = 'on@example.nl'
  WHERE p.goedgekeurd_op IS NULL AND p.start < date('now', '-90 days') AND p.eind > date('now', '+90 days') LIMIT 1`).split('|');
const dutch = (iso) => iso.split('-').reverse().join('-');

async function look(page, what, js) {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await reflow(page, `${what} ${width}`);
    await shot(page, `inlezen-${what.replaceAll(/[^a-z0-9]+/gi, '-')}-${width}-${js ? 'js' : 'nojs'}`);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  if (js) await axe(page, what);
  else await validHtml((await page.content()).replace('<!DOCTYPE html>', '<!doctype html>'), what);
}

for (const js of [true, false]) {
  const on = await (await browser.newContext({ javaScriptEnabled: js, viewport: { width: 1280, height: 800 }, locale: 'nl-NL' })).newPage();
  await login(on, house.base, 'on@example.nl');
  await on.goto(`${house.base}/projecten/${id}/verantwoording`);
  await on.click('text=Inlezen uit een bestand');
  await look(on, 'begin', js);
  const [download] = await Promise.all([on.waitForEvent('download'), on.locator('main ol a').first().click()]);
  const head = fs.readFileSync(await download.path(), 'utf8').replace('\ufeff', '').split('\r\n')[0];
  const cells = { naam: `Testpersoon Bestand ${js}`, woonplaats: 'Groningen', geboortedatum: '4-5-1980', geinformeerd_op: '1-2-2026', doelgroep: 'Participatiewet 2 jaar of langer', overeenkomst: 'Arbeidsovereenkomst',
    start: dutch(start), eind: dutch(eind), uren_per_week: '36', uitkering_mnd: '30' };
  const line = (more = {}) => head.split(';').map((k) => ({ ...cells, ...more })[k] ?? '').join(';');
  const choose = async (lines) => {
    await on.check('[name=soort][value=kandidaten]');
    await on.setInputFiles('[name=bestand]', { name: 'kandidaten.csv', mimeType: 'text/csv', buffer: Buffer.from([head, ...lines].join('\r\n')) });
    await press(on, 'Controleren');
  };
  await press(on, 'Controleren');
  check((await errors(on)).includes('wat u inleest'), 'nothing chosen is told: ' + await errors(on));
  await choose([line(), line({ geboortedatum: 'onbekend' }), line({ uren_per_week: '200' })]);
  check((await errors(on)).includes('2 fouten') && (await text(on)).includes('geboortedatum') && (await text(on)).includes('uren_per_week'), 'all mistakes by line and column: ' + await errors(on));
  await look(on, 'fouten', js);
  const before = sql('SELECT count(*) FROM alle_inzet');
  await choose([line({ functie: '=1+1' }), line() + ';een te veel', line({ naam: 'Voorbeeld Kandidaat', geboortedatum: '27-03-1985' })]);
  check((await text(on)).includes('zoals een formule') && (await text(on)).includes('kolom ') && (await text(on)).includes('voorbeeldrij'), 'a formula, a cell too many and the example are told: ' + await errors(on));
  await choose([line(), line()]);
  check((await text(on)).includes('2 overeenkomsten, 1 nieuwe kandidaat.') && (await text(on)).includes('nog een overeenkomst in dezelfde periode') && (await text(on)).includes('72 uur'), 'warnings before it is stored: ' + await errors(on));
  await look(on, 'waarschuwingen', js);
  await on.click('text=Ander bestand kiezen');
  await choose([line(), line({ naam: `Testpersoon Bestand Twee ${js}` })]);
  check((await text(on)).includes('2 overeenkomsten, 2 nieuwe kandidaten') && sql('SELECT count(*) FROM alle_inzet') === before, 'what it is worth, nothing stored: ' + await errors(on));
  await look(on, 'controle', js);
  await press(on, 'Inlezen');
  check((await text(on)).includes(`Testpersoon Bestand Twee ${js}`) && (await on.innerText('body')).includes('2 kandidaten ingelezen'), 'stored: ' + await errors(on));
  await on.goto(`${house.base}/projecten/${id}/historie`);
  check((await text(on)).includes('Inzet ingelezen uit een bestand'), 'in the history');
  await on.context().close();
}

await browser.close();
const log = house.log();
check(!log.includes('"level":"error"'), 'no error in the log: ' + log.split('\n').filter((l) => l.includes('"level":"error"')).slice(0, 3).join('\n'));
check(execFileSync(process.env.SRM, ['check', '--config', path.join(house.dir, 'config.ini')], { encoding: 'utf8' }).includes('All is well'), 'every stored sum is what a fresh computation gives');
check(await house.stop() === 0, 'the server stops in order');
process.exit(finish());
