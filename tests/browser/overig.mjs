// Accounting for what is not a person (spec 1): an activity by the hour, an agreed amount that counts only once approved, a payment into the fund, an invoice with its PDF;
// one placement shared over two projects by percent; and the worklist of the accountmanager.
import fs from 'node:fs';
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { serveDemo, openBrowser, login, axe, shot, reflow, validHtml, check, finish, pdf } from './house.mjs';

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
const sums = (url) => sql(`SELECT actueel_cent || ' ' || prognose_cent || ' ' || ingediend_cent FROM alle_inzet WHERE id = ${url.match(/\d+$/)[0]}`);

async function look(page, what, js) {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await reflow(page, `${what} ${width}`);
    await shot(page, `overig-${what.replaceAll(/[^a-z0-9]+/gi, '-')}-${width}-${js ? 'js' : 'nojs'}`);
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
const block = async (page, label) => page.selectOption('[name=bouwblok]', await page.locator('[name=bouwblok] option', { hasText: label }).first().getAttribute('value'));
const projects = sql(`SELECT p.id FROM alle_project p JOIN alle_regio r ON r.id = p.regio_id WHERE p.start < date('now', '-60 days') AND p.eind > date('now', '+90 days') AND p.goedgekeurd_op IS NULL
  AND r.slug LIKE 'groningen%' AND (SELECT count(*) FROM alle_koppeling k JOIN alle_gebruiker g ON g.id = k.gebruiker_id WHERE k.project_id = p.id AND g.email IN ('og@example.nl', 'on@example.nl', 'am@example.nl')) = 3 ORDER BY p.id`).split('\n');
check(projects.length >= 2, 'the demo has projects for these flows');

for (const js of [true, false]) {
  const [id, other] = js ? projects : [projects[1], projects[0]], url = `${house.base}/projecten/${id}`;
  const on = await open('on@example.nl', js), am = await open('am@example.nl', js), og = await open('og@example.nl', js);

  // ---- activiteit by the hour ----
  await on.goto(url + '/activiteiten/nieuw');
  await block(on, 'Maatschappelijke activiteit, per uur');
  await on.fill('[name=toelichting]', 'Sollicitatietraining op school');
  await on.fill('[name=datum]', dutch(-12));
  await on.fill('[name=uren]', '4');
  await on.fill('[name=personen]', '3');
  await press(on, 'Toon vragen en bereken waarde');
  check((await text(on)).includes('€ 1.200,00'), 'four hours of three people at 100 euro, before it is saved: ' + (await text(on)).slice(-300));
  await look(on, 'activiteit', js);
  await press(on, 'Opslaan');
  check((await text(on)).includes('Sollicitatietraining op school') && sums(on.url()) === '120000 120000 0', 'stored with its value: ' + await errors(on));
  await on.goto(url + '/activiteiten/nieuw');
  await block(on, 'Maatschappelijke activiteit, per uur');
  await on.fill('[name=toelichting]', 'Zonder uren');
  await on.fill('[name=datum]', dutch(-12));
  await press(on, 'Opslaan');
  check((await errors(on)).includes('uren') && await on.inputValue('[name=toelichting]') === 'Zonder uren', 'without hours: said at the field, nothing lost: ' + await errors(on));

  // ---- an agreed amount: counts only once approved, whatever the regio's setting ----
  await on.goto(url + '/activiteiten/nieuw');
  await block(on, 'Maatschappelijke activiteit, maatwerk');
  await on.fill('[name=toelichting]', 'Buurtmoestuin, afgesproken omdat er geen uurwaarde past');
  await on.fill('[name=datum]', dutch(-9));
  await on.fill('[name=bedrag]', '2.500');
  await press(on, 'Opslaan');
  const agreed = on.url();
  check(sums(agreed) === '0 0 250000', 'beside the sums, not inside: ' + sums(agreed) + await errors(on));
  await am.goto(agreed);
  await press(am, 'Goedkeuren');
  check(sums(agreed) === '250000 250000 0', 'and inside once approved');

  // ---- fonds ----
  await on.goto(url + '/fonds/nieuw');
  await block(on, 'Social Return fonds');
  await on.fill('[name=datum]', dutch(-8));
  await on.fill('[name=bedrag]', '750');
  await look(on, 'fonds', js);
  await press(on, 'Opslaan');
  check(sums(on.url()) === '75000 75000 0', 'a payment into the fund: ' + await errors(on));

  // ---- an invoice with its PDF ----
  await on.goto(url + '/inkoop/nieuw');
  await on.selectOption('[name=bouwblok]', { index: 2 });
  for (const [name, value] of [['leverancier', 'Voorbeeld Groen B.V.'], ['nummer', `PDF-${id}`], ['datum', dutch(-7)], ['bedrag', '1000']]) await on.fill(`[name=${name}]`, value);
  await press(on, 'Toon vragen en bereken waarde');
  if (await on.locator('[name=attr_erkenning]').count()) await on.selectOption('[name=attr_erkenning]', 'SENL');
  await on.setInputFiles('[name=bestand]', { name: 'factuur.pdf', mimeType: 'application/pdf', buffer: pdf('/OpenAction << /S /JavaScript /JS (app.alert(1)) >> ') });
  await press(on, 'Opslaan');
  check((await errors(on)).includes('script') && await on.inputValue('[name=nummer]') === `PDF-${id}`, 'a PDF with a script is refused, what was typed stays: ' + await errors(on));
  await on.setInputFiles('[name=bestand]', { name: 'factuur.pdf', mimeType: 'application/pdf', buffer: pdf() });
  await press(on, 'Opslaan');
  check(/\/inzet\/\d+$/.test(on.url()) && (await text(on)).includes('Document openen'), 'stored with its document: ' + await errors(on));
  const invoice = on.url();
  await am.goto(invoice);
  const [download] = await Promise.all([am.waitForEvent('download'), am.click('text=Document openen')]);
  check(fs.readFileSync(await download.path()).equals(pdf()), 'the accountmanager gets the same bytes');

  // ---- one placement, shared over two projects ----
  const placement = async (project, share, known) => {
    await on.goto(`${house.base}/projecten/${project}/kandidaten/nieuw`);
    if (known) await on.selectOption('[name=kandidaat]', known);
    else for (const [name, value] of Object.entries({ naam: `Testpersoon Gedeeld ${id}`, adres: 'Voorbeeldstraat 3', postcode: '9999 ZZ', plaats: 'Groningen', geboortedatum: '5-6-1971', geinformeerd_op: dutch(-40) })) await on.fill(`[name=${name}]`, value);
    await block(on, 'Participatiewet 2 jaar of langer');
    const soort = on.locator('[name=overeenkomst][value=werk]');
    if (await soort.count()) await soort.check(); else await on.selectOption('[name=overeenkomst]', 'werk');
    for (const [name, value] of [['start', dutch(-30)], ['eind', dutch(30)], ['week', '36'], ['aandeel', share]]) await on.fill(`[name=${name}]`, value);
    await press(on, 'Toon vragen en bereken waarde');
    await on.fill('[name=attr_uitkering_mnd]', '30');
    await press(on, 'Opslaan');
    return on.url();
  };
  const first = await placement(id, '60', null);
  check(/\/inzet\/\d+$/.test(first) && (await text(on)).includes('60 %'), 'sixty per cent here: ' + await errors(on));
  const who = sql(`SELECT kandidaat_id FROM alle_inzet WHERE id = ${first.match(/\d+$/)[0]}`);
  check(!/\/inzet\/\d+$/.test(await placement(other, '50', who)) && (await errors(on)).includes('100 %'), 'more than the whole is refused, with the day: ' + await errors(on));
  await on.fill('[name=aandeel]', '40');
  await press(on, 'Opslaan');
  check(/\/inzet\/\d+$/.test(on.url()), 'forty per cent on the other: ' + await errors(on));
  await look(on, 'aandeel', js);

  // ---- the search box: only what one may see ----
  await og.goto(house.base + '/');
  await og.fill('[name=q]', '90000001');
  await og.click('.sr-search-button');
  check((await text(og)).includes('KvK 90000001'), 'an organisatie by its KvK number');
  await og.fill('[name=q]', `K-${String(who).padStart(6, '0')}`);
  await og.click('.sr-search-button');
  check((await og.locator('main li a').first().getAttribute('href')).includes('/inzet/'), 'a kandidaat by number, never by name');
  await look(og, 'zoeken', js);
  await og.fill('[name=q]', 'Testpersoon');
  await og.click('.sr-search-button');
  check((await text(og)).includes('Er is niets gevonden'), 'a name finds nobody');
  await og.fill('[name=q]', sql(`SELECT p.naam FROM alle_project p JOIN alle_regio r ON r.id = p.regio_id WHERE r.slug = 'fryslan' LIMIT 1`));
  await og.click('.sr-search-button');
  check((await text(og)).includes('Er is niets gevonden'), 'nor the project of another regio');

  // ---- the worklist ----
  await am.goto(house.base + '/werklijst');
  const money = (s) => Number(plain(s).replace(/[^\d,-]/g, '').replace(',', '.'));
  const column = async (label) => (await am.locator(`tbody td[data-label="${label}"]`).allInnerTexts()).map(money);
  const need = await column('Nodig per maand');
  check(need.length > 0 && need.every((n, i) => i === 0 || need[i - 1] >= n), 'what is needed most each month stands first');
  check((await text(am)).includes('Totaal van'), 'with totals');
  await look(am, 'werklijst', js);
  await am.click('text=Grootste tekort eerst');
  const short = await column('Tekort');
  check(short.every((n, i) => i === 0 || short[i - 1] >= n), 'by shortfall');
  await am.goto(house.base + '/werklijst');
  await am.locator('main').getByRole('link', { name: 'Loopt achter' }).click();
  const signals = await am.locator('tbody td[data-label=Voortgang]').allInnerTexts();
  check(signals.every((s) => s.includes('loopt achter')) && am.url().includes('loopt%20achter'), 'filtered on the signal: ' + signals.length);
  await am.locator('tbody .sr-row-link').first().click();
  check((await text(am)).includes('Nog nodig'), 'each leads to what is still needed');
  check((await og.goto(house.base + '/werklijst')).status() === 403, 'not for an opdrachtgever');
  await og.goto(url + '/verantwoording');
  for (const href of await og.locator('tbody a').evaluateAll((all) => all.map((a) => a.href))) await og.goto(href);
  await og.goto(url + '/historie');
  for (const page of [on, am, og]) await page.context().close();
}

await browser.close();
const log = house.log();
check(!log.includes('"level":"error"'), 'no error in the log: ' + log.split('\n').filter((l) => l.includes('"level":"error"')).slice(0, 3).join('\n'));
check(execFileSync(process.env.SRM, ['check', '--config', path.join(house.dir, 'config.ini')], { encoding: 'utf8' }).includes('All is well'), 'every stored sum is what a fresh computation gives');
check(await house.stop() === 0, 'the server stops in order');
process.exit(finish());
