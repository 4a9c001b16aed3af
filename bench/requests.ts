import { ratePerSecond } from './measure';
import { documentOf, questions } from './questions';
import { BenchServer, post } from './server';

const CONNECTIONS = 16;
const SECONDS = 5;

const list = `{
  observations(perPage: 50) {
    items { numeric indicator { code } period { code } unit { code parent { code } } }
    total
  }
}`;

export interface RequestRates {
  list: number;
  bareList: number;
  q2: number;
}

/** Requests a second at sixteen connections: the list of observations, the same by hand, and Q2. */
export async function timeRequests(databaseUrl: string, serverUrl: string): Promise<RequestRates> {
  const graphql = `${serverUrl}/graphql`;
  const bare = await BenchServer.start('dist/bench/bare-list.js', [], { DATABASE_URL: databaseUrl });
  const q2 = questions.find(({ name }) => name === 'Q2');
  if (!q2) throw new Error('There is no Q2.');
  try {
    return {
      list: await rateOf(graphql, { query: list }),
      bareList: await rateOf(bare.url, {}),
      q2: await rateOf(graphql, { query: documentOf(q2), variables: { query: q2.query } }),
    };
  } finally {
    await bare.stop();
  }
}

async function rateOf(url: string, body: object): Promise<number> {
  const ask = async () => {
    const { data, errors } = await post<{ data?: object; errors?: unknown }>(url, body);
    if (!data) throw new Error(`A request was refused: ${JSON.stringify(errors)}`);
  };
  await ratePerSecond(CONNECTIONS, 1, ask);
  const { rate } = await ratePerSecond(CONNECTIONS, SECONDS, ask);
  return rate;
}
