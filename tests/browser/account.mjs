// Getting in, from the welkomstmail on (spec 2): invitation, activation with QR and key, login in two steps, a code works once, forgotten password,
// two-factor reset; a draft survives the end of a session; two people change the same project; a double submit stores once.
import fs from 'node:fs';
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { serveDemo, openBrowser, login, axe, shot, reflow, check, finish, totp, PASSWORD } from './house.mjs';

const house = await serveDemo();
const browser = await openBrowser();
const db = path.join(house.dir, 'srmonitor.db');
const sql = (text) => execFileSync('sqlite3', ['-cmd', '.timeout 5000', db, text], { encoding: 'utf8' }).trim();

function decode(mail) {
  const body = mail.split(/\r\n\r\n/).slice(1).join('\n\n');
  const bytes = body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (m, h) => String.fromCharCode(parseInt(h, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
async function mail(to, subject) {
  const dir = path.join(house.dir, 'mail');
  for (let i = 0; i < 60; i++) {
    for (const f of fs.readdirSync(dir).filter((n) => n.endsWith('.eml')).sort().reverse()) {
      const text = fs.readFileSync(path.join(dir, f), 'latin1');
      if (text.includes(`<${to}>`) && text.includes(`Subject: ${subject}`)) return decode(text);
    }
    await new Promise((r) => setTimeout(r, 200));
  }
  check(false, `no mail "${subject}" to ${to}`);
  return '';
}
const linkIn = (text, part) => (text.match(new RegExp(`http://[^\\s"<]*${part}[^\\s"<]*`)) ?? [''])[0];

// ---- an invitation, activated ----
const own = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
await login(own, house.base, 'on@example.nl');
await own.goto(house.base + '/collegas/nieuw');
await own.fill('[name=naam]', 'Nieuwe Collega-Voorbeeld');
await own.fill('[name=email]', 'nieuw@example.nl');
await own.click('main .sr-buttons button');
check((await own.innerText('main')).includes('is uitgenodigd'), 'the colleague is invited');
await own.goto(house.base + '/collegas/nieuw');
await own.fill('[name=naam]', 'Nog een keer');
await own.fill('[name=email]', 'Nieuw@Example.nl');
await own.click('main .sr-buttons button');
check((await own.innerText('main')).includes('heeft al een account'), 'one address is one account');
await axe(own, 'a form with an error');

for (const js of [true]) {
  const page = await (await browser.newContext({ javaScriptEnabled: js, viewport: { width: 360, height: 800 } })).newPage();
  const welcome = linkIn(await mail('nieuw@example.nl', 'Welkom'), '/welkom/');
  await page.goto(welcome);
  await axe(page, 'welcome'); await reflow(page, 'welcome');
  await page.fill('[name=email]', 'nieuw@example.nl');
  await page.click('main .sr-buttons button');
  check((await page.innerText('main')).includes('Als dit adres bekend is'), 'the answer tells nothing');
  const known = await page.innerText('main');
  await page.goto(house.base + '/wachtwoord-vergeten');
  await page.fill('[name=email]', 'onbekend@example.nl');
  await page.click('main .sr-buttons button');
  check(await page.innerText('main') === known, 'the same answer for an unknown address');
  const link = linkIn(await mail('nieuw@example.nl', 'Uw persoonlijke link'), '/activeren/');
  await page.goto(link);
  check(page.url().endsWith('/activeren/wachtwoord'), 'the token is out of the address at once');
  await axe(page, 'activate password'); await shot(page, 'activate-password-360');
  await page.fill('[name=wachtwoord]', 'Welkom2026!!');
  await page.click('main .sr-buttons button');
  check((await page.innerText('main')).includes('makkelijk te raden'), 'a common password is refused');
  await page.fill('[name=wachtwoord]', 'boterham paarse giraffe 8');
  await page.click('main .sr-buttons button');
  check(page.url().endsWith('/activeren/code'), 'then two-factor: ' + page.url());
  await axe(page, 'activate code'); await reflow(page, 'activate code'); await shot(page, 'activate-code-360');
  const key = (await page.innerText('.sr-key')).replaceAll(' ', '');
  const svg = await page.locator('svg.sr-qr').evaluate((e) => e.outerHTML.replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" '));
  fs.writeFileSync(path.join(house.dir, 'qr.svg'), svg);
  execFileSync('rsvg-convert', [path.join(house.dir, 'qr.svg'), '-w', '600', '-o', path.join(house.dir, 'qr.png')]);
  const read = execFileSync('zbarimg', ['-q', '--raw', path.join(house.dir, 'qr.png')], { encoding: 'utf8' });
  check(read.includes('secret=' + key), 'the QR code holds the key');
  await page.fill('[name=code]', '000000');
  await page.click('main .sr-buttons button');
  check((await page.innerText('main')).includes('klopt niet'), 'a wrong code is refused');
  await page.fill('[name=code]', totp(key, Math.floor(Date.now() / 30000) - 1));
  await page.click('main .sr-buttons button');
  check(page.url().endsWith('/inloggen'), 'activation does not log in: ' + page.url());
  await page.goto(link);
  check((await page.innerText('main')).includes('werkt één keer'), 'the link works once');

  // a code works once; the statement is asked
  await page.goto(house.base + '/inloggen');
  await page.fill('[name=email]', 'nieuw@example.nl');
  await page.fill('[name=wachtwoord]', 'boterham paarse giraffe 8');
  await page.click('main .sr-buttons button');
  const used = totp(key, Math.floor(Date.now() / 30000) - 1);
  await page.fill('[name=code]', used);
  await page.click('main .sr-buttons button');
  check((await page.innerText('main')).includes('klopt niet'), 'the code of the set-up does not work again');
  await page.fill('[name=code]', totp(key, Math.floor(Date.now() / 30000)));
  await page.click('main .sr-buttons button');
  check(page.url().endsWith('/geheimhouding'), 'the confidentiality statement comes first: ' + page.url());
  await axe(page, 'statement');
  await page.goto(house.base + '/projecten');
  check(page.url().includes('/geheimhouding'), 'no page before it: ' + page.url());
  await page.click('main .sr-buttons button');
  check(page.url() === house.base + '/', 'then in');
  await page.goto(house.base + '/projecten');
  check((await page.innerText('main')).includes('nog geen projecten'), 'a new colleague sees no project: linking decides');
  await page.context().close();
}

// ---- wrong password: one sentence, the address kept ----
{
  const page = await (await browser.newContext()).newPage();
  for (const [email, what] of [['og@example.nl', 'known'], ['niemand@example.nl', 'unknown']]) {
    await page.goto(house.base + '/inloggen');
    await page.fill('[name=email]', email);
    await page.fill('[name=wachtwoord]', 'iets heel anders dan goed');
    await page.click('main .sr-buttons button');
    check((await page.innerText('main')).includes('kloppen niet samen') && await page.inputValue('[name=email]') === email && await page.inputValue('[name=wachtwoord]') === '', `wrong password, ${what} account`);
  }
  await page.context().close();
}

// ---- a session that ends during a form loses nothing ----
{
  const page = await (await browser.newContext()).newPage();
  await login(page, house.base, 'og2@example.nl');
  await page.goto(house.base + '/projecten/nieuw');
  await page.fill('[name=naam]', 'Bewaard project');
  sql("UPDATE alle_sessie SET gezien_op = gezien_op - 4000 WHERE gebruiker_id = (SELECT id FROM alle_gebruiker WHERE email = 'og2@example.nl')");
  await page.click('button[value=opslaan]');
  check(page.url().includes('/inloggen'), 'the ended session asks to log in');
  await page.fill('[name=email]', 'og2@example.nl');
  await page.fill('[name=wachtwoord]', 'demo-monitor-2026');
  await page.click('main .sr-buttons button');
  await page.fill('[name=code]', totp('JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', Math.floor(Date.now() / 30000) + 1));
  await page.click('main .sr-buttons button');
  check(page.url().includes('/projecten/nieuw') && await page.inputValue('[name=naam]') === 'Bewaard project', 'the filled form is back: ' + page.url());
  check((await page.innerText('main')).includes('Nog niet opgeslagen'), 'and says that it is not saved');
  // a new opdrachtnemer from inside the form
  await page.fill('[name=plaats]', 'Groningen');
  await page.selectOption('[name=opdrachtnemer]', 'nieuw');
  await page.click('button[value=opslaan]');
  check(page.url().includes('/opdrachtnemers/nieuw'), 'to the new opdrachtnemer: ' + page.url());
  await page.fill('[name=naam]', 'Demo Noorderlichd Bouw BV');
  await page.fill('[name=kvk]', '12345678');
  await page.fill('[name=contact_naam]', 'Contact Nieuw-Voorbeeld');
  await page.fill('[name=contact_email]', 'contact.nieuw@example.nl');
  await page.click('main .sr-buttons button');
  check((await page.innerText('main')).includes('Deze lijken erop'), 'look-alikes are shown');
  await axe(page, 'look-alikes'); await shot(page, 'look-alikes');
  await page.check('[name=echt_nieuw]');
  await page.click('main .sr-buttons button');
  check(page.url().includes('/projecten/nieuw') && await page.inputValue('[name=naam]') === 'Bewaard project' && await page.inputValue('[name=plaats]') === 'Groningen', 'back in the form with everything: ' + page.url());
  check((await page.locator('[name=opdrachtnemer] option:checked').innerText()).includes('Noorderlichd'), 'the new one is chosen');
  check((await page.locator('[name=contact] option:checked').innerText()).includes('Contact Nieuw'), 'and its contact');
  // raamovereenkomst: divided over year periods
  await page.fill('[name=start]', '1-7-2023');
  await page.fill('[name=eind]', '31-12-2025');
  await page.selectOption('[name=sector]', 'bouw');
  const raam = page.locator('[name=afspraak][value=raamovereenkomst]');
  if (await raam.count()) await raam.check(); else await page.selectOption('[name=afspraak]', 'raamovereenkomst');
  await page.fill('[name=verplichting]', '100.000');
  await page.click('button[value=perioden]');
  check(await page.inputValue('[name="p_bedrag.1"]') === '39891,00', 'divided by days: ' + await page.inputValue('[name="p_bedrag.1"]'));
  await axe(page, 'periods in the form'); await shot(page, 'project-perioden-form');
  await page.fill('[name="p_eind.0"]', '29-6-2024');
  await page.click('button[value=opslaan]');
  check((await page.innerText('main')).includes('moet beginnen op'), 'periods that do not join up are refused');
  await page.fill('[name="p_eind.0"]', '30-6-2024');
  await page.locator('button[value=opslaan]').dblclick();
  for (let i = 0; i < 100 && !/\/projecten\/\d+$/.test(page.url()); i++) await page.waitForTimeout(100);     // the second click ends the first one's navigation
  await page.waitForLoadState();
  check(sql("SELECT count(*) FROM alle_project WHERE naam = 'Bewaard project'") === '1', 'a double click stores once');
  check(sql("SELECT bruto_cent FROM alle_project WHERE naam = 'Bewaard project'") === '10000000', 'the obligation is the sum of the periods');
  const url = page.url();
  await page.goto(url + '/perioden');
  await axe(page, 'perioden'); await shot(page, 'perioden');
  check((await mail('contact.nieuw@example.nl', 'Welkom')).length > 0 && (await mail('contact.nieuw@example.nl', 'U bent toegevoegd')).includes('Bewaard project'), 'welcome and added by mail');

  // two people change the same project
  const other = await (await browser.newContext()).newPage();
  await login(other, house.base, 'cp@example.nl');
  await other.goto(url + '/wijzigen');
  await page.goto(url + '/wijzigen');
  await other.fill('[name=plaats]', 'Assen');
  await other.click('main .sr-buttons button');
  check((await other.innerText('main')).includes('opgeslagen'), 'the first saves');
  await page.fill('[name=plaats]', 'Eelde');
  await page.click('main .sr-buttons button');
  const text = await page.innerText('main');
  check(text.includes('Iemand was u voor') && text.includes('Assen') && text.includes('Eelde') && text.includes('Coördinator'), 'the second is told who saved what, and keeps what was typed');
  await axe(page, 'conflict'); await shot(page, 'conflict');
  await page.click('main .sr-buttons button');
  check((await page.innerText('main')).includes('Eelde'), 'and may decide');
  // an over-long field and a wrong date
  await page.goto(url + '/wijzigen');
  await page.fill('[name=naam]', 'x'.repeat(300));
  await page.fill('[name=start]', '31-2-2024');
  await page.click('main .sr-buttons button');
  const wrong = await page.locator('.sr-errors li').allInnerTexts();
  check(wrong.length >= 2 && await page.inputValue('[name=start]') === '31-2-2024' && (await page.inputValue('[name=naam]')).length === 300, 'each problem said, what was typed kept: ' + wrong.join(' | '));
  check((await page.title()).startsWith('Fout: '), 'the title begins with Fout');
  await page.context().close();
  await other.context().close();
}

// ---- two-factor reset by the coordinatiepunt acts at once ----
{
  const user = await (await browser.newContext()).newPage();
  await login(user, house.base, 'am2@example.nl');
  const cp = await (await browser.newContext()).newPage();
  await login(cp, house.base, 'cp2@example.nl');
  await cp.goto(house.base + '/beheer/accounts?email=am2@example.nl');
  await cp.click('.sr-row-link');
  await cp.click('text=Twee-factor resetten');
  await axe(cp, 'confirm reset');
  await cp.click('.sr-button-danger');
  check((await cp.innerText('main')).includes('Fout'), 'first is asked how it is known who asks');
  const known = cp.locator('[name=vastgesteld][value=teruggebeld]');
  if (await known.count()) await known.check(); else await cp.selectOption('[name=vastgesteld]', 'teruggebeld');
  await cp.click('.sr-button-danger');
  check((await cp.innerText('main')).includes('gereset'), 'reset');
  await user.goto(house.base + '/projecten');
  check(user.url().includes('/inloggen'), 'the open session ends at once');
  await user.goto(house.base + '/wachtwoord-vergeten');
  await user.fill('[name=email]', 'am2@example.nl');
  await user.click('main .sr-buttons button');
  await user.goto(linkIn(await mail('am2@example.nl', 'Uw persoonlijke link'), '/activeren/'));
  await user.check('[name=ongewijzigd]');
  await user.click('main .sr-buttons button');
  check(user.url().endsWith('/activeren/code'), 'the password may stay as it is: ' + user.url());
  await user.context().close();

  // ---- the coordinatiepunt ends sessions, blocks, and lets in again ----
  const other = await (await browser.newContext()).newPage();
  await login(other, house.base, 'am3@example.nl');
  const account = async () => { await cp.goto(house.base + '/beheer/accounts?email=am3%40example.nl'); await cp.locator('tbody .sr-row-link').first().click(); };
  await account();
  await cp.getByRole('button', { name: 'Alle sessies beëindigen' }).click();
  await other.goto(house.base + '/projecten');
  check(other.url().includes('/inloggen'), 'the coordinatiepunt ends the sessions of a user: at once');
  await login(other, house.base, 'am3@example.nl');
  await account();
  await cp.getByRole('link', { name: 'Blokkeren' }).click();
  await axe(cp, 'block');
  await cp.getByRole('button', { name: 'Ja, blokkeer dit account' }).click();
  check((await cp.innerText('main')).includes('Vul de reden in'), 'not without a reason');
  await cp.fill('[name=reden]', 'Uit dienst');
  await cp.getByRole('button', { name: 'Ja, blokkeer dit account' }).click();
  check((await cp.innerText('main')).includes('Geblokkeerd'), 'blocked');
  await other.goto(house.base + '/projecten');
  check(other.url().includes('/inloggen'), 'the open session of a blocked user ends at once');
  await other.fill('[name=email]', 'am3@example.nl');
  await other.fill('[name=wachtwoord]', PASSWORD);
  await other.click('main .sr-buttons button');
  check(!other.url().includes('/code'), 'and logging in is refused, as for a wrong password: ' + other.url());
  await cp.getByRole('button', { name: 'Niet meer blokkeren' }).click();
  check((await cp.innerText('main')).includes('Actief'), 'let in again');
  await cp.goto(house.base + '/beheer/logboek?wat=blokkeren');
  check((await cp.innerText('tbody')).includes('Account geblokkeerd') && (await cp.innerText('tbody')).includes('Uit dienst'), 'it stands in the log of the regio, with the reason');
  await axe(cp, 'logboek');
  await reflow(cp, 'logboek');
  await cp.goto(house.base + '/beheer/logboek?wat=inloggen');
  check(/Ingelogd/.test(await cp.locator('tbody tr').first().innerText()) && (await cp.locator('a', { hasText: 'Exporteer als Excel-bestand' }).getAttribute('href')).endsWith('/excel?wat=inloggen'), 'logging in stands in the log of the regio, and the file is of what is filtered');
  await cp.goto(house.base + '/beheer/logboek?wanneer=gisteren');
  check((await cp.innerText('main')).includes('niet begrepen'), 'a filter that is not understood is said');
  await other.context().close();
  await cp.context().close();
}

await browser.close();
const log = house.log();
check(!log.includes('"level":"error"'), 'no error in the log: ' + log.split('\n').filter((l) => l.includes('"error"')).slice(0, 3).join('\n'));
check(await house.stop() === 0, 'the server stops in order');
process.exit(finish());
