// Rapportage: filter, sort, summary, a past day, the difference between two days, per jaar, files; with and without JavaScript, at 1280 and 360 px.
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { serveDemo, openBrowser, login, axe, shot, reflow, validHtml, check, finish } from './house.mjs';

const house = await serveDemo();
const browser = await openBrowser();
const db = path.join(house.dir, 'srmonitor.db');
const sql = (text) => execFileSync('sqlite3', ['-cmd', '.timeout 5000', db, text], { encoding: 'utf8' }).trim();
const text = async (page) => (await page.innerText('main')).replaceAll('\u00a0', ' ');
const press = (page, name) => page.getByRole('button', { name, exact: true }).first().click();
const rows = (page) => page.locator('.sr-list tbody tr').count();

async function look(page, what, js) {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await reflow(page, `${what} ${width}`);
    await shot(page, `rapport-${what.replaceAll(/[^a-z0-9]+/gi, '-')}-${width}-${js ? 'js' : 'nojs'}`);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  if (js) await axe(page, what);
  else await validHtml((await page.content()).replace('<!DOCTYPE html>', '<!doctype html>'), what);
}
async function open(email, js) {
  const page = await (await browser.newContext({ javaScriptEnabled: js, viewport: { width: 1280, height: 800 }, locale: 'nl-NL', acceptDownloads: true })).newPage();
  await login(page, house.base, email);
  return page;
}
async function fetched(page, click) {
  const [file] = await Promise.all([page.waitForEvent('download'), click()]);
  return file.suggestedFilename();
}

for (const js of [true, false]) {
  const cp = await open('cp@example.nl', js);

  // ---- from the menu; a filter, an order and a summary go together in the address ----
  await cp.goto(house.base + '/rapportage/projecten');
  check(await rows(cp) === 25 && (await text(cp)).includes('Per opdrachtgever'), 'the first page with its summary');
  check(await cp.locator('nav a:has-text("Rapportage: per jaar")').count() > 0, 'the menu has the reports');
  await look(cp, 'projecten', js);
  await cp.selectOption('#groep', 'sector');
  await cp.fill('[name=voortgang]', 'achter');
  await press(cp, 'Filteren');
  const behind = Number(sql("SELECT count(*) FROM alle_project p JOIN alle_regio r ON r.id = p.regio_id WHERE r.slug LIKE 'groningen%' AND p.signaal = 'loopt_achter'"));
  check((await text(cp)).includes(`Totaal van ${behind} projecten`) && (await text(cp)).includes('Per sector'), `filtered: ${behind}`);
  await cp.click('.sr-list thead a:has-text("SR prognose")');
  check(cp.url().includes('groep=sector') && cp.url().includes('voortgang=achter') && cp.url().includes('sorteer=prognose'), 'order, filter and summary survive each other: ' + cp.url());
  check(await fetched(cp, () => cp.click('text=Exporteer als Excel-bestand')) === 'projecten.xlsx', 'the file');

  // ---- a past day ----
  await cp.fill('#peildatum', '1-7-2026');
  await press(cp, 'Tonen');
  check((await text(cp)).includes('zoals zij waren aan het einde van 01-07-2026'), 'as on a past day');
  await look(cp, 'peildatum', js);
  await cp.fill('#peildatum', 'gisteren');
  await press(cp, 'Tonen');
  check((await text(cp)).includes('Deze datum begrijpen wij niet'), 'a day that is none is told');

  // ---- kandidaten: numbers, never names; kosten: each line, and what nothing found says ----
  await cp.goto(house.base + '/rapportage/kandidaten?groep=klasse');
  check(/K-\d{6}/.test(await text(cp)) && !(await cp.content()).includes('Testpersoon'), 'kandidaten by their number');
  await look(cp, 'kandidaten', js);
  await cp.goto(house.base + '/rapportage/kosten');
  check((await text(cp)).includes('Drukwerk') && (await text(cp)).includes('DEMO-'), 'purchasing with its invoice');
  await cp.goto(house.base + '/rapportage/kosten?leverancier=bestaatniet');
  check((await text(cp)).includes('Geen regel voldoet'), 'nothing found is said');
  await cp.goto(house.base + '/rapportage/kosten');
  await look(cp, 'kosten', js);

  // ---- per jaar, and between two days ----
  await cp.goto(house.base + '/rapportage/jaar');
  await cp.selectOption('#keuze', 'opdrachtgever');
  await press(cp, 'Tonen');
  check((await text(cp)).includes('Verantwoorde waarde per kalenderjaar'), 'by year');
  await look(cp, 'jaar', js);
  check(await fetched(cp, () => cp.click('text=Exporteer als Excel-bestand')) === 'per-jaar.xlsx', 'its file');
  await cp.goto(house.base + '/rapportage/verschil');
  await look(cp, 'verschil leeg', js);
  await press(cp, 'Tonen');
  check((await text(cp)).includes('Vul de eerste datum in'), 'the first day is asked');
  await cp.fill('#van', '31-12-2025');
  await cp.fill('#tm', '1-7-2026');
  await press(cp, 'Tonen');
  check((await text(cp)).includes('Tijd verstreken'), 'what made the difference');
  await look(cp, 'verschil', js);
  check(await fetched(cp, () => cp.click('text=Exporteer als Excel-bestand')) === 'verschil.xlsx', 'its file');

  // ---- a large file: the page waits by itself ----
  sql(`INSERT INTO alle_inzet (id, project_id, soort, status, versie, ingevoerd_op) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40000)
    SELECT 1000000 + i, (SELECT p.id FROM alle_project p JOIN alle_regio r ON r.id = p.regio_id WHERE r.slug LIKE 'groningen%' LIMIT 1), 'fonds', 'goedgekeurd', 1, 0 FROM n;
    INSERT INTO alle_inzet_versie (inzet_id, versie, bouwblok_id, start, bedrag_cent, op) SELECT id, 1, (SELECT min(id) FROM alle_bouwblok), '2026-01-01', 100, 0 FROM alle_inzet WHERE id > 1000000`);
  await cp.goto(house.base + '/rapportage/kosten/excel');
  check(cp.url().includes('/rapportage/bestand/'), 'a large file has a page: ' + cp.url());
  await look(cp, 'bestand bezig', js);
  await cp.getByText('Uw bestand is klaar.', { exact: true }).waitFor({ timeout: 30000 });
  await look(cp, 'bestand klaar', js);
  check(await fetched(cp, () => cp.click('text=ophalen')) === 'kosten.xlsx', 'and can be fetched');
  sql('DELETE FROM alle_inzet_versie WHERE inzet_id > 1000000; DELETE FROM alle_inzet WHERE id > 1000000');

  // ---- one project; and what an opdrachtgever gets ----
  const og = await open('og@example.nl', js);
  await og.goto(house.base + '/projecten');
  await og.locator('.sr-row-link').first().click();
  check(await fetched(og, () => og.click('text=Detailoverzicht project')) === 'detailoverzicht-project.xlsx', 'all of one project');
  await og.goto(house.base + '/rapportage/kandidaten');
  check(!(await og.content()).includes('Testpersoon') && await rows(og) > 0, 'the opdrachtgever sees nobody');
  check((await og.goto(house.base + '/rapportage/jaar')).status() === 403, 'by year is the coordinatiepunt’s');
  for (const page of [cp, og]) await page.context().close();
}

await browser.close();
const log = house.log();
check(!log.includes('"level":"error"'), 'no error in the log: ' + log.split('\n').filter((l) => l.includes('"level":"error"')).slice(0, 3).join('\n'));
check(await house.stop() === 0, 'the server stops in order');
process.exit(finish());
