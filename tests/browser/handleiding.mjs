// The handleidingen: walks through what they tell, and holds their words and pictures against the pages. With HANDLEIDING=nieuw the pictures in static/handleiding are made again;
// otherwise the same steps are walked and every picture a page names must be there.
import fs from 'node:fs';
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { serveDemo, openBrowser, login, axe, shot, reflow, validHtml, check, finish } from './house.mjs';
import { palettePng } from './png.mjs';

const renew = process.env.HANDLEIDING === 'nieuw';
const folder = path.join(process.env.ROOT ?? process.cwd(), 'static', 'handleiding');
const MOST_BYTES = 1500000, EACH_MOST = 90000;

const house = await serveDemo();
const browser = await openBrowser();
const db = path.join(house.dir, 'srmonitor.db');
const sql = (text) => execFileSync('sqlite3', ['-cmd', '.timeout 5000', db, text], { encoding: 'utf8' }).trim();
const press = (page, name) => page.getByRole('button', { name, exact: true }).first().click();
const dutch = (days) => { const d = new Date(new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Amsterdam' }) + 'T12:00:00Z'); d.setUTCDate(d.getUTCDate() + days); return d.toISOString().slice(0, 10).split('-').reverse().join('-'); };    // whole days, also over a change of the clock

async function open(email, js = true) {
  const page = await (await browser.newContext({ javaScriptEnabled: js, viewport: { width: 1000, height: 800 }, locale: 'nl-NL' })).newPage();
  page.setDefaultTimeout(8000);
  if (email) await login(page, house.base, email);
  return page;
}

/* ---- the words on the pages: what can be clicked, and the rest ---- */
const clicked = new Map(), words = new Map();           // per role
const shared = 'iedereen';
const of = (map, role) => { if (!map.has(role)) map.set(role, new Set()); return map.get(role); };
async function see(page, role) {
  const found = await page.evaluate(() => {
    const own = (e) => [e.textContent, ...[...e.childNodes].filter((n) => n.nodeType === 3).map((n) => n.textContent)].map((t) => t.replace(/\s+/g, ' ').replace(/ \*$/, '').trim());
    const all = (selector) => [...document.querySelectorAll(selector)].flatMap(own);
    return { clicked: all('a, button, summary'), words: all('h1, h2, h3, label, legend, caption, th, dt') };
  });
  found.clicked.forEach((t) => of(clicked, role).add(t));
  found.words.forEach((t) => of(words, role).add(t));
}

/* ---- the pictures ---- */
const taken = new Set();
/* From a little above `from` (the h1 by itself), at most `height` px of it. */
async function picture(page, role, name, { from = 'h1', height = 560, width = 1000 } = {}) {
  await page.setViewportSize({ width, height: 800 });
  await see(page, role);
  taken.add(name + '.png');
  const top = await page.locator(from).first().boundingBox();
  check(top !== null, `${name}: there is a ${from}`);
  if (!renew || !top) return;
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.activeElement?.blur());
  const whole = await page.evaluate(() => { scrollTo(0, 0); return document.querySelector('main').getBoundingClientRect().bottom; });
  const at = await page.locator(from).first().boundingBox();
  const clip = { x: 0, y: Math.max(0, Math.floor(at.y) - 6), width, height: Math.min(height, Math.floor(whole - at.y)) };
  const raw = await page.screenshot({ clip, fullPage: true });
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, name + '.png'), await palettePng(browser, raw));
}
async function go(page, role, address) {
  const answer = await page.goto(house.base + address);
  check(answer.status() === 200, `${role}: ${address} is there`);
  await see(page, role);
}
const linked = (...emails) => `(SELECT count(*) FROM alle_koppeling k JOIN alle_gebruiker g ON g.id = k.gebruiker_id WHERE k.project_id = p.id AND g.email IN (${emails.map((e) => `'${e}@example.nl'`)})) = ${emails.length}`;
const project = (what, where) => { const id = sql(`SELECT p.id FROM alle_project p WHERE ${where} ORDER BY p.id LIMIT 1`); check(id !== '', `the demo has a project ${what}`); return id; };
const regio = "(SELECT id FROM alle_regio WHERE slug LIKE 'groningen%')";
const runs = "p.goedgekeurd_op IS NULL AND p.afgerond_op IS NULL AND p.start < date('now', '-60 days') AND p.eind > date('now', '+120 days')";

const behind = project('that is behind', `${runs} AND p.signaal = 'loopt_achter' AND p.afspraak = 'sr_verplichting' AND ${linked('og', 'on', 'am')}`);

/* ---- before logging in ---- */
const nobody = await open(null);
await go(nobody, shared, '/inloggen');
await picture(nobody, shared, 'inloggen', { height: 420, width: 760 });
await nobody.fill('[name=email]', 'og@example.nl');
await nobody.fill('[name=wachtwoord]', 'demo-monitor-2026');
await press(nobody, 'Verder');
await nobody.waitForURL(/inloggen\/code/);
await see(nobody, shared);
await nobody.context().close();

/* ---- opdrachtgever ---- */
async function opdrachtgever() {
  const og = await open('og@example.nl'), role = 'opdrachtgever';
  await go(og, role, '/');
  await go(og, role, '/projecten');
  await picture(og, role, 'og-lijst', { width: 1280, height: 560 });
  for (const part of ['', '/werk']) await go(og, role, '/mijn-gegevens' + part);
  await go(og, role, '/projecten/afgerond');
  await go(og, role, '/projecten/nieuw');
  await og.fill('[name=naam]', 'Onderhoud plantsoenen Voorbeeldwijk');
  await og.fill('[name=plaats]', 'Groningen');
  await og.fill('[name=start]', dutch(20));
  await og.fill('[name=eind]', dutch(385));
  await picture(og, role, 'og-project-nieuw', { height: 900 });
  for (const part of ['', '/contactpersonen', '/plan', '/verantwoording', '/notities', '/documenten', '/historie']) await go(og, role, `/projecten/${behind}${part}`);
  await og.goto(`${house.base}/projecten/${behind}/contactpersonen`);
  await picture(og, role, 'og-contactpersonen', { from: 'h2' });
  const raam = project('with periods', `${runs} AND p.afspraak = 'raamovereenkomst' AND (SELECT count(*) FROM alle_periode t WHERE t.project_id = p.id AND t.eind < date('now')) > 0 AND ${linked('og')}`);
  await go(og, role, `/projecten/${raam}/perioden`);
  await picture(og, role, 'og-perioden', { from: 'h2', height: 480 });
  const nearly = project('that may be extended', `${runs} AND p.afspraak = 'sr_verplichting' AND p.id <> ${behind} AND ${linked('og')}`);
  sql(`UPDATE alle_project SET eind = date('now', '+60 days'), verlengbaar = 1 WHERE id = ${nearly}`);
  await go(og, role, `/projecten/${nearly}`);
  await press2(og, 'Verleng project');
  await og.fill('[name=tot]', dutch(425));
  await og.fill('[name=bedrag]', '12.500');
  await picture(og, role, 'og-verlengen', { height: 470 });
  await press(og, 'Verder');
  await see(og, role);
  const approved = project('that is approved', `p.goedgekeurd_op IS NOT NULL AND p.afgerond_op IS NULL AND p.eind < date('now') AND ${linked('og')}`);
  await go(og, role, `/projecten/${approved}`);
  await picture(og, role, 'og-afronden', { from: '#einde', height: 260 });
  await press2(og, 'Project afgerond');
  await see(og, role);
  await og.context().close();
}
/* A link that looks like a button. */
async function press2(page, name) {
  await page.locator('main').getByRole('link', { name, exact: true }).first().click();
  await page.waitForLoadState();
}

/* The steekproef of the demo that is open: its pages as this role sees them. */
async function steekproef(page, role) {
  const [number, item, inzet] = sql("SELECT s.id, t.id, i.project_id || '/inzet/' || i.id FROM alle_steekproef s JOIN alle_steekproef_item t ON t.steekproef_id = s.id AND t.nr = 2 JOIN alle_inzet i ON i.id = t.inzet_id WHERE s.gesloten_op IS NULL ORDER BY s.id DESC LIMIT 1").split('|');
  for (const address of ['/steekproef', `/steekproef/${number}`, `/steekproef/${number}/items/${item}`]) await go(page, role, address);
  if (role !== 'opdrachtnemer') await go(page, role, '/steekproef/nieuw');
  for (const part of role === 'opdrachtnemer' ? ['', '/bewijs'] : []) await go(page, role, `/projecten/${inzet}${part}`);
  if (role !== 'accountmanager') return;
  await page.goto(`${house.base}/steekproef/${number}/items/${item}`);
  await picture(page, role, 'steekproef', { from: 'h2:has-text("Dit bewijs wordt gevraagd")', height: 620 });
}

/* ---- opdrachtnemer ---- */
async function opdrachtnemer() {
  const on = await open('on@example.nl'), role = 'opdrachtnemer';
  await go(on, role, '/');
  for (const part of ['', '/werk']) await go(on, role, '/mijn-gegevens' + part);
  await steekproef(on, role);
  await go(on, role, '/verantwoording');
  await go(on, role, `/projecten/${behind}/verantwoording`);
  await picture(on, role, 'on-verantwoording', { height: 620 });
  const empty = project('for a first plan', `${runs} AND p.afspraak = 'sr_verplichting' AND p.id <> ${behind} AND ${linked('on')}`);
  for (const t of ['plan_regel', 'plan_doelgroep']) sql(`DELETE FROM alle_${t} WHERE plan_id IN (SELECT id FROM alle_plan WHERE project_id = ${empty})`);
  sql(`DELETE FROM alle_plan WHERE project_id = ${empty}`);
  await go(on, role, `/projecten/${empty}/plan`);
  await press2(on, 'Plan van aanpak invullen');
  await on.locator('select[name^="k_blok"]').first().selectOption({ index: 3 });
  await on.locator('input[name^="k_aantal"]').first().fill('2');
  await on.locator('input[name^="k_mnd"]').first().fill('12');
  await press(on, 'Bereken');
  await picture(on, role, 'on-plan', { from: '#inzet', height: 1020 });
  await go(on, role, `/projecten/${behind}/kandidaten/nieuw`);
  const fill = async (name, value) => { const f = on.locator(`[name=${name}]`); if (await f.count()) await f.first().fill(value); };
  for (const [name, value] of [['naam', 'Testpersoon Voorbeeld'], ['initialen', 'T.V.'], ['adres', 'Voorbeeldstraat 1'], ['postcode', '9999 ZZ'], ['plaats', 'Voorbeeldstad'], ['geboortedatum', '01-02-1990'], ['geinformeerd_op', dutch(-5)],
    ['functie', 'Medewerker groen'], ['start', dutch(-3)], ['eind', dutch(361)], ['week', '32']]) await fill(name, value);
  await on.selectOption('[name=bouwblok]', { index: 2 });
  const kind = on.locator('[name=overeenkomst]');
  if (await kind.count()) await (await kind.first().evaluate((e) => e.tagName) === 'SELECT' ? kind.selectOption({ index: 1 }) : kind.first().check());
  await picture(on, role, 'on-kandidaat', { height: 700 });
  await press(on, 'Toon vragen en bereken waarde');
  for (const q of await on.locator('select[name^="attr_"]').all()) await q.selectOption({ index: 1 });
  for (const q of await on.locator('input[name^="attr_"]').all()) await q.fill('12');
  await press(on, 'Toon vragen en bereken waarde');
  await picture(on, role, 'on-waarde', { from: 'h2:has-text("Waarde")', height: 380 });
  const inzet = sql(`SELECT i.project_id || '/inzet/' || i.id FROM alle_inzet i JOIN alle_project p ON p.id = i.project_id JOIN alle_inzet_versie v ON v.inzet_id = i.id AND v.versie = i.versie WHERE i.soort = 'kandidaat' AND i.status = 'goedgekeurd'
    AND v.uit_dienst IS NULL AND ${runs} AND ${linked('on')} ORDER BY i.id LIMIT 1`);
  const waits = sql(`SELECT i.project_id || '/inzet/' || i.id FROM alle_inzet i JOIN alle_project p ON p.id = i.project_id WHERE i.soort = 'kandidaat' AND i.geldend IS NULL AND i.ingetrokken_op IS NULL AND ${runs} AND ${linked('on')} ORDER BY i.id LIMIT 1`);
  await go(on, role, '/projecten/' + waits);
  await go(on, role, `/projecten/${behind}/inlezen`);
  for (const address of ['/kandidaten', '/kandidaten/brieven', `/projecten/${inzet}/brief`]) await go(on, role, address);
  await go(on, role, '/projecten/' + inzet);
  await picture(on, role, 'on-inzet', { from: 'main h2', height: 560 });
  await go(on, role, `/projecten/${behind}/inkoop/nieuw`);
  await on.selectOption('[name=bouwblok]', { index: 1 });
  await on.fill('[name=datum]', dutch(-10));
  await on.fill('[name=leverancier]', 'Voorbeeld Sociaal B.V.');
  await on.fill('[name=nummer]', '2026-001');
  await on.fill('[name=bedrag]', '4.000');
  await picture(on, role, 'on-inkoop', { height: 640 });
  await go(on, role, '/');
  const pso = await on.locator('.sr-menu a', { hasText: 'PSO-certificaat' }).getAttribute('href');
  await go(on, role, pso);
  await picture(on, role, 'on-pso', { height: 860 });
  await on.context().close();
}

/* ---- accountmanager ---- */
async function accountmanager() {
  const am = await open('am@example.nl'), role = 'accountmanager';
  await go(am, role, '/');
  for (const part of ['', '/werk']) await go(am, role, '/mijn-gegevens' + part);
  await steekproef(am, role);
  await go(am, role, '/te-beoordelen');
  await picture(am, role, 'am-te-beoordelen', { width: 1100, height: 480 });
  await am.locator('main a', { hasText: 'bekijken' }).first().click();
  await am.waitForLoadState();
  await picture(am, role, 'am-inzet', { from: 'main h2', height: 520 });
  const plan = sql(`SELECT p.id FROM alle_project p WHERE ${runs} AND ${linked('am')} AND EXISTS (SELECT 1 FROM alle_plan v WHERE v.project_id = p.id AND v.status = 'ingediend') ORDER BY p.id LIMIT 1`);
  await go(am, role, `/projecten/${plan}/plan`);
  await press2(am, 'Beoordelen');
  await picture(am, role, 'am-plan', { from: 'h2:has-text("Uw oordeel")', height: 740 });
  await go(am, role, '/werklijst');
  await picture(am, role, 'am-werklijst', { width: 1100, height: 520 });
  await go(am, role, `/projecten/${behind}/verantwoording`);
  await am.locator('.sr-table tbody a').first().click();
  await am.waitForLoadState();
  await see(am, role);
  const over = project('that is over', `p.goedgekeurd_op IS NULL AND p.afgerond_op IS NULL AND p.eind < date('now') AND ${linked('am')}`);
  await go(am, role, `/projecten/${over}`);
  await picture(am, role, 'am-einde', { from: '#einde', height: 260 });
  await am.context().close();
}

/* ---- coordinatiepunt ---- */
async function coordinatiepunt() {
  const cp = await open('cp@example.nl'), role = 'coordinatiepunt';
  await steekproef(cp, role);
  await go(cp, role, '/beheer/accounts');
  await picture(cp, role, 'cp-accounts', { width: 1100, height: 460 });
  const invited = sql(`SELECT g.id FROM alle_gebruiker g JOIN alle_organisatie o ON o.id = g.organisatie_id JOIN alle_regio r ON r.id = o.regio_id WHERE g.staat = 'uitgenodigd' AND r.slug LIKE 'groningen%' ORDER BY g.id LIMIT 1`)
    || sql("UPDATE alle_gebruiker SET staat = 'uitgenodigd' WHERE email = 'og3@example.nl' RETURNING id");
  await go(cp, role, '/beheer/accounts/' + invited);
  const works = sql("SELECT id FROM alle_gebruiker WHERE email = 'og@example.nl'");
  for (const part of ['', '/blokkeren', '/verplaatsen', '/werk']) await go(cp, role, `/beheer/accounts/${works}${part}`);
  await cp.goto(house.base + '/beheer/accounts/' + invited);
  await picture(cp, role, 'cp-account', { height: 420 });
  await go(cp, role, '/beheer/organisaties');
  await picture(cp, role, 'cp-organisaties', { width: 1100, height: 460 });
  const review = sql(`INSERT INTO alle_toegang (regio_id, op, door) SELECT ${regio}, 0, id FROM alle_gebruiker WHERE email = 'cp@example.nl' RETURNING id`);
  sql(`INSERT INTO alle_toegang_regel (toegang_id, gebruiker_id, organisatie, soort, staat, twee_factor, projecten, waarnemingen, oordeel, op, door) SELECT ${review}, id, 'x', 'opdrachtgever', 'actief', 1, 1, 0, 'blokkeren', 0, id FROM alle_gebruiker WHERE email = 'og2@example.nl'`);
  await go(cp, role, '/beheer/toegang/' + review);
  sql(`DELETE FROM alle_toegang_regel; DELETE FROM alle_toegang`);
  await go(cp, role, '/beheer/toegang');
  const twice = sql("SELECT min(id) || ',' || max(id) FROM alle_organisatie WHERE soort = 'opdrachtgever' AND regio_id = (SELECT regio_id FROM alle_organisatie WHERE id = (SELECT organisatie_id FROM alle_gebruiker WHERE email = 'og@example.nl'))").split(',');
  await go(cp, role, `/beheer/organisaties/${twice[0]}/samenvoegen`);
  const merge = sql(`INSERT INTO alle_samenvoeging (regio_id, blijft_id, weg_id, naam_van, adres_van, reden, op, door) SELECT ${regio}, ${twice[0]}, ${twice[1]}, 'blijft', 'blijft', 'dubbel', 0, id FROM alle_gebruiker WHERE email = 'cp@example.nl' RETURNING id`);
  for (const part of ['', '/' + merge]) await go(cp, role, '/beheer/samenvoegingen' + part);
  const asked = sql(`INSERT INTO alle_hulpvraag (regio_id, gebruiker_id, pagina, vraag, op, gewijzigd_op) SELECT ${regio}, id, '/projecten', 'Hoe verleng ik een project?', unixepoch(), unixepoch() FROM alle_gebruiker WHERE email = 'og@example.nl' RETURNING id`);
  await go(cp, role, '/beheer/hulpvragen/' + asked);
  await cp.goto(house.base + '/beheer/huisstijl/logo');
  await cp.setInputFiles('[name=bestand]', { name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>') });
  await cp.fill('[name=logo_alt]', 'Regio Voorbeeld');
  await press(cp, 'Logo lezen');
  await press(cp, 'Publiceren');
  await go(cp, role, '/beheer/huisstijl');
  await go(cp, role, '/beheer/huisstijl/voorbeeld');
  sql('DELETE FROM alle_huisstijl');
  await go(cp, role, '/beheer/teksten');
  await press2(cp, 'Nieuwsbericht toevoegen');
  await cp.fill('[name=titel]', 'Spreekuur verplaatst');
  await cp.fill('[name=tekst]', 'Het spreekuur is voortaan op **woensdag**.\n\n- van 9 tot 12 uur\n- bij het coördinatiepunt');
  await press(cp, 'Bekijk voorbeeld');
  await picture(cp, role, 'cp-tekst', { height: 860 });
  await press(cp, 'Concept opslaan');
  await see(cp, role);
  await go(cp, role, '/beheer/teksten/nieuw?soort=beleid');
  const text = sql(`SELECT inhoud_id || '/versies/' || v.id FROM alle_inhoud_versie v JOIN alle_inhoud i ON i.id = v.inhoud_id WHERE i.regio_id = ${regio} AND v.nr = 2 AND v.staat = 'gepubliceerd' ORDER BY v.id LIMIT 1`);
  await go(cp, role, '/beheer/teksten/' + text.split('/')[0]);
  await go(cp, role, '/beheer/teksten/' + text);
  await go(cp, role, '/beheer/onderhoud');
  await go(cp, role, '/beheer/berichten');
  await picture(cp, role, 'cp-berichten', { width: 1100, height: 460 });
  await go(cp, role, '/beheer/regio');
  await picture(cp, role, 'cp-regio', { from: 'h2:has-text("Waardering"), legend:has-text("Waardering")', height: 640 });
  const other = await cp.locator('[name=telt]:checked').getAttribute('value') === 'direct' ? 'na_goedkeuring' : 'direct';
  await cp.check(`[name=telt][value=${other}]`);
  await press(cp, 'Opslaan');
  await picture(cp, role, 'cp-regio-vraag', { from: '.sr-errors', height: 220 });
  for (const part of ['bewaartermijnen', 'vernietigen', 'geheimhouding', 'geheimhouding/nieuw', 'leeslog', 'verwerkingsregister']) await go(cp, role, '/beheer/' + part);
  await go(cp, role, '/beheer/betrokkenen');
  const coded = sql(`INSERT INTO alle_verzoek (regio_id, soort, ontvangen, identiteit, op, sleutel, bericht) SELECT ${regio}, 'correctie', date('now'), 'code', 0, 999999, x'00' RETURNING id`);
  sql(`INSERT INTO alle_verzoek_kandidaat (verzoek_id, kandidaat_id, op) SELECT ${coded}, min(b.kandidaat_id), 0 FROM alle_brief b`);
  await go(cp, role, '/beheer/betrokkenen/' + coded);
  await go(cp, role, '/beheer/bouwblokken');
  const inForce = sql(`SELECT id FROM alle_bouwblokkenset WHERE regio_id = ${regio} AND status = 'gepubliceerd' AND geldig_tm IS NULL`);
  await go(cp, role, '/beheer/bouwblokken/' + inForce);
  await go(cp, role, '/beheer/bouwblokken/nieuw');
  await cp.fill('[name=van]', '1-1-2030');
  await cp.fill('[name=versie]', '2030');
  await cp.selectOption('[name=kopie]', inForce);
  await press(cp, 'Verder');
  await cp.getByRole('link', { name: 'PW-LANG', exact: true }).click();
  await cp.fill('[name=tarief]', '44.000');
  await press(cp, 'Opslaan');
  await picture(cp, role, 'cp-set', { height: 620 });
  const second = await open('cp2@example.nl');
  await go(second, role, new URL(cp.url()).pathname);
  await second.context().close();
  await go(cp, role, '/projecten/afgerond');
  const done = project('that is completed', `p.afgerond_op IS NOT NULL AND p.regio_id = ${regio}`);
  await go(cp, role, `/projecten/${done}`);
  await go(cp, role, `/projecten/${done}/heropenen`);
  await cp.context().close();
}

await opdrachtgever();
await opdrachtnemer();
await accountmanager();
await coordinatiepunt();

/* ---- the handleidingen themselves ---- */
const named = new Set();
async function held(page, role) {
  const told = await page.evaluate(() => {
    const all = (s) => [...document.querySelectorAll(s)].map((e) => e.textContent.replace(/\s+/g, ' ').trim());
    return { knop: all('.sr-knop'), scherm: all('.sr-scherm'), pictures: [...document.querySelectorAll('.sr-shot img')].map((i) => ({ src: i.src, alt: i.alt, width: i.naturalWidth })) };
  });
  check(told.knop.length > 10 && told.pictures.length >= 5, `${role}: steps and pictures`);
  const can = new Set([...of(clicked, role), ...of(clicked, shared)]), is = new Set([...can, ...of(words, role), ...of(words, shared)]);
  for (const t of told.knop) check(can.has(t), `${role}: a button or link “${t}”`);
  for (const t of told.scherm) check(is.has(t), `${role}: “${t}” stands on a page`);
  for (const p of told.pictures) {
    const name = path.basename(p.src);
    named.add(name);
    check(taken.has(name), `${role}: ${name} is made by this test`);
    check(p.alt.length > 30, `${role}: ${name} is told in words`);
    if (!renew) check(p.width > 300, `${role}: ${name} is in the program`);      // a new one comes in with the next build
  }
}
const titles = { og: 'opdrachtgever', on: 'opdrachtnemer', im: 'opdrachtnemer', am: 'accountmanager', cp: 'coordinatiepunt' };
for (const [who, role] of Object.entries(titles)) {
  const js = who !== 'im', page = await open(who + '@example.nl', js);
  await page.goto(house.base + '/');
  check(await page.locator('.sr-menu a[href="/handleidingen"]').count() === 1, `${who}: in the menu`);
  await page.goto(house.base + '/handleidingen');
  check(await page.locator('.sr-tile').first().getAttribute('href') === '/handleidingen/' + role && await page.locator('.sr-tile').count() === 4, `${who}: the own one first`);
  if (js) await axe(page, 'handleidingen');
  else await validHtml((await page.content()).replace('<!DOCTYPE html>', '<!doctype html>'), 'handleidingen');
  await shot(page, `handleidingen-${who}`);
  for (const each of new Set(Object.values(titles))) {
    if (who !== 'og' && each !== role) continue;
    await page.goto(`${house.base}/handleidingen/${each}`, { waitUntil: 'networkidle' });
    if (who === 'og') {
      await held(page, each);
      for (const width of [1280, 360]) {
        await page.setViewportSize({ width, height: 800 });
        await reflow(page, `handleiding ${each} ${width}`);
        await shot(page, `handleiding-${each}-${width}`);
      }
      await axe(page, `handleiding ${each}`);
      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize({ width: 720, height: 1000 });
      await reflow(page, `handleiding ${each} in print`);
      check(await page.locator('.sr-header').isHidden() && (renew || await page.locator('.sr-shot img').first().evaluate((i) => i.getBoundingClientRect().height <= 420)), `${each}: prints without the menu, with pictures that fit`);
      await page.emulateMedia({ media: 'screen' });
    } else if (!js) await validHtml((await page.content()).replace('<!DOCTYPE html>', '<!doctype html>'), `handleiding ${each}`);
  }
  await page.context().close();
}
const og = await open('on@example.nl', false);
for (const each of new Set(Object.values(titles))) {
  await og.goto(`${house.base}/handleidingen/${each}`);
  await validHtml((await og.content()).replace('<!DOCTYPE html>', '<!doctype html>'), `handleiding ${each}`);
}
check((await og.goto(house.base + '/handleidingen/burgemeester')).status() === 404, 'no other role');

const files = fs.readdirSync(folder);
let bytes = 0;
for (const f of files) {
  const png = fs.readFileSync(path.join(folder, f));
  bytes += png.length;
  check(named.has(f), `${f} is on a page`);
  check(png.length < EACH_MOST && png[24] === 8 && png[25] === 3, `${f} is a small picture with a palette (${png.length} bytes)`);
}
for (const n of named) check(files.includes(n), `${n} is there`);
check(bytes < MOST_BYTES, `the pictures together are small: ${bytes} bytes`);
await browser.close();
const log = house.log();
check(!log.includes('"level":"error"') || renew, 'no error in the log: ' + log.split('\n').filter((l) => l.includes('"level":"error"')).slice(0, 3).join('\n'));
check(await house.stop() === 0, 'the server stops in order');
process.exit(finish());
