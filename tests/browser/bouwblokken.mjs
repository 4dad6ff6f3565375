// Beheer › Bouwblokken (spec 3): a set by file and by form, the difference with the version before, what running projects would be worth, published by a second
// coordinator, and herwaarderen of named projects.
import fs from 'node:fs';
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { serveDemo, openBrowser, login, axe, shot, reflow, validHtml, check, finish } from './house.mjs';

const house = await serveDemo();
const browser = await openBrowser();
const db = path.join(house.dir, 'srmonitor.db');
const sql = (text) => execFileSync('sqlite3', ['-cmd', '.timeout 5000', db, text], { encoding: 'utf8' }).trim();
const plain = (s) => s.replaceAll('\u00a0', ' ');
const text = async (page) => plain(await page.innerText('main'));
const press = (page, name) => page.getByRole('button', { name, exact: true }).click();
const errors = async (page) => (await page.locator('.sr-errors').allInnerTexts()).join(' ');
const whole = () => execFileSync(process.env.SRM, ['check', '--config', path.join(house.dir, 'config.ini')], { encoding: 'utf8' }).includes('All is well');
const pick = async (page, name, value) => { const radio = page.locator(`[name="${name}"][value="${value}"]`); if (await radio.count()) await radio.check(); else await page.selectOption(`[name="${name}"]`, value); };

async function look(page, what, js) {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await reflow(page, `${what} ${width}`);
    await shot(page, `bouwblokken-${what.replaceAll(/[^a-z0-9]+/gi, '-')}-${width}-${js ? 'js' : 'nojs'}`);
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
const list = house.base + '/beheer/bouwblokken';
const regio = "(SELECT id FROM alle_regio WHERE slug LIKE 'groningen%')";

for (const js of [true, false]) {
  const cp = await open('cp@example.nl', js), second = await open('cp2@example.nl', js);
  const year = js ? '2028' : '2029';
  const inForce = sql(`SELECT id FROM alle_bouwblokkenset WHERE regio_id = ${regio} AND status = 'gepubliceerd' AND geldig_tm IS NULL`);
  await cp.goto(list);
  await look(cp, 'lijst', js);

  // ---- by file: what is downloaded reads back; mistakes by line, all or nothing ----
  await cp.goto(`${list}/${inForce}`);
  const [download] = await Promise.all([cp.waitForEvent('download'), cp.click('text=Downloaden (CSV)')]);
  const csv = fs.readFileSync(await download.path(), 'utf8');
  check(download.suggestedFilename().endsWith('.csv') && csv.includes('#naam;'), 'a set as a file');
  const upload = async (content) => {
    await cp.goto(list + '/nieuw');
    await cp.fill('[name=van]', `1-1-${year}`);
    await cp.setInputFiles('[name=bestand]', { name: 'set.csv', mimeType: 'text/csv', buffer: Buffer.from(content) });
    await press(cp, 'Verder');
  };
  const sets = () => sql('SELECT count(*) FROM alle_bouwblokkenset');
  const before = sets();
  await upload(csv.replace('PERIODE', 'PERIODIEK').replace(/#versie;.*/, '#versie;fout'));
  check((await errors(cp)).includes('Er staan fouten in set.csv') && /regel 1[0-9]: eenheid/.test(await text(cp)) && sets() === before, 'mistakes with their line, nothing stored: ' + await errors(cp));
  await look(cp, 'fouten', js);
  await upload(csv);
  check((await errors(cp)).includes('al een set met deze naam en versie'), 'the same version twice is refused: ' + await errors(cp));
  await upload(csv.replace(/#versie;.*/, `#versie;${year}`));
  check((await text(cp)).includes('Het concept is gemaakt'), 'a concept: ' + await errors(cp));
  const set = cp.url().match(/\d+$/)[0], url = `${list}/${set}`;
  check((await text(cp)).includes('Een collega van het coördinatiepunt moet het publiceren'), 'who made it cannot publish');
  check((await cp.goto(url + '/publiceren')).status() === 403, 'nor by the address');

  // ---- by form ----
  await cp.goto(url);
  await cp.getByRole('link', { name: 'PW-LANG', exact: true }).click();
  check(await cp.inputValue('[name=code]') === 'PW-LANG' && await cp.inputValue('[name="attribuut.0"]') === 'uitkering_mnd', 'a block opens with its conditions');
  await look(cp, 'blok', js);
  await cp.fill('[name=tarief]', 'veel');
  await press(cp, 'Opslaan');
  check((await errors(cp)).includes('vul een bedrag in') && await cp.inputValue('[name=tarief]') === 'veel', 'judged by the rules of the file, at the field: ' + await errors(cp));
  await cp.fill('[name=tarief]', js ? '44.000' : '46.000');
  await press(cp, 'Opslaan');
  check((await text(cp)).includes('Bouwblok PW-LANG is opgeslagen') && (await text(cp)).includes(js ? '44000,00' : '46000,00'), 'changed, and it stands in the difference: ' + await errors(cp));
  await cp.click('text=Bouwblok toevoegen');
  await cp.fill('[name=code]', 'BUURT');
  await cp.fill('[name=label]', 'Buurtbaan');
  for (const [name, value] of [['rubriek', 'ARBEID'], ['soort', 'BASIS'], ['eenheid', 'PERIODE']]) await pick(cp, name, value);
  await cp.selectOption('[name=periode_mnd]', '12');
  await cp.fill('[name=tarief]', '12000');
  await cp.fill('[name=cap_mnd]', '24');
  await cp.selectOption('[name="attribuut.0"]', 'leeftijd');
  await cp.selectOption('[name="operator.0"]', '>=');
  await press(cp, 'Opslaan');
  check((await errors(cp)).includes('Voorwaarde 1 is niet compleet'), 'half a condition is told: ' + await errors(cp));
  await cp.fill('[name="waarde.0"]', '50');
  await press(cp, 'Opslaan');
  check((await text(cp)).includes('Buurtbaan') && (await text(cp)).includes('leeftijd minstens 50'), 'a new block with its condition: ' + await errors(cp));
  await cp.getByRole('link', { name: 'BUURT', exact: true }).click();
  await cp.click('text=Dit blok verwijderen');
  await press(cp, 'Ja, verwijder dit blok');
  check((await text(cp)).includes('Bouwblok BUURT is verwijderd'), 'and gone again');
  await second.goto(url + '/instellingen');
  await cp.goto(url + '/instellingen');
  await cp.fill('[name=bron]', 'Besluit van de regio');
  await press(cp, 'Opslaan');
  check((await text(cp)).includes('De instellingen zijn opgeslagen'), 'the settings of the set: ' + await errors(cp));
  await second.fill('[name=bron]', 'Iets anders');
  await press(second, 'Opslaan');
  check((await errors(second)).includes('intussen gewijzigd') && await second.inputValue('[name=bron]') === 'Iets anders' && !sql(`SELECT bron FROM alle_bouwblokkenset WHERE id = ${set}`).includes('Iets anders'), 'who is second overwrites nothing');
  await look(cp, 'concept', js);

  // ---- kenmerken ----
  await cp.goto(list + '/kenmerken');
  await cp.fill('[name=naam]', `werkzoekend_${year}`);
  await pick(cp, 'type', 'keuze');
  await cp.fill('[name=vraag]', 'Hoe lang was de kandidaat werkzoekend?');
  await press(cp, 'Toevoegen');
  check((await errors(cp)).includes('code=tekst'), 'a choice needs its choices: ' + await errors(cp));
  await cp.fill('[name=keuzes]', 'kort=Kort\nlang=Lang');
  await press(cp, 'Toevoegen');
  check((await text(cp)).includes(`werkzoekend_${year}`), 'a new question needs no code');
  await look(cp, 'kenmerken', js);

  // ---- what running projects would be worth ----
  await cp.goto(url + '/doorrekenen');
  check((await text(cp)).includes('Totaal van') && plain(await cp.content()).includes('Verschil'), 'simulated on the running projects');
  await look(cp, 'doorrekenen', js);

  // ---- published by a second, never changed after that ----
  await second.goto(url);
  await second.getByRole('link', { name: 'Publiceren' }).click();
  await look(second, 'publiceren', js);
  await press(second, 'Ja, publiceer deze set');
  check((await text(second)).includes('De set is gepubliceerd'), 'published by a second: ' + await errors(second));
  check(sql(`SELECT geldig_tm FROM alle_bouwblokkenset WHERE id = ${inForce}`) === `${Number(year) - 1}-12-31`, 'the one before ends the day before');
  check((await second.goto(url + '/instellingen')).status() === 403 && (await second.goto(url + '/blokken/nieuw')).status() === 403, 'never changed after that');

  // ---- herwaarderen ----
  const chosen = sql(`SELECT p.id FROM alle_project p WHERE p.regio_id = ${regio} AND p.afgerond_op IS NULL AND p.goedgekeurd_op IS NULL AND EXISTS (SELECT 1 FROM alle_inzet i JOIN alle_inzet_versie v ON v.inzet_id = i.id AND v.versie = i.versie
    JOIN alle_bouwblok b ON b.id = v.bouwblok_id AND b.code = 'PW-LANG' WHERE i.project_id = p.id AND i.prognose_cent > 0) ORDER BY p.naam_sleutel LIMIT 1`);
  const was = Number(sql(`SELECT prognose_cent FROM alle_project WHERE id = ${chosen}`));
  await cp.goto(`${url}/herwaarderen?naam=${encodeURIComponent(sql(`SELECT naam FROM alle_project WHERE id = ${chosen}`))}`);
  await press(cp, 'Toon de verschillen…');
  check((await text(cp)).includes('Vink eerst aan'), 'nothing ticked is told');
  await cp.check(`#kies-${chosen}`);
  await look(cp, 'herwaarderen', js);
  await press(cp, 'Toon de verschillen…');
  check((await text(cp)).includes('Inzet waarvan de waarde verandert') && Number(sql(`SELECT prognose_cent FROM alle_project WHERE id = ${chosen}`)) === was, 'each difference first, nothing stored');
  await look(cp, 'herwaarderen verschillen', js);
  await cp.getByRole('button', { name: /Ja, herwaardeer/ }).click();
  check((await text(cp)).includes('Vul in waarom'), 'not without a reason');
  await cp.fill('[name=reden]', 'Afgesproken met de opdrachtgever');
  await cp.getByRole('button', { name: /Ja, herwaardeer/ }).click();
  const is = Number(sql(`SELECT prognose_cent FROM alle_project WHERE id = ${chosen}`));
  check((await text(cp)).includes('1 projecten herwaardeerd') && is > was && sql(`SELECT set_id FROM alle_project WHERE id = ${chosen}`) === set, `herwaardeerd: ${was} → ${is}`);
  check(whole(), 'every stored sum is what a fresh computation gives');
  await cp.goto(`${house.base}/projecten/${chosen}/historie`);
  check((await text(cp)).includes('Project herwaardeerd') && (await text(cp)).includes('Afgesproken met de opdrachtgever'), 'in the history of the project');
  check((await cp.goto(url + '/intrekken')).status() === 403, 'a set that a project has is not withdrawn');
  const am = await open('am@example.nl', js);
  check((await am.goto(list)).status() === 403, 'not for others');
  for (const page of [cp, second, am]) await page.context().close();
}

await browser.close();
const log = house.log();
check(!log.includes('"level":"error"'), 'no error in the log: ' + log.split('\n').filter((l) => l.includes('"level":"error"')).slice(0, 3).join('\n'));
check(await house.stop() === 0, 'the server stops in order');
process.exit(finish());
