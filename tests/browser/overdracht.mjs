// A worklist is handed over or done by a colleague between two dates; nobody leaves a project without a contact; blocking, moving and resetting act at once on a session that is open.
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
const idOf = (email) => sql(`SELECT id FROM alle_gebruiker WHERE email = '${email}'`);
const mails = (soort, email) => Number(sql(`SELECT count(*) FROM alle_bericht WHERE soort = '${soort}' AND aan = '${email}'`));
// what that very session gets, with the cookie it has
const cookie = async (page) => (await page.context().cookies()).map((c) => `${c.name}=${c.value}`).join('; ');
const status = async (page, where) => (await fetch(house.base + where, { redirect: 'manual', headers: { cookie: await cookie(page) } })).status;

async function look(page, what, js) {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await reflow(page, `${what} ${width}`);
    await shot(page, `overdracht-${what.replaceAll(/[^a-z0-9]+/gi, '-')}-${width}-${js ? 'js' : 'nojs'}`);
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

// ---- deputising: og3@ for og@, on a project of og@ alone ----
const og = await open('og@example.nl', true), og3 = await open('og3@example.nl', false), cp = await open('cp@example.nl', true);
sql(`UPDATE alle_gebruiker SET organisatie_id = (SELECT organisatie_id FROM alle_gebruiker WHERE email = 'og@example.nl') WHERE email = 'og3@example.nl'; DELETE FROM alle_koppeling WHERE gebruiker_id = ${idOf('og3@example.nl')}`);
const own = sql(`SELECT k.project_id FROM alle_koppeling k JOIN alle_project p ON p.id = k.project_id WHERE k.gebruiker_id = ${idOf('og@example.nl')} AND p.afgerond_op IS NULL ORDER BY 1 LIMIT 1`), url = '/projecten/' + own;
const mine = Number(sql(`SELECT count(*) FROM alle_koppeling WHERE gebruiker_id = ${idOf('og@example.nl')}`));
check(await status(og3, url) === 404, 'a colleague does not see the project before');
await og.goto(house.base + '/mijn-gegevens');
await og.click('text=Mijn werk overdragen of laten waarnemen');
await look(og, 'mijn werk', true);
await og.click('main >> text=Laten waarnemen');
await og.selectOption('[name=naar]', idOf('og3@example.nl'));
await og.fill('[name=van]', dutch(-1));
await og.fill('[name=tm]', dutch(-2));
await press(og, 'Opslaan');
check((await errors(og)).includes('vandaag of later') && (await errors(og)).includes('niet voor de eerste'), 'days are judged: ' + await errors(og));
await look(og, 'waarnemen', true);
await og.fill('[name=van]', dutch(0));
await og.fill('[name=tm]', dutch(14));
await press(og, 'Opslaan');
check((await text(og)).includes('neemt waar van'), 'deputising is recorded: ' + await errors(og));
check(mails('waarnemen', 'og3@example.nl') === 1, 'the deputy is told by mail');
check(await status(og3, url) === 200, 'the deputy sees the project');
check(await status(og3, url + '/wijzigen') === 200 && await status(og3, url + '/notities') === 200, 'and may do what the other may');
await og3.goto(house.base + '/');
check((await text(og3)).includes('U neemt waar voor'), 'the first page says for whom');
await look(og3, 'start waarnemer', false);
await og3.goto(house.base + url + '/contactpersonen');
check((await text(og3)).includes('neemt waar voor'), 'among the contacts it says who deputises');
await og3.goto(house.base + '/projecten');
const listed = Number((await text(og3)).match(/(\d+) projecten/)?.[1] ?? 0);
check(listed > 0, 'the list of the deputy has the projects: ' + listed);
await og.goto(house.base + '/mijn-gegevens/werk/waarnemen');
await og.selectOption('[name=naar]', idOf('og3@example.nl'));
await og.fill('[name=van]', dutch(3));
await og.fill('[name=tm]', dutch(4));
await press(og, 'Opslaan');
check((await errors(og)).includes('al een waarneming'), 'not two at once: ' + await errors(og));
// the last day has passed: it ends by itself; and by hand at once
sql(`UPDATE alle_waarneming SET van = date('${iso(-9)}'), tm = date('${iso(-1)}')`);
check(await status(og3, url) === 404, 'after the last day the deputy sees nothing');
sql(`UPDATE alle_waarneming SET tm = date('${iso(0)}')`);
check(await status(og3, url) === 200, 'on the last day still');
await og.goto(house.base + '/mijn-gegevens/werk');
await og.getByRole('button', { name: /^Beëindig/ }).click();
check((await text(og)).includes('De waarneming is beëindigd') && await status(og3, url) === 404, 'ended by hand: at once');

// ---- nobody leaves without a contact ----
sql(`DELETE FROM alle_koppeling WHERE project_id = ${own} AND gebruiker_id IN (SELECT id FROM alle_gebruiker WHERE organisatie_id = (SELECT opdrachtgever_id FROM alle_project WHERE id = ${own})) AND gebruiker_id <> ${idOf('og@example.nl')}`);
const account = house.base + '/beheer/accounts/' + idOf('og@example.nl');
await cp.goto(account);
check((await text(cp)).includes('enige contactpersoon'), 'the account page says that it is the only contact');
await look(cp, 'account', true);
await cp.click('main >> text=Blokkeren');
await cp.fill('[name=reden]', 'uit dienst');
await press(cp, 'Ja, blokkeer dit account');
check((await errors(cp)).includes('laatste contactpersoon'), 'blocking the last contact is refused: ' + await errors(cp));
check(sql(`SELECT staat FROM alle_gebruiker WHERE email = 'og@example.nl'`) === 'actief' && await status(og, url) === 200, 'and nothing happened');
await look(cp, 'blokkeren', true);
await cp.goto(account + '/verplaatsen');
check((await text(cp)).includes('enige contactpersoon') && await cp.locator('[name=organisatie]').count() === 0, 'moving asks to hand over first');
const removal = `/projecten/${own}/contactpersonen/${idOf('og@example.nl')}/verwijderen`;
await cp.goto(house.base + removal);
await cp.locator('main form button').last().click();
check((await text(cp) + await errors(cp)).includes('laatste contactpersoon'), 'removing the last contact is refused');
// a blocked colleague does not count
sql(`INSERT INTO alle_koppeling (project_id, gebruiker_id, op) VALUES (${own}, ${idOf('og3@example.nl')}, 0); UPDATE alle_gebruiker SET staat = 'geblokkeerd' WHERE email = 'og3@example.nl'`);
await cp.goto(house.base + removal);
await cp.locator('main form button').last().click();
check((await text(cp) + await errors(cp)).includes('laatste contactpersoon'), 'a blocked colleague does not count as a contact');
sql(`DELETE FROM alle_koppeling WHERE gebruiker_id = ${idOf('og3@example.nl')}; UPDATE alle_gebruiker SET staat = 'actief' WHERE email = 'og3@example.nl'`);
// and of the wsp
const am = idOf('am@example.nl'), amProject = sql(`SELECT project_id FROM alle_koppeling k JOIN alle_project p ON p.id = k.project_id WHERE k.gebruiker_id = ${am} AND p.afgerond_op IS NULL LIMIT 1`);
sql(`DELETE FROM alle_koppeling WHERE project_id = ${amProject} AND gebruiker_id <> ${am} AND gebruiker_id IN (SELECT g.id FROM alle_gebruiker g WHERE g.organisatie_id = (SELECT organisatie_id FROM alle_gebruiker WHERE id = ${am}))`);
await cp.goto(`${house.base}/projecten/${amProject}/contactpersonen/${am}/verwijderen`);
await cp.locator('main form button').last().click();
check((await text(cp) + await errors(cp)).includes('laatste contactpersoon'), 'nor does the last accountmanager leave');

// ---- handing over, and blocking in one act: at once on the open session ----
const plans = sql(`SELECT count(*) FROM alle_plan WHERE contact_id = ${idOf('og@example.nl')}`);
await cp.goto(account + '/werk/overdragen');
check((await text(cp)).includes('Wat overgaat'), 'the list of what moves');
await look(cp, 'overdragen', true);
sql(`DELETE FROM alle_koppeling WHERE gebruiker_id = ${idOf('og@example.nl')} AND project_id <> ${own} AND project_id = (SELECT max(project_id) FROM alle_koppeling WHERE gebruiker_id = ${idOf('og@example.nl')})`);
await cp.selectOption('[name=naar]', idOf('og3@example.nl'));
await press(cp, 'Ja, draag over');
check((await errors(cp)).includes('intussen veranderd'), 'the list changed meanwhile: look again: ' + await errors(cp));
check((await cp.inputValue('[name=naar]')) === idOf('og3@example.nl'), 'what was chosen is kept');
await cp.goto(account + '/blokkeren');
await cp.fill('[name=reden]', 'uit dienst');
await cp.selectOption('[name=opvolger]', idOf('og3@example.nl'));
await press(cp, 'Ja, blokkeer dit account');
check((await text(cp)).includes('Het werk is overgedragen'), 'handed over and blocked: ' + await errors(cp));
check(await status(og, url) === 303, 'the open session of who is blocked has ended at once');
check(await status(og3, url) === 200, 'the successor has the project');
check(sql(`SELECT count(*) FROM alle_koppeling WHERE gebruiker_id = ${idOf('og3@example.nl')}`) === String(mine - 1) && sql(`SELECT count(*) FROM alle_koppeling WHERE gebruiker_id = ${idOf('og@example.nl')}`) === '0', 'all moved, nothing stayed');
check(mails('overgedragen', 'og3@example.nl') === 1 && mails('werk_weg', 'og@example.nl') === 1, 'both are told');
await og3.goto(house.base + url + '/historie');
check((await text(og3)).includes('heeft het werk overgedragen'), 'it stands in the history of the project');
check(plans === '0' || sql(`SELECT count(*) FROM alle_plan WHERE contact_id = ${idOf('og@example.nl')} AND status = 'concept'`) === '0', 'concept plans follow');

// ---- moving an account ----
const elsewhere = sql(`SELECT o.id FROM alle_organisatie o JOIN alle_regio r ON r.id = o.regio_id WHERE r.slug LIKE 'groningen%' AND o.soort = 'opdrachtgever' AND o.id <> (SELECT organisatie_id FROM alle_gebruiker WHERE email = 'og3@example.nl') ORDER BY o.id LIMIT 1`);
const foreign = sql(`SELECT o.id FROM alle_organisatie o JOIN alle_regio r ON r.id = o.regio_id WHERE r.slug = 'fryslan' AND o.soort = 'opdrachtgever' LIMIT 1`);
const moving = house.base + '/beheer/accounts/' + idOf('og2@example.nl');
const og2 = await open('og2@example.nl', true);
sql(`INSERT OR IGNORE INTO alle_koppeling (project_id, gebruiker_id, op) SELECT k.project_id, (SELECT id FROM alle_gebruiker WHERE organisatie_id = g.organisatie_id AND id <> g.id AND staat <> 'geblokkeerd' LIMIT 1), 0
  FROM alle_koppeling k JOIN alle_gebruiker g ON g.id = k.gebruiker_id WHERE g.email = 'og2@example.nl' AND EXISTS (SELECT 1 FROM alle_gebruiker WHERE organisatie_id = g.organisatie_id AND id <> g.id AND staat <> 'geblokkeerd')`);
await cp.goto(moving);
await cp.click('main >> text=Verplaatsen');
await look(cp, 'verplaatsen', true);
await cp.fill('[name=reden]', 'andere werkgever');
await cp.selectOption('[name=organisatie]', elsewhere);
const before = await status(og2, '/projecten');
const token = await cp.inputValue('form[action$="/verplaatsen"] [name=_csrf]');
const once = await cp.inputValue('form[action$="/verplaatsen"] [name=_eenmalig]');
const forged = await fetch(moving + '/verplaatsen', { method: 'POST', redirect: 'manual', headers: { cookie: await cookie(cp), origin: house.base, 'sec-fetch-site': 'same-origin' },
  body: new URLSearchParams({ _csrf: token, _eenmalig: once, organisatie: foreign, reden: 'x' }) });
check(forged.status === 422 && sql(`SELECT organisatie_id FROM alle_gebruiker WHERE email = 'og2@example.nl'`) !== foreign, 'not to an organisatie of another regio: ' + forged.status);
await press(cp, 'Ja, verplaats dit account');
check((await text(cp)).includes('hoort nu bij'), 'moved: ' + await errors(cp));
check(before === 200 && await status(og2, '/projecten') === 303, 'the open session of who is moved has ended at once');
check(sql(`SELECT organisatie_id FROM alle_gebruiker WHERE email = 'og2@example.nl'`) === elsewhere && sql(`SELECT count(*) FROM alle_koppeling WHERE gebruiker_id = ${idOf('og2@example.nl')}`) === '0', 'the links of the old organisatie are gone');
check(mails('verplaatst', 'og2@example.nl') === 1, 'who is moved is told');

// ---- a reset of the two-factor acts on the open session too ----
const on = await open('on@example.nl', true);
check(await status(on, '/projecten') === 200, 'on@ is logged in');
await cp.goto(`${house.base}/beheer/accounts/${idOf('on@example.nl')}/twee-factor`);
await cp.check('[name=vastgesteld][value=gezien]');
await press(cp, 'Ja, reset de twee-factor');
check(await status(on, '/projecten') === 303, 'the session that was open ended with the reset');

await browser.close();
check(await house.stop() === 0, 'the server stops in order');
process.exit(finish());
