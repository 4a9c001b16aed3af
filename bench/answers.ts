import type { Client } from 'pg';
import { type Percentiles, percentilesOf, timed } from './measure';
import { documentOf, type Question, questions } from './questions';
import { post } from './server';
import { statementsOf } from './statements';

const RUNS = 30;
const RUNS_BY_HAND = 3;

export interface AnswerTimes {
  name: string;
  about: string;
  rows: number;
  http: Percentiles;
  bare: Percentiles;
  byHand: Percentiles | null;
}

interface Answered {
  data?: { analytics: { rows: { exactValue: string | null }[] } };
  errors?: unknown;
}

/** One database with its server, of one size. */
export interface Site {
  size: string;
  url: string;
  serverUrl: string;
  client: Client;
}

/** Times every question on every site, in turns, so that a slow moment of the machine meets all alike. */
export async function timeAnswers(sites: Site[]): Promise<Map<string, AnswerTimes[]>> {
  const times = new Map<string, AnswerTimes[]>(sites.map(({ size }) => [size, []]));
  const statements = new Map<string, Awaited<ReturnType<typeof statementsOf>>>();
  for (const { size, url } of sites) statements.set(size, await statementsOf(url, questions));
  for (const question of questions) {
    const http = new Map<string, number[]>(sites.map(({ size }) => [size, []]));
    const bare = new Map<string, number[]>(sites.map(({ size }) => [size, []]));
    for (let run = -3; run < RUNS; run += 1) {
      for (const site of sites) {
        const sent = statements.get(site.size)?.get(question.name) ?? [];
        const asked = await timed(() => ask(site, question));
        const replayed = await timed(async () => {
          for (const { text, values } of sent) await site.client.query(text, values);
        });
        if (run < 0) continue;
        http.get(site.size)?.push(asked);
        bare.get(site.size)?.push(replayed);
      }
    }
    for (const site of sites) {
      const values = await ask(site, question);
      times.get(site.size)?.push({
        name: question.name,
        about: question.about,
        rows: values.length,
        http: percentilesOf(http.get(site.size) ?? []),
        bare: percentilesOf(bare.get(site.size) ?? []),
        byHand: await timeByHand(site, question, values),
      });
    }
  }
  return times;
}

async function ask({ serverUrl }: Site, question: Question): Promise<number[]> {
  const body = { query: documentOf(question), variables: { query: question.query } };
  const { data, errors } = await post<Answered>(`${serverUrl}/graphql`, body);
  if (!data) throw new Error(`${question.name} was refused: ${JSON.stringify(errors)}`);
  return data.analytics.rows.map(({ exactValue }) => Number(exactValue)).sort((a, b) => a - b);
}

/** The GROUP BY must answer the same, or one of the two measures nothing. */
async function timeByHand(
  { client }: Site,
  { name, byHand }: Question,
  answered: number[],
): Promise<Percentiles | null> {
  if (!byHand) return null;
  const taken: number[] = [];
  for (let run = 0; run < RUNS_BY_HAND; run += 1) {
    taken.push(
      await timed(async () => {
        const { rows } = await client.query<{ value: string }>(byHand);
        const values = rows.map(({ value }) => Number(value)).sort((a, b) => a - b);
        if (JSON.stringify(values) !== JSON.stringify(answered)) {
          throw new Error(
            `${name}: Khối and the GROUP BY differ: ${answered.slice(0, 5)} and ${values.slice(0, 5)}.`,
          );
        }
      }),
    );
  }
  return percentilesOf(taken);
}
