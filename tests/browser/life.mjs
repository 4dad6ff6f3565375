// The life of a project (spec 1, 2): extension, the switches at its end, reopening, contacts, notes, documents, periods, mail preferences, messages, agenda.
import fs from 'node:fs';
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { serveDemo, openBrowser, login, axe, shot, reflow, validHtml, check, finish, pdf } from './house.mjs';

const house = await serveDemo();
const browser = await openBrowser();
const db = path.join(house.dir, 'srmonitor.db');
const sql = (text) => execFileSync('sqlite3', ['-cmd', '.timeout 5000', db, text], { encoding: 'utf8' }).trim();
const iso = (days) => { const d = new Date(new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Amsterdam' }) + 'T12:00:00Z'); d.setUTCDate(d.getUTCDate() + days); return d.toISOString().slice(0, 10); };    // whole days, also over a change of the clock
const dutch = (d) => d.split('-').reverse().join('-');
const plain = (s) => s.replaceAll('\u00a0', ' ');

const common = (kind) => sql(`SELECT p.id FROM alle_project p WHERE p.afspraak = '${kind}' AND p.start < date('now', '-40 days') AND p.eind > date('now', '+20 days') AND p.afgerond_op IS NULL AND p.goedgekeurd_op IS NULL AND NOT EXISTS (SELECT 1 FROM alle_verlenging v WHERE v.project_id = p.id)
  AND (SELECT count(*) FROM alle_koppeling k JOIN alle_gebruiker g ON g.id = k.gebruiker_id WHERE k.project_id = p.id AND g.email IN ('og@example.nl', 'on@example.nl', 'am@example.nl')) = 3 ORDER BY p.id`).split('\n');
const fixed = common('sr_verplichting'), frames = common('raamovereenkomst');
check(fixed.length >= 2 && frames.length >= 2, 'the demo has projects for these flows');

async function look(page, what, js) {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await reflow(page, `${what} ${width}`);
    await shot(page, `life-${what.replaceAll(/[^a-z0-9]+/gi, '-')}-${width}-${js ? 'js' : 'nojs'}`);
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
async function mails(subject, project) {
  for (let i = 0; i < 50; i++) {
    const n = Number(sql(`SELECT count(*) FROM alle_bericht WHERE onderwerp LIKE '${subject}%' AND over = 'project' AND over_id = ${project}`));
    if (n > 0) return n;
    await new Promise((r) => setTimeout(r, 100));
  }
  return 0;
}
const errors = async (page) => ((await page.locator('.sr-errors').count()) ? page.innerText('.sr-errors') : '');
const text = async (page) => plain(await page.innerText('main'));
const press = (page, name) => page.getByRole('button', { name, exact: true }).click();

for (const js of [true, false]) {
  const nr = js ? 0 : 1;
  const id = fixed[nr], frame = frames[nr];
  const url = `${house.base}/projecten/${id}`, frameUrl = `${house.base}/projecten/${frame}`;
  const og = await open('og@example.nl', js);

  // ---- extension ----
  sql(`UPDATE alle_project SET eind = '${iso(200)}', verlengbaar = 1 WHERE id = ${id}`);
  await og.goto(url);
  check(!(await text(og)).includes('Verleng project'), 'no button before the 90 days');
  const early = await og.goto(url + '/verlengen');
  check(early.status() === 403 && (await text(og)).includes(`vanaf ${dutch(iso(110))}`), 'refused before, with the day from which it can: ' + await text(og));
  sql(`UPDATE alle_project SET eind = '${iso(-3)}' WHERE id = ${id}`);
  const late = await og.goto(url + '/verlengen');
  check(late.status() === 403 && (await text(og)).includes('Na de einddatum'), 'refused after, with the reason');
  sql(`UPDATE alle_project SET eind = '${iso(20)}' WHERE id = ${id}`);
  await og.goto(url);
  const before = Number(sql(`SELECT bruto_cent FROM alle_project WHERE id = ${id}`));
  await og.click('text=Verleng project');
  await look(og, 'verlengen', js);
  await og.fill('[name=tot]', dutch(iso(10)));
  await og.fill('[name=bedrag]', '12.500');
  await press(og, 'Verder');
  check((await og.innerText('.sr-errors')).includes('moet na'), 'an end before the end is refused');
  await og.fill('[name=tot]', dutch(iso(385)));
  await press(og, 'Verder');
  check(og.url().includes('/verlengen/controleren?concept=') && (await og.inputValue('[name=bedrag]')) === '12.500' && (await text(og)).includes('Nog niets is gewijzigd'), 'the project form is opened to check: ' + og.url());
  check(sql(`SELECT eind FROM alle_project WHERE id = ${id}`) === iso(20), 'nothing is changed yet');
  await look(og, 'verlenging controleren', js);
  await press(og, 'Opslaan');
  check(og.url() === url && (await text(og)).includes(`verlengd tot en met ${dutch(iso(385))}`), 'extended: ' + og.url() + ' ' + (await og.locator('.sr-errors').allInnerTexts()).join(' '));
  check(sql(`SELECT eind || ' ' || (bruto_cent - ${before}) FROM alle_project WHERE id = ${id}`) === `${iso(385)} 1250000`, 'the end and the obligation follow');
  check((await text(og)).includes('Verlengingen van dit project'), 'the extension stands listed');
  await look(og, 'project met verlenging', js);
  await og.goto(url + '/historie');
  check((await text(og)).includes('Project verlengd'), 'and in the history');

  // of a raamovereenkomst: new periods
  sql(`UPDATE alle_project SET eind = '${iso(20)}', verlengbaar = 1 WHERE id = ${frame}; DELETE FROM alle_periode WHERE project_id = ${frame} AND start > '${iso(20)}';
       UPDATE alle_periode SET eind = '${iso(20)}', vastgesteld_cent = NULL WHERE project_id = ${frame} AND start = (SELECT max(start) FROM alle_periode WHERE project_id = ${frame})`);
  await og.goto(frameUrl + '/verlengen');
  await og.fill('[name=tot]', dutch(iso(600)));
  await og.fill('[name=bedrag]', '30000');
  await press(og, 'Verder');
  check(await og.inputValue('[name="p_start.0"]') === dutch(iso(21)), 'new periods begin the day after');
  check(await og.inputValue('[name="p_eind.1"]') === dutch(iso(600)), 'and end on the new last day');
  await look(og, 'verlenging van raamovereenkomst', js);
  await press(og, 'Opslaan');
  check(og.url() === frameUrl, 'the raamovereenkomst is extended ' + (await og.locator('.sr-errors').allInnerTexts()).join(' '));
  check(Number(sql(`SELECT sum(geschat_cent) FROM alle_periode WHERE project_id = ${frame} AND start > '${iso(20)}'`)) === 3000000, 'its new periods add up');

  // ---- periods: vastgesteld, and turnover × percentage ----
  await og.goto(frameUrl + '/perioden');
  await og.fill('[name="p_vast.0"]', '46.250');
  await og.fill('[name="p_bedrag.1"]', '');
  await og.fill('[name="p_verwacht.1"]', '1.500.000');
  await press(og, 'Opslaan');
  check((await og.innerText('.sr-errors')).includes('ook het SR-percentage'), 'turnover without a percentage is told');
  await og.fill('[name="p_bp.1"]', '5');
  await press(og, 'Opslaan');
  check((await text(og)).includes('€ 46.250,00') && (await text(og)).includes('€ 75.000,00') && (await text(og)).includes('verwachte omzet € 1.500.000,00 × 5 %'), 'determined, and turnover × percentage: ' + (await og.locator('.sr-errors').allInnerTexts()).join(' '));
  await look(og, 'perioden', js);
  const sum = sql(`SELECT sum(coalesce(vastgesteld_cent, geschat_cent)) FROM alle_periode WHERE project_id = ${frame}`);
  check(sql(`SELECT bruto_cent FROM alle_project WHERE id = ${frame}`) === sum, 'the obligation is the sum of the periods');

  // ---- notes: OG and AM, never ON ----
  await og.goto(url + '/notities');
  await og.fill('[name=tekst]', 'Aanemer gebeld over de planning.');
  await press(og, 'Opslaan');
  await og.getByRole('link', { name: /^Wijzigen/ }).first().click();
  await og.fill('[name=tekst]', 'Aannemer gebeld over de planning.');
  await press(og, 'Opslaan');
  check((await text(og)).includes('Aannemer gebeld') && (await text(og)).includes('gewijzigd'), 'an own note is mended');
  await look(og, 'notities', js);
  await og.fill('[name=tekst]', 'BSN 111222333');
  await press(og, 'Opslaan');
  check((await og.innerText('.sr-errors')).includes('burgerservicenummer'), 'a BSN is refused in a note');
  sql(`UPDATE alle_notitie SET op = op - 901 WHERE project_id = ${id}`);
  await og.goto(url + '/notities');
  check(await og.getByRole('link', { name: /^Wijzigen/ }).count() === 0, 'after 15 minutes a note stays as it is');
  const am = await open('am@example.nl', js);
  await am.goto(url + '/notities');
  check((await text(am)).includes('Aannemer gebeld'), 'the accountmanager reads the note');
  const on = await open('on@example.nl', js);
  await on.goto(url);
  check(!(await on.content()).includes('Interne notities') && (await on.goto(url + '/notities')).status() !== 200, 'the opdrachtnemer knows of no notes');
  await on.goto(url + '/historie');
  check(!(await text(on)).includes('notitie'), 'nor from the history');

  // ---- documents ----
  await on.goto(url + '/documenten');
  await on.setInputFiles('[name=bestand]', { name: 'plan.pdf', mimeType: 'application/pdf', buffer: pdf() });
  await press(on, 'Document toevoegen');
  check((await text(on)).includes('plan.pdf') && (await text(on)).includes('is toegevoegd'), 'a PDF is taken: ' + (await on.locator('.sr-errors').allInnerTexts()).join(' '));
  await look(on, 'documenten', js);
  for (const [what, buffer, says] of [['te-groot.pdf', Buffer.concat([pdf(), Buffer.alloc(1048577 - pdf().length, 0x20)]), 'groter dan 1 MB'], ['script.pdf', pdf('/OpenAction << /S /JavaScript /JS (app.alert(1)) >> '), 'script'], ['brief.pdf', Buffer.from('Geachte heer'), 'geen PDF']]) {
    await on.setInputFiles('[name=bestand]', { name: what, mimeType: 'application/pdf', buffer });
    await press(on, 'Document toevoegen');
    const errors = (await on.locator('.sr-errors').allInnerTexts()).join(' ');
    check(errors.includes(what) && errors.toLowerCase().includes(says.toLowerCase()), `${what} is refused with the reason: ${errors}`);
  }
  await look(on, 'documenten geweigerd', js);
  await og.goto(url + '/documenten');
  const [download] = await Promise.all([og.waitForEvent('download'), og.click('text=plan.pdf')]);
  check(fs.readFileSync(await download.path()).equals(pdf()), 'the same bytes come out');
  await og.getByRole('link', { name: 'Verwijder plan.pdf' }).click();
  await press(og, 'Ja, verwijder dit document');
  check((await text(og)).includes('verwijderd op') && sql(`SELECT count(*) FROM alle_document WHERE project_id = ${id} AND inhoud IS NOT NULL`) === '0', 'removed, and the trace stays');

  // ---- contacts ----
  await og.goto(url + '/contactpersonen');
  await og.click('text=Iemand die nog niet in de lijst staat');
  await og.selectOption('[name=organisatie]', { index: 2 });
  await og.fill('[name=naam]', `Nieuwe Voorbeeld ${nr}`);
  await og.fill('[name=email]', `nieuwe.contact${nr}@example.nl`);
  await look(og, 'contact uitnodigen', js);
  await press(og, 'Opslaan');
  check((await text(og)).includes(`Nieuwe Voorbeeld ${nr}`), 'somebody new is invited and linked at once');
  check(sql(`SELECT group_concat(soort) FROM (SELECT soort FROM alle_bericht WHERE aan = 'nieuwe.contact${nr}@example.nl' ORDER BY soort)`) === 'toegevoegd,welkom', 'with a welkomstmail and "toegevoegd"');
  await look(og, 'contactpersonen', js);
  const on2 = await open('on2@example.nl', js);
  if ((await on2.goto(url)).status() !== 200) {
    const linked = sql(`SELECT id FROM alle_gebruiker WHERE email = 'on2@example.nl'`);
    sql(`INSERT INTO alle_koppeling (project_id, gebruiker_id, op) VALUES (${id}, ${linked}, 1)`);
  }
  check((await on2.goto(url)).status() === 200, 'a linked contact sees the project');
  await og.goto(`${url}/contactpersonen/${sql("SELECT id FROM alle_gebruiker WHERE email = 'on2@example.nl'")}/verwijderen`);
  await press(og, 'Ja, verwijder deze contactpersoon');
  check((await on2.goto(url)).status() === 404, 'the right ends with the link, in the open session');
  await on2.context().close();

  // ---- extra wsp by the accountmanager, SR-intermediair by the opdrachtnemer ----
  sql(`UPDATE alle_project SET intermediair_id = NULL, extra_wsp_id = NULL WHERE id = ${id}; DELETE FROM alle_koppeling WHERE project_id = ${id} AND gebruiker_id = (SELECT id FROM alle_gebruiker WHERE email = 'im@example.nl')`);
  await am.goto(url + '/wijzigen');
  check(await am.locator('[name=naam]').count() === 0 && await am.locator('[name=intermediair]').count() === 0, 'the accountmanager fills extra wsp and nothing else');
  await am.selectOption('[name=extra_wsp]', { label: 'Werkgeversservicepunt Noord-Drenthe' });
  await press(am, 'Opslaan');
  check((await text(am)).includes('Werkgeversservicepunt Noord-Drenthe'), 'the extra wsp stands on the project');
  await on.goto(url + '/wijzigen');
  check(await on.locator('[name=extra_wsp]').count() === 0, 'the opdrachtnemer fills the intermediair and nothing else');
  await on.selectOption('[name=intermediair]', { index: 1 });
  await press(on, 'Opslaan');
  const im = sql(`SELECT g.email FROM alle_project p JOIN alle_gebruiker g ON g.organisatie_id = p.intermediair_id WHERE p.id = ${id} AND g.staat = 'actief' ORDER BY g.id LIMIT 1`);
  await on.goto(url + '/contactpersonen');
  await on.selectOption('[name=gebruiker]', sql(`SELECT id FROM alle_gebruiker WHERE email = '${im}'`));
  await press(on, 'Opslaan');
  check(await mails('U bent toegevoegd', id) > 0 && sql(`SELECT count(*) FROM alle_koppeling k JOIN alle_gebruiker g ON g.id = k.gebruiker_id WHERE k.project_id = ${id} AND g.email = '${im}'`) === '1', 'the intermediair is linked and mailed');

  // ---- the end: in order, only from the last day ----
  await am.goto(url);
  check(await am.getByRole('switch').count() === 0 && (await text(am)).includes(`vanaf de laatste dag: ${dutch(iso(385))}`), 'no switch before the last day');
  sql(`UPDATE alle_project SET eind = '${iso(-1)}' WHERE id = ${id}`);
  await og.goto(url);
  check((await text(og)).includes('nadat de SR verantwoording is goedgekeurd') && (await og.goto(url + '/afronden')).status() === 403, 'the second switch only after the first');
  await am.goto(url);
  await look(am, 'am einde', js);
  await am.click('text=Er ontbreekt nog iets');
  await am.fill('[name=reden]', 'De urenstaat van K-000001 ontbreekt.');
  await press(am, 'Verstuur');
  check(await mails('Er ontbreekt nog iets', id) > 1, 'what is missing goes to ON and OG');
  await on.goto(url);
  check((await text(on)).includes('De urenstaat van K-000001 ontbreekt.'), 'ON reads what is missing');
  await on.goto(house.base + '/');
  check((await text(on)).includes('ontbreekt er nog iets'), 'and it waits on the first page');
  // ---- the obligation was not met: verdict, measure, settlement ----
  sql(`UPDATE alle_project SET netto_cent = actueel_cent + 500000 WHERE id = ${id}`);
  await am.goto(url);
  check(await am.getByRole('switch').count() === 0 && (await text(am)).includes('Leg eerst het eindoordeel vast'), 'no approval with a shortfall before the verdict');
  await am.getByRole('link', { name: 'Eindoordeel', exact: true }).click();
  check((await text(am)).includes('een tekort van € 5.000,00') && await am.inputValue('[name=tekort]') === '5000,00', 'the shortfall with its arithmetic: ' + await am.inputValue('[name=tekort]'));
  await am.check('[name=oordeel][value=voldaan]');
  await am.check('[name=maatregel][value=boete]');
  await am.fill('[name=toelichting]', 'De inzet kwam te laat op gang.');
  await press(am, 'Eindoordeel vastleggen');
  check((await errors(am)).includes('nog een tekort') && (await errors(am)).includes('welk bedrag'), 'what does not go together is told: ' + await errors(am));
  await am.check('[name=oordeel][value=niet_voldaan]');
  await am.fill('[name=tekort]', '4.000');
  await am.fill('[name=bedrag]', '1.500');
  await press(am, 'Eindoordeel vastleggen');
  check((await errors(am)).includes('Zeg waarom') && await am.inputValue('[name=bedrag]') === '1.500', 'another shortfall than computed needs a reason; what was typed is kept');
  await am.fill('[name=tekort_reden]', 'Een deel viel buiten de opdracht.');
  await am.fill('[name=dag]', dutch(iso(60)));
  await look(am, 'eindoordeel vastleggen', js);
  await press(am, 'Eindoordeel vastleggen');
  check((await text(am)).includes('Boete of inhouding: € 1.500,00') && await mails('Het eindoordeel is vastgelegd', id) > 1, 'recorded, and OG and ON are told: ' + await errors(am));
  await og.goto(url + '/eindoordeel');
  check((await text(og)).includes('Niet voldaan') && (await text(og)).includes('€ 4.000,00') && await og.locator('main form').count() === 0, 'OG reads it and cannot change it');
  await look(og, 'eindoordeel og', js);
  await am.goto(url + '/eindoordeel/afwikkelen');
  await am.fill('[name=kenmerk]', 'B-2026-17');
  await look(am, 'afwikkelen', js);
  await press(am, 'Opslaan');
  check((await text(am)).includes('€ 1.500,00 (B-2026-17)') && (await am.goto(url + '/eindoordeel/afwikkelen')).status() === 403, 'settled once');
  await am.goto(url);
  await am.getByRole('switch').click();
  check((await text(am)).includes('is goedgekeurd') && await mails('Rond het project af', id) > 0, 'approved, and OG is asked by mail');
  await am.goto(url + '/goedkeuring-intrekken');
  await am.fill('[name=reden]', 'Te vroeg.');
  await press(am, 'Goedkeuring intrekken');
  await am.getByRole('switch').click();
  await og.goto(house.base + '/');
  check((await text(og)).includes('kan worden afgerond'), 'it waits on the first page of OG');
  await look(og, 'start og', js);
  await og.goto(url);
  await og.getByRole('link', { name: 'Project afgerond' }).click();
  await look(og, 'afronden', js);
  await press(og, 'Ja, project afgerond');
  check((await text(og)).includes('kan niet meer worden gewijzigd'.slice(0, 30)) || (await text(og)).includes('Dit project is afgerond'), 'completed');
  check(await mails('Het project is afgerond', id) >= 3, 'all contacts are told');
  await og.goto(house.base + '/projecten/afgerond?aantal=100');
  check((await og.content()).includes(`/projecten/${id}"`), 'it stands in the list of completed projects');
  await og.goto(url + '/documenten');
  check(await og.locator('main form').count() === 0, 'nothing can be added any more');

  // ---- akkoordverklaring: anybody with the code may check it ----
  await og.goto(url);
  await og.click('text=Akkoordverklaring Social Return');
  const code = await og.innerText('.sr-code'), stored = code.replaceAll('-', '');
  await look(og, 'akkoordverklaring', js);
  check((await text(og)).includes('Boete of inhouding: € 1.500,00, afgewikkeld op'), 'the final evaluation stands in it');
  const anybody = await (await browser.newContext({ javaScriptEnabled: js, viewport: { width: 1280, height: 800 }, locale: 'nl-NL' })).newPage();
  const judged = async (typed) => { await anybody.goto(house.base + '/akkoordverklaring'); await anybody.fill('[name=code]', typed); await press(anybody, 'Controleren'); return text(anybody); };
  const genuine = await judged(code.toLowerCase().replaceAll('-', ' '));
  check(genuine.includes('is echt') && !genuine.includes('Demo Contractmanager') && !genuine.includes('Demo Accountmanager'), 'genuine, without names of persons');
  await look(anybody, 'akkoordverklaring controleren', js);
  check((await judged('0000-0000-0000-0000')).includes('geen echte'), 'an unknown code');
  check((await judged('geen code')).includes('geen echte'), 'what cannot be a code: the same answer');
  sql(`UPDATE alle_akkoord SET cijfers = replace(cijfers, 'actueel=', 'actueel=1') WHERE code = '${stored}'`);
  check((await judged(code)).includes('geen echte'), 'a changed figure no longer verifies');
  sql(`UPDATE alle_akkoord SET cijfers = replace(cijfers, 'actueel=1', 'actueel=') WHERE code = '${stored}'`);
  check((await judged(code)).includes('is echt'), 'changed back it does');
  const cp = await open('cp@example.nl', js);
  await cp.goto(url);
  await cp.click('text=Project heropenen');
  await look(cp, 'heropenen', js);
  await press(cp, 'Heropenen');
  check((await cp.innerText('.sr-errors')).length > 0, 'not without a reason');
  await cp.fill('[name=reden]', 'De opdrachtnemer heeft een fout gemeld.');
  await press(cp, 'Heropenen');
  check(sql(`SELECT afgerond_op IS NULL AND goedgekeurd_op IS NULL FROM alle_project WHERE id = ${id}`) === '1', 'open again, both sign again');
  check((await judged(code)).includes('geldt niet meer'), 'the statement ends with the reopening');
  await anybody.context().close();
  await cp.goto(url + '/historie');
  check((await text(cp)).includes('Project heropend') && (await text(cp)).includes('een fout gemeld'), 'with the reason in the history');
  check((await cp.goto(url + '/notities')).status() === 403, 'CP never reads the notes');

  // ---- messages ----
  sql(`UPDATE alle_bericht SET status = 'mislukt', antwoord = '550 5.1.1 geen postbus' WHERE over = 'project' AND over_id = ${id} AND soort = 'afgerond'`);
  await cp.goto(house.base + '/');
  check((await text(cp)).includes('kwamen niet aan'), 'CP is told of mails that did not arrive');
  await cp.goto(house.base + '/beheer/berichten?status=mislukt');
  check((await text(cp)).includes('550 5.1.1 geen postbus'), 'with the server\'s answer');
  await look(cp, 'berichten', js);
  await cp.getByRole('button', { name: /^Opnieuw verzenden/ }).first().click();
  check((await text(cp)).includes('wordt opnieuw verzonden'), 'sent again');

  // ---- agenda and preferences ----
  sql(`UPDATE alle_project SET eind = '${iso(300)}' WHERE id = ${id}`);
  await og.goto(url);
  const [calendar] = await Promise.all([og.waitForEvent('download'), og.click('text=Belangrijke data')]);
  const ics = fs.readFileSync(await calendar.path(), 'utf8');
  check(ics.startsWith('BEGIN:VCALENDAR\r\n') && ics.includes(`DTSTART;VALUE=DATE:${iso(300).replaceAll('-', '')}`) && ics.split('\r\n').every((l) => Buffer.byteLength(l) <= 75), 'the deadlines as a calendar file');
  await on.goto(house.base + '/mijn-gegevens');
  await on.uncheck('[name=mail_meetmoment]');
  await look(on, 'mijn gegevens', js);
  await press(on, 'Opslaan');
  check(sql("SELECT mail_uit FROM alle_gebruiker WHERE email = 'on@example.nl'") === 'meetmoment', 'mails that may be off can be switched off');
  await on.check('[name=mail_meetmoment]');
  await press(on, 'Opslaan');
  await og.goto(house.base + '/mijn-gegevens');
  check(await og.locator('[name=mail_meetmoment]').count() === 0, 'what a role never gets is not asked');
  for (const page of [og, am, on, cp]) await page.context().close();
}

await browser.close();
const log = house.log();
check(!log.includes('"level":"error"'), 'no error in the log: ' + log.split('\n').filter((l) => l.includes('"level":"error"')).slice(0, 3).join('\n'));
check(await house.stop() === 0, 'the server stops in order');
process.exit(finish());
