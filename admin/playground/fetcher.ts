import type { GraphiQLProps } from 'graphiql';
import type { Connection } from './connection';
import type { Messages } from './messages';

type Fetcher = GraphiQLProps['fetcher'];
type Answer = { data?: unknown; errors?: { message: string }[] };

const gatewayIsAlone = new Set([502, 503, 504]);

/** Sends queries to our own server. What it answers is observed, not awaited, so that the stop button ends a request. */
export function createFetcher(connection: Connection, messages: Messages): Fetcher {
  return (request, options) => ({
    subscribe(observer: unknown) {
      const { next, complete } = observer as { next(answer: object): void; complete(): void };
      const abort = new AbortController();
      void ask(JSON.stringify(request), options?.headers ?? {}, abort.signal).then((answer) => {
        if (abort.signal.aborted) return;
        next(answer);
        complete();
      });
      return { unsubscribe: () => abort.abort() };
    },
  });

  async function ask(body: string, headers: Record<string, string>, signal: AbortSignal): Promise<Answer> {
    let response: Response;
    try {
      response = await fetch('/graphql', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/graphql-response+json, application/json',
          ...headers,
        },
        body,
        signal,
      });
    } catch {
      if (!signal.aborted) connection.report(true);
      return refusal(messages.unreachable);
    }
    connection.report(gatewayIsAlone.has(response.status));
    const text = await response.text().catch(() => '');
    return readAnswer(text) ?? refusal(`${messages.unreadable} (HTTP ${response.status})`);
  }
}

function readAnswer(text: string): Answer | undefined {
  try {
    const answer: unknown = JSON.parse(text);
    return typeof answer === 'object' && answer !== null ? answer : undefined;
  } catch {
    return undefined;
  }
}

function refusal(message: string): Answer {
  return { errors: [{ message }] };
}
