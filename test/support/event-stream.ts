import type { TestApplication } from './application';

/** One browser tab on the event stream. */
export interface Tab {
  /** Hints so far, as `topic` or `topic:id`. */
  readonly hints: string[];
  /** Everything that came, as text. */
  text(): string;
  /** Resolves when the server ended the stream. */
  readonly ended: Promise<void>;
  close(): void;
}

export async function openTab(app: TestApplication, token: string): Promise<Tab> {
  const abort = new AbortController();
  const response = await fetch(`${app.url}/api/v1/events`, { headers: { authorization: `Bearer ${token}` }, signal: abort.signal });
  if (response.status !== 200) throw new Error(`stream answers ${response.status}: ${await response.text()}`);
  const hints: string[] = [];
  let text = '';
  let told = 0;
  const ended = (async () => {
    for await (const chunk of response.body! as unknown as AsyncIterable<Uint8Array>) {
      text += Buffer.from(chunk).toString();
      const lines = [...text.matchAll(/^data: (.+)\n\n/gm)].slice(told);
      told += lines.length;
      for (const [, json] of lines) {
        const { topic, id } = JSON.parse(json!) as { topic: string; id?: string };
        hints.push(id ? `${topic}:${id}` : topic);
      }
    }
  })().catch(() => undefined);
  return { hints, text: () => text, ended, close: () => abort.abort() };
}

/** Waits until the condition holds, at most `ms`; false when it never did. */
export async function until(condition: () => boolean | Promise<boolean>, ms = 5_000): Promise<boolean> {
  for (const end = Date.now() + ms; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 25)))
    if (await condition()) return true;
  return condition();
}
