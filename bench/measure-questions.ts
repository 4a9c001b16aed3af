import { Client } from 'pg';
import type { SqlStatement } from '../server/sql-statement';
import type { BenchWorld } from './bench-world';
import { createClosure } from './by-hand.sql';
import { Capture } from './capture';
import { HttpConnection } from './http-connection';
import type { Log } from './log';
import { type IdOf, listQuestions, type Question } from './questions';
import type { ServerProcess } from './server-process';
import { type Percentiles, percentilesOf, timed } from './statistics';
import { loadIds, verifyAnswer } from './verify-answer';

const WARM_UPS = 5;
/** For one question by hand, in all; three runs at least. */
const BY_HAND_BUDGET_MS = 6_000;

export interface QuestionResult {
  size: string;
  question: string;
  title: string;
  rows: number;
  statements: number;
  http: Percentiles;
  bare: Percentiles;
  byHand: Percentiles;
}

/** One question of one world, with all that is needed to ask it in three ways. */
interface Contender {
  world: BenchWorld;
  question: Question;
  rows: number;
  statements: SqlStatement[];
  byHandRuns: number;
  http(): Promise<unknown>;
  bare(): Promise<unknown>;
  byHand(): Promise<unknown>;
  times: Record<'http' | 'bare' | 'byHand', number[]>;
}

/**
 * Asks every question of every world in turn, so that whatever else the machine does slows all of them alike: through HTTP and
 * GraphQL, by sending the statements of the server over one bare connection, and as it would be written by hand.
 */
export async function measureQuestions(
  worlds: { world: BenchWorld; server: ServerProcess }[],
  rounds: number,
  log: Log,
): Promise<QuestionResult[]> {
  const closers: (() => unknown)[] = [];
  try {
    const contenders: Contender[] = [];
    for (const { world, server } of worlds) {
      const client = new Client({ connectionString: world.url });
      await client.connect();
      closers.push(() => client.end());
      const connection = await HttpConnection.open(server.address);
      closers.push(() => connection.close());
      const capture = await Capture.open(world.url);
      closers.push(() => capture.close());
      await client.query(createClosure);
      await client.query('vacuum bench_closure');
      const idOf = await loadIds(client);
      for (const question of listQuestions(world.cells)) {
        contenders.push(await prepare(world, question, { connection, client, capture, idOf }, rounds));
      }
      log(`${world.size}: all answers are equal to those by hand`);
    }
    await runRounds(contenders, rounds, log);
    return contenders.map(resultOf);
  } finally {
    for (const close of closers.reverse()) await close();
  }
}

/** What the questions of one world are asked with. */
interface Means {
  connection: HttpConnection;
  client: Client;
  capture: Capture;
  idOf: IdOf;
}

async function prepare(
  world: BenchWorld,
  question: Question,
  { connection, client, capture, idOf }: Means,
  rounds: number,
): Promise<Contender> {
  const rows = await verifyAnswer(question, connection, client, idOf);
  const statements = await capture.statementsOf(question.request);
  const request = connection.prepare('/graphql', question.request);
  const statement = question.byHand(idOf);
  const byHand = () => client.query(statement);
  const expected = await timed(byHand);
  return {
    world,
    question,
    rows,
    statements,
    byHandRuns: Math.min(rounds, Math.max(3, Math.floor(BY_HAND_BUDGET_MS / expected))),
    http: () => connection.send(request),
    bare: () => sendAll(client, statements),
    byHand,
    times: { http: [], bare: [], byHand: [] },
  };
}

async function sendAll(client: Client, statements: readonly SqlStatement[]): Promise<void> {
  for (const { text, values } of statements) {
    await client.query(values.length > 0 ? { text, values } : text);
  }
}

async function runRounds(contenders: Contender[], rounds: number, log: Log): Promise<void> {
  for (const { http, bare } of contenders) {
    for (let run = 0; run < WARM_UPS; run += 1) {
      await http();
      await bare();
    }
  }
  for (let round = 0; round < rounds; round += 1) {
    if (round % 10 === 0) log(`questions: round ${round + 1} of ${rounds}`);
    for (const contender of contenders) {
      const { times, byHandRuns } = contender;
      times.http.push(await timed(contender.http));
      times.bare.push(await timed(contender.bare));
      // Those that take seconds are dealt out over the rounds.
      const isDue =
        Math.floor(((round + 1) * byHandRuns) / rounds) > Math.floor((round * byHandRuns) / rounds);
      if (isDue) times.byHand.push(await timed(contender.byHand));
    }
  }
}

function resultOf({ world, question, rows, statements, times }: Contender): QuestionResult {
  return {
    size: world.size,
    question: question.name,
    title: question.title,
    rows,
    statements: statements.length,
    http: percentilesOf(times.http),
    bare: percentilesOf(times.bare),
    byHand: percentilesOf(times.byHand),
  };
}
