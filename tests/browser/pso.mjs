// PSO certificates (spec 1, "PSO"): the opdrachtnemer adds, corrects and removes; every running project's obligation follows and its explanation adds up to the cent; an afgerond one stays; who may.
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { serveDemo, openBrowser, login, axe, shot, reflow, validHtml, check, finish } from './house.mjs';

const house = await serveDemo();
const browser = await openBrowser();
const db = path.join(house.dir, 'srmonitor.db');
const sql = (text) => execFileSync('sqlite3', ['-cmd', '.timeout 5000', db, text], { encoding: 'utf8' }).trim();
const iso = (days) => { const d = new Date(new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Amsterdam' }) + 'T12:00:00Z'); d.setUTCDate(d.getUTCDate() + days); return d.toISOString().slice(0, 10); };    // whole days, also over a change of the clock
const dutch = (d) => d.split('-').reverse().join('-');
const text = async (page) => (await page.innerText('main')).replaceAll('\u00a0', ' ');
const press = (page, name) => page.getByRole('button', { name, exact: true }).click();
const errors = async (page) => (await page.locator('.sr-errors').allInnerTexts()).join(' ');
const cents = (s) => Math.round(Number(s.replaceAll('\u00a0', ' ').replace(/[^0-9,-]/g, '').replace(',', '.')) * 100);

async function look(page, what, js) {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await reflow(page, `${what} ${width}`);
    await shot(page, `pso-${what.replaceAll(/[^a-z0-9]+/gi, '-')}-${width}-${js ? 'js' : 'nojs'}`);
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
async function certificate(page, trede, van, tm) {
  await page.check(`[name=trede][value="${trede}"]`);
  await page.fill('[name=van]', van);
  await page.fill('[name=tm]', tm);
}
/* The table of the project's page: gross minus each line is the net that is shown and stored. */
async function addsUp(page, id, what) {
  const table = page.locator('table', { has: page.locator('caption', { hasText: 'Zo is de SR verplichting berekend' }) });
  const amounts = (await table.locator('tbody td.sr-n').allInnerTexts()).map(cents);
  const foot = (await table.locator('tfoot td.sr-n').innerText()).trim();
  const net = foot.endsWith('vrijgesteld') ? 0 : cents(foot);
  const [bruto, korting, netto] = sql(`SELECT bruto_cent, korting_cent, netto_cent FROM alle_project WHERE id = ${id}`).split('|').map(Number);
  const lines = amounts.slice(1).reduce((sum, c) => sum + Math.abs(c), 0);
  check(amounts.length > 1 && amounts[0] === bruto && lines === korting && net === netto && bruto - lines === netto, `${what}: ${amounts} → ${net}, stored ${bruto} − ${korting} = ${netto}`);
}

const on = sql("SELECT organisatie_id FROM alle_gebruiker WHERE email = 'on@example.nl'");
const running = (extra = '') => sql(`SELECT p.id FROM alle_project p WHERE p.opdrachtnemer_id = ${on} AND p.afgerond_op IS NULL AND p.goedgekeurd_op IS NULL AND p.bruto_cent > 0 AND p.start <= date('now') AND p.eind >= date('now', '+40 days')
  AND (SELECT count(*) FROM alle_koppeling k JOIN alle_gebruiker g ON g.id = k.gebruiker_id WHERE k.project_id = p.id AND g.email IN ('og@example.nl', 'on@example.nl', 'am@example.nl')) = 3 ${extra} ORDER BY p.id LIMIT 1`);

for (const js of [true, false]) {
  // begins without a certificate that counts; those of before are ended, not wiped: an afgerond project was closed with them
  sql(`UPDATE alle_pso SET vervallen_op = max(unixepoch(), op, (SELECT coalesce(max(afgerond_op), 0) + 1 FROM alle_project WHERE opdrachtnemer_id = ${on})), vervallen_reden = 'begin van de test',
       vervallen_door = (SELECT id FROM alle_gebruiker WHERE email = 'on@example.nl') WHERE organisatie_id = ${on} AND vervallen_op IS NULL`);
  const id = running(), url = `${house.base}/projecten/${id}`;
  // one of its projects is closed: what a certificate does now leaves it alone
  const closed = sql(`SELECT id FROM alle_project WHERE opdrachtnemer_id = ${on} AND afgerond_op IS NOT NULL AND bruto_cent > 0 ORDER BY id LIMIT 1`);
  const closedSums = () => sql(`SELECT bruto_cent, korting_cent, netto_cent FROM alle_project WHERE id = ${closed}`);
  const before = closedSums();
  const page = await open('on@example.nl', js);
  const og = await open('og@example.nl', js);

  // ---- the opdrachtnemer adds ----
  await page.click('summary:has-text("Menu")');
  await page.click('nav >> text=PSO-certificaat');
  check(page.url() === `${house.base}/opdrachtnemers/${on}/pso` && (await text(page)).includes('Er staat nog geen PSO-certificaat'), 'empty says what to do: ' + page.url());
  await look(page, 'leeg', js);
  await press(page, 'Opslaan');
  check((await errors(page)).includes('PSO-trede') && (await errors(page)).includes('begindatum') && (await errors(page)).includes('einddatum'), 'what is missing: ' + await errors(page));
  await look(page, 'fouten', js);
  await certificate(page, '1', dutch(iso(-100)), dutch(iso(-101)));
  await press(page, 'Opslaan');
  check((await errors(page)).includes('op of na de begindatum') && await page.inputValue('[name=van]') === dutch(iso(-100)), 'an end before its begin is refused, what was typed kept');
  await page.fill('[name=tm]', dutch(iso(20)));
  await press(page, 'Opslaan');
  check((await text(page)).includes('is toegevoegd') && (await text(page)).includes('loopt over 20 dagen af'), 'added: ' + await errors(page));
  check((await text(page)).includes('Demo Projectleider 1'), 'with who put it there');

  // ---- every running project follows, and explains itself ----
  await og.goto(url);
  check((await text(og)).includes('PSO trede 1, geldig van') && (await text(og)).includes('10 % korting'), 'OG sees step, from and until');
  check((await og.locator('.sr-figures').innerText()).includes('min korting'), 'gross, discount and net stand on top');
  await addsUp(og, id, 'one certificate');
  check((await og.getByRole('link', { name: 'Naar de PSO-certificaten' }).count()) === 0, 'read only for the OG');
  check((await og.goto(`${house.base}/opdrachtnemers/${on}/pso`)).status() === 403, 'the page is not the OG\'s');
  const first = Number(sql(`SELECT netto_cent FROM alle_project WHERE id = ${id}`));
  await page.goto(`${house.base}/opdrachtnemers/${on}/pso`);
  await certificate(page, '1', dutch(iso(0)), dutch(iso(400)));
  await press(page, 'Opslaan');
  check((await errors(page)).includes('overlapt met PSO trede 1'), 'the same step may not overlap: ' + await errors(page));
  await page.check('[name=trede][value="3"]');
  await press(page, 'Opslaan');
  check((await text(page)).includes('PSO trede 3') && (await text(page)).includes('is toegevoegd'), 'a higher step replaces');
  await look(page, 'twee certificaten', js);
  check(Number(sql(`SELECT netto_cent FROM alle_project WHERE id = ${id}`)) < first, 'the obligation is lower again');
  await og.goto(url);
  await addsUp(og, id, 'two certificates');
  await look(og, 'project met korting', js);
  await og.goto(url + '/historie');
  check((await text(og)).includes('SR verplichting gewijzigd door een PSO-certificaat'), 'and the history of the project says why');
  check(closedSums() === before, 'what is afgerond stays as it was');
  await og.goto(`${house.base}/projecten/${closed}`);
  check(!(await text(og)).includes('PSO trede 3, geldig van ' + dutch(iso(0))), 'and tells nothing of a certificate of afterwards');

  // ---- exempt ----
  const edit = page.locator('tr', { hasText: 'PSO trede 1' }).getByRole('link', { name: /^Wijzigen/ });
  await edit.click();
  await look(page, 'wijzigen', js);
  await page.check('[name=trede][value="2"]');
  await press(page, 'Opslaan');
  check((await errors(page)).includes('reden'), 'a correction needs its reason');
  await page.fill('[name=reden]', 'Verkeerde trede ingevuld');
  await press(page, 'Opslaan');
  check((await text(page)).includes('Het certificaat is nu PSO trede 2'), 'corrected: ' + await errors(page));
  await page.locator('summary', { hasText: 'Gewijzigd of verwijderd' }).click();
  check((await text(page)).includes('Verkeerde trede ingevuld') && (await text(page)).includes('gewijzigd'), 'what it was stays in sight');
  await look(page, 'met spoor', js);
  await page.locator('tr', { hasText: 'geldig' }).getByRole('link', { name: /^Verwijder/ }).click();
  await look(page, 'verwijderen', js);
  await page.fill('[name=reden]', 'Bestaat niet');
  await press(page, 'Ja, verwijder dit certificaat');
  check((await text(page)).includes('is verwijderd'), 'removed');
  sql(`UPDATE alle_project SET start = '${iso(-300)}', eind = '${iso(400)}' WHERE id = ${id}; UPDATE alle_periode SET start = '${iso(-300)}' WHERE project_id = ${id} AND start = (SELECT min(start) FROM alle_periode WHERE project_id = ${id})`);
  await page.locator('tbody tr', { hasText: 'PSO trede 2' }).first().getByRole('link', { name: /^Wijzigen/ }).click();
  await certificate(page, '30+', dutch(iso(-400)), dutch(iso(600)));
  await page.fill('[name=reden]', 'Opnieuw gecertificeerd');
  await press(page, 'Opslaan');
  check((await text(page)).includes('Het certificaat is nu PSO 30+'), 'corrected again: ' + await errors(page));
  await og.goto(url);
  check((await og.locator('.sr-figures').innerText()).includes('vrijgesteld'), '30+ during the whole project exempts');
  await addsUp(og, id, 'exempt');
  await look(og, 'vrijgesteld', js);
  await og.goto(`${house.base}/projecten?naam=` + encodeURIComponent(sql(`SELECT naam FROM alle_project WHERE id = ${id}`)));
  check((await text(og)).includes('vrijgesteld'), 'in the list too');

  // ---- two at once ----
  const row = sql(`SELECT id FROM alle_pso WHERE organisatie_id = ${on} AND vervallen_op IS NULL ORDER BY id LIMIT 1`);
  const cp = await open('cp@example.nl', js);
  await cp.goto(`${house.base}/beheer/organisaties/${on}`);
  await cp.click('text=PSO-certificaten van deze opdrachtnemer');
  check((await text(cp)).includes('Demo Noorderlicht Bouw B.V.') && (await text(cp)).includes('PSO 30+'), 'the coordinatiepunt comes there from Beheer');
  await look(cp, 'coordinatiepunt', js);
  await page.goto(`${house.base}/opdrachtnemers/${on}/pso/${row}/wijzigen`);
  await cp.goto(`${house.base}/opdrachtnemers/${on}/pso/${row}/wijzigen`);
  await cp.fill('[name=tm]', dutch(iso(500)));
  await cp.fill('[name=reden]', 'Einddatum volgens het register');
  await press(cp, 'Opslaan');
  await page.fill('[name=tm]', dutch(iso(450)));
  await page.fill('[name=reden]', 'Te laat');
  await press(page, 'Opslaan');
  check((await errors(page)).includes('Coördinator') && (await errors(page)).includes('intussen gewijzigd') && await page.inputValue('[name=tm]') === dutch(iso(450)), 'the second is told who was first, what was typed kept: ' + await errors(page));
  check((await page.goto(`${house.base}/opdrachtnemers/${on}/pso/${row}/verwijderen`)).status() === 403 && (await text(page)).includes('intussen gewijzigd'), 'what counts no more cannot be removed');
  check((await cp.goto(`${house.base}/opdrachtnemers/${on}/pso`)).status() === 200 && (await text(cp)).includes(dutch(iso(500))), 'the first one stands');

  // ---- a project that is closed now keeps what it has; the sums can be told again ----
  const am = await open('am@example.nl', js);
  sql(`UPDATE alle_project SET eind = '${iso(0)}' WHERE id = ${id}; UPDATE alle_periode SET eind = '${iso(0)}' WHERE project_id = ${id} AND eind = (SELECT max(eind) FROM alle_periode WHERE project_id = ${id}); DELETE FROM alle_periode WHERE project_id = ${id} AND start > '${iso(0)}'`);
  sql(`INSERT INTO alle_eindoordeel (project_id, nr, oordeel, netto_cent, actueel_cent, tekort_cent, maatregel, toelichting, op, door) SELECT p.id, 1, 'niet_voldaan', p.netto_cent, p.actueel_cent, p.netto_cent - p.actueel_cent, 'geen', 'Afgesproken', 0, g.id
    FROM alle_project p, alle_gebruiker g WHERE p.id = ${id} AND g.email = 'am@example.nl' AND p.netto_cent > p.actueel_cent`);
  await am.goto(url);
  await am.getByRole('switch').click();
  await og.goto(url + '/afronden');
  await press(og, 'Ja, project afgerond');
  const then = sql(`SELECT bruto_cent, korting_cent, netto_cent FROM alle_project WHERE id = ${id}`);
  await page.goto(`${house.base}/opdrachtnemers/${on}/pso`);
  await page.locator('tbody tr', { hasText: 'PSO 30+' }).first().getByRole('link', { name: /^Verwijder/ }).click();
  await page.fill('[name=reden]', 'Ingetrokken');
  await press(page, 'Ja, verwijder dit certificaat');
  check(sql(`SELECT bruto_cent, korting_cent, netto_cent FROM alle_project WHERE id = ${id}`) === then, 'closed is closed');
  await og.goto(url);
  await addsUp(og, id, 'an afgerond project tells what it was closed with');
  for (const p of [page, og, cp, am]) await p.context().close();
}

// a regio that asks a certificate during the whole contract
const drenthe = await open('on.drenthe@example.nl', true);
const org = sql("SELECT organisatie_id FROM alle_gebruiker WHERE email = 'on.drenthe@example.nl'");
const some = sql(`SELECT p.id FROM alle_project p JOIN alle_regio r ON r.id = p.regio_id JOIN alle_koppeling k ON k.project_id = p.id JOIN alle_gebruiker g ON g.id = k.gebruiker_id AND g.email = 'on.drenthe@example.nl'
  WHERE r.pso_hele_looptijd = 1 AND p.opdrachtnemer_id = ${org} AND p.bruto_cent > 0 AND p.korting_cent = 0 AND p.afgerond_op IS NULL AND EXISTS (SELECT 1 FROM alle_pso c WHERE c.organisatie_id = ${org} AND c.van <= p.eind AND c.tm >= p.start) LIMIT 1`);
check(some !== '', 'the demo has a project whose certificates do not hold all of it');
await drenthe.goto(`${house.base}/projecten/${some}`);
check((await text(drenthe)).includes('op elke dag van het project'), 'and its page says why there is no discount');
await look(drenthe, 'hele looptijd', true);
await drenthe.context().close();

await browser.close();
const log = house.log();
check(!log.includes('"level":"error"'), 'no error in the log: ' + log.split('\n').filter((l) => l.includes('"level":"error"')).slice(0, 3).join('\n'));
const sums = (() => { try { return execFileSync(process.env.SRM, ['check', '--config', path.join(house.dir, 'config.ini')], { encoding: 'utf8' }); } catch (e) { return String(e.stdout); } })();
check(sums.includes('All is well'), 'check computes every stored sum again: ' + sums);
check(await house.stop() === 0, 'the server stops in order');
process.exit(finish());
