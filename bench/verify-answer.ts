import type { Client } from 'pg';
import { findIds } from './by-hand.sql';
import type { HttpConnection } from './http-connection';
import type { AnswerRow, IdOf, Question } from './questions';

/** Holds the server's answer against the one by hand, value by value, and throws where they differ. */
export async function verifyAnswer(
  question: Question,
  connection: HttpConnection,
  client: Client,
  idOf: IdOf,
): Promise<number> {
  const body = await connection.send(connection.prepare('/graphql', question.request));
  const answer = JSON.parse(body.toString()) as {
    data?: { analytics: { rows: AnswerRow[] } };
    errors?: object[];
  };
  if (!answer.data) throw new Error(`${question.name}: ${JSON.stringify(answer.errors)}`);
  const served = answer.data.analytics.rows.map((row) => ({
    key: question.keyOf(row),
    value: plain(row.exactValue),
  }));
  const { rows } = await client.query<{ key: string; value: string }>(question.byHand(idOf));
  compareAnswers(
    question.name,
    served,
    rows.map(({ key, value }) => ({ key, value: plain(value) })),
  );
  return served.length;
}

interface Row {
  key: string;
  value: string;
}

/** Of several that are equal and last, either may be among the first ten: the key of a row with the least value is left out. */
export function compareAnswers(name: string, served: Row[], byHand: Row[]): void {
  if (served.length !== byHand.length || served.length === 0) {
    throw new Error(`${name}: the server answers ${served.length} rows, by hand there are ${byHand.length}.`);
  }
  const texts = (rows: Row[]) => {
    const least = Math.min(...rows.map(({ value }) => Number(value)));
    return rows.map(({ key, value }) => (Number(value) === least ? value : `${key} = ${value}`)).sort();
  };
  const expected = texts(byHand);
  const wrong = texts(served).findIndex((text, no) => text !== expected[no]);
  if (wrong >= 0) {
    throw new Error(`${name}: the server answers ${texts(served)[wrong]}, by hand it is ${expected[wrong]}.`);
  }
}

/** Without the zeros after the last place of a decimal. */
function plain(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
}

/** The ids of everything that statements by hand name. */
export async function loadIds(client: Client): Promise<IdOf> {
  const { rows } = await client.query<{ of: string; code: string; id: number }>(findIds);
  const ids = new Map(rows.map(({ of, code, id }) => [`${of} ${code}`, id]));
  return (of, code) => {
    const id = ids.get(`${of} ${code}`);
    if (id === undefined) throw new Error(`There is no ${of} ${code}.`);
    return id;
  };
}
