/**
 * The playground page as a person uses it, for headless checks: clicks and types, and waits on what the page says about itself
 * (data attributes), never on time alone.
 */
import type { Locator, Page } from 'playwright-core';

/** How long anything may take to appear, in ms. */
const PATIENCE = 20_000;
/** How long to look in the group before looking in the direct chat, in ms. */
const GLANCE = 4000;

const quoted = (value: string): string => JSON.stringify(value);

export class PageDriver {
  constructor(private readonly page: Page) {
    page.setDefaultTimeout(PATIENCE);
  }

  /** Opens the page and waits until it has everything and is connected. `base` is the address of a running console. */
  async open(base: string): Promise<void> {
    await this.page.goto(base);
    await this.page.locator('html[data-ready="true"][data-online="true"]').waitFor();
  }

  /** Goes to the group, the direct chat, or the tickets, by whichever tab this width shows. */
  async go(place: 'group' | 'direct' | 'board'): Promise<void> {
    const tab = this.page.locator(`[data-go="${place}"]`).filter({ visible: true });
    // A wide page shows the tickets all the time.
    if (place === 'board' && (await tab.count()) === 0) return;
    await tab.first().click();
    await this.page
      .locator(place === 'board' ? 'html[data-pane="board"]' : `html[data-chat="${place}"][data-pane="chat"]`)
      .waitFor();
  }

  /** The people of a role as the column lists them: a reporter's title is the school. */
  async people(role: string): Promise<readonly { id: string; title: string }[]> {
    const found: { id: string; title: string }[] = [];
    for (const person of await this.page.locator(`#people-column .person[data-role=${quoted(role)}]`).all()) {
      const title = (await person.locator('.person-title').textContent()) ?? '';
      found.push({ id: (await person.getAttribute('data-person')) ?? '', title });
    }
    return found;
  }

  /** Speaks as somebody from now on, chosen in the column or in the sheet. */
  async become(id: string): Promise<void> {
    const inColumn = this.page.locator(`#people-column .person[data-person=${quoted(id)}]`);
    if (await inColumn.isVisible()) await inColumn.click();
    else {
      await this.page.locator('#speaker').click();
      await this.page.locator(`#people-sheet .person[data-person=${quoted(id)}]`).click();
    }
    await this.page.locator(`html[data-me=${quoted(id)}]`).waitFor();
  }

  /** Types and sends by Enter; gives the id of the message once it stands in the chat. */
  async say(text: string): Promise<string> {
    const same = this.page.locator('#messages .message.mine').filter({ hasText: text });
    const before = await same.count();
    await this.page.locator('#say').fill(text);
    await this.page.locator('#say').press('Enter');
    const mine = same.nth(before);
    await mine.waitFor();
    return (await mine.getAttribute('data-message')) ?? '';
  }

  /** Messages of the bot below the message `after`, optionally about a ticket or mentioning somebody. */
  answers(after: string, about: { ticket?: string; mentioning?: boolean } = {}): Locator {
    const ticket = about.ticket === undefined ? '[data-ticket]' : `[data-ticket=${quoted(about.ticket)}]`;
    const mentions = about.mentioning === true ? ':not([data-mentions=""])' : '';
    return this.page.locator(
      `#messages .message[data-message=${quoted(after)}] ~ .message[data-from="bot"]${ticket}${mentions}`,
    );
  }

  /** A ticket on the board, optionally in a state. */
  ticket(no: string, state?: string): Locator {
    return this.page.locator(
      `.ticket[data-ticket=${quoted(no)}]${state === undefined ? '' : `[data-state="${state}"]`}`,
    );
  }

  /**
   * Presses a button under a message about a ticket: in the group, or where there is none in the direct chat. Gives its label.
   * Rejects with the labels that there were.
   */
  async press(no: string, label: RegExp): Promise<string> {
    const all = this.page.locator(`#messages .message[data-ticket=${quoted(no)}] .answer`);
    const wanted = all.filter({ hasText: label }).last();
    const seen: string[] = [];
    for (const place of ['group', 'direct'] as const) {
      await this.go(place);
      const there = await wanted.waitFor({ timeout: place === 'group' ? GLANCE : PATIENCE }).then(
        () => true,
        () => false,
      );
      if (there) {
        const words = (await wanted.textContent()) ?? '';
        await wanted.click();
        return words;
      }
      seen.push(...(await all.allTextContents()));
    }
    throw new Error(`no button ${String(label)} about ${no}; there were: ${seen.join(', ') || 'none'}`);
  }
}
