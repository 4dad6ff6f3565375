// The main job, as the first issue tells it: register a project, account for a person, see the value; each role sees what is its own.
import { serveDemo, openBrowser, login, axe, shot, reflow, validHtml, check, finish } from './house.mjs';

const house = await serveDemo();
const browser = await openBrowser();
const name = 'Testproject Brug';

async function context(js, width) {
  return browser.newContext({ javaScriptEnabled: js, viewport: { width, height: 800 }, locale: 'nl-NL' });
}
async function look(page, what, js) {
  await reflow(page, what);
  if (js) await axe(page, what);
  else await validHtml((await page.content()).replace('<!DOCTYPE html>', '<!doctype html>'), what);
  await shot(page, what.replaceAll(/[^a-z0-9]+/gi, '-'));
}

async function register(page, title) {
  await page.goto(house.base + '/projecten/nieuw');
  await page.fill('[name=naam]', title);
  await page.fill('[name=plaats]', 'Groningen');
  await page.fill('[name=start]', '1-1-2026');
  await page.fill('[name=eind]', '31-12-2026');
  await page.selectOption('[name=sector]', 'bouw');
  const afspraak = page.locator('[name=afspraak][value=sr_verplichting]');
  if (await afspraak.count()) await afspraak.check(); else await page.selectOption('[name=afspraak]', 'sr_verplichting');
  await page.fill('[name=verplichting]', '50.000');
  await page.selectOption('[name=opdrachtnemer]', { label: 'Demo Noorderlicht Bouw B.V. (KvK 90000001)' });
  await page.click('button[value=contacten]');
  check(await page.inputValue('[name=naam]') === title, 'what was typed is kept by Toon contactpersonen');
  const contact = await page.locator('[name=contact] option', { hasText: 'Projectleider 1' }).first().getAttribute('value');
  await page.selectOption('[name=contact]', contact);
  await page.click('button[value=opslaan]');
  check(/\/projecten\/\d+$/.test(page.url()), 'the project is registered: ' + page.url() + ' ' + (await page.locator('.sr-errors').allInnerTexts()).join(' '));
  return page.url();
}

async function addKandidaat(page, url) {
  await page.goto(url + '/kandidaten/nieuw');
  await page.fill('[name=naam]', 'Testpersoon Zoekmij');
  await page.fill('[name=adres]', 'Voorbeeldstraat 1');
  await page.fill('[name=postcode]', '9999 ZZ');
  await page.fill('[name=plaats]', 'Groningen');
  await page.fill('[name=geboortedatum]', '3-4-1990');
  await page.fill('[name=geinformeerd_op]', '1-12-2025');
  await page.selectOption('[name=bouwblok]', { label: 'Participatiewet 2 jaar of langer' });
  const soort = page.locator('[name=overeenkomst][value=werk]');
  if (await soort.count()) await soort.check(); else await page.selectOption('[name=overeenkomst]', 'werk');
  await page.fill('[name=start]', '1-1-2026');
  await page.fill('[name=eind]', '31-12-2026');
  await page.fill('[name=week]', '36');
  await page.click('button[value=voorbeeld]');
  await page.fill('[name=attr_uitkering_mnd]', '30');
  await page.click('button[value=voorbeeld]');
  check((await page.innerText('main')).replaceAll('\u00a0', ' ').includes('€ 40.000,00 per jaar × 36/36 uur × 1 jaar'), 'the preview shows the calculation');
  await page.click('button[value=opslaan]');
  check(/\/inzet\/\d+$/.test(page.url()), 'the kandidaat is saved: ' + page.url() + ' ' + (await page.locator('.sr-errors').allInnerTexts()).join(' '));
  check((await page.innerText('main')).replaceAll('\u00a0', ' ').includes('€ 40.000,00'), 'prognose € 40.000,00');
}

for (const js of [true, false]) {
  const title = name + (js ? '' : ' zonder JavaScript');
  const wide = await context(js, 1280), small = await context(js, 360);
  const mark = js ? 'js' : 'nojs';

  let page = await wide.newPage();
  await page.goto(house.base + '/inloggen');
  await look(page, `login ${mark}`, js);
  await login(page, house.base, 'og@example.nl');
  check(page.url() === house.base + '/', 'og is in: ' + page.url());
  await look(page, `home og ${mark}`, js);
  for (const where of ['projecten', 'projecten/afgerond', 'projecten/nieuw', 'collegas', 'mijn-gegevens', 'mijn-gegevens/sessies', 'mijn-gegevens/wachtwoord', 'hulpvraag', 'hulp', 'privacy', 'toegankelijkheid']) {
    const answer = await page.goto(house.base + '/' + where);
    check(answer.status() === 200, `${where}: ${answer.status()}`);
    await look(page, `og ${where} ${mark}`, js);
  }
  const url = await register(page, title);
  await look(page, `og project ${mark}`, js);
  for (const part of ['wijzigen', 'contactpersonen', 'historie', 'verantwoording']) {
    const answer = await page.goto(url + '/' + part);
    check(answer.status() === 200, `${part}: ${answer.status()}`);
    await look(page, `og project ${part} ${mark}`, js);
  }

  const on = await small.newPage();
  await login(on, house.base, 'on@example.nl');
  await look(on, `home on 360 ${mark}`, js);
  await on.goto(house.base + '/verantwoording');
  await look(on, `verantwoording on 360 ${mark}`, js);
  await on.goto(url + '/kandidaten/nieuw');
  await look(on, `kandidaat nieuw 360 ${mark}`, js);
  await addKandidaat(on, url);
  await look(on, `inzet on 360 ${mark}`, js);
  const inzet = on.url();
  await on.goto(house.base + '/projecten');
  await look(on, `projecten on 360 ${mark}`, js);
  await on.goto(inzet + '/corrigeren');
  await look(on, `corrigeren 360 ${mark}`, js);
  await on.fill('[name=week]', '18');
  await on.fill('[name=reden]', 'Halve dagen afgesproken');
  await on.click('button[value=opslaan]');
  check((await on.innerText('main')).replaceAll('\u00a0', ' ').includes('€ 20.000,00'), 'corrected to half: € 20.000,00');

  await page.goto(inzet);
  const seen = await page.content();
  check(seen.includes('20.000,00') && !seen.includes('Zoekmij') && !seen.includes('1990'), 'og sees the value and not who it is');
  await look(page, `inzet og ${mark}`, js);
  await page.goto(url + '/verantwoording');
  check(!(await page.content()).includes('Zoekmij'), 'no name in the list of og');

  const other = await (await context(js, 1280)).newPage();
  await login(other, house.base, 'og.fryslan@example.nl');
  for (const address of [url, url + '/verantwoording', inzet])
    check((await other.goto(address)).status() === 404, 'og.fryslan gets 404 on ' + address);
  await other.context().close();

  const am = await (await context(js, 1280)).newPage();
  await login(am, house.base, 'am@example.nl');
  await am.goto(inzet);
  check(!(await am.content()).includes('Zoekmij'), 'am does not see who it is before asking');
  await am.click('text=Toon wie het is');
  check((await am.content()).includes('Zoekmij'), 'am sees who it is after asking');
  await am.context().close();

  const cp = await (await context(js, 1280)).newPage();
  await login(cp, house.base, 'cp@example.nl');
  for (const where of ['projecten', 'beheer/accounts', 'beheer/organisaties', 'beheer/organisaties/nieuw']) {
    const answer = await cp.goto(house.base + '/' + where);
    check(answer.status() === 200, `cp ${where}: ${answer.status()}`);
    await look(cp, `cp ${where} ${mark}`, js);
  }
  await cp.goto(url + '/historie');
  check((await cp.innerText('main')).includes('bekeken'), 'the reading by am stands in the history');
  await cp.context().close();
  await wide.close();
  await small.close();
}

await browser.close();
const log = house.log();
check(!log.includes('"level":"error"'), 'no error in the log: ' + log.split('\n').filter((l) => l.includes('error')).slice(0, 3).join('\n'));
check(!log.includes('Zoekmij'), 'no name in the log');
check(await house.stop() === 0, 'the server stops in order');
process.exit(finish());
