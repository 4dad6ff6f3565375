// Beheer › Regio-instellingen (spec 1: CP, own regio): what counts is asked once more and computed at once, two people at once, and what others see of it.
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { serveDemo, openBrowser, login, axe, shot, reflow, validHtml, check, finish } from './house.mjs';

const house = await serveDemo();
const browser = await openBrowser();
const db = path.join(house.dir, 'srmonitor.db');
const sql = (text) => execFileSync('sqlite3', ['-cmd', '.timeout 5000', db, text], { encoding: 'utf8' }).trim();
const plain = (s) => s.replaceAll('\u00a0', ' ');
const text = async (page) => plain(await page.innerText('main'));
const press = (page, name) => page.getByRole('button', { name, exact: true }).click();
const errors = async (page) => (await page.locator('.sr-errors').allInnerTexts()).join(' ');
const whole = () => execFileSync(process.env.SRM, ['check', '--config', path.join(house.dir, 'config.ini')], { encoding: 'utf8' }).includes('All is well');
const pick = async (page, name, value) => { const radio = page.locator(`[name=${name}][value=${value}]`); if (await radio.count()) await radio.check(); else await page.selectOption(`[name=${name}]`, value); };

async function look(page, what, js) {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await reflow(page, `${what} ${width}`);
    await shot(page, `regio-${what.replaceAll(/[^a-z0-9]+/gi, '-')}-${width}-${js ? 'js' : 'nojs'}`);
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
const regio = "(SELECT id FROM alle_regio WHERE slug LIKE 'groningen%')";
const one = (column) => sql(`SELECT ${column} FROM alle_regio WHERE id = ${regio}`);

for (const js of [true, false]) {
  const cp = await open('cp@example.nl', js), second = await open('cp2@example.nl', js);
  const other = one('telt') === 'direct' ? 'na_goedkeuring' : 'direct';
  await cp.goto(house.base + '/beheer/regio');
  await second.goto(house.base + '/beheer/regio');
  await look(cp, 'instellingen', js);

  // ---- what is not understood is said at the field ----
  await pick(cp, 'herinnering', 'procent');
  await cp.fill('[name=herinnering_procent]', 'vijftig');
  await cp.fill('[name=cp_website]', 'voorbeeld.nl');
  await press(cp, 'Opslaan');
  check((await errors(cp)).includes('hele percentages') && (await errors(cp)).includes('https://') && await cp.inputValue('[name=herinnering_procent]') === 'vijftig', 'wrong values are told, nothing lost: ' + await errors(cp));
  await cp.fill('[name=herinnering_procent]', '75, 25');
  await cp.fill('[name=cp_website]', 'https://voorbeeld.example.nl');
  await cp.fill('[name=grondslag]', `Taak van algemeen belang ${js}`);
  await cp.fill('[name=privacytekst]', 'Alleen wat nodig is voor de telling.');
  await press(cp, 'Opslaan');
  check((await text(cp)).includes('zijn opgeslagen') && one('herinnering') === 'procent 25,75', 'stored: ' + await errors(cp));
  check((await text(cp)).includes('herinnering: na 25 en 75 % van de looptijd'), 'and it stands among the changes');

  // ---- who is second is told ----
  await second.fill('[name=cp_naam]', 'Iemand anders');
  await press(second, 'Opslaan');
  check((await errors(second)).includes('Iemand anders heeft deze instellingen'), 'the second is told: ' + await errors(second));

  // ---- what counts: asked once more, then every stored sum follows ----
  const before = sql(`SELECT sum(actueel_cent) FROM alle_project WHERE regio_id = ${regio} AND afgerond_op IS NULL`);
  await pick(cp, 'telt', other);
  await press(cp, 'Opslaan');
  check((await errors(cp)).includes('lopende projecten') && one('telt') !== other, 'asked once more: ' + await errors(cp));
  await look(cp, 'bevestigen', js);
  await cp.check('[name=bevestigd]');
  await press(cp, 'Opslaan');
  check(one('telt') === other && sql(`SELECT sum(actueel_cent) FROM alle_project WHERE regio_id = ${regio} AND afgerond_op IS NULL`) !== before, 'stored, and the sums are others: ' + await errors(cp));
  check(whole(), 'every stored sum is what a fresh computation gives');
  check(sql(`SELECT count(*) FROM alle_audit WHERE wat = 'project.regio'`) !== '0', 'each project whose figures change has it in its history');
  await cp.check('[name=pso_hele_looptijd]');
  await press(cp, 'Opslaan');
  check((await errors(cp)).includes('lopende projecten'), 'PSO too');
  await cp.check('[name=bevestigd]');
  await press(cp, 'Opslaan');
  check(one('pso_hele_looptijd') === '1' && whole(), 'and the obligations follow');
  await cp.uncheck('[name=pso_hele_looptijd]');
  await press(cp, 'Opslaan');
  await cp.check('[name=bevestigd]');
  await press(cp, 'Opslaan');

  // ---- what others see of it ----
  const on = await open('on@example.nl', js);
  const project = sql(`SELECT p.id FROM alle_project p JOIN alle_koppeling k ON k.project_id = p.id JOIN alle_gebruiker g ON g.id = k.gebruiker_id AND g.email = 'on@example.nl' WHERE p.regio_id = ${regio} AND p.goedgekeurd_op IS NULL LIMIT 1`);
  await on.goto(`${house.base}/projecten/${project}/kandidaten/nieuw`);
  await on.click('summary:has-text("Privacy")');
  check((await text(on)).includes(`Taak van algemeen belang ${js}`), 'where a kandidaat is entered');
  await on.goto(house.base + '/privacy');
  check((await text(on)).includes('Alleen wat nodig is voor de telling.'), 'and on the page Privacy');
  check((await on.goto(house.base + '/beheer/regio')).status() === 403, 'not for others');
  for (const page of [cp, second, on]) await page.context().close();
}

await browser.close();
const log = house.log();
check(!log.includes('"level":"error"'), 'no error in the log: ' + log.split('\n').filter((l) => l.includes('"level":"error"')).slice(0, 3).join('\n'));
check(await house.stop() === 0, 'the server stops in order');
process.exit(finish());
