// The plan van aanpak (spec 1): filled and submitted, sent back, submitted again, agreed, beside what is realised; every version kept. And the public simulator, shared by its address.
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { serveDemo, openBrowser, login, axe, shot, reflow, validHtml, check, finish } from './house.mjs';

const house = await serveDemo();
const browser = await openBrowser();
const db = path.join(house.dir, 'srmonitor.db');
const sql = (text) => execFileSync('sqlite3', ['-cmd', '.timeout 5000', db, text], { encoding: 'utf8' }).trim();
const iso = (days) => { const d = new Date(new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Amsterdam' }) + 'T12:00:00Z'); d.setUTCDate(d.getUTCDate() + days); return d.toISOString().slice(0, 10); };    // whole days, also over a change of the clock
const dutch = (d) => d.split('-').reverse().join('-');
const plain = (s) => s.replaceAll('\u00a0', ' ');
const cents = (s) => Math.round(Number(plain(s).replace(/[€ .]/g, '').replace(',', '.')) * 100);

const ids = sql(`SELECT p.id FROM alle_project p WHERE p.afspraak = 'sr_verplichting' AND p.afgerond_op IS NULL AND p.goedgekeurd_op IS NULL AND p.start < date('now', '-40 days') AND p.eind > date('now', '+200 days')
  AND EXISTS (SELECT 1 FROM alle_inzet i WHERE i.project_id = p.id)
  AND (SELECT count(*) FROM alle_koppeling k JOIN alle_gebruiker g ON g.id = k.gebruiker_id WHERE k.project_id = p.id AND g.email IN ('og@example.nl', 'on@example.nl', 'am@example.nl')) = 3 ORDER BY p.id`).split('\n');
check(ids.length >= 2, 'the demo has projects for these flows');

async function look(page, what, js) {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await reflow(page, `${what} ${width}`);
    await shot(page, `plan-${what.replaceAll(/[^a-z0-9]+/gi, '-')}-${width}-${js ? 'js' : 'nojs'}`);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  if (js) await axe(page, what);
  else await validHtml((await page.content()).replace('<!DOCTYPE html>', '<!doctype html>'), what);
}
async function open(email, js) {
  const page = await (await browser.newContext({ javaScriptEnabled: js, viewport: { width: 1280, height: 800 }, locale: 'nl-NL' })).newPage();
  if (email) await login(page, house.base, email);
  return page;
}
const text = async (page) => plain(await page.innerText('main'));
const errors = async (page) => (await page.locator('.sr-errors').allInnerTexts()).join(' ');
const press = (page, name) => page.getByRole('button', { name, exact: true }).click();
const sent = (kind, project) => Number(sql(`SELECT count(*) FROM alle_bericht WHERE soort = '${kind}' AND over_id = ${project}`));
/* The sum of the displayed lines is the displayed total. */
async function adds_up(page, region, what) {
  const table = page.getByRole('region', { name: region });
  const rows = await table.locator('tbody tr td:last-child').allInnerTexts();
  const total = await table.locator('tfoot tr:first-child td:last-child').innerText();
  check(rows.length > 0 && rows.reduce((n, s) => n + cents(s), 0) === cents(total), `${what}: the lines add up to ${plain(total)}`);
  return cents(total);
}

for (const js of [true, false]) {
  const id = ids[js ? 0 : 1];
  const url = `${house.base}/projecten/${id}`;
  sql(`DELETE FROM alle_plan_regel WHERE plan_id IN (SELECT id FROM alle_plan WHERE project_id = ${id}); DELETE FROM alle_plan_doelgroep WHERE plan_id IN (SELECT id FROM alle_plan WHERE project_id = ${id});
       DELETE FROM alle_plan WHERE project_id = ${id}; UPDATE alle_organisatie SET adres = 'Voorbeeldweg 1', postcode = '9711 AA', plaats = 'Groningen' WHERE id = (SELECT opdrachtnemer_id FROM alle_project WHERE id = ${id});
       UPDATE alle_gebruiker SET telefoon = '050 123 45 67' WHERE email = 'on@example.nl'`);
  const [netto, start, kvk] = sql(`SELECT p.netto_cent, p.start, o.kvk FROM alle_project p JOIN alle_organisatie o ON o.id = p.opdrachtnemer_id WHERE p.id = ${id}`).split('|');

  // ---- ON fills it in: what is known is shown ----
  const on = await open('on@example.nl', js);
  await on.goto(url);
  await on.click('text=Plan van aanpak');
  check((await text(on)).includes('nog geen plan van aanpak ingediend'), 'empty, and says so');
  await look(on, 'leeg', js);
  await on.click('text=Plan van aanpak invullen');
  check((await text(on)).includes(`KvK ${kvk}`) && (await text(on)).includes('Voorbeeldweg 1, 9711 AA Groningen') && (await text(on)).includes(dutch(start)), 'known: KvK, address, dates');
  check(await on.locator('[name=opdrachtwaarde]').count() === 0 && await on.locator('[name=sr_bp]').count() === 0, 'what the project knows is not typed');
  check(await on.inputValue('[name=contact]') === sql("SELECT id FROM alle_gebruiker WHERE email = 'on@example.nl'"), 'the contact is filled');
  await press(on, 'Indienen');
  check((await errors(on)).includes('Kies minstens één soort invulling') && (await errors(on)).includes('minstens één regel') === false, 'incomplete: ' + await errors(on));
  await look(on, 'fouten', js);
  await on.check('[name=vacatures]');
  await on.check('[name=inkopen]');
  await on.fill('[name=dg_pw_lang]', '2');
  await on.fill('[name=dg_vsv]', '1');
  await on.fill('[name=werkzaamheden]', 'Groenonderhoud, burgerservicenummer 111222333');
  await on.fill('[name=toelichting]', 'Drukwerk bij een sociale onderneming.');
  await on.selectOption('[name="k_blok.0"]', 'PW-LANG');
  await on.fill('[name="k_aantal.0"]', '2');
  await press(on, 'Bereken');
  check((await errors(on)).includes('aantal maanden in (regel 1)') && (await errors(on)).includes('burgerservicenummer mag hier niet'), 'what is missing in a line, and a BSN: ' + await errors(on));
  await on.fill('[name=werkzaamheden]', 'Groenonderhoud op alle locaties.');
  await on.fill('[name="k_mnd.0"]', '12');
  await on.selectOption('[name="i_blok.0"]', 'INK-50');
  await on.fill('[name="i_bedrag.0"]', '12.345,67');
  await on.selectOption('[name="a_blok.0"]', 'MVO-UUR');
  await on.fill('[name="a_uren.0"]', '40');
  await press(on, 'Bereken');
  check((await errors(on)) === '' && (await on.title()).startsWith('Plan'), 'nothing is wrong: ' + await errors(on));
  check((await text(on)).includes('2 × (€ 40.000,00 per jaar × 36/36 uur × 1 jaar)') && (await text(on)).includes('50 % van € 12.345,67') && (await text(on)).includes('€ 100,00 per uur × 40 uur'), 'the calculation line by line');
  check(await adds_up(on, 'Geschatte SR waarde', 'estimate') === 8000000 + 617284 + 400000, 'two full-time years, half an invoice, forty hours');
  check((await text(on)).includes('voldoet aan de voorwaarden'), 'says what is assumed');
  check(await on.locator('[name="k_blok.1"]').count() === 1, 'an empty line came with it');
  check(sql(`SELECT count(*) FROM alle_plan WHERE project_id = ${id}`) === '0', 'Bereken stores nothing');
  await look(on, 'berekend', js);

  // ---- a concept is the authors' own ----
  await press(on, 'Opslaan als concept');
  check((await text(on)).includes('Het concept is opgeslagen') && (await text(on)).includes('Er is een concept'), 'kept as concept: ' + await errors(on));
  const concept = sql(`SELECT id FROM alle_plan WHERE project_id = ${id}`);
  const am = await open('am@example.nl', js);
  await am.goto(url + '/plan');
  check(!(await text(am)).includes('concept, opgeslagen') && (await am.goto(`${url}/plan/${concept}`)).status() === 404, 'the accountmanager does not see a concept');
  check((await am.goto(url + '/plan/beoordelen')).status() === 403 && (await text(am)).includes('als er een plan van aanpak is ingediend'), 'and has nothing to assess');

  // two at once: the second is told, and what was typed is kept
  const other = await (await on.context()).newPage();
  await other.goto(url + '/plan/wijzigen');
  await on.click('text=Verder met het concept');
  check(await on.inputValue('[name="k_blok.0"]') === 'PW-LANG' && await on.inputValue('[name=dg_vsv]') === '1' && await on.inputValue('[name=dg_bbl]') === '' && await on.isChecked('[name=inkopen]'), 'the concept opens as it was');
  await on.fill('[name=aanvullend]', 'Eerste.');
  await press(on, 'Opslaan als concept');
  await other.fill('[name=aanvullend]', 'Tweede.');
  await press(other, 'Opslaan als concept');
  check((await errors(other)).includes('Intussen is dit plan opgeslagen') && await other.inputValue('[name=aanvullend]') === 'Tweede.', 'who is second is told: ' + await errors(other));
  await other.close();

  // ---- submitted ----
  await on.goto(url + '/plan/wijzigen');
  await press(on, 'Indienen');
  check((await text(on)).includes('Versie 1: Ingediend') && sent('plan_ingediend', id) >= 1, 'submitted, and the accountmanagers are mailed: ' + await errors(on));
  check((await text(on)).includes('on@example.nl') && (await text(on)).includes('050 123 45 67'), 'with the contact');
  check((await on.goto(url + '/plan/wijzigen')).status() === 403, 'while it waits nobody edits');
  check(sql(`SELECT count(*) FROM alle_audit WHERE project = ${id} AND wat = 'plan.indienen'`) !== '0', 'it stands in the audit log');
  await am.goto(house.base + '/');
  check((await text(am)).includes('plan van aanpak dat wacht op uw oordeel'), 'it waits on the first page of AM');
  await am.goto(url + '/plan');
  await look(am, 'am ingediend', js);
  await am.click('main >> text=Beoordelen');
  await am.check('[name=oordeel][value=aanpassen]');
  await press(am, 'Verstuur');
  check((await errors(am)).includes('Vul in wat er moet worden aangepast'), 'not sent back without a reason');
  await am.fill('[name=opmerkingen]', 'Graag ook leerwerkplekken.');
  await look(am, 'beoordelen', js);
  await press(am, 'Verstuur');
  check((await text(am)).includes('Versie 1: Aanpassen') && sent('plan_beoordeeld', id) >= 1, 'sent back, ON is mailed');

  // ---- ON adjusts and submits again ----
  await on.goto(house.base + '/');
  check((await text(on)).includes('vraagt u het plan van aanpak aan te passen'), 'it waits on the first page of ON');
  await on.goto(url + '/plan');
  await on.click('text=Nieuwe versie maken');
  check((await text(on)).includes('Graag ook leerwerkplekken.') && await on.inputValue('[name="i_bedrag.0"]') === '12345,67' && await adds_up(on, 'Geschatte SR waarde', 'opened again') === 9017284, 'opens with the version before, and what must be adjusted');
  await on.check('[name=leerwerkplekken]');
  await on.selectOption('[name="k_blok.1"]', 'BBL-12');
  await on.fill('[name="k_aantal.1"]', '1');
  await on.fill('[name="k_mnd.1"]', '12');
  await press(on, 'Indienen');
  check((await text(on)).includes('Versie 2: Ingediend'), 'the second version: ' + await errors(on));

  // ---- agreed, with agreements and a term ----
  await am.goto(url + '/plan/beoordelen');
  await am.check('[name=oordeel][value=akkoord]');
  await press(am, 'Verstuur');
  check((await errors(am)).includes('Vul de prestatieafspraken in') && (await errors(am)).includes('Vul de beoordelingstermijn in'), 'no agreement without agreements');
  await am.fill('[name=prestatieafspraken]', 'Twee plaatsingen in het eerste jaar.');
  await am.fill('[name=termijn]', dutch(iso(180)));
  await press(am, 'Verstuur');
  check((await text(am)).includes('Versie 2: Akkoord') && (await text(am)).includes('Twee plaatsingen in het eerste jaar.') && (await text(am)).includes(dutch(iso(180))), 'agreed: ' + await errors(am));

  // ---- OG and CP read; planned beside realised; versions stay ----
  const og = await open('og@example.nl', js);
  await og.goto(url + '/plan');
  check((await text(og)).includes('Versie 2: Akkoord') && await og.locator('main .sr-buttons').count() === 0, 'OG reads and cannot write');
  check((await og.goto(url + '/plan/wijzigen')).status() === 403 && (await og.goto(url + '/plan/beoordelen')).status() === 403, 'also not by the address');
  await og.goto(url + '/plan');
  const cells = (await og.getByRole('region', { name: 'Gepland en gerealiseerd' }).locator('tfoot td').allInnerTexts()).map(cents);
  const [actueel, prognose] = sql(`SELECT actueel_cent, prognose_cent FROM alle_project WHERE id = ${id}`).split('|').map(Number);
  check(cells[0] === 9017284 + 2000000 && cells[1] === actueel && cells[2] === prognose && cells[3] === prognose - cells[0], `planned beside realised: ${cells}, stored ${actueel} ${prognose}`);
  const rows = await og.getByRole('region', { name: 'Gepland en gerealiseerd' }).locator('tbody tr:not(.sr-group) td:nth-child(2)').allInnerTexts();
  check(rows.reduce((n, s) => n + cents(s), 0) === cells[0], 'the blocks add up');
  await look(og, 'og akkoord', js);
  await og.getByRole('link', { name: 'Versie 1' }).click();
  check((await text(og)).includes('Versie 1: Aanpassen') && (await text(og)).includes('Graag ook leerwerkplekken.') && await adds_up(og, 'Geschatte SR waarde', 'version 1') === 9017284, 'the first version is as it was sent');
  await look(og, 'versie', js);
  // what changes later does not change what was sent
  sql(`UPDATE alle_project SET naam = 'Nieuwe naam ${id}', eind = date(eind, '+100 days') WHERE id = ${id}`);
  await og.reload();
  check((await og.getByRole('heading', { level: 1 }).innerText()).includes('Nieuwe naam') && !(await og.locator('main .sr-dl').first().innerText()).includes('Nieuwe naam'), 'kept as it was that day');
  check(sql(`SELECT netto_cent FROM alle_plan WHERE project_id = ${id} AND nr = 1`) === netto, 'with the obligation of that day');
  const cp = await open('cp@example.nl', js);
  await cp.goto(url + '/plan');
  check((await text(cp)).includes('Versie 2: Akkoord') && await cp.locator('main .sr-buttons').count() === 0, 'CP reads');
  // afgerond refuses all change
  sql(`UPDATE alle_project SET goedgekeurd_op = 1, afgerond_op = 2 WHERE id = ${id}`);
  check((await on.goto(url + '/plan/wijzigen')).status() === 403, 'a completed project refuses a new version');
  sql(`UPDATE alle_project SET goedgekeurd_op = NULL, afgerond_op = NULL WHERE id = ${id}`);

  // ---- the simulator: without logging in, shared by its address ----
  const nobody = await open(null, js);
  await nobody.goto(house.base + '/inloggen');
  await nobody.getByRole('link', { name: 'Simulator' }).click();
  check((await text(nobody)).includes('geen rechten ontlenen'), 'it says that it gives no rights');
  await look(nobody, 'simulator begin', js);
  await press(nobody, 'Verder');
  check((await errors(nobody)).includes('Kies de regio'), 'asks for the regio: ' + await errors(nobody));
  await nobody.selectOption('[name=regio]', 'fryslan');
  await nobody.fill('[name=van]', '1-1-2026');
  await nobody.fill('[name=verplichting]', '100.000');
  await press(nobody, 'Verder');
  check((await text(nobody)).includes('Bouwblokken van Fryslân'), 'the published set of that day: ' + await errors(nobody));
  await nobody.selectOption('[name="k_blok.0"]', 'PW-LANG');
  await nobody.fill('[name="k_aantal.0"]', '1');
  await nobody.fill('[name="k_mnd.0"]', '12');
  await press(nobody, 'Bereken');
  check(await adds_up(nobody, 'Geschatte SR waarde', 'simulator') === 4000000 && (await text(nobody)).includes('Nog nodig') && (await text(nobody)).includes('40 %'), 'one full-time year is € 40.000, against the obligation');
  await look(nobody, 'simulator', js);
  const address = await nobody.getByRole('link', { name: 'adres van deze berekening' }).getAttribute('href');
  check(!/=(&|$)/.test(address) && address.startsWith('/simulator?regio=fryslan&van='), 'a short address of our own: ' + address);
  const friend = await open(null, js);
  await friend.goto(house.base + address + '&utm_source=nieuwsbrief');
  check(await adds_up(friend, 'Geschatte SR waarde', 'shared') === 4000000 && await friend.inputValue('[name=verplichting]') === '100.000', 'the same calculation for who gets the address');
  await friend.goto(`${house.base}/simulator?regio=fryslan&van=1-1-1950&k_blok.0=PW-LANG`);
  check((await errors(friend)).includes('nog geen bouwblokken'), 'no set on that day is told');
  await friend.goto(`${house.base}/simulator?regio=fryslan&van=1-1-2026&k_blok.0=BON-50&k_aantal.0=1&k_mnd.0=12`);
  check((await errors(friend)).includes('Kies een bouwblok uit de lijst'), 'a bonus is no inzet');
  check((await friend.goto(`${house.base}/simulator?regio=fryslan&k_blok.99=PW-LANG`)).status() === 404, 'more lines than there are is no page of ours');
  await friend.emulateMedia({ media: 'print' });
  await friend.goto(house.base + address);
  check(!(await friend.locator('.sr-header').isVisible()) && await friend.getByRole('region', { name: 'Geschatte SR waarde' }).isVisible(), 'it prints without the menu');
  await shot(friend, `plan-simulator-print-${js ? 'js' : 'nojs'}`);
  for (const page of [on, am, og, cp, nobody, friend]) await page.context().close();
}

await browser.close();
const log = house.log();
check(!log.includes('"level":"error"'), 'no error in the log: ' + log.split('\n').filter((l) => l.includes('"level":"error"')).slice(0, 3).join('\n'));
check(await house.stop() === 0, 'the server stops in order');
process.exit(finish());
