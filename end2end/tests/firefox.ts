// Firefox as its makers publish it, spoken to over WebDriver BiDi. Playwright takes the newest BiDi for granted, and
// the Firefox that systems bring is older: here what it lacks is made good, and only where it lacks it.
import type { Browser } from "@playwright/test";

/** A message of BiDi: a command, its answer, or an event. */
interface Message {
  id?: number;
  method?: string;
  params?: any;
  error?: string;
  [rest: string]: unknown;
}

interface Transport {
  send(message: Message): void;
  onmessage?: (message: Message) => void;
}

/** The command by which Playwright states the colour scheme of each new context. */
const MEDIA = "emulation.setMediaFeaturesOverride";

/** Has Playwright work with a Firefox that is older than its BiDi. */
export function indulge(browser: Browser): void {
  const { _browserSession: session } = (browser as any)._connection.toImpl(browser);
  const transport: Transport = session.connection._transport;
  const send = transport.send.bind(transport);
  const receive = transport.onmessage!;
  const unchanged = new Set<number | undefined>();
  transport.send = (message) => {
    // No scheme is asked for. One that is asked for and cannot be had stays an error.
    if (message.method === MEDIA && message.params.features["prefers-color-scheme"] === null) unchanged.add(message.id);
    send(message);
  };
  transport.onmessage = (message) => {
    if (unchanged.delete(message.id) && message.error === "unknown command") {
      receive({ type: "success", id: message.id, result: {} });
      return;
    }
    // Older ones do not number their downloads. The address of what a page has made is as good.
    if (/^browsingContext\.download/.test(message.method ?? "")) message.params.download ??= message.params.url;
    receive(message);
  };
}
