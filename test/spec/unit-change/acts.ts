import { Api, type Refusal } from '../../support/api';

type Variables = Record<string, unknown>;

export interface Effect {
  unit: { code: string };
  indicator: { code: string };
  period: { code: string };
  exactBefore: string | null;
  exactAfter: string | null;
}

export interface Acted {
  change: { id: string; type: string };
  affectedUnits: { code: string }[];
  effects: Effect[];
  warnings: string[];
}

const inputTypes: Record<string, string> = {
  openPartyUnit: 'OpenPartyUnitInput',
  renamePartyUnit: 'RenamePartyUnitInput',
  movePartyUnit: 'MovePartyUnitInput',
  reclassifyPartyUnit: 'ReclassifyPartyUnitInput',
  mergePartyUnits: 'MergePartyUnitsInput',
  splitPartyUnit: 'SplitPartyUnitInput',
  closePartyUnit: 'ClosePartyUnitInput',
};

const answered = `change { id type } affectedUnits { code }
  effects { unit { code } indicator { code } period { code } exactBefore exactAfter } warnings`;

/** The acts on the tree, tried through the API, where it is 1 June 2025. */
export class Acts {
  private constructor(readonly api: Api) {}

  static async open(): Promise<Acts> {
    return new Acts(await Api.open());
  }

  async act(mutation: string, input: Variables, dryRun = false): Promise<Acted> {
    const { acted } = await this.api.ask<{ acted: Acted }>(this.document(mutation), { input, dryRun });
    return acted;
  }

  refusal(mutation: string, input: Variables, dryRun = false): Promise<Refusal> {
    return this.api.refusal(this.document(mutation), { input, dryRun });
  }

  async undo(id: string, dryRun = false): Promise<Acted> {
    const document = `mutation ($id: ID!, $dryRun: Boolean) {
      acted: undoUnitChange(id: $id, dryRun: $dryRun) { ${answered} }
    }`;
    return (await this.api.ask<{ acted: Acted }>(document, { id, dryRun })).acted;
  }

  undoRefusal(id: string): Promise<Refusal> {
    return this.api.refusal('mutation ($id: ID!) { undoUnitChange(id: $id) { change { id } } }', { id });
  }

  document(mutation: string, fields = answered): string {
    return `mutation ($input: ${inputTypes[mutation]}!, $dryRun: Boolean) {
      acted: ${mutation}(input: $input, dryRun: $dryRun) { ${fields} }
    }`;
  }

  /** Opens units in the words `A < ROOT`: each under the one after the sign, on 1 January 2010. */
  async tree(...lines: string[]): Promise<void> {
    for (const line of lines) {
      const [code, parent = null] = line.split(' < ');
      await this.api.create('PartyUnit', { code, name: code, parent, openedOn: '2010-01-01' });
    }
  }

  /** A yearly indicator and what units reported of it: `figures('members', 'LAST', { A: { '2020': '5' } })`. */
  async figures(
    code: string,
    periodAggregation: 'SUM' | 'LAST',
    values: Record<string, Record<string, string>>,
  ): Promise<void> {
    await this.api.create('Indicator', {
      code,
      name: code,
      periodType: 'YEAR',
      unitAggregation: 'SUM',
      periodAggregation,
    });
    for (const [unit, ofUnit] of Object.entries(values)) {
      for (const [period, numeric] of Object.entries(ofUnit)) {
        await this.api.create('Observation', { unit, indicator: code, period, numeric }, 'id');
      }
    }
  }

  /** The life of each unit, a line a state: `A 2010-01-01..2020-01-01 A < ROOT`, with kind and sector where it has them. */
  async lives(...codes: string[]): Promise<string[]> {
    const rows: { line: string }[] = await this.api.database.dataSource.query(
      `select concat(unit.code, ' ', placement.effective_on, '..', placement.ended_on, ' ', placement.name,
         ' < ' || parent.code, ' (' || concat_ws(', ', kind.code, sector.code) || ')',
         case when placement.ended_on = unit.closed_on then ' > ' || successor.code end) as line
       from party_unit unit
       join unit_placement placement on placement.unit_id = unit.id
       left join party_unit parent on parent.id = placement.parent_id
       left join party_unit successor on successor.id = unit.successor_id
       left join unit_kind kind on kind.id = placement.kind_id
       left join sector on sector.id = placement.sector_id
       where cardinality($1::text[]) = 0 or unit.code = any($1::text[])
       order by unit.code collate "C", placement.effective_on`,
      [codes],
    );
    return rows.map(({ line }) => line.replace(' ()', ''));
  }

  /** Everything that an act may write. */
  async everything(): Promise<unknown> {
    const [row] = await this.api.database.dataSource.query(
      `select
         (select json_agg(unit order by id) from party_unit unit) as units,
         (select json_agg(to_jsonb(placement) - 'id' order by unit_id, effective_on) from unit_placement placement) as placements,
         (select json_agg(change order by id) from unit_change change) as changes,
         (select json_agg(link order by change_id, unit_id) from unit_change_unit link) as links,
         (select sum(changes) from data_version) as version`,
    );
    return row;
  }
}

/** An effect in a line: `A members 2024: 5 -> 7`. */
export function told({ effects }: Acted): string[] {
  return effects.map(
    ({ unit, indicator, period, exactBefore, exactAfter }) =>
      `${unit.code} ${indicator.code} ${period.code}: ${exactBefore} -> ${exactAfter}`,
  );
}
