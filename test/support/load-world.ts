import type { DataSource, QueryRunner } from 'typeorm';
import { firstDay, parsePeriod, spanOf } from '../reference/calendar';
import { operandsOf, parseFormula } from '../reference/formula';
import { isComputed, type Observation, type World } from '../reference/world';
import { insertAdministrator } from './administrator';

/** Kept when a world goes: what the migrations filled, and the trace, which nobody empties. */
const KEPT_TABLES = ['migration', 'data_version', 'change_set', 'audit_entry', 'observation_revision'];

/** Puts a world in the place of whatever the database holds, in one transaction and with a statement a table. */
export async function loadWorld(dataSource: DataSource, world: World): Promise<void> {
  await inTransaction(dataSource, async (queryRunner) => {
    await clear(queryRunner);
    // A database of a version before has no users yet.
    const [{ hasUsers }] = await queryRunner.query(
      `select to_regclass('app_user') is not null as "hasUsers"`,
    );
    if (hasUsers) await insertAdministrator(queryRunner);
    await insertCodes(queryRunner, world);
    await insertUnits(queryRunner, world);
    await insertIndicators(queryRunner, world);
    await insertFigures(queryRunner, world.observations);
    await insertTargets(queryRunner, world);
  });
}

/** Gives the units of a world that is loaded other histories, as a reorganisation does. */
export async function replaceHistories(dataSource: DataSource, world: World): Promise<void> {
  await inTransaction(dataSource, async (queryRunner) => {
    await queryRunner.query('delete from unit_placement');
    await insertHistories(queryRunner, world);
  });
}

/** Writes figures of a world that is loaded, in the place of what was there. */
export async function writeFigures(dataSource: DataSource, figures: readonly Observation[]): Promise<void> {
  await inTransaction(dataSource, async (queryRunner) => {
    await insertFigures(queryRunner, figures);
  });
}

export async function deleteFigures(dataSource: DataSource, figures: readonly Observation[]): Promise<void> {
  await inTransaction(dataSource, async (queryRunner) => {
    await insert(
      queryRunner,
      `delete from observation
       using (
         select indicator.id as indicator_id, unit.id as unit_id, given.period_start, member.id as member_id
         from given
         join indicator on indicator.code = given.indicator
         join party_unit unit on unit.code = given.unit
         left join dimension_member member
           on member.dimension_id = indicator.dimension_id and member.code = given.member
       ) as figure
       where observation.indicator_id = figure.indicator_id and observation.unit_id = figure.unit_id
         and observation.period_start = figure.period_start
         and observation.member_id is not distinct from figure.member_id`,
      { unit: 'text', indicator: 'text', period_start: 'date', member: 'text' },
      figures.map(({ period, ...figure }) => ({ ...figure, period_start: firstDay(spanOf(period)) })),
    );
  });
}

function inTransaction(
  dataSource: DataSource,
  work: (queryRunner: QueryRunner) => Promise<void>,
): Promise<void> {
  return dataSource.transaction(async ({ queryRunner }) => {
    if (queryRunner === undefined) throw new Error('A transaction has no connection.');
    await work(queryRunner);
  });
}

async function clear(connection: QueryRunner): Promise<void> {
  const tables: { name: string }[] = await connection.query(
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename <> all ($1)`,
    [KEPT_TABLES],
  );
  await connection.query(`truncate ${tables.map(({ name }) => name).join(', ')} restart identity`);
}

async function insertCodes(connection: QueryRunner, world: World): Promise<void> {
  await insert(
    connection,
    `insert into unit_kind (code, name) select code, code from given`,
    { code: 'text' },
    world.kinds.map((code) => ({ code })),
  );
  await insert(
    connection,
    `insert into sector (code, name) select code, code from given`,
    { code: 'text' },
    world.sectors.map((code) => ({ code })),
  );
  await insert(
    connection,
    `insert into dimension (code, name) select code, code from given`,
    { code: 'text' },
    world.dimensions.map(({ code }) => ({ code })),
  );
  // Every dimension has its member "unspecified" from the moment it is there.
  await insert(
    connection,
    `insert into dimension_member (dimension_id, code, name)
     select dimension.id, given.code, given.code
     from given
     join dimension on dimension.code = given.dimension
     where given.code <> 'unspecified'`,
    { dimension: 'text', code: 'text' },
    world.dimensions.flatMap(({ code, members }) =>
      members.map((member) => ({ dimension: code, code: member })),
    ),
  );
}

async function insertUnits(connection: QueryRunner, world: World): Promise<void> {
  await insert(
    connection,
    `insert into party_unit (code, opened_on) select code, opened_on from given`,
    { code: 'text', opened_on: 'date' },
    world.units.map(({ code, openedOn }) => ({ code, opened_on: openedOn })),
  );
  await insertHistories(connection, world);
}

async function insertHistories(connection: QueryRunner, world: World): Promise<void> {
  await insert(
    connection,
    `update party_unit set closed_on = given.closed_on from given where party_unit.code = given.code`,
    { code: 'text', closed_on: 'date' },
    world.units.map(({ code, closedOn }) => ({ code, closed_on: closedOn ?? null })),
  );
  await insert(
    connection,
    `update party_unit
     set successor_id = successor.id
     from given
     join party_unit successor on successor.code = given.successor
     where party_unit.code = given.code`,
    { code: 'text', successor: 'text' },
    world.units.flatMap(({ code, mergedInto }) =>
      mergedInto === undefined ? [] : [{ code, successor: mergedInto }],
    ),
  );
  await insert(
    connection,
    `insert into unit_placement (unit_id, effective_on, ended_on, name, parent_id, kind_id, sector_id)
     select unit.id, effective_on, ended_on, given.name, parent.id, unit_kind.id, sector.id
     from given
     join party_unit unit on unit.code = given.unit
     left join party_unit parent on parent.code = given.parent
     left join unit_kind on unit_kind.code = given.kind
     left join sector on sector.code = given.sector`,
    {
      unit: 'text',
      effective_on: 'date',
      ended_on: 'date',
      name: 'text',
      parent: 'text',
      kind: 'text',
      sector: 'text',
    },
    world.units.flatMap(({ code, placements }) =>
      placements.map(({ from, to, ...state }) => ({
        unit: code,
        effective_on: from,
        ended_on: to,
        ...state,
      })),
    ),
  );
}

async function insertIndicators(connection: QueryRunner, world: World): Promise<void> {
  await insert(
    connection,
    `insert into indicator
       (code, name, decimals, period_type, unit_aggregation, period_aggregation, fill, dimension_id, formula)
     select given.code, given.code, 12, period_type, unit_aggregation, period_aggregation,
       coalesce(fill, 'CARRY_FORWARD'), dimension.id, formula
     from given
     left join dimension on dimension.code = given.dimension`,
    {
      code: 'text',
      period_type: 'text',
      unit_aggregation: 'text',
      period_aggregation: 'text',
      fill: 'text',
      dimension: 'text',
      formula: 'text',
    },
    world.indicators.map((indicator) =>
      isComputed(indicator)
        ? indicator
        : {
            code: indicator.code,
            period_type: indicator.periodType,
            unit_aggregation: indicator.unitAggregation,
            period_aggregation: indicator.periodAggregation,
            fill: indicator.fill,
            dimension: indicator.dimension ?? null,
          },
    ),
  );
  await insert(
    connection,
    `insert into indicator_operand (indicator_id, operand_id)
     select distinct computed.id, operand.id
     from given
     join indicator computed on computed.code = given.indicator
     join indicator operand on operand.code = given.operand`,
    { indicator: 'text', operand: 'text' },
    world.indicators
      .filter(isComputed)
      .flatMap(({ code, formula }) =>
        operandsOf(parseFormula(formula)).map(({ indicator }) => ({ indicator: code, operand: indicator })),
      ),
  );
}

async function insertFigures(connection: QueryRunner, figures: readonly Observation[]): Promise<void> {
  await insert(
    connection,
    `insert into observation (indicator_id, unit_id, period_start, member_id, value)
     select indicator.id, unit.id, period_start, member.id, value::numeric
     from given
     join indicator on indicator.code = given.indicator
     join party_unit unit on unit.code = given.unit
     left join dimension_member member
       on member.dimension_id = indicator.dimension_id and member.code = given.member
     on conflict on constraint observation_key do update set value = excluded.value`,
    { unit: 'text', indicator: 'text', period_start: 'date', member: 'text', value: 'text' },
    figures.map(({ period, ...observation }) => ({
      ...observation,
      period_start: firstDay(spanOf(period)),
    })),
  );
}

async function insertTargets(connection: QueryRunner, world: World): Promise<void> {
  await insert(
    connection,
    `insert into target (indicator_id, unit_id, period_type, period_start, value)
     select indicator.id, unit.id, given.period_type, given.period_start, value::numeric
     from given
     join indicator on indicator.code = given.indicator
     join party_unit unit on unit.code = given.unit`,
    { unit: 'text', indicator: 'text', period_type: 'text', period_start: 'date', value: 'text' },
    (world.targets ?? []).map(({ period, ...target }) => ({
      ...target,
      period_type: parsePeriod(period)?.type,
      period_start: firstDay(spanOf(period)),
    })),
  );
}

/** Runs a statement over the rows, which it finds under the name `given`. */
async function insert(
  connection: QueryRunner,
  statement: string,
  columns: Readonly<Record<string, 'text' | 'date'>>,
  rows: readonly object[],
): Promise<void> {
  if (rows.length === 0) return;
  const types = Object.entries(columns).map(([column, type]) => `${column} ${type}`);
  const given = `with given as (select * from json_to_recordset($1::json) as given (${types.join(', ')}))`;
  await connection.query(`${given} ${statement}`, [JSON.stringify(rows)]);
}
