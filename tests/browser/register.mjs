// What proves careful handling: versions of the confidentiality statement, accepted by everybody of the regio before anything else; the reading log with what is unusual in it; the register of processing;
// and the public statements.
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
    await shot(page, `register-${what.replaceAll(/[^a-z0-9]+/gi, '-')}-${width}-${js ? 'js' : 'nojs'}`);
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
const cp = await open('cp@example.nl', true), am = await open('am@example.nl', false), on = await open('on@example.nl', true), fr = await open('og.fryslan@example.nl', true);

// ---- 1. a new version of the confidentiality statement ----
await cp.goto(house.base + '/beheer/geheimhouding');
check((await text(cp)).includes('nog geen eigen tekst'), 'a regio begins without a text of its own, and the page says so');
await look(cp, 'geheimhouding', true);
await cp.click('text=Nieuwe tekst');
await cp.fill('[name=tekst]', '');
await cp.fill('[name=geldt_vanaf]', dutch(-1));
await press(cp, 'Vastleggen');
check((await errors(cp)).includes('de tekst'), 'what is missing is told: ' + await errors(cp));
await cp.fill('[name=tekst]', 'Wij spreken ook dit af.\n\nGegevens gaan nooit mee naar huis.');
await press(cp, 'Vastleggen');
check((await errors(cp)).includes('vandaag of een latere dag'), 'not a day that has passed: ' + await errors(cp));
await cp.fill('[name=geldt_vanaf]', dutch(0));
await press(cp, 'Voorbeeld bekijken');
check((await text(cp)).includes('Zo ziet de gebruiker het') && (await cp.inputValue('[name=tekst]')).includes('nooit mee naar huis'), 'a preview, and what was typed is kept');
await look(cp, 'voorbeeld', true);
check(sql("SELECT count(*) FROM alle_geheimhouding WHERE tekst LIKE '%mee naar huis%'") === '0', 'a preview stores nothing');
await press(cp, 'Vastleggen');
check(cp.url().includes('/geheimhouding'), 'it holds from today on, also for who wrote it');
for (const [page, who] of [[cp, 'the coordinator'], [am, 'the accountmanager'], [on, 'the opdrachtnemer with a project in the regio']]) {
  await page.goto(house.base + '/projecten');
  check(page.url().includes('/geheimhouding') && (await text(page)).includes('nooit mee naar huis'), `${who} reads the new text before anything else: ${page.url()}`);
}
await look(on, 'akkoord', true);
await look(am, 'akkoord', false);
await fr.goto(house.base + '/projecten');
check(!fr.url().includes('/geheimhouding'), 'another regio has nothing to do with it');
for (const page of [cp, am]) {
  await press(page, 'Ik ga akkoord');
  await page.goto(house.base + '/projecten');
  check(page.url().endsWith('/projecten'), 'accepted once, and on: ' + page.url());
}
await cp.goto(house.base + '/beheer/geheimhouding');
await cp.click('main >> text=Versie 1');
check((await text(cp)).includes('Akkoord') && (await text(cp)).includes('nog niet'), 'who accepted and who has not');
await cp.goto(cp.url() + '?akkoord=nee&naam=projectleider');
check(await cp.locator('tbody tr').count() > 0 && !(await cp.innerText('tbody')).includes('Coördinator'), 'filtered on who has not');
await cp.goto(cp.url().replace(/\?.*/, '?akkoord=ja'));
check(await cp.locator('tbody tr').count() === 2 && (await text(cp)).includes(dutch(0)), 'and on who has, with the moment: it is the proof');
await look(cp, 'wie akkoord ging', true);
// a text that changes while it is read is not accepted unread
sql(`INSERT INTO alle_geheimhouding (regio_id, nr, tekst, geldt_vanaf, op, door) SELECT regio_id, 2, 'Derde tekst', geldt_vanaf, op, door FROM alle_geheimhouding WHERE tekst LIKE '%mee naar huis%'`);
await press(on, 'Ik ga akkoord');
check((await errors(on)).includes('intussen gewijzigd') && (await text(on)).includes('Derde tekst'), 'who read an older text is shown the new one: ' + await errors(on));
await press(on, 'Ik ga akkoord');
await on.goto(house.base + '/projecten');
check(on.url().endsWith('/projecten'), 'and accepts that');
for (const page of [cp, am]) { await page.goto(house.base + '/'); await press(page, 'Ik ga akkoord'); }

// ---- 2. the reading log ----
const seen = sql(`SELECT i.project_id || '/inzet/' || i.id || ' ' || printf('K-%06d', i.kandidaat_id) FROM alle_inzet i JOIN alle_koppeling k ON k.project_id = i.project_id JOIN alle_gebruiker g ON g.id = k.gebruiker_id AND g.email = 'am@example.nl'
  JOIN alle_project p ON p.id = i.project_id JOIN alle_regio r ON r.id = p.regio_id AND r.slug LIKE 'groningen%' WHERE i.kandidaat_id IS NOT NULL ORDER BY i.id LIMIT 1`).split(' ');
await am.goto(`${house.base}/projecten/${seen[0]}`);
await press(am, 'Toon wie het is');
await cp.goto(house.base + '/beheer/leeslog');
check((await text(cp)).includes(seen[1]) && (await text(cp)).includes('Gegevens van een kandidaat bekeken') && !(await cp.content()).includes('Testpersoon'), 'who read, whom by number, and where');
await look(cp, 'leeslog', true);
await cp.goto(house.base + '/beheer/leeslog?kandidaat=' + seen[1].toLowerCase());
check(await cp.locator('tbody tr').count() === 1, 'filtered on a number');
await cp.goto(house.base + '/beheer/leeslog?kandidaat=999999');
check((await text(cp)).includes('Geen regel voldoet'), 'nobody read another');
await cp.goto(house.base + '/beheer/leeslog?kandidaat=iemand&wanneer=' + iso(0).slice(0, 4));
check((await text(cp)).includes('niet begrepen'), 'what is no number is told');
await cp.goto(house.base + '/beheer/leeslog');
const [file] = await Promise.all([cp.waitForEvent('download'), cp.click('text=Exporteer als Excel-bestand')]);
check(file.suggestedFilename() === 'leeslog.xlsx', 'the same as a file');
// the regio says that more than one a day is unusual
await cp.goto(house.base + '/beheer/regio');
await cp.fill('[name=lees_grens]', '1');
await press(cp, 'Opslaan');
check((await text(cp)).includes('meer dan 1 personen'), 'the limit is a setting of the regio: ' + await errors(cp));
const second = sql(`SELECT i.project_id || '/inzet/' || i.id FROM alle_inzet i JOIN alle_koppeling k ON k.project_id = i.project_id JOIN alle_gebruiker g ON g.id = k.gebruiker_id AND g.email = 'am@example.nl'
  JOIN alle_project p ON p.id = i.project_id JOIN alle_regio r ON r.id = p.regio_id AND r.slug LIKE 'groningen%' WHERE i.kandidaat_id IS NOT NULL AND printf('K-%06d', i.kandidaat_id) <> '${seen[1]}' ORDER BY i.id DESC LIMIT 1`);
await am.goto(`${house.base}/projecten/${second}`);
await press(am, 'Toon wie het is');
await cp.goto(house.base + '/');
check((await text(cp)).includes('bekeek iemand op één dag opvallend veel personen'), 'a task on the home page');
await cp.goto(house.base + '/beheer/leeslog');
check((await text(cp)).includes('bekeek 2 personen'), 'a signal in the log');
await cp.locator('.sr-waits a').first().click();
await look(cp, 'signaal', true);
await press(cp, 'Oordeel vastleggen');
check((await errors(cp)).includes('wat u hebt gevonden'), 'judging wants words: ' + await errors(cp));
await cp.fill('[name=oordeel]', 'Controle van een steekproef.');
await press(cp, 'Oordeel vastleggen');
check((await text(cp)).includes('Eerder beoordeeld') && (await text(cp)).includes('Controle van een steekproef.') && await cp.locator('.sr-waits').count() === 0, 'judged, and it stays to be read');
await look(cp, 'beoordeeld', true);
await cp.goto(house.base + '/');
check(!(await text(cp)).includes('opvallend veel'), 'the task is done');

// ---- 3. the register of processing ----
await cp.goto(house.base + '/beheer/verwerkingsregister');
check((await text(cp)).includes('fg@example.nl') && (await text(cp)).includes('5 jaar na de dag waarop het laatste project'), 'prefilled from the settings and the retention classes');
await look(cp, 'verwerkingsregister', true);
await cp.getByRole('link', { name: /^Aanvullen/ }).first().click();
await look(cp, 'verwerking', true);
await cp.fill('[name=verwerkers]', 'Hosting Voorbeeld, overeenkomst van 1 maart 2026');
await press(cp, 'Opslaan');
check((await text(cp)).includes('Hosting Voorbeeld') && (await text(cp)).includes('verwerkers: leeg'), "the regio's own part, with what it was before");
const stale = cp.url();
await cp.getByRole('link', { name: /^Aanvullen/ }).first().click();
sql("UPDATE alle_verwerking SET versie = versie + 1");
await cp.fill('[name=toelichting]', 'DPIA van 2026');
await press(cp, 'Opslaan');
check((await errors(cp)).includes('Iemand anders'), 'two coordinators: the second is told: ' + await errors(cp));
await cp.goto(stale);
const [sheet] = await Promise.all([cp.waitForEvent('download'), cp.click('text=Exporteer als Excel-bestand')]);
check(sheet.suggestedFilename() === 'verwerkingsregister.xlsx', 'to take along');
await cp.emulateMedia({ media: 'print' });
await shot(cp, 'register-afdruk');
await cp.emulateMedia({ media: 'screen' });

// ---- 4. the public statements, from the login page ----
const nobody = await (await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 800 }, locale: 'nl-NL' })).newPage();
for (const [link, words] of [['Toegankelijkheid', ['Toegankelijkheidsstatus', 'EN 301 549', 'axe-core', 'Nationale ombudsman', 'socialreturn@example.nl']], ['Privacy', ['Autoriteit Persoonsgegevens', 'fg@example.nl', '5 jaar na het afronden', 'Alleen initialen en geboortedatum', 'Voorbeeldplein 1']]]) {
  await nobody.goto(house.base + '/inloggen');
  await nobody.locator('footer').getByRole('link', { name: link, exact: true }).click();
  for (const w of words) check((await text(nobody)).includes(w), `${link} says ${w}`);
  await look(nobody, link.toLowerCase(), false);
}
await am.goto(house.base + '/beheer/leeslog');
check((await text(am)).includes('Dat mag u niet'), 'the registers are for the coordinatiepunt');
await browser.close();
check(await house.stop() === 0, 'the server stops in order');
process.exit(finish());
