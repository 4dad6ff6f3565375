// A person asks what is held, objects, and wants to be forgotten (spec 5): the coordinatiepunt finds, shows, exports, blocks and erases. After it no byte of the person is readable: not in the
// database, its WAL, a backup made before, a form kept as typed, a mail or the log; and the figures are what they were.
import fs from 'node:fs';
import path from 'node:path';
import { execFileSync, spawnSync } from 'node:child_process';
import { serveDemo, openBrowser, login, axe, shot, reflow, validHtml, check, finish } from './house.mjs';

const house = await serveDemo();
const browser = await openBrowser();
const db = path.join(house.dir, 'srmonitor.db');
const sql = (text) => execFileSync('sqlite3', ['-cmd', '.timeout 5000', db, text], { encoding: 'utf8' }).trim();
const iso = (days) => { const d = new Date(new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Amsterdam' }) + 'T12:00:00Z'); d.setUTCDate(d.getUTCDate() + days); return d.toISOString().slice(0, 10); };    // whole days, also over a change of the clock
const dutch = (days) => iso(days).split('-').reverse().join('-');
const plain = (s) => s.replaceAll('\u00a0', ' ');
const text = async (page) => plain(await page.innerText('main'));
const press = (page, name) => page.getByRole('button', { name, exact: true }).click();
const errors = async (page) => (await page.locator('.sr-errors').allInnerTexts()).join(' ');

async function look(page, what, js) {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await reflow(page, `${what} ${width}`);
    await shot(page, `betrokkene-${what.replaceAll(/[^a-z0-9]+/gi, '-')}-${width}-${js ? 'js' : 'nojs'}`);
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
const project = sql(`SELECT p.id FROM alle_project p JOIN alle_regio r ON r.id = p.regio_id WHERE r.slug LIKE 'groningen%' AND r.identiteit = 'naw' AND p.afspraak = 'sr_verplichting' AND p.start < date('now', '-60 days')
  AND p.eind > date('now', '+90 days') AND p.goedgekeurd_op IS NULL AND (SELECT count(*) FROM alle_koppeling k JOIN alle_gebruiker g ON g.id = k.gebruiker_id WHERE k.project_id = p.id
  AND g.email IN ('on@example.nl', 'am@example.nl')) = 2 ORDER BY p.id LIMIT 1`), url = `${house.base}/projecten/${project}`;
const sums = () => sql('SELECT sum(actueel_cent), sum(prognose_cent), sum(ingediend_cent) FROM alle_inzet');

for (const js of [true, false]) {
  const naam = `Testpersoon Zeldzaam ${js ? 'Anders' : 'Uniek'}`, straat = `Nergensstraat ${js ? 11 : 12}`;
  const on = await open('on@example.nl', js), cp = await open('cp@example.nl', js);
  const fill = async (person) => {
    await on.goto(url + '/kandidaten/nieuw');
    for (const [name, value] of Object.entries(person)) await on.fill(`[name=${name}]`, value);
    await on.fill('[name=geinformeerd_op]', dutch(-40));
    await on.selectOption('[name=bouwblok]', { label: 'Participatiewet 2 jaar of langer' });
    const soort = on.locator('[name=overeenkomst][value=werk]');
    if (await soort.count()) await soort.check(); else await on.selectOption('[name=overeenkomst]', 'werk');
    await on.fill('[name=start]', dutch(-30));
    await on.fill('[name=eind]', dutch(60));
    await on.fill('[name=week]', '36');
    await press(on, 'Toon vragen en bereken waarde');
    for (const q of await on.locator('input[name^="attr_"]').all()) await q.fill('30');
    for (const q of await on.locator('select[name^="attr_"]').all()) await q.selectOption({ index: 1 });
    await press(on, 'Opslaan');
  };
  const person = { naam, adres: straat, postcode: '9999 ZZ', plaats: 'Groningen', geboortedatum: js ? '5-6-1981' : '7-8-1982' };
  await fill(person);
  check(/\/inzet\/\d+$/.test(on.url()), 'the person is entered: ' + await errors(on));
  const inzet = on.url(), nummer = sql(`SELECT printf('K-%06d', kandidaat_id) FROM alle_inzet WHERE id = ${inzet.match(/\d+$/)[0]}`);

  // ---- the request ----
  await cp.goto(house.base + '/beheer/betrokkenen');
  await look(cp, 'lijst', js);
  await cp.click('text=Nieuw verzoek');
  await press(cp, 'Vastleggen');
  check((await errors(cp)).includes('wat de betrokkene vraagt') && (await errors(cp)).includes('vaststelde'), 'what is missing is told: ' + await errors(cp));
  await cp.check('[name=soort][value=inzage]');
  await cp.fill('[name=ontvangen]', dutch(-40));
  await cp.fill('[name=identiteit]', 'Paspoort gezien aan de balie.');
  await look(cp, 'nieuw', js);
  await press(cp, 'Vastleggen');
  const verzoek = cp.url();
  check((await text(cp)).includes('had op') && (await text(cp)).includes('beantwoord moeten zijn'), 'a month has passed, and it says so');
  await cp.click('text=Termijn verlengen');
  await cp.fill('[name=reden]', 'Veel projecten.');
  await press(cp, 'Termijn verlengen');
  check(!(await text(cp)).includes('beantwoord moeten zijn') && (await cp.goto(verzoek + '/verlengen')).status() === 403, 'two months more, once');

  // ---- finding ----
  await cp.goto(verzoek);
  await press(cp, 'Zoeken');
  check((await errors(cp)).includes('Vul de naam en de geboortedatum in'), 'a search wants both: ' + await errors(cp));
  await cp.fill('[name=naam]', naam);
  await cp.fill('[name=geboren]', '1-1-1999');
  await press(cp, 'Zoeken');
  check((await text(cp)).includes('Niemand gevonden'), 'another birth date is nobody');
  await cp.fill('[name=naam]', naam.toUpperCase());
  await cp.fill('[name=geboren]', person.geboortedatum);
  await press(cp, 'Zoeken');
  check((await text(cp)).includes(nummer) && !cp.url().includes('Zeldzaam'), 'found by the keyed hash; the name stands in no address');
  await look(cp, 'gevonden', js);
  await press(cp, `${nummer} bij dit verzoek zetten`);

  // ---- all that is held ----
  await press(cp, `Wat is vastgelegd van ${nummer}`);
  check((await text(cp)).includes(naam) && (await text(cp)).includes(straat) && (await text(cp)).includes('36 uur vanaf'), 'the document has everything');
  await look(cp, 'inzage', js);
  await cp.goto(verzoek);
  const [download] = await Promise.all([cp.waitForEvent('download'), press(cp, 'Als bestand (JSON)')]);
  const held = JSON.parse(fs.readFileSync(await download.path(), 'utf8'));
  check(held.persoon.naam === naam && held.persoon.nummer === nummer && held.inzet.length === 1 && held.inzet[0].versies[0].uren_per_week[0].uren === 36, 'the file says the same: ' + JSON.stringify(held).slice(0, 200));

  // ---- an objection ----
  await cp.goto(verzoek);
  await cp.click('text=Afschermen');
  await cp.fill('[name=reden]', 'Bezwaar toegewezen.');
  await press(cp, 'Afschermen');
  await on.goto(inzet);
  check((await text(on)).includes('afgeschermd') && !(await on.content()).includes(naam), 'the contractor no longer sees who it is');
  await fill(person);
  check((await errors(on)).includes('bezwaar gemaakt'), 'and cannot enter the person again: ' + await errors(on));
  await on.goto(house.base + '/kandidaten');
  check(!(await on.content()).includes(naam), 'not in the list either');
  await cp.goto(verzoek);
  await press(cp, 'Niet meer afschermen');
  await on.goto(inzet);
  check((await text(on)).includes(naam), 'shown again when that is lifted');

  // ---- erasing: a part, then all ----
  const before = sums();
  execFileSync(process.env.SRM, ['backup', path.join(house.dir, `voor-${js}.db`), '--config', path.join(house.dir, 'config.ini')], { stdio: 'ignore' });
  fs.rmSync(path.join(house.dir, `voor-${js}.db.sleutels`));      // the key store is never put back
  await cp.goto(verzoek);
  await cp.locator('a', { hasText: /^Wissen$/ }).click();
  await cp.check('[name=wat][value=adres]');
  await cp.fill('[name=reden]', 'Niet nodig.');
  await press(cp, 'Wissen');
  check((await errors(cp)).includes('vinkje'), 'not without being sure: ' + await errors(cp));
  await cp.check('[name=zeker]');
  await look(cp, 'wissen', js);
  await press(cp, 'Wissen');
  await on.goto(inzet);
  check((await text(on)).includes(naam) && !(await text(on)).includes(straat), 'the address is gone, the name is not');
  await cp.goto(verzoek + `/personen/${Number(nummer.slice(2))}/wissen`);
  await cp.check('[name=wat][value=alles]');
  await cp.fill('[name=reden]', 'Verzoek toegewezen.');
  await cp.check('[name=zeker]');
  await press(cp, 'Wissen');
  check((await text(cp)).includes('zijn gewist') && await cp.locator('section button').count() === 0, 'erased: a number is left');
  await on.goto(inzet);
  check((await text(on)).includes('zijn gewist') && !(await on.content()).includes(naam), 'the contractor sees the number and that it was erased');
  await on.click('text=Corrigeren');
  check(await on.locator('[name=week]').count() === 1, 'what counts can still be corrected');
  await cp.fill('[name=naam]', naam);
  await cp.fill('[name=geboren]', person.geboortedatum);
  await press(cp, 'Zoeken');
  check((await text(cp)).includes('Niemand gevonden'), 'nobody finds the person any more');
  check(sums() === before, 'the figures are what they were');
  for (let i = 0; i < 50 && sql('SELECT count(*) FROM alle_sleutel_weg') !== '0'; i++) await cp.waitForTimeout(200);
  check(sql('SELECT count(*) FROM alle_sleutel_weg') === '0', 'the keys are destroyed within seconds');
  const key = sql(`SELECT sleutel FROM alle_kandidaat WHERE id = ${Number(nummer.slice(2))}`), old = execFileSync('sqlite3', [path.join(house.dir, `voor-${js}.db`), `SELECT sleutel FROM alle_kandidaat WHERE id = ${Number(nummer.slice(2))}`], { encoding: 'utf8' }).trim();
  check(execFileSync('sqlite3', [path.join(house.dir, 'sleutels.db'), `SELECT count(*) FROM sleutel WHERE id IN (${key}, ${old})`], { encoding: 'utf8' }).trim() === '0' && key !== old,
    'neither the last key nor the one of before the address was erased is there: what the backup holds cannot be opened');
  check(spawnSync('grep', ['-rlaF', '-e', naam, '-e', straat, house.dir]).stdout.length === 0, 'no byte of the name or the address stands in any file of the installation');
  await cp.goto(verzoek);
  await cp.click('text=Verzoek sluiten');
  await cp.fill('[name=reden]', 'Inzage gegeven en gewist.');
  await press(cp, 'Verzoek sluiten');
  check((await text(cp)).includes('Inzage gegeven en gewist.') && (await text(cp)).includes('Persoonsgegevens gewist') && await cp.locator('main form').count() === 0, 'closed, with all that was done');
  await look(cp, 'gesloten', js);
  const other = await open('cp.fryslan@example.nl', js);
  check((await other.goto(verzoek)).status() === 404, 'another regio knows nothing of it');
  await other.goto(house.base + '/beheer/betrokkenen');
  check((await text(other)).includes('nog geen verzoeken'), 'and has none of its own');
  for (const page of [on, cp, other]) await page.context().close();
}
await browser.close();
check(spawnSync(process.env.SRM, ['check', '--config', path.join(house.dir, 'config.ini')], { encoding: 'utf8' }).stdout.includes('of 2 kandidaten nothing is left'), 'srmonitor check agrees');
check(await house.stop() === 0, 'the server stops in order');
process.exit(finish());
