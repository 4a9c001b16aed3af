import type { GraphiQLProps } from 'graphiql';
import { Kind, parse } from 'graphql';
import type { Connection, ConnectionState } from './connection';
import type { Messages } from './messages';

type Fetcher = GraphiQLProps['fetcher'];
type Request = Parameters<Fetcher>[0];
type Answer = { data?: unknown; errors?: { message: string }[] };

const gatewayIsAlone = new Set([502, 503, 504]);

/** Sends queries to our own server. What it answers is observed, not awaited, so that the stop button ends a request. */
export function createFetcher(connection: Connection, messages: Messages): Fetcher {
  return (request, options) => ({
    subscribe(observer: unknown) {
      const { next, complete } = observer as { next(answer: object): void; complete(): void };
      const abort = new AbortController();
      void ask(JSON.stringify(withOwnName(request)), options?.headers ?? {}, abort.signal).then((answer) => {
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
      if (!signal.aborted) connection.report('lost');
      return refusal(messages.unreachable);
    }
    connection.report(stateOf(response.status));
    const text = await response.text().catch(() => '');
    return readAnswer(text) ?? refusal(`${messages.unreadable} (HTTP ${response.status})`);
  }
}

function stateOf(status: number): ConnectionState {
  if (status === 401) return 'signedOut';
  return gatewayIsAlone.has(status) ? 'lost' : 'fine';
}

/**
 * GraphiQL finds out a moment late which operation stands in a tab that has just come to the front: run at once, it names
 * the one of the tab before. A document with one operation needs no name.
 */
function withOwnName(request: Request): Request {
  const { operationName, ...unnamed } = request;
  if (!operationName) return request;
  try {
    const operations = parse(request.query).definitions.filter(
      (definition) => definition.kind === Kind.OPERATION_DEFINITION,
    );
    const isOwn = operations.some(({ name }) => name?.value === operationName);
    return isOwn || operations.length !== 1 ? request : unnamed;
  } catch {
    // The server says what is wrong with a document that cannot be read.
    return request;
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
