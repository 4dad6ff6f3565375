// The kandidatenbrief: the contractor prints it, the person reads the own record with the code and asks for a correction, the coordinatiepunt corrects it in the dossier, the contractor is told by mail.
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
const CODE = /\b[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}\b/;

async function look(page, what, js) {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await reflow(page, `${what} ${width}`);
    await shot(page, `brief-${what.replaceAll(/[^a-z0-9]+/gi, '-')}-${width}-${js ? 'js' : 'nojs'}`);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  if (js) await axe(page, what);
  else await validHtml((await page.content()).replace('<!DOCTYPE html>', '<!doctype html>'), what);
}
const tab = async (js) => (await browser.newContext({ javaScriptEnabled: js, viewport: { width: 1280, height: 800 }, locale: 'nl-NL' })).newPage();
async function open(email, js) {
  const page = await tab(js);
  await login(page, house.base, email);
  return page;
}
const pages = (pdf) => (pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;

for (const js of [true, false]) {
  const [k, project, inzet] = sql(`SELECT i.kandidaat_id, i.project_id, i.id FROM alle_inzet i JOIN alle_project p ON p.id = i.project_id JOIN alle_regio r ON r.id = p.regio_id
    JOIN alle_koppeling k ON k.project_id = p.id JOIN alle_gebruiker g ON g.id = k.gebruiker_id AND g.email = 'on@example.nl' JOIN alle_inzet_versie v ON v.inzet_id = i.id AND v.versie = i.versie
    JOIN alle_inzet_antwoord w ON w.versie_id = v.id AND w.attribuut = 'leeftijd' WHERE r.slug LIKE 'groningen%' AND p.afgerond_op IS NULL AND p.goedgekeurd_op IS NULL AND i.ingetrokken_op IS NULL
    AND NOT EXISTS (SELECT 1 FROM alle_brief b WHERE b.kandidaat_id = i.kandidaat_id) GROUP BY i.kandidaat_id ORDER BY i.kandidaat_id DESC LIMIT 1`).split('|');
  const nummer = 'K-' + k.padStart(6, '0'), own = `${house.base}/projecten/${project}/inzet/${inzet}`;

  // ---- the contractor prints ----
  const on = await open('on@example.nl', js), cp = await open('cp@example.nl', js);
  await on.goto(own);
  const born = (await text(on)).match(/Geboortedatum\s+(\d\d-\d\d-\d{4})/)[1];
  await on.click('text=Kandidatenbrief maken');
  await look(on, 'vraag', js);
  await press(on, 'Brief maken');
  const letter = await text(on), code = letter.match(CODE)?.[0];
  check(code && letter.includes('Druk nu af') && letter.includes('/mijn-gegevens-inzien'), 'the letter has a code and an address');
  await look(on, 'brief', js);
  await on.emulateMedia({ media: 'print' });
  check(!(await text(on)).includes('Druk nu af') && await on.locator('header').isHidden(), 'in print only the letter');
  await on.setViewportSize({ width: 794, height: 1123 });
  await shot(on, `brief-print-${js ? 'js' : 'nojs'}`);
  const sheet = await on.pdf({ preferCSSPageSize: true });
  fs.writeFileSync(path.join(process.env.SHOTS, 'brief.pdf'), sheet);
  check(pages(sheet) === 1 && /MediaBox ?\[ ?0 0 59[45]/.test(sheet.toString('latin1')), `one sheet of A4: ${pages(sheet)}`);
  await on.emulateMedia({ media: null });
  await on.setViewportSize({ width: 1280, height: 800 });
  await on.goto(own + '/brief');
  check(!CODE.test(await on.content()), 'the code does not come back');

  // ---- the person reads and asks ----
  const me = await tab(js);
  await me.goto(house.base + '/mijn-gegevens-inzien');
  await look(me, 'inzien', js);
  await press(me, 'Bekijk mijn gegevens');
  check((await errors(me)).includes('Vul de code in') && (await errors(me)).includes('uw geboortedatum'), 'what is missing is told: ' + await errors(me));
  await me.fill('[name=code]', code.slice(0, -1) + (code.endsWith('0') ? '1' : '0'));
  await me.fill('[name=geboren]', born);
  await press(me, 'Bekijk mijn gegevens');
  check((await errors(me)).includes('typefout'), 'a typing error is told: ' + await errors(me));
  await me.fill('[name=code]', code);
  await me.fill('[name=geboren]', '1-1-1931');
  await press(me, 'Bekijk mijn gegevens');
  check((await errors(me)).includes('openen niets'), 'another birth date opens nothing');
  await look(me, 'fout', js);
  await me.fill('[name=geboren]', born);
  await press(me, 'Bekijk mijn gegevens');
  check((await text(me)).includes(nummer) && (await text(me)).includes(born) && me.url() === house.base + '/mijn-gegevens-inzien', 'the own record, and no code in the address');
  await look(me, 'gegevens', js);
  await me.check('[name=soort][value=correctie]');
  await me.fill('[name=bereikbaar]', '06 12345678');
  await press(me, 'Verzoek versturen');
  check((await errors(me)).includes('uw bericht') && await me.inputValue('[name=bereikbaar]') === '06 12345678' && !(await text(me)).includes(born), 'what is missing is told, what was typed stays, the record is not shown again');
  await look(me, 'verzoek', js);
  await me.fill('[name=bericht]', 'Mijn geboortejaar is twintig jaar te laat.');
  await press(me, 'Verzoek versturen');
  const number = (await text(me)).match(/Verzoek (\d+)/)?.[1];
  check(number && (await text(me)).includes('Wat gebeurt er nu?'), 'received, with a number');
  await look(me, 'ontvangen', js);
  await me.goto(house.base + '/mijn-gegevens-inzien');
  await me.fill('[name=code]', code);
  await me.fill('[name=geboren]', born);
  await press(me, 'Bekijk mijn gegevens');
  check((await errors(me)).includes('openen niets'), 'the code is spent');

  // ---- the coordinatiepunt corrects ----
  await cp.goto(house.base + '/');
  await cp.click(`a[href="/beheer/betrokkenen/${number}"]`);
  await look(cp, 'dossier', js);
  await press(cp, 'Lees het bericht van de betrokkene');
  check((await text(cp)).includes('twintig jaar te laat') && (await text(cp)).includes('06 12345678'), 'what the person wrote');
  await look(cp, 'bericht', js);
  await cp.goto(`${house.base}/beheer/betrokkenen/${number}`);
  await press(cp, 'Gegevens verbeteren');
  await look(cp, 'verbeteren', js);
  const right = born.slice(0, 6) + (Number(born.slice(6)) - 20);
  await cp.fill('[name=geboortedatum]', right);
  await press(cp, 'Verbeteren');
  check((await errors(cp)).includes('waaruit blijkt'), 'a reason is asked: ' + await errors(cp));
  await cp.fill('[name=reden]', 'Paspoort gezien.');
  await press(cp, 'Verbeteren');
  check((await errors(cp)).includes('vinkje') && (await text(cp)).includes('Wordt opnieuw ingediend'), 'what follows is shown first: ' + await errors(cp));
  await look(cp, 'gevolgen', js);
  await cp.check('[name=zeker]');
  await press(cp, 'Verbeteren');
  check((await text(cp)).includes('zijn verbeterd') && (await text(cp)).includes('geboortedatum. Paspoort gezien.'), 'corrected, and in the dossier');
  await on.goto(own);
  check((await text(on)).includes(right) && (await text(on)).includes('De kandidaat heeft de gegevens bekeken op'), 'the contractor sees the new date, and that the letter was used');
  check(Number(sql(`SELECT count(*) FROM alle_bericht WHERE soort = 'verbeterd' AND aan = 'on@example.nl' AND over_id = ${k}`)) === 1, 'and is told by mail');

  // ---- several letters ----
  await on.goto(house.base + '/kandidaten');
  await on.click('text=Kandidatenbrieven maken');
  await look(on, 'keuze', js);
  const boxes = on.locator('tbody input[type=checkbox]');
  for (let i = await boxes.count() - 1; i >= 0; i--) await boxes.nth(i).setChecked(i < 2);
  await press(on, 'Brieven maken');
  await on.waitForSelector('article.sr-brief');
  const two = await on.pdf({ preferCSSPageSize: true });
  fs.writeFileSync(path.join(process.env.SHOTS, 'brieven.pdf'), two);
  check(await on.locator('article.sr-brief').count() === 2 && pages(two) === 2, `a sheet for each: ${pages(two)}`);
  await look(on, 'brieven', js);
  for (const page of [on, cp, me]) await page.context().close();
}
await browser.close();
check(await house.stop() === 0, 'the server stops in order');
process.exit(finish());
