// The desk of the coordinatiepunt: a hulpvraag from asking to closing, by both sides; and the house style of a regio: an odd theme changes the pages and axe stays content.
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { serveDemo, openBrowser, login, axe, shot, reflow, validHtml, check, finish } from './house.mjs';

const house = await serveDemo();
const browser = await openBrowser();
const db = path.join(house.dir, 'srmonitor.db');
const sql = (text) => execFileSync('sqlite3', ['-cmd', '.timeout 5000', db, text], { encoding: 'utf8' }).trim();
const text = async (page) => (await page.innerText('main')).replaceAll('\u00a0', ' ');
const press = (page, name) => page.getByRole('button', { name, exact: true }).click();
const follow = (page, name) => page.getByRole('main').getByRole('link', { name, exact: true }).first().click();
const errors = async (page) => (await page.locator('.sr-errors').allInnerTexts()).join(' ');

async function look(page, what, js) {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await reflow(page, `${what} ${width}`);
    await shot(page, `desk-${what.replaceAll(/[^a-z0-9]+/gi, '-')}-${width}-${js ? 'js' : 'nojs'}`);
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

// ---- hulpvragen ----
async function questions(js, og, cp, other) {
  const vraag = `Hoe verleng ik een project? (${js})`;
  await og.goto(house.base + '/projecten');
  await og.click('.sr-help');
  await og.fill('[name=vraag]', vraag);
  await press(og, 'Verstuur');
  check((await text(og)).includes(vraag) && (await text(og)).includes('Staat: open'), 'who asked sees the question, open');
  check(!(await text(og)).includes('Reageren'), 'and cannot react before there is an answer');
  const mine = og.url();
  const id = mine.match(/(\d+)$/)[1];
  check(sql(`SELECT count(*) FROM alle_bericht WHERE over = 'hulpvraag' AND over_id = ${id}`) === '2', 'a mail to the coordinatiepunt and a confirmation');

  await cp.goto(house.base + '/');
  await cp.locator('.sr-waits').getByRole('link', { name: /hulpvra/ }).first().click();
  await look(cp, 'hulpvragen', js);
  await cp.fill('[name=vraag]', vraag.slice(0, 12));
  await press(cp, 'Filteren');
  await cp.getByRole('link', { name: vraag }).click();
  check((await text(cp)).includes('/projecten') && (await cp.locator('dd a[href="/projecten"]').count()) === 1, 'the page it was asked from is a link');
  await look(cp, 'een hulpvraag', js);
  await other.goto(cp.url());
  await press(cp, 'In behandeling nemen');
  check((await text(cp)).includes('in behandeling (') && sql(`SELECT staat FROM alle_hulpvraag WHERE id = ${id}`) === 'in_behandeling', 'taken, by whom');

  // ---- two at once; a BSN is refused; a note stays inside ----
  await other.fill('[name=tekst]', 'Een ander antwoord');
  await press(other, 'Antwoord versturen');
  check((await errors(other)).includes('Iemand anders') && (await other.inputValue('[name=tekst]')) === 'Een ander antwoord', 'the second is told, nothing lost: ' + await errors(other));
  await follow(cp, 'Interne notitie toevoegen');
  await cp.fill('[name=tekst]', `Eerst nagaan bij een collega ${js}`);
  await look(cp, 'notitie', js);
  await press(cp, 'Notitie opslaan');
  await cp.fill('[name=tekst]', 'Het gaat om 123456782.');
  await press(cp, 'Antwoord versturen');
  check((await errors(cp)).length > 0 && !(await text(cp)).includes('is verstuurd naar'), 'a BSN is refused');
  await cp.fill('[name=tekst]', 'Open het project en kies <Verleng project>.');
  await press(cp, 'Antwoord versturen');
  check((await text(cp)).includes('is verstuurd naar') && (await text(cp)).includes('beantwoord ('), 'answered: ' + await errors(cp));
  check(sql(`SELECT aan FROM alle_bericht WHERE soort = 'hulpvraag_antwoord' AND over_id = ${id}`) === 'og@example.nl', 'the answer goes by mail to who asked');

  await og.goto(house.base + '/mijn-gegevens');
  await follow(og, 'Mijn hulpvragen');
  await look(og, 'mijn hulpvragen', js);
  await og.getByRole('link', { name: vraag }).click();
  check((await text(og)).includes('kies <Verleng project>.') && !(await text(og)).includes('Eerst nagaan'), 'who asked reads the answer, not the note');
  await look(og, 'mijn hulpvraag', js);
  check((await og.goto(`${house.base}/beheer/hulpvragen/${id}`)).status() === 403, 'the desk is not for who asked');
  await og.goto(mine);
  await og.fill('[name=tekst]', 'Die knop zie ik niet.');
  await press(og, 'Reactie versturen');
  check((await text(og)).includes('Staat: open') && (await og.locator('[name=tekst]').count()) === 0, 'a reaction opens it again, once');
  check(sql(`SELECT count(*) FROM alle_bericht WHERE soort = 'hulpvraag_reactie' AND over_id = ${id}`) === '1', 'and the coordinatiepunt gets a mail');

  await cp.reload();
  check((await text(cp)).includes('Die knop zie ik niet.'), 'the coordinatiepunt reads it');
  await press(cp, 'Sluiten');
  check((await text(cp)).includes('De vraag is gesloten'), 'closed');
  await press(cp, 'Heropenen');
  check((await text(cp)).includes('weer open'), 'and open again');
  await press(cp, 'Sluiten');
  check(Number(sql(`SELECT count(*) FROM alle_audit WHERE wat LIKE 'hulpvraag%' AND rij = ${id}`)) === 8, 'each act has its line in the audit log');
}

// ---- Beheer › Berichten (spec 4): every mail that did not arrive stands with a coordinatiepunt, with the server's answer, and can be sent again as long as that is of use ----
async function mails(js, og, cp) {
  const who = `nieuw.${js}@example.nl`;
  await og.goto(house.base + '/opdrachtnemers/nieuw');
  for (const [name, value] of [['naam', js ? 'Xylofoon Werken' : 'Quasar Onderhoud'], ['kvk', js ? '55500001' : '55500002'], ['contact_naam', 'Contact Voorbeeld'], ['contact_email', who]]) await og.fill(`[name=${name}]`, value);
  await og.click('main .sr-buttons button');
  check(sql(`SELECT r.slug LIKE 'groningen%' FROM alle_bericht b JOIN alle_regio r ON r.id = b.regio_id WHERE b.aan = '${who}' AND b.soort = 'welkom'`) === '1', 'a welkomstmail to somebody without a project belongs to the regio of who invited');
  check(sql("SELECT count(*) FROM alle_bericht WHERE soort LIKE 'hulpvraag%' AND regio_id IS NULL") === '0', 'a mail about a hulpvraag to the regio it went to');
  sql(`UPDATE alle_bericht SET status = 'mislukt', antwoord = '550 no such user', gemaakt_op = gemaakt_op - 15 * 86400 WHERE aan = '${who}'`);
  sql(`UPDATE alle_bericht SET status = 'mislukt', antwoord = '550 mailbox full' WHERE id = (SELECT max(id) FROM alle_bericht WHERE soort = 'hulpvraag_reactie')`);
  await cp.goto(house.base + '/');
  await cp.locator('.sr-waits').getByRole('link', { name: /mails/ }).click();
  const row = (what) => cp.locator('tbody tr', { hasText: what }).first();
  check((await row(who).innerText()).includes('550 no such user') && (await row(who).innerText()).includes('verlopen') && (await row(who).locator('button').count()) === 0, 'a link that has expired is not sent again');
  await look(cp, 'berichten', js);
  await row('550 mailbox full').locator('button').click();
  check((await text(cp)).includes('wordt opnieuw verzonden') && sql("SELECT count(*) FROM alle_bericht WHERE soort = 'hulpvraag_reactie' AND status = 'mislukt'") === '0', 'another is');
  sql(`UPDATE alle_bericht SET status = 'verzonden' WHERE aan = '${who}'`);
}

// ---- huisstijl ----
const odd = `.vreemd-theme {
  --basis-color-default-bg-document: #fff8e1; --basis-color-default-color-document: #2b0a3d;
  --basis-color-default-bg-subtle: #ffe9c7;
  --basis-color-action-1-color-default: #7a1f5c; --basis-color-action-1-color-hover: hsl(320, 60%, 20%);
  --basis-color-accent-1-bg-subtle: #ffe0f0; --basis-color-default-color-subtle: #5b3a6b;
  --basis-color-positive-color-default: #0b5d1e; --basis-color-negative-color-default: #8f0f14; --basis-color-warning-color-default: #5a3d00;
  --basis-heading-color: #5c0f44; --basis-text-font-family-default: "DejaVu Serif", Georgia, serif;
  --basis-text-font-size-md: 1.1875rem; --basis-border-radius-md: 0; --basis-pointer-target-min-block-size: 3rem; --basis-space-block-md: 1.5rem; --basis-focus-outline-width: 4px;
  --vreemd-iets: 12px;
}`;
const logo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><style>.a{fill:#7a1f5c}</style><rect class="a" width="120" height="40" rx="8"/><circle cx="20" cy="20" r="12" fill="#ffdd33"/></svg>`;
const send = async (page, name, content) => page.setInputFiles('[name=bestand]', { name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
const colours = (page) => page.evaluate(() => ({ body: getComputedStyle(document.body).backgroundColor, ink: getComputedStyle(document.body).color, font: getComputedStyle(document.body).fontFamily,
  head: getComputedStyle(document.querySelector('.sr-header')).backgroundColor, h1: getComputedStyle(document.querySelector('h1')).color, size: getComputedStyle(document.body).fontSize }));

async function house_style(js, og, cp, on, other) {
  await cp.goto(house.base + '/beheer/huisstijl');
  await look(cp, 'huisstijl', js);
  check((await text(cp)).includes('gebruikt de standaard'), 'at first ours');
  const before = await colours(cp);
  await follow(cp, 'Thema kiezen');
  for (const [content, why] of js ? [['@import x;', '@-regels']] : [['--basis-x: url(https://example.nl/spoor);', 'url()'], ['@import "https://example.nl/x.css";', '@-regels'], ['--basis-color-default-color-document: #999999;', 'Te weinig contrast tussen tekst']]) {
    await send(cp, 'boos.css', content);
    await press(cp, 'Thema lezen');
    check((await errors(cp)).includes('boos.css') && (await text(cp)).includes(why), `refused: ${why}: ${await errors(cp)}`);
  }
  await look(cp, 'thema geweigerd', js);
  await send(cp, 'vreemd.css', odd);
  await press(cp, 'Thema lezen');
  check((await text(cp)).includes('tokens overgenomen, 1 andere'), 'the theme is read: ' + await errors(cp));
  const preview = await colours(cp);
  check(preview.body === 'rgb(255, 248, 225)' && preview.ink === 'rgb(43, 10, 61)' && preview.head === 'rgb(122, 31, 92)' && preview.h1 === 'rgb(92, 15, 68)' && preview.font.includes('DejaVu Serif') && preview.size === '19px',
    'the preview shows it: ' + JSON.stringify(preview));
  check(await cp.evaluate(() => getComputedStyle(document.querySelector('.sr-field')).marginBottom) === '30px' && await cp.evaluate(() => getComputedStyle(document.querySelector('.sr-field input')).minHeight) === '48px', 'its spaces and sizes too');
  await og.goto(house.base + '/');
  check((await colours(og)).body === before.body && (await og.locator('link[href^="/huisstijl"]').count()) === 0, 'nobody else sees a concept');
  const sheet = await cp.locator('link[href^="/huisstijl/thema/"]').getAttribute('href');
  check((await fetch(house.base + sheet)).status === 404, 'not even by its address');
  await other.goto(house.base + '/beheer/huisstijl');     // sees the concept without a logo

  await cp.goto(house.base + '/beheer/huisstijl/logo');
  for (const [name, content, why] of js ? [] : [['boos.svg', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><script>alert(1)</script></svg>', 'script'], ['boos.png', 'GIF89a', 'geen PNG'],
    ['boos.svg', '<!DOCTYPE svg><svg xmlns="http://www.w3.org/2000/svg"/>', 'DOCTYPE']]) {
    await send(cp, name, content);
    await cp.fill('[name=logo_alt]', 'Regio Voorbeeld');
    await press(cp, 'Logo lezen');
    check((await errors(cp)).includes(why) && (await cp.inputValue('[name=logo_alt]')) === 'Regio Voorbeeld', `refused: ${why}: ${await errors(cp)}`);
  }
  await send(cp, 'logo.svg', logo);
  await cp.fill('[name=logo_alt]', '');
  await press(cp, 'Logo lezen');
  check((await errors(cp)).length > 0, 'a logo says what it is');
  await send(cp, 'logo.svg', logo);
  await cp.fill('[name=logo_alt]', 'Regio Voorbeeld');
  await press(cp, 'Logo lezen');
  const picture = cp.locator('.sr-brand img');
  check((await picture.getAttribute('alt')) === 'Regio Voorbeeld' && (await picture.evaluate((i) => i.decode().then(() => i.naturalWidth > 0, () => false))), 'the logo shows');     // decode(): it may still be on its way
  await look(cp, 'voorbeeld', js);
  await press(other, 'Publiceren');
  check((await errors(other)).includes('Iemand anders'), 'who looked at an older concept is told: ' + await errors(other));
  await press(cp, 'Publiceren');
  check((await text(cp)).includes('gepubliceerd'), 'published: ' + await errors(cp));
  await look(cp, 'gepubliceerd', js);

  for (const where of js ? ['/', '/projecten/nieuw', '/mijn-gegevens', '/projecten/987654321'] : ['/']) {
    await og.goto(house.base + where);
    check((await colours(og)).body === 'rgb(255, 248, 225)' && (await og.locator('.sr-brand img').count()) === 1, `all of the regio see it on ${where}`);
    if (js) await axe(og, `the odd theme on ${where}`);
    await reflow(og, `the odd theme on ${where}`);
  }
  await og.goto(house.base + '/projecten');
  await look(og, 'vreemd thema projecten', js);
  check(await og.evaluate(() => getComputedStyle(document.querySelector('.sr-bar-actueel')).fill) === 'rgb(28, 107, 56)', 'the greens of the bar are ours');
  await on.goto(house.base + '/');
  check((await colours(on)).body === before.body, 'an opdrachtnemer sees the standard');
  const mark = await og.locator('.sr-brand img').getAttribute('src');
  for (const [address, type] of [[sheet, 'text/css'], [mark, 'image/svg+xml']]) {
    const got = await fetch(house.base + address);
    const h = (name) => got.headers.get(name) ?? '';
    check(got.status === 200 && h('content-type').startsWith(type) && h('cache-control').includes('immutable') && h('x-content-type-options') === 'nosniff' && h('content-security-policy').includes("default-src 'none'"), `served for ever: ${type}`);
    check(type === 'text/css' || (h('content-security-policy').startsWith('sandbox') && h('content-disposition').startsWith('attachment')), 'the logo under a sandbox');
  }

  await cp.goto(house.base + '/beheer/huisstijl/standaard');
  await look(cp, 'standaard', js);
  await press(cp, 'Ja, terug naar de standaard');
  await og.reload();
  check((await colours(og)).body === before.body && (await og.locator('.sr-brand img').count()) === 0, 'back to the standard');
  await cp.goto(house.base + '/beheer/huisstijl/logo');
  await send(cp, 'logo.svg', logo);
  await cp.fill('[name=logo_alt]', 'Regio Voorbeeld');
  await press(cp, 'Logo lezen');
  await cp.goto(house.base + '/beheer/huisstijl');
  await press(cp, 'Logo uit het concept halen');
  check((await text(cp)).includes('geen logo meer'), 'a logo leaves the concept');
  await follow(cp, 'Concept weggooien');
  await press(cp, 'Ja, concept weggooien');
  check((await text(cp)).includes('weggegooid') && sql('SELECT count(*) FROM alle_huisstijl') === '0', 'and the concept goes');
}

for (const js of [true, false]) {
  const og = await open('og@example.nl', js), cp = await open('cp@example.nl', js), other = await open('cp2@example.nl', js), on = await open('on@example.nl', js);
  await questions(js, og, cp, other);
  await mails(js, og, cp);
  await house_style(js, og, cp, on, other);
  for (const page of [og, cp, other, on]) await page.context().close();
}

await browser.close();
const log = house.log();
check(!log.includes('"level":"error"'), 'no error in the log: ' + log.split('\n').filter((l) => l.includes('"level":"error"')).slice(0, 3).join('\n'));
check(await house.stop() === 0, 'the server stops in order');
process.exit(finish());
