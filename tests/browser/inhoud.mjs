// Texts of a regio: written, looked at, published, changed by two, put back, withdrawn by a coordinator; read by the others; and the line about maintenance.
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { serveDemo, openBrowser, login, axe, shot, reflow, validHtml, check, finish } from './house.mjs';

const house = await serveDemo();
const browser = await openBrowser();
const db = path.join(house.dir, 'srmonitor.db');
const sql = (text) => execFileSync('sqlite3', ['-cmd', '.timeout 5000', db, text], { encoding: 'utf8' }).trim();
const text = async (page) => (await page.innerText('main')).replaceAll('\u00a0', ' ');
const press = (page, name) => page.getByRole('main').getByRole('button', { name, exact: true }).click();
const follow = (page, name) => page.getByRole('main').getByRole('link', { name, exact: true }).first().click();
const errors = async (page) => (await page.locator('.sr-errors').allInnerTexts()).join(' ');
const dutch = (days) => { const d = new Date(new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Amsterdam' }) + 'T12:00:00Z'); d.setUTCDate(d.getUTCDate() + days); return d.toISOString().slice(0, 10).split('-').reverse().join('-'); };

async function look(page, what, js) {
  for (const width of js ? [1280, 360] : [360]) {
    await page.setViewportSize({ width, height: 800 });
    await reflow(page, `${what} ${width}`);
    await shot(page, `inhoud-${what.replaceAll(/[^a-z0-9]+/gi, '-')}-${width}-${js ? 'js' : 'nojs'}`);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  if (js) await axe(page, what);
  else await validHtml((await page.content()).replace('<!DOCTYPE html>', '<!doctype html>'), what);
}
async function open(email, js) {
  const page = await (await browser.newContext({ javaScriptEnabled: js, viewport: { width: 1280, height: 800 }, locale: 'nl-NL' })).newPage();
  if (email) await login(page, house.base, email);
  return page;
}
/* The headings of the page go down one at a time, from the h1 on. */
async function headings(page, what) {
  const levels = await page.evaluate(() => [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter((h) => h.checkVisibility()).map((h) => Number(h.tagName[1])));
  check(levels[0] === 1 && levels.every((l, i) => i === 0 || l <= levels[i - 1] + 1), `headings of ${what}: ${levels}`);
}

const source = (name) => `# Eerste kop van ${name}

Tekst met **vet**, een [pagina](/handleidingen) en een [adres](https://voorbeeld.nl/).

### Kleinere kop

- een
- twee

> Een citaat.

    code die veel langer is dan de breedte van het scherm van een telefoon en dus moet omlopen zonder te schuiven

<script>document.title = 'gehackt'</script> en [klik](javascript:alert(1)) en ![plaatje](https://spoor.voorbeeld.nl/x.png)
`;

async function news(js, cp, other, og, nobody) {
  const name = `Bericht ${js ? 'een' : 'twee'}`;
  await cp.goto(house.base + '/');
  await cp.locator('.sr-menu summary').click();
  await cp.getByRole('link', { name: 'Beheer: teksten' }).click();
  await look(cp, 'teksten', js);
  await follow(cp, 'Nieuwsbericht toevoegen');
  check((await cp.locator('[name=rubriek], [name=voor_og]').count()) === 0 && (await cp.locator('[name=openbaar]').count()) === 1, 'the form has the fields of its kind');
  await cp.fill('[name=titel]', name);
  await cp.fill('[name=tekst]', source(name));
  await cp.fill('[name=tm]', dutch(30));
  await cp.check('[name=openbaar]');
  await press(cp, 'Bekijk voorbeeld');
  check((await cp.locator('.sr-voorbeeld strong').innerText()) === 'vet' && (await cp.locator('.sr-voorbeeld a').count()) === 2 && (await cp.locator('.sr-voorbeeld img').count()) === 0, 'the preview');
  check((await cp.inputValue('[name=tekst]')).includes('javascript:alert(1)') && (await cp.isChecked('[name=openbaar]')) && (await cp.inputValue('[name=tm]')) === dutch(30), 'nothing that was typed is lost');
  check((await cp.title()).startsWith('Nieuwsbericht toevoegen') && sql(`SELECT count(*) FROM alle_inhoud_versie WHERE titel = '${name}'`) === '0', 'nothing is kept, and the HTML typed is text');
  await headings(cp, 'the preview');
  await look(cp, 'voorbeeld', js);
  await press(cp, 'Concept opslaan');
  const id = cp.url().match(/(\d+)$/)[1];
  check((await text(cp)).includes('Het concept is opgeslagen'), 'kept: ' + await errors(cp));
  await look(cp, 'concept', js);
  await og.goto(house.base + '/nieuws');
  check(!(await text(og)).includes(name) && (await og.goto(`${house.base}/nieuws/${id}`)).status() === 404, 'nobody else reads a concept');
  await press(cp, 'Publiceren');
  check((await text(cp)).includes('De tekst is gepubliceerd') && (await text(cp)).includes('wordt nu gelezen'), 'published');

  await og.goto(house.base + '/');
  check((await text(og)).includes(name), 'the first page ends with news');
  await look(og, 'start', js);
  await og.goto(house.base + '/nieuws');
  await look(og, 'nieuws', js);
  await follow(og, name);
  check((await text(og)).includes('<script>') && (await og.locator('main script').count()) === 0 && (await og.locator('main a[href^="javascript"]').count()) === 0, 'what was typed as HTML is read as text');
  await headings(og, 'a news item');
  await look(og, 'bericht', js);
  await nobody.goto(house.base + '/nieuws');
  check((await text(nobody)).includes(name) && !(await text(nobody)).includes('kwartaalcijfers'), 'the public part without a session');
  await look(nobody, 'nieuws openbaar', js);
  await nobody.goto(`${house.base}/nieuws/${id}`);
  await look(nobody, 'bericht openbaar', js);
  const feed = await (await fetch(house.base + await nobody.goto(house.base + '/nieuws').then(() => nobody.locator('a[href^="/nieuws/atom/"]', { hasText: 'Groningen' }).getAttribute('href')))).text();
  check(feed.includes(`<title>${name}</title>`) && !feed.includes('kwartaalcijfers'), 'and in the feed');
  return id;
}

/* Two coordinators; a version put back; withdrawing. */
async function versions(js, cp, other, og, id) {
  await cp.goto(`${house.base}/beheer/teksten/${id}/wijzigen`);
  await other.goto(cp.url());
  await cp.fill('[name=tekst]', 'Eerste regel\n\nTweede regel');
  await cp.fill('[name=wijziging]', 'Korter gemaakt');
  await press(cp, 'Concept opslaan');
  check((await cp.locator('.sr-verschil del').count()) > 3 && (await cp.locator('.sr-verschil ins').first().innerText()) === 'Eerste regel', 'what differs from what is published');
  await look(cp, 'verschil', js);
  await other.fill('[name=tekst]', 'Eerste regel\n\nVan de ander');
  await press(other, 'Concept opslaan');
  check((await errors(other)).includes('Iemand anders') && (await other.inputValue('[name=tekst]')).includes('Van de ander'), 'the second is told, nothing lost: ' + await errors(other));
  check((await other.locator('.sr-verschil ins').innerText()) === 'Van de ander' && (await other.locator('.sr-verschil del').innerText()) === 'Tweede regel', 'and sees the difference');
  await look(other, 'botsing', js);
  await press(other, 'Concept opslaan');
  check((await text(other)).includes('Het concept is opgeslagen'), 'and can save all the same: ' + await errors(other));
  await press(cp, 'Publiceren');
  check((await errors(cp)).includes('Iemand anders') && (await text(cp)).includes('Van de ander'), 'who publishes what somebody changed is told: ' + await errors(cp));
  await press(cp, 'Publiceren');
  await og.goto(`${house.base}/nieuws/${id}`);
  check((await text(og)).includes('Van de ander') && !(await text(og)).includes('citaat'), 'the new version is read');
  await follow(cp, 'Versie 1');
  await look(cp, 'oude versie', js);
  await follow(cp, 'Deze versie terugzetten');
  check((await cp.inputValue('[name=tekst]')).includes('Een citaat') && (await cp.inputValue('[name=wijziging]')) === 'Versie 1 teruggezet', 'an old version comes into the form');
  await press(cp, 'Concept opslaan');
  await follow(cp, 'Concept weggooien');
  await look(cp, 'weggooien', js);
  await press(cp, 'Ja, gooi het concept weg');
  check((await text(cp)).includes('Het concept is weggegooid') && (await cp.locator('.sr-waits li').count()) === 2, 'thrown away, the published ones stay');
  await follow(cp, 'Tekst intrekken');
  await look(cp, 'intrekken', js);
  await press(cp, 'Ja, trek de tekst in');
  check((await text(cp)).includes('Ingetrokken') && (await og.goto(`${house.base}/nieuws/${id}`)).status() === 404, 'withdrawn');
  check(Number(sql(`SELECT count(*) FROM alle_audit WHERE wat LIKE 'inhoud.%' AND rij = ${id}`)) === 8, 'each act has its line: ' + sql(`SELECT group_concat(wat) FROM alle_audit WHERE wat LIKE 'inhoud.%' AND rij = ${id}`));
}

async function policy(js, cp, og, on) {
  await og.goto(house.base + '/beleid');
  await look(og, 'beleid', js);
  await follow(og, 'Uitvoeringsvoorwaarden social return');
  check((await text(og)).includes('250.000') && (await text(og)).includes('geldt nu') && (await text(og)).includes('geldt nog niet'), 'what is in force, and the versions');
  await headings(og, 'policy');
  await look(og, 'een beleid', js);
  await follow(og, 'Versie 1');
  check((await text(og)).includes('geldt niet meer') && (await text(og)).includes('200.000'), 'an older one');
  await follow(og, 'Lees wat nu geldt');
  await follow(og, 'Versie 2');
  check((await og.locator('.sr-verschil ins').count()) > 0, 'with what was changed');
  await look(og, 'beleid versie', js);
  await on.goto(house.base + '/beleid');
  const regios = await on.locator('main h2').allInnerTexts();
  check(regios.length > 1, 'an opdrachtnemer with projects in several regios reads the policy of each: ' + regios);
  await look(on, 'beleid van meer regios', js);
  await on.goto(house.base + '/informatie');
  await look(on, 'informatie', js);
  await follow(on, 'Zo werken wij samen');
  await headings(on, 'information');
  await look(on, 'een informatie', js);
  await on.goto(house.base + '/contactgegevens');
  check((await on.locator('main section').count()) === regios.length, 'the contact details of these');
  await look(on, 'contactgegevens', js);
}

async function questions(js, cp, og, on) {
  await cp.goto(house.base + '/beheer/teksten/nieuw?soort=vraag');
  const name = `Waar vind ik knop ${js ? 'A' : 'B'}?`;
  await cp.fill('[name=titel]', name);
  await cp.fill('[name=tekst]', '# Boven\n\nKijk bij **Projecten**, zoekwoord zonneklaar' + js + '.');
  await cp.fill('[name=rubriek]', 'Knoppen');
  for (const n of ['og', 'on', 'im', 'am']) await cp.uncheck(`[name=voor_${n}]`);
  await press(cp, 'Concept opslaan');
  check((await errors(cp)).includes('Kies voor wie'), 'for nobody is refused: ' + await errors(cp));
  await look(cp, 'vraag geweigerd', js);
  await cp.check('[name=voor_og]');
  await press(cp, 'Concept opslaan');
  await press(cp, 'Publiceren');
  check((await text(cp)).includes('De tekst is gepubliceerd'), 'published: ' + await errors(cp));
  await og.goto(house.base + '/veelgestelde-vragen');
  await headings(og, 'questions');
  await look(og, 'vragen', js);
  await og.locator('summary', { hasText: name }).click();
  check((await og.locator('details[open]').innerText()).includes('zonneklaar'), 'a question opens');
  await og.fill('main [name=q]', 'ZONNEKLAAR' + js);
  await press(og, 'Zoek');
  check((await og.locator('main details').count()) === 1 && (await text(og)).includes('Kijk bij Projecten'), 'found by a word of the answer, open');
  await headings(og, 'questions found');
  await look(og, 'vragen gezocht', js);
  await og.fill('main [name=q]', 'bestaatniet');
  await press(og, 'Zoek');
  check((await text(og)).includes('Er is geen vraag met'), 'nothing found says so');
  await og.fill('.sr-search [name=q]', 'zonneklaar' + js);
  await og.keyboard.press('Enter');
  await og.getByRole('main').getByRole('link', { name }).click();
  check((await text(og)).includes('Kijk bij Projecten'), 'the box in the header finds it too');
  await on.goto(house.base + '/zoeken?q=zonneklaar');
  check(!(await text(on)).includes(name), 'and not for whom it was not written');
  await on.goto(house.base + '/veelgestelde-vragen?q=zonneklaar');
  check((await on.locator('main details').count()) === 0, 'not for whom it was not written');
}

async function maintenance(js, cp, og, on, far) {
  const line = `Donderdagavond is de monitor niet bereikbaar (${js ? 'a' : 'b'}).`;
  await cp.goto(house.base + '/beheer/onderhoud');
  await cp.fill('[name=tekst]', line);
  await cp.fill('[name=van]', dutch(-1));
  await cp.fill('[name=van_tijd]', 'straks');
  await cp.fill('[name=tot]', dutch(1));
  await cp.fill('[name=tot_tijd]', '9:30');
  await press(cp, 'Opslaan');
  check((await errors(cp)).includes('geen tijd') && (await cp.inputValue('[name=tekst]')) === line, 'no time: ' + await errors(cp));
  await cp.fill('[name=van_tijd]', '18:00');
  await press(cp, 'Opslaan');
  check((await text(cp)).includes('De melding is nu te zien.'), 'kept: ' + await errors(cp));
  await look(cp, 'onderhoud', js);
  for (const [page, sees] of [[og, true], [on, true], [far, false]]) {
    await page.goto(house.base + '/projecten');
    check((await page.locator('.sr-maintenance', { hasText: line }).count()) === (sees ? 1 : 0), `the line is ${sees ? '' : 'not '}there for ${await page.locator('.sr-user').innerText()}`);
  }
  await look(og, 'melding', js);
  await cp.goto(house.base + '/beheer/onderhoud');
  await follow(cp, 'Melding weghalen');
  await look(cp, 'melding weghalen', js);
  await press(cp, 'Ja, haal de melding weg');
  await og.reload();
  check((await text(cp)).includes('De melding is weggehaald') && (await og.locator('.sr-maintenance').count()) === 0, 'taken away');
}

for (const js of [true, false]) {
  const [cp, other, og, nobody] = [await open('cp@example.nl', js), await open('cp2@example.nl', js), await open(js ? 'og@example.nl' : 'og2@example.nl', js), await open(null, js)];
  const on = await open(js ? 'on.fryslan@example.nl' : 'on2.fryslan@example.nl', js);
  const id = await news(js, cp, other, og, nobody);
  await versions(js, cp, other, og, id);
  await questions(js, cp, og, on);
  if (js) {
    const far = await open('og.drenthe@example.nl', js);
    await policy(js, cp, og, on);
    await maintenance(js, cp, og, on, far);
  }
  for (const page of [cp, other, og, on, nobody]) await page.context().close();
}

await browser.close();
const log = house.log();
check(!log.includes('"level":"error"'), 'no error in the log: ' + log.split('\n').filter((l) => l.includes('"level":"error"')).slice(0, 3).join('\n'));
check(await house.stop() === 0, 'the server stops in order');
process.exit(finish());
