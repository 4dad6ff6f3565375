// Accounting and assessing (spec 1): sociaal inkopen and an activity with their value before saving, what happens to an overeenkomst, the next kandidaat in few fields,
// and the accountmanager who sends back with a reason and approves several at once.
import path from 'node:path';
import { execFileSync } from 'node:child_process';
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
    await shot(page, `inzet-${what.replaceAll(/[^a-z0-9]+/gi, '-')}-${width}-${js ? 'js' : 'nojs'}`);
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
const projects = sql(`SELECT p.id FROM alle_project p WHERE p.afspraak = 'sr_verplichting' AND p.start < date('now', '-60 days') AND p.eind > date('now', '+90 days') AND p.goedgekeurd_op IS NULL
  AND (SELECT count(*) FROM alle_koppeling k JOIN alle_gebruiker g ON g.id = k.gebruiker_id WHERE k.project_id = p.id AND g.email IN ('og@example.nl', 'on@example.nl', 'am@example.nl')) = 3 ORDER BY p.id`).split('\n');
check(projects.length >= 2, 'the demo has projects for these flows');

for (const js of [true, false]) {
  const id = projects[js ? 0 : 1], url = `${house.base}/projecten/${id}`;
  sql(`UPDATE alle_inzet SET status = 'goedgekeurd', geldend = versie WHERE status = 'ingediend' AND project_id IN (SELECT p.id FROM alle_project p JOIN alle_regio r ON r.id = p.regio_id WHERE r.slug LIKE 'groningen%')`);
  const on = await open('on@example.nl', js), am = await open('am@example.nl', js), og = await open('og@example.nl', js);

  // ---- sociaal inkopen ----
  await on.goto(house.base + '/');
  await on.click('text=Sociaal inkopen');
  check(await on.locator(`a[href="/projecten/${id}/inkoop/nieuw"]`).count() === 1, 'the tile leads to the choice of a project');
  await on.goto(url + '/inkoop/nieuw');
  await on.selectOption('[name=bouwblok]', { index: 2 });
  await on.fill('[name=leverancier]', 'Voorbeeld Sociaal B.V.');
  await on.fill('[name=nummer]', `2026-${id}`);
  await on.fill('[name=datum]', dutch(-10));
  await on.fill('[name=bedrag]', '12.345,67');
  await press(on, 'Toon vragen en bereken waarde');
  const question = on.locator('[name=attr_erkenning]');
  if (await question.count()) await question.selectOption('SENL');
  await press(on, 'Toon vragen en bereken waarde');
  check((await text(on)).includes('€ 6.172,84'), 'half of the invoice, before it is saved: ' + (await text(on)).slice(-400));
  await look(on, 'inkoop', js);
  await press(on, 'Opslaan');
  check(/\/inzet\/\d+$/.test(on.url()) && (await text(on)).includes('Voorbeeld Sociaal B.V.'), 'saved: ' + await errors(on));
  const invoice = on.url();
  await look(on, 'inkoop inzet', js);
  await on.goto(url + '/inkoop/nieuw');
  await on.selectOption('[name=bouwblok]', { index: 2 });
  for (const [name, value] of [['leverancier', 'voorbeeld sociaal b.v.'], ['nummer', `2026-${id}`], ['datum', dutch(-10)], ['bedrag', '1']]) await on.fill(`[name=${name}]`, value);
  await press(on, 'Opslaan');
  check((await errors(on)).includes('staat al bij dit project'), 'the same invoice twice is refused');
  await on.goto(invoice);
  await on.click('text=Wijzigen');
  await on.fill('[name=bedrag]', '10.000');
  await on.fill('[name=reden]', 'Creditnota');
  await press(on, 'Opslaan');
  check((await text(on)).includes('€ 5.000,00') && (await text(on)).includes('Creditnota') && (await text(on)).includes('€ 12.345,67'), 'changed; what stood there is shown: ' + await errors(on));

  // ---- a kandidaat, and the next one in few fields ----
  await on.goto(url + '/kandidaten/nieuw');
  const person = { naam: 'Testpersoon Eerste', adres: 'Voorbeeldstraat 2', postcode: '9999 ZZ', plaats: 'Groningen', geboortedatum: '3-4-1990' };
  for (const [name, value] of Object.entries(person)) await on.fill(`[name=${name}]`, value);
  await on.fill('[name=geinformeerd_op]', dutch(-40));
  await on.selectOption('[name=bouwblok]', { label: 'Participatiewet 2 jaar of langer' });
  const soort = on.locator('[name=overeenkomst][value=werk]');
  if (await soort.count()) await soort.check(); else await on.selectOption('[name=overeenkomst]', 'werk');
  await on.fill('[name=start]', dutch(-30));
  await on.fill('[name=eind]', dutch(30));
  await on.fill('[name=week]', '36');
  await press(on, 'Toon vragen en bereken waarde');
  await on.fill('[name=attr_uitkering_mnd]', '30');
  await press(on, 'Opslaan en nog een toevoegen');
  check(on.url().includes('zoals=') && await on.inputValue('[name=week]') === '36' && await on.inputValue('[name=naam]') === '', 'the next form keeps the contract, not the person: ' + on.url() + await errors(on));
  let filled = 0;
  for (const [name, value] of Object.entries({ ...person, naam: 'Testpersoon Tweede', attr_uitkering_mnd: '26' })) { await on.fill(`[name=${name}]`, value); filled++; }
  await press(on, 'Opslaan');
  check(filled <= 6 && /\/inzet\/\d+$/.test(on.url()), 'the second kandidaat: six fields and one submit: ' + await errors(on));
  const contract = on.url();
  await on.goto(contract + '/verlengen');
  await on.fill('[name=eind]', dutch(60));
  await look(on, 'verlengen', js);
  await press(on, 'Opslaan');
  check((await text(on)).includes(`verlengd t/m ${dutch(60)}`), 'extended, and it stands among the versions: ' + await errors(on));
  await on.goto(contract + '/uren');
  await on.fill('[name=vanaf]', dutch(-5));
  await on.fill('[name=week]', '24');
  await press(on, 'Opslaan');
  check((await text(on)).includes(`24 uur vanaf ${dutch(-5)}`), 'other hours from a date');
  await on.goto(contract + '/uit-dienst');
  await on.fill('[name=laatste]', dutch(-1));
  const reden = on.locator('[name=reden][value=ander_werk]');
  if (await reden.count()) await reden.check(); else await on.selectOption('[name=reden]', 'ander_werk');
  await press(on, 'Opslaan');
  check((await text(on)).includes('Ander werk gevonden'), 'out of service with the reason');
  await on.goto(contract + '/kandidaat');
  await on.fill('[name=geboortedatum]', '3-4-1960');
  await press(on, 'Opslaan');
  check((await text(on)).includes('Geboortedatum gecorrigeerd') && (await text(on)).includes('03-04-1960'), 'the birth date is corrected and the age follows: ' + await errors(on));
  await look(on, 'kandidaat inzet', js);
  const before = await text(on);
  await press(on, 'Intrekken').catch(() => on.goto(contract + '/intrekken'));
  await press(on, 'Intrekken');
  check(/Vul .* in/.test(await errors(on)), 'withdrawing asks why: ' + await errors(on));
  await on.fill('[name=reden]', 'Per ongeluk op dit project ingevoerd.');
  await look(on, 'intrekken', js);
  await press(on, 'Intrekken');
  check((await text(on)).includes('Ingetrokken: Per ongeluk op dit project ingevoerd.') && !(await text(on)).includes('Teruggestuurd'), 'withdrawn, and says why');
  check(sql(`SELECT actueel_cent + prognose_cent + ingediend_cent FROM alle_inzet WHERE id = ${contract.match(/\d+$/)[0]}`) === '0', 'and counts for nothing');
  await on.goto(house.base + '/');
  check(!(await on.content()).includes(contract.replace(house.base, '')), 'the first page does not ask for it');
  await on.goto(contract + '/corrigeren');
  await on.fill('[name=reden]', 'Toch wel van dit project');
  await press(on, 'Opslaan');
  check((await text(on)).includes('Ingediend') && before.includes('Ingediend'), 'a correction hands it in again: ' + await errors(on));
  await on.goto(house.base + '/kandidaten');
  check((await text(on)).includes('Testpersoon Tweede'), 'the list of own kandidaten');
  await look(on, 'kandidaten', js);
  const first = sql(`SELECT kandidaat_id FROM alle_inzet WHERE id = ${contract.match(/\d+$/)[0]}`);
  await on.goto(url + '/kandidaten/nieuw');
  await on.selectOption('[name=kandidaat]', first);
  await on.selectOption('[name=bouwblok]', { label: 'Participatiewet 2 jaar of langer' });
  if (await soort.count()) await soort.check(); else await on.selectOption('[name=overeenkomst]', 'werk');
  await on.fill('[name=start]', dutch(-20));
  await on.fill('[name=eind]', dutch(20));
  await on.fill('[name=week]', '36');
  await press(on, 'Toon vragen en bereken waarde');
  await on.fill('[name=attr_uitkering_mnd]', '26');
  await press(on, 'Opslaan');
  check((await text(on)).includes('nog een overeenkomst in dezelfde periode') && (await text(on)).includes('meer dan een volle week'), 'the same person twice and more than a full week is told: ' + await errors(on));
  const twice = on.url();
  await og.goto(twice);
  check(!(await text(og)).includes('nog een overeenkomst'), 'not to the opdrachtgever');

  // ---- assessment ----
  await am.goto(house.base + '/te-beoordelen');
  check(await am.locator('tbody tr').count() === 4, 'four wait: ' + await am.locator('tbody tr').count());
  await look(am, 'te beoordelen', js);
  await am.goto(twice);
  check((await text(am)).includes('meer dan een volle week'), 'the accountmanager is warned');
  await am.click('text=Terugsturen');
  await am.fill('[name=reden]', 'De kandidaat werkt al ergens anders.');
  await press(am, 'Terugsturen');
  check((await text(am)).includes('is teruggestuurd'), 'sent back');
  await on.goto(house.base + '/');
  check((await text(on)).includes('teruggestuurd'), 'it waits on the first page of ON');
  await on.goto(twice);
  check((await text(on)).includes('De kandidaat werkt al ergens anders.'), 'with the reason');
  await am.goto(house.base + '/te-beoordelen');
  await press(am, 'Goedkeuren wat is aangevinkt…');
  check((await text(am)).includes('Vink eerst aan'), 'nothing ticked is told');
  for (const box of await am.locator('tbody input[type=checkbox]').all()) await box.check();
  await press(am, 'Goedkeuren wat is aangevinkt…');
  check((await text(am)).includes('U staat op het punt') && sql("SELECT count(*) FROM alle_inzet WHERE status = 'ingediend'") !== '0', 'asked once more, nothing stored yet');
  await look(am, 'goedkeuren', js);
  await press(am, 'Ja, keur dit goed');
  check((await text(am)).includes('3 keer goedgekeurd'), 'three approved at once: ' + await text(am));
  check(sql("SELECT group_concat(DISTINCT aan) FROM alle_bericht WHERE soort = 'inzet_beoordeeld'").includes('on@example.nl'), 'ON gets a mail');
  // an approved one that is changed counts as it was until it is judged again
  await on.goto(invoice.replace(/$/, '/inkoop-wijzigen'));
  await on.fill('[name=bedrag]', '20.000');
  await on.fill('[name=reden]', 'Nacalculatie');
  await press(on, 'Opslaan');
  check(sql(`SELECT prognose_cent || ' ' || ingediend_cent FROM alle_inzet WHERE id = ${invoice.match(/\d+$/)[0]}`) === '500000 1000000', 'the old value counts until the new one is judged');
  await am.goto(invoice);
  await press(am, 'Goedkeuren');
  check(sql(`SELECT prognose_cent FROM alle_inzet WHERE id = ${invoice.match(/\d+$/)[0]}`) === '1000000', 'and then the new one');
  await og.goto(url + '/verantwoording');
  check(!(await og.content()).includes('Testpersoon'), 'the opdrachtgever sees no name');
  await look(og, 'verantwoording', js);
  for (const page of [on, am, og]) await page.context().close();
}

await browser.close();
const log = house.log();
check(!log.includes('"level":"error"'), 'no error in the log: ' + log.split('\n').filter((l) => l.includes('"level":"error"')).slice(0, 3).join('\n'));
check(execFileSync(process.env.SRM, ['check', '--config', path.join(house.dir, 'config.ini')], { encoding: 'utf8' }).includes('All is well'), 'every stored sum is what a fresh computation gives');
check(await house.stop() === 0, 'the server stops in order');
process.exit(finish());
