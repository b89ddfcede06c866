/** An OpenAI-compatible endpoint on the loopback that behaves, or misbehaves, as it is told. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Asked = { readonly path: string; readonly authorization: string | null; readonly body: string };
type Behaviour = (response: ServerResponse) => void;

export type FakeEndpoint = {
  readonly baseUrl: string;
  /** What has been asked so far. */
  readonly asked: readonly Asked[];
  behave(how: Behaviour): void;
  close(): Promise<void>;
};

/** Sends a body with a status. */
export const body =
  (text: string, status = 200, type = 'application/json'): Behaviour =>
  (response) =>
    void response.writeHead(status, { 'content-type': type }).end(text);

/** A completion whose content is this text. */
export const completion = (content: string): string =>
  JSON.stringify({ id: 'x', choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }] });

/** A completion that answers with these labels. */
export const labels = (value: object): Behaviour => body(completion(JSON.stringify(value)));

/** Takes the question and says nothing. */
export const silence: Behaviour = () => undefined;

/** Begins an answer and never ends it. */
export const drip: Behaviour = (response) => void response.writeHead(200).write('{"choices":[');

/** Hangs up in the middle. */
export const hangUp: Behaviour = (response) => void response.destroy();

const wordsOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
};

/** Listens on a free port of 127.0.0.1. `close` drops every connection. */
export const startFakeEndpoint = async (): Promise<FakeEndpoint> => {
  const asked: Asked[] = [];
  let how: Behaviour = silence;
  const server = createServer((request, response) => {
    void wordsOf(request).then((text) => {
      asked.push({ path: request.url ?? '', authorization: request.headers.authorization ?? null, body: text });
      how(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    behave: (next) => void (how = next),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
