import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Script } from './faults.js';
import { createQuota } from './quota.js';
import type { WebhookFault } from './types.js';
import type { World } from './world.js';

/** The webhook side of the fake (B, F.2): `text`, `markdown` and `markdown_v2`. No uploads: the bot under test sends none. */

export type WebhookServer = {
  handle(request: IncomingMessage, response: ServerResponse, url: URL): void;
  /** The robot is taken out of the group: 93000 from now on. */
  remove(): void;
};

type Body = Readonly<Record<string, unknown>>;

const text = z.object({ text: z.object({ content: z.string(), mentioned_list: z.array(z.string()).optional() }) });
const markdown = z.object({ markdown: z.object({ content: z.string() }) });
const markdownV2 = z.object({ markdown_v2: z.object({ content: z.string() }) });

/** Takes a text of `text` or `markdown`; gives whom its `<@…>` would notify (B). */
export const mentionsIn = (content: string): readonly string[] =>
  [...content.matchAll(/<@([^<>\s]+)>/g)].map((found) => found[1] ?? '');

/** Takes the world, the key and the group the robot stands in, and the scripted faults; gives the endpoint. */
export function createWebhookServer(
  world: World,
  key: string,
  groupId: string,
  faults: Script<WebhookFault>,
): WebhookServer {
  const quota = createQuota(world.now, [{ ms: 60_000, max: 20 }], world.switches.quotaWindow);
  let removed = false;

  const judge = (
    given: string | null,
    body: Body,
  ): { errcode: number; content: string; notifies: readonly string[] } => {
    const no = (errcode: number) => ({ errcode, content: '', notifies: [] });
    if (removed || given !== key) return no(93000);
    if (!quota.allows(key)) {
      if (world.switches.refusedCount) quota.count(key);
      return no(45009);
    }
    const read = contentOf(body);
    if (!read) return no(40008);
    if (read.content === '') return no(44004);
    return Buffer.byteLength(read.content) > read.max
      ? no(40058)
      : { errcode: 0, content: read.content, notifies: read.notifies };
  };

  const obey = (response: ServerResponse, given: string | null, body: Body): void => {
    const fault = faults.next('webhook', body);
    const judged = judge(given, body);
    const errcode = fault?.kind === 'errcode' ? fault.errcode : judged.errcode;
    const left = fault !== null && 'carriedOut' in fault && !fault.carriedOut;
    const accepted = errcode === 0 && !left && fault?.kind !== 'errcode';
    world.note({
      cmd: 'webhook',
      reqId: null,
      connection: 0,
      verdict: accepted ? 'accepted' : 'refused',
      errcode,
      body,
    });
    if (accepted) {
      quota.count(key);
      const chat = { kind: 'group' as const, id: groupId };
      world.show({
        via: 'webhook',
        chat,
        text: judged.content,
        notifies: judged.notifies,
        taskId: null,
        answers: null,
      });
    }
    switch (fault?.kind) {
      case undefined:
        return json(response, errcode);
      case 'errcode':
        return json(response, errcode, fault.errmsg);
      case 'http':
        return void response.writeHead(fault.status, { 'content-type': 'text/html' }).end('<html>gateway</html>');
      case 'silence':
        return;
      case 'reset':
        return void response.socket?.destroy();
      case 'truncated':
        return void response.writeHead(200, { 'content-type': 'application/json' }).end('{"errcode":0,"err');
      default:
        fault satisfies never;
    }
  };

  return {
    handle(request, response, url) {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const parsed = z.record(z.string(), z.unknown()).safeParse(safeJson(Buffer.concat(chunks).toString('utf8')));
        if (!parsed.success) return json(response, 0, 'Warning: wrong json format. ');
        return obey(response, url.searchParams.get('key'), parsed.data);
      });
    },
    remove: () => void (removed = true),
  };
}

function contentOf(body: Body): { content: string; max: number; notifies: readonly string[] } | null {
  switch (body['msgtype']) {
    case 'text': {
      const found = text.safeParse(body).data?.text;
      return found
        ? {
            content: found.content,
            max: 2048,
            notifies: [...new Set([...(found.mentioned_list ?? []), ...mentionsIn(found.content)])],
          }
        : null;
    }
    case 'markdown': {
      const found = markdown.safeParse(body).data?.markdown;
      return found ? { content: found.content, max: 4096, notifies: mentionsIn(found.content) } : null;
    }
    case 'markdown_v2': {
      const found = markdownV2.safeParse(body).data?.markdown_v2;
      return found ? { content: found.content, max: 4096, notifies: [] } : null;
    }
    default:
      return null;
  }
}

function safeJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

/** HTTP 200 whatever the outcome, and an `errmsg` that holds an address (B). */
function json(response: ServerResponse, errcode: number, errmsg?: string): void {
  const hint =
    errcode === 0 ? 'ok' : 'refused, hint: [1], from ip: 192.0.2.7, more info at https://example.invalid/query';
  response.writeHead(200, { 'content-type': 'application/json; charset=UTF-8' });
  response.end(JSON.stringify({ errcode, errmsg: errmsg ?? hint }));
}
