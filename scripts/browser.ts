/**
 * Plays one story on the page of a running system by clicking and typing, in headless Chromium, and takes pictures of it.
 *
 *   npx tsx scripts/browser.ts [base URL] [--out folder]      (http://127.0.0.1:8080, .ci/out)
 *
 * Exit 0 when a report was typed, dispatched, accepted, arrived at, resolved, and left the board; else 1 with what was not found.
 * Needs Chromium at /usr/bin/chromium: apt-get update && apt-get install -y chromium fonts-noto-cjk
 */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import { PageDriver } from '../console/testing/page-driver.js';

const CHROMIUM = '/usr/bin/chromium';
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const NUMBER = /TZ-\d{8}-\d{4}/;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string', default: '.ci/out' } },
});
const base = positionals[0] ?? 'http://127.0.0.1:8080';
const out = values.out;

/** Does one step; a failure names the step. */
async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    const result = await work();
    console.log(`ok    ${name}`);
    return result;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`not found: ${name}\n${why}`, { cause: error });
  }
}

/** Pictures of group, direct chat and tickets at both widths. */
async function pictures(page: Page, driver: PageDriver, name: string, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  for (const size of [DESK, PHONE]) {
    await page.setViewportSize(size);
    for (const place of ['group', 'direct', 'board'] as const) {
      await driver.go(place);
      await page.screenshot({ path: join(out, `${name}-${size.width}-${place}-${colorScheme}.png`) });
    }
    const fits = await page.evaluate<boolean>('document.documentElement.scrollWidth <= window.innerWidth');
    if (!fits) throw new Error(`the page is wider than ${size.width} px`);
    await driver.go('group');
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(DESK);
}

/**
 * A contact of a school that has no open ticket, so that the report is not taken for one told before; one who has not spoken yet
 * before all others, because what was said within the last 48 hours colours what is said now.
 */
async function freeContact(page: Page, driver: PageDriver): Promise<{ id: string; school: string }> {
  const open: string[] = [];
  for (const card of await page.locator('.ticket').all()) open.push((await card.getAttribute('data-unit')) ?? '');
  const free: { id: string; school: string; spoken: number }[] = [];
  for (const { id, title } of await driver.people('reporter')) {
    const spoken = await page.locator(`#messages .message[data-from=${JSON.stringify(id)}]`).count();
    if (!open.some((unit) => unit.endsWith(title))) free.push({ id, school: title, spoken });
  }
  const [first] = free.sort((a, b) => a.spoken - b.spoken);
  if (first === undefined) throw new Error('every contact’s school has an open ticket; start with a new DATA_DIR');
  return first;
}

async function story(page: Page, driver: PageDriver): Promise<void> {
  await step('the page, connected', () => driver.open(base));
  await driver.go('group');
  const { id, school } = await step('a school contact without an open ticket', () => freeContact(page, driver));
  await driver.become(id);
  const report = await step('the report in the group', () =>
    driver.say(`${school}教学楼三层整层断网，老师们都上不了网，电话 13800138001`),
  );
  const no = await step('the receipt with its number', async () => {
    const receipt = driver.answers(report).filter({ hasText: NUMBER }).first();
    await receipt.waitFor();
    return NUMBER.exec((await receipt.textContent()) ?? '')?.[0] ?? '';
  });
  await step(`${no} on the board`, () => driver.ticket(no).waitFor());
  const engineer = await step("the engineer's ping", async () => {
    const engineers = new Set((await driver.people('engineer')).map((person) => person.id));
    const ping = driver.answers(report, { ticket: no, mentioning: true }).first();
    await ping.waitFor();
    const mentioned = ((await ping.getAttribute('data-mentions')) ?? '').split(' ');
    const found = mentioned.find((person) => engineers.has(person));
    if (found === undefined) throw new Error(`mentioned: ${mentioned.join(', ')}; none of them is an engineer`);
    return found;
  });
  await step(`the badge that ${engineer} was pinged`, () => page.locator(`[data-ping="${engineer}"]`).waitFor());
  await pictures(page, driver, 'dispatched', 'light');
  await step(`speaking as ${engineer}`, () => driver.become(engineer));
  await step('the button 接单', () => driver.press(no, /接单/));
  await step(`${no} accepted`, () => driver.ticket(no, 'accepted').waitFor());
  await step('the button 到场, on a phone', async () => {
    await page.setViewportSize(PHONE);
    await driver.press(no, /到场/);
    await page.setViewportSize(DESK);
  });
  await step(`${no} on site`, () => driver.ticket(no, 'arrived').waitFor());
  await pictures(page, driver, 'on-site', 'dark');
  await driver.go('group');
  const done = await step('the resolution in the group', () =>
    driver.say(`${no} 处理完毕，接入交换机光模块损坏，已更换 1 个，用 LC 跳线 2 根`),
  );
  await step('the closing summary with 用时', () =>
    driver.answers(done, { ticket: no }).filter({ hasText: '用时' }).first().waitFor(),
  );
  await step(`${no} gone from the board`, () => driver.ticket(no).waitFor({ state: 'detached' }));
  await page.screenshot({ path: join(out, 'closed-1440-group-light.png') });
}

async function main(): Promise<void> {
  if (!existsSync(CHROMIUM)) {
    throw new Error(`no ${CHROMIUM}; run: apt-get update && apt-get install -y chromium fonts-noto-cjk`);
  }
  mkdirSync(out, { recursive: true });
  const browser = await chromium.launch({ executablePath: CHROMIUM, headless: true, args: FLAGS });
  try {
    const page = await browser.newPage({ viewport: DESK, reducedMotion: 'reduce', locale: 'zh-CN' });
    const wrong: string[] = [];
    page.on('pageerror', (error) => wrong.push(error.message));
    page.on('console', (line) => {
      if (line.type() === 'error') wrong.push(line.text());
    });
    try {
      await story(page, new PageDriver(page));
    } catch (error) {
      await page.screenshot({ path: join(out, 'failed.png') });
      const last = await page.locator('#messages .words').allTextContents();
      console.error(`the chat's last messages:\n${last.slice(-6).join('\n--\n')}`);
      throw error;
    }
    if (wrong.length > 0) throw new Error(`the page reported errors:\n${wrong.join('\n')}`);
  } finally {
    await browser.close();
  }
}

try {
  await main();
  console.log(`the story is whole; pictures in ${out}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
