// Organisaties that look alike are merged: compared, asked once more, another regio agrees; and the yearly review of who has access.
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

async function look(page, what, js) {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await reflow(page, `${what} ${width}`);
    await shot(page, `samenvoegen-${what.replaceAll(/[^a-z0-9]+/gi, '-')}-${width}-${js ? 'js' : 'nojs'}`);
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

// ---- an opdrachtnemer that stands there twice: the double has one project here and one elsewhere ----
const cp = await open('cp@example.nl', true), cpd = await open('cp.drenthe@example.nl', false);
const a = sql(`SELECT id FROM alle_organisatie WHERE kvk = '90000001'`);
sql(`INSERT OR IGNORE INTO alle_organisatie (soort, naam, naam_sleutel, naam_kern, kvk, adres, plaats, gemaakt_op) SELECT 'opdrachtnemer', 'Demo Noorderlicht Bouw BV', 'demo noorderlicht bouw bv', naam_kern, '95000001', 'Kade 1', 'Delfzijl', 0 FROM alle_organisatie WHERE id = ${a}`);
const b = sql(`SELECT id FROM alle_organisatie WHERE kvk = '95000001'`);
const before = sql('SELECT group_concat(id || actueel_cent || prognose_cent || coalesce(netto_cent, 0)) FROM alle_project');
await cp.goto(house.base + '/beheer/organisaties');
await cp.click('text=Dubbele organisaties samenvoegen');
check((await text(cp)).includes('95000001'), 'the look-alike is listed');
await look(cp, 'mogelijk dubbel', true);
await cp.goto(`${house.base}/beheer/organisaties/${a}`);
await cp.click('text=Samenvoegen met een andere');
await cp.click('main section >> text=95000001');
check(await cp.inputValue('[name=met]') === b, 'what was chosen stands in the form');
await press(cp, 'Bekijk wat er overgaat');
check((await errors(cp)).includes('de reden'), 'a reason is asked: ' + await errors(cp));
await look(cp, 'kiezen', true);
await cp.fill('[name=reden]', 'Het KvK-nummer was verkeerd ingevuld.');
await cp.check('[name=adres][value=andere]');
await press(cp, 'Bekijk wat er overgaat');
check((await text(cp)).includes('Wat overgaat naar Demo Noorderlicht Bouw') && (await text(cp)).includes('kan niet ongedaan'), 'what moves is shown: ' + await errors(cp));
await look(cp, 'wat overgaat', true);
await press(cp, 'Vraag akkoord om samen te voegen');
check((await text(cp)).includes('Het akkoord is gevraagd') && sql(`SELECT samengevoegd_met IS NULL FROM alle_organisatie WHERE id = ${b}`) === '1', 'another regio must agree first');
await cpd.goto(house.base + '/');
await cpd.click('text=Demo Noorderlicht Bouw BV en');
await look(cpd, 'gevraagd', false);
await cpd.click('text=Akkoord geven');
await look(cpd, 'akkoord', false);
await press(cpd, 'Ja, ik geef akkoord');
check((await text(cpd)).includes('De organisaties zijn samengevoegd'), 'with the agreement it is done: ' + await errors(cpd));
check(sql(`SELECT samengevoegd_met FROM alle_organisatie WHERE id = ${b}`) === a && sql(`SELECT adres || plaats FROM alle_organisatie WHERE id = ${a}`) === 'Kade 1Delfzijl', 'merged, with the address that was chosen');
check(sql('SELECT group_concat(id || actueel_cent || prognose_cent || coalesce(netto_cent, 0)) FROM alle_project') === before, 'no figure changed');
await cp.goto(`${house.base}/beheer/organisaties/${b}`);
check((await text(cp)).includes('samengevoegd met'), 'the old address says where it went');
await look(cp, 'verwijzing', true);
await cp.goto(house.base + '/beheer/samenvoegingen');
check((await text(cp)).includes('samengevoegd') && !(await text(cp)).split('Samenvoegingen')[0].includes('95000001'), 'the record stays, the look-alike is gone');
await look(cp, 'lijst', true);

// ---- who has access ----
await cp.goto(house.base + '/beheer/toegang');
check((await text(cp)).includes('Er is nog geen controle geweest'), 'no review yet');
await press(cp, 'Controle beginnen');
const total = Number(sql('SELECT count(*) FROM alle_toegang_regel'));
check(total > 20 && (await text(cp)).includes('zonder oordeel'), 'a list of every account: ' + total);
check(sql(`SELECT count(*) FROM alle_toegang_regel t JOIN alle_gebruiker g ON g.id = t.gebruiker_id JOIN alle_organisatie o ON o.id = g.organisatie_id WHERE o.regio_id IS NOT NULL AND o.regio_id <> (SELECT min(regio_id) FROM alle_toegang)`) === '0', 'nobody of another regio');
await look(cp, 'toegang', true);
// one who has not logged in for long is found by the filter, and does not stay
const gone = sql("SELECT id FROM alle_gebruiker WHERE email = 'og3@example.nl'");
sql(`UPDATE alle_toegang_regel SET laatst_in = unixepoch() - 86400 * 400 WHERE gebruiker_id = ${gone}; UPDATE alle_toegang_regel SET laatst_in = unixepoch() WHERE gebruiker_id <> ${gone}`);
await cp.goto(cp.url().split('?')[0] + '?laatst=12');
check(await cp.locator('main tbody tr').count() === 1 && (await text(cp)).includes('og3@example.nl'), 'longer than a year not logged in: one');
await press(cp, 'Blijft');
check((await text(cp)).includes('Vink eerst accounts aan'), 'something must be ticked');
await cp.check(`#kies-${gone}`);
await press(cp, 'Zet op de lijst om te blokkeren');
check((await text(cp)).includes('nog niemand geblokkeerd') && cp.url().includes('laatst=12'), 'put on the list, and the filter stays: ' + cp.url());
check(sql(`SELECT staat FROM alle_gebruiker WHERE id = ${gone}`) === 'actief', 'nothing happened yet');
await cp.click('text=Blokkeer wie weg moet…');
await look(cp, 'toegang blokkeren', true);
const last = Number(sql(`SELECT count(*) FROM alle_laatste WHERE gebruiker_id = ${gone}`));
if (last > 0) {
  await press(cp, 'Ja, blokkeer deze accounts');
  check((await errors(cp)).includes('draag eerst het werk over'), 'the last contact of a running project stays: ' + await errors(cp));
  sql(`INSERT OR IGNORE INTO alle_koppeling (project_id, gebruiker_id, op) SELECT project_id, (SELECT min(id) FROM alle_gebruiker WHERE organisatie_id = g.organisatie_id AND id <> g.id), 0 FROM alle_koppeling k JOIN alle_gebruiker g ON g.id = k.gebruiker_id WHERE g.id = ${gone}`);
}
await press(cp, 'Ja, blokkeer deze accounts');
check((await text(cp)).includes('1 account is geblokkeerd') && sql(`SELECT staat FROM alle_gebruiker WHERE id = ${gone}`) === 'geblokkeerd', 'blocked: ' + await errors(cp));
// it is closed only when everybody has a verdict
await cp.click('text=Controle sluiten…');
await press(cp, 'Ja, sluit de controle');
check((await errors(cp)).includes('ieder account een oordeel'), 'not closed with accounts without a verdict');
for (let turn = 0; turn < 9 && Number(sql('SELECT count(*) FROM alle_toegang_regel WHERE oordeel IS NULL')) > 0; turn++) {
  await cp.goto(house.base + '/beheer/toegang/1?oordeel=geen&aantal=100');
  await press(cp, 'Alle op deze pagina blijven');
}
await cp.goto(house.base + '/beheer/toegang/1/sluiten');
await cp.fill('[name=opmerking]', 'Besproken in het overleg.');
await look(cp, 'toegang sluiten', true);
await press(cp, 'Ja, sluit de controle');
check((await text(cp)).includes('De controle is gesloten') && (await text(cp)).includes(`${total}: ${total - 1} blijven, 1 geblokkeerd`), 'closed, with how many: ' + await errors(cp));
check(await cp.locator('main tbody input[type=checkbox]').count() === 0, 'the record cannot be changed');
await cpd.goto(house.base + '/beheer/toegang');
check((await text(cpd)).includes('Er is nog geen controle geweest'), 'another regio sees nothing of it');
await look(cpd, 'toegang leeg', false);
check((await cpd.goto(house.base + '/beheer/toegang/1')).status() === 404, 'nor the record itself');

await browser.close();
check(await house.stop() === 0, 'the server stops in order');
process.exit(finish());
