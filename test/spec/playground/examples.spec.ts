import type { FastifyInstance } from 'fastify';
import { type OperationDefinitionNode, parse } from 'graphql';
import { type Example, textOf } from '../../../admin/playground/parseExample';
import { searchExamples } from '../../../admin/playground/searchExamples';
import { graphql, query } from '../../support/client';
import { openSampleApp, type SampleApp } from '../../support/sample-app';
import { readExamples } from './read-examples';

jest.setTimeout(60_000);

const examples = readExamples();
const named = (name: string) => examples.find((example) => example.name === name) as Example;
const variablesOf = ({ variables }: Example) => JSON.parse(variables || '{}') as Record<string, unknown>;

let sample: SampleApp;
let app: FastifyInstance;
beforeAll(async () => {
  sample = await openSampleApp();
  app = sample.app;
});
afterAll(() => sample.close());

describe('an example of the playground', () => {
  const correction = '63-correct-a-figure';

  it.each(examples.filter(({ name }) => name !== correction).map((example) => [example.name, example]))(
    '%s is answered without an error and not with nothing',
    async (_, example) => {
      const { errors, data } = await graphql(app, textOf(example, 'vi'), variablesOf(example));
      expect(errors).toBeUndefined();
      expect(emptyPlaces(data)).toEqual([]);
    },
  );

  it.each([
    ['01-members-of-the-bloc', ['4240']],
    ['10-organisations-of-the-bloc', ['73', '46', '27', '5']],
    ['11-members-since-2017', ['4240', '3680', '560']],
    ['12-full-and-probationary', ['4051', '189']],
    ['13-classes-and-learners', ['16', '1097', '13', '868', '11', '599']],
    ['14-study-of-resolutions', ['98.364649904966']],
    [
      '15-classification-rate',
      ['96.569994422755', '97.199784598815', '95.640756302521', '98.219735503561', '97.099652949926'],
    ],
    ['16-inspections', ['65', '1041']],
    ['17-resolution-and-its-targets', ['3']],
  ])('%s gives the figures of the report', async (name, figures) => {
    const answer = await query(app, named(name).document, variablesOf(named(name)));
    expect(leaves(answer)).toEqual(expect.arrayContaining(figures));
  });

  it('50-current-and-as-reported shows two trees: the cell that moved in 2020 counts in another place before', async () => {
    type Rows = { rows: { unit: { code: string }; period: { code: string }; value: number }[] };
    const { current, asReported } = await query<{ current: Rows; asReported: Rows }>(
      app,
      named('50-current-and-as-reported').document,
    );
    const differing = current.rows
      .filter((row, index) => row.value !== asReported.rows[index]?.value)
      .map(({ unit, period }) => `${unit.code} ${period.code}`);
    expect(differing).toEqual(['CQ-SKHD 2018', 'CQ-SKHD 2019', 'CQ-VPUB 2018', 'CQ-VPUB 2019']);
  });

  it(`${correction} changes a total at once, and is refused with the version that it has used up`, async () => {
    type Found = {
      observations: { items: { id: string; version: number; numeric: string; note: string }[] };
    };
    const { document } = named(correction);
    const ask = (operation: string, variables = {}) => graphql(app, only(document, operation), variables);
    const total = async () =>
      leaves(
        await query(
          app,
          `{ partyUnit(code: "DBK") { value(indicator: "members", period: "2022-08") { value } } }`,
        ),
      );

    const { observations } = (await ask('FindTheFigure')).data as Found;
    const [found] = observations.items as [Found['observations']['items'][number]];
    const variables = { ...variablesOf(named(correction)), id: found.id, version: found.version };
    const difference = Number(variablesOf(named(correction)).numeric) - Number(found.numeric);

    expect((await ask('CorrectTheFigure', variables)).errors).toBeUndefined();
    expect(await total()).toEqual([String(4240 + difference)]);
    expect((await ask('CorrectTheFigure', variables)).errors).toMatchObject([
      { extensions: { code: 'CONFLICT' } },
    ]);

    const undo = { ...variables, version: found.version + 1, numeric: found.numeric, note: found.note };
    expect((await ask('CorrectTheFigure', undo)).errors).toBeUndefined();
    expect(await total()).toEqual(['4240']);
  });
});

describe('the files of the examples', () => {
  it.each(examples.map((example) => [example.name, example]))(
    '%s says in both languages what it is and what it teaches',
    (_, { title, teaches }) => {
      expect(title).toEqual({ vi: expect.stringMatching(/\S/), en: expect.stringMatching(/\S/) });
      expect(teaches.vi.join(' ')).toMatch(/\S/);
      expect(teaches.en.join(' ')).toMatch(/\S/);
    },
  );

  it('name every operation, once in all of them: the names are the titles of tabs', () => {
    const names = examples.flatMap(({ document }) => operationsOf(document).map(({ name }) => name?.value));
    expect(names).toEqual([...new Set(names)]);
    expect(names).not.toContain(undefined);
  });

  it('are found without diacritics, in either language, by all the words together', () => {
    const found = (text: string) => searchExamples(examples, text).map(({ name }) => name);
    expect(found('dang vien chinh thuc du bi')).toEqual(['12-full-and-probationary']);
    expect(found('Đảng viên chính thức DỰ BỊ')).toEqual(['12-full-and-probationary']);
    expect(found('lowest study')).toEqual(['38-lowest-rates']);
    expect(found('xyzzy')).toEqual([]);
    expect(found(' ')).toHaveLength(examples.length);
  });
});

function operationsOf(document: string): OperationDefinitionNode[] {
  return parse(document).definitions.filter((definition) => definition.kind === 'OperationDefinition');
}

/** One operation of a document that holds several, as the run button of the playground sends it. */
function only(document: string, name: string): string {
  const { start, end } =
    operationsOf(document).find((operation) => operation.name?.value === name)?.loc ?? {};
  return document.slice(start, end);
}

/** Where an answer has nothing to show: a list without entries, or a field of the query without a value. */
function emptyPlaces(answer: unknown, path: string[] = []): string[] {
  if (answer === undefined || (answer === null && path.length < 2)) return [path.join('.')];
  if (answer === null || typeof answer !== 'object') return [];
  // Only what has no units below it, or nothing before it, may show an empty list inside.
  if (Array.isArray(answer)) return answer.length === 0 ? [path.join('.')] : [];
  return Object.entries(answer).flatMap(([name, value]) => emptyPlaces(value, [...path, name]));
}

function leaves(answer: unknown): string[] {
  if (answer === null || typeof answer !== 'object') return [String(answer)];
  return Object.values(answer).flatMap(leaves);
}
