// The end of the retention term (spec 5): what is over, holding, a list proposed by one coordinator and decided by another, the record; for persons and for papers, notes and requests. And the page
// that says what is kept how long, with its source.
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { serveDemo, openBrowser, login, axe, shot, reflow, validHtml, check, finish } from './house.mjs';

const house = await serveDemo();
const browser = await openBrowser();
const db = path.join(house.dir, 'srmonitor.db');
const sql = (text) => execFileSync('sqlite3', ['-cmd', '.timeout 5000', db, text], { encoding: 'utf8' }).trim();
const iso = (days) => { const d = new Date(new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Amsterdam' }) + 'T12:00:00Z'); d.setUTCDate(d.getUTCDate() + days); return d.toISOString().slice(0, 10); };
const dutch = (days) => iso(days).split('-').reverse().join('-');
const text = async (page) => (await page.innerText('main')).replaceAll('\u00a0', ' ');
const press = (page, name) => page.getByRole('button', { name, exact: true }).click();
const errors = async (page) => (await page.locator('.sr-errors').allInnerTexts()).join(' ');
async function look(page, what, js) {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await reflow(page, `${what} ${width}`);
    await shot(page, `bewaren-${what.replaceAll(/[^a-z0-9]+/gi, '-')}-${width}-${js ? 'js' : 'nojs'}`);
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
// two projects of the regio, closed eight years ago and alone with their kandidaten; papers, notes and a closed request
const projects = sql(`SELECT p.id FROM alle_project p JOIN alle_regio r ON r.id = p.regio_id WHERE r.slug LIKE 'groningen%' AND EXISTS (SELECT 1 FROM alle_inzet i WHERE i.project_id = p.id)
  AND EXISTS (SELECT 1 FROM alle_koppeling k JOIN alle_gebruiker g ON g.id = k.gebruiker_id WHERE k.project_id = p.id AND g.email = 'og@example.nl') ORDER BY p.id LIMIT 2`).split('\n');
const cpId = sql("SELECT id FROM alle_gebruiker WHERE email = 'cp@example.nl'");
sql(`UPDATE alle_project SET goedgekeurd_op = unixepoch('now', '-8 years'), afgerond_op = unixepoch('now', '-8 years') WHERE id IN (${projects});
  ${projects.map((p, i) => `INSERT INTO alle_document (project_id, naam, grootte, inhoud, op, door) VALUES (${p}, 'Verklaring ${i}.pdf', 4, x'25504446', 0, ${cpId}); INSERT INTO alle_notitie (project_id, tekst, op, door) VALUES (${p}, 'Notitie ${i}', 0, ${cpId});`).join('')}
  INSERT INTO alle_verzoek (regio_id, soort, ontvangen, identiteit, uitkomst, gesloten_op, gesloten_door, op, door) SELECT p.regio_id, 'inzage', '2018-01-01', 'Gezien', 'Gegeven', unixepoch('now', '-6 years'), ${cpId}, 0, ${cpId} FROM alle_project p WHERE p.id = ${projects[0]}`);
const persons = Number(sql(`SELECT count(DISTINCT i.kandidaat_id) FROM alle_inzet i WHERE i.project_id IN (${projects}) AND i.kandidaat_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM alle_inzet j JOIN alle_project p ON p.id = j.project_id WHERE j.kandidaat_id = i.kandidaat_id AND p.afgerond_op IS NULL)`));
const sums = () => sql('SELECT sum(actueel_cent), sum(prognose_cent), sum(ingediend_cent) FROM alle_inzet');
const before = sums();
const ready = async (page, url) => { for (let i = 0; i < 60; i++) { await page.goto(url); if ((await text(page)).includes('Verklaring van vernietiging')) return true; await page.waitForTimeout(250); } return false; };

const cp = await open('cp@example.nl', true), cp2 = await open('cp2@example.nl', false);
await cp.goto(house.base + '/');
check((await text(cp)).includes('is de bewaartermijn van een kandidaat voorbij') && (await text(cp)).includes('van stukken, notities of een dossier voorbij'), 'the home page says that it waits');

// ---- the classes ----
await cp.goto(house.base + '/beheer/bewaartermijnen');
check((await text(cp)).includes('19.1.18') && (await text(cp)).includes('Te bevestigen door de regio'), 'each class names its source, and what is to be confirmed');
await look(cp, 'bewaartermijnen', true);
await cp.fill('[name=notitie]', '99');
await press(cp, 'Opslaan');
check((await errors(cp)).includes('tussen 1 en 20'), 'a term has bounds: ' + await errors(cp));
await cp.fill('[name=notitie]', '6');
await press(cp, 'Opslaan');
check((await text(cp)).includes('6 jaar (standaard 5 jaar)'), 'the page says what the regio set itself: ' + await errors(cp));
await cp2.goto(house.base + '/beheer/bewaartermijnen');
await look(cp2, 'bewaartermijnen', false);
await cp.goto(house.base + '/beheer/bewaartermijnen');
await cp.fill('[name=notitie]', '7');
await press(cp, 'Opslaan');
await cp2.fill('[name=hulpvraag]', '3');
await press(cp2, 'Opslaan');
check((await errors(cp2)).includes('Iemand anders'), 'two coordinators: the second is told: ' + await errors(cp2));

const request = sql("SELECT max(id) FROM alle_verzoek WHERE ontvangen = '2018-01-01'");
// ---- what is over ----
await cp.goto(house.base + '/beheer/vernietigen');
check((await text(cp)).includes(`Van ${persons} ${persons === 1 ? 'persoon' : 'personen'} is de termijn voorbij`) && (await text(cp)).includes(`Verzoek ${request}`), 'persons, papers and requests stand on one page');
await look(cp, 'wat voorbij is', true);
await cp2.goto(house.base + '/beheer/vernietigen');
await look(cp2, 'wat voorbij is', false);

// ---- holding a person and a project ----
await cp.locator('table', { hasText: 'Personen van wie' }).getByRole('link', { name: /^Uitstellen/ }).first().click();
await press(cp, 'Uitstellen');
check((await errors(cp)).includes('waarom de gegevens langer nodig zijn'), 'a hold wants a reason: ' + await errors(cp));
await look(cp, 'uitstellen', true);
await cp.fill('[name=tot]', dutch(100));
await cp.fill('[name=reden]', 'Er loopt een bezwaar.');
await press(cp, 'Uitstellen');
check((await text(cp)).includes(`t/m ${dutch(100)}: Er loopt een bezwaar.`), 'the hold stands in the list');
await cp.goto(`${house.base}/beheer/vernietigen/project-uitstel/${projects[1]}`);
await cp.fill('[name=tot]', dutch(200));
await cp.fill('[name=reden]', 'Er loopt een geschil.');
await press(cp, 'Uitstellen');
check((await text(cp)).includes(`t/m ${dutch(200)}: Er loopt een geschil.`), 'a project is held with its papers and notes');

// ---- a list of persons: proposed, refused, proposed again, decided ----
await cp.click('text=Vernietigingslijst voorstellen');
await look(cp, 'voorstellen', true);
await press(cp, 'Lijst voorstellen');
const list = cp.url();
check((await text(cp)).includes('wacht op het besluit van een andere coördinator') && await cp.locator('text=Akkoord: vernietigen').count() === 0, 'proposed; who proposed does not decide');
await look(cp, 'lijst', true);
await cp2.goto(house.base + '/');
check((await text(cp2)).includes('wacht op uw besluit'), 'the other finds it on the home page');
await cp2.goto(list);
await cp2.click('text=Lijst weigeren');
await press(cp2, 'Lijst weigeren');
check((await errors(cp2)).includes('waarom de lijst niet doorgaat'), 'refusing wants a reason');
await cp2.fill('[name=reden]', 'Eerst overleggen.');
await press(cp2, 'Lijst weigeren');
check((await text(cp2)).includes('gaat niet door') && (await text(cp2)).includes('Eerst overleggen.'), 'refused');
await cp2.goto(house.base + '/beheer/vernietigen');
await cp2.click('text=Vernietigingslijst voorstellen');
await press(cp2, 'Lijst voorstellen');
const second = cp2.url();
await cp.goto(second);
await cp.click('text=Akkoord: vernietigen');
check((await text(cp)).includes(`Van ${persons - 1} personen`) && (await text(cp)).includes('ook in reservekopieën'), 'asked once more, and what will happen');
await look(cp, 'akkoord', true);
await press(cp, 'Ja, vernietigen');
check(await ready(cp, second), 'carried out by the monitor');
check((await text(cp)).includes(`${persons - 1}: ${persons - 1} gewist`) && (await text(cp)).includes('Selectielijst gemeenten 2020'), 'the record says how many and on what ground');
await look(cp, 'verklaring', true);
await cp2.goto(second);
await look(cp2, 'verklaring', false);

// ---- papers, notes and the request: each a list of its own kind ----
for (const [soort, what] of [['stukken', 'Stukken van een project'], ['notitie', 'Interne notities bij een project'], ['verzoek', 'Dossiers van verzoeken']]) {
  await cp.goto(house.base + '/beheer/vernietigen');
  await cp.getByRole('link', { name: new RegExp(`Lijst voorstellen\\s*: ${what}`) }).click();
  await press(cp, 'Lijst voorstellen');
  const one = cp.url();
  check((await text(cp)).includes(what), `${soort}: what it is about`);
  await cp2.goto(one);
  await cp2.click('text=Akkoord: vernietigen');
  if (soort === 'stukken') await look(cp2, 'akkoord stukken', false);
  await press(cp2, 'Ja, vernietigen');
  check(await ready(cp, one) && (await text(cp)).includes('1: 1 gewist'), `${soort}: carried out: ${(await text(cp)).slice(0, 300)}`);
  await look(cp, `verklaring ${soort}`, true);
}
check(sql(`SELECT count(*) FROM alle_document WHERE inhoud IS NOT NULL AND project_id = ${projects[0]}`) === '0' && sql(`SELECT count(*) FROM alle_document WHERE inhoud IS NOT NULL AND project_id = ${projects[1]}`) === '1', 'the held project keeps its papers');
const og = await open('og@example.nl', true);
await og.goto(`${house.base}/projecten/${projects[0]}/documenten`);
check((await text(og)).includes('Document vernietigd op'), 'the project says that there was a document');
await look(og, 'vernietigd document', true);
await cp.goto(house.base + '/beheer/betrokkenen/' + request);
check((await text(cp)).includes('vernietigd'), 'the dossier keeps its kind and days only');
await cp.goto(house.base + '/beheer/logboek');
check((await text(cp)).includes('Bewaartermijnen gewijzigd') && (await text(cp)).includes('Vernietiging besloten'), 'all of it stands in the log');
check(sums() === before, 'the figures are what they were');
await browser.close();
check(await house.stop() === 0, 'the server stops in order');
process.exit(finish());
