import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller';
import { AppError } from '../errors';
import { childrenSql, historiesSql } from './histories.sql';
import type { CodeIds, CodeReference } from './look-up-codes';
import { lookUpCodes } from './look-up-codes';
import {
  type Attribute,
  changeFrom,
  endOn,
  type HistoricUnit,
  isOpenOn,
  refuseUnlessOpen,
  type UnitLife,
  type UnitState,
} from './unit-history';
import { reserveUnitIds } from './write-lives.sql';

/** A unit that an act concerns: its life before and after, the same where nothing changed. */
export interface ConcernedUnit {
  id: number;
  code: string;
  /** Null for a unit that the act opens. */
  before: UnitLife | null;
  after: UnitLife;
  sets: Attribute[];
  /** It only went along, as the subordinate unit of one that closed: its own values stay what they are. */
  isCarried: boolean;
}

/** What an act is about to write: the units that it concerns, worked out before anything is written. */
export class Draft {
  readonly concerned = new Map<number, ConcernedUnit>();
  readonly warnings: string[] = [];

  constructor(
    readonly manager: EntityManager,
    readonly day: string,
    private readonly caller: Caller,
  ) {}

  lookUp(references: CodeReference[], newUnits: { field: string; code: string }[] = []): Promise<CodeIds> {
    return lookUpCodes(this.manager, this.caller, references, newUnits);
  }

  /** Units with their history, in the order of their ids as given. */
  async load(ids: readonly number[]): Promise<HistoricUnit[]> {
    const { text, values } = historiesSql(ids, this.day);
    const found: HistoricUnit[] = await this.manager.query(text, values);
    return ids.map((id) => found.find((unit) => unit.id === id) as HistoricUnit);
  }

  /** The one unit that an act is about, open on its date and not changed since it was seen. */
  async loadSubject({
    unit: code,
    version,
  }: {
    unit: string;
    version?: number | null;
  }): Promise<HistoricUnit> {
    const ids = await this.lookUp([{ field: 'unit', names: 'unit', code }]);
    const [unit] = (await this.load([ids.of('unit', code)])) as [HistoricUnit];
    if (typeof version === 'number' && version !== unit.version) {
      throw new AppError(
        'CONFLICT',
        { resource: 'unit', key: code, version, current: unit.version },
        { current: { ...unit.life, version: unit.version }, submitted: { version } },
      );
    }
    refuseUnlessOpen(unit, this.day, 'unit');
    return unit;
  }

  /** The units directly below these on the day. */
  async childrenOf(ids: readonly number[]): Promise<HistoricUnit[]> {
    const { text, values } = childrenSql(ids, this.day);
    const children: HistoricUnit[] = await this.manager.query(text, values);
    return children.filter(({ life }) => isOpenOn(life, this.day));
  }

  /** Opens units on the day, and answers their ids. */
  async open(units: readonly { code: string; state: UnitState }[]): Promise<number[]> {
    const reserved: { id: number }[] = await this.manager.query(reserveUnitIds, [units.length]);
    return units.map(({ code, state }, index) => {
      const id = (reserved[index] as { id: number }).id;
      const after = {
        openedOn: this.day,
        closedOn: null,
        successorId: null,
        states: [{ from: this.day, to: null, ...state }],
      };
      const sets = Object.keys(state) as Attribute[];
      this.concerned.set(id, { id, code, before: null, after, sets, isCarried: false });
      return id;
    });
  }

  change(unit: HistoricUnit, change: Partial<UnitState>, { isCarried = false } = {}): void {
    const after = changeFrom(unit.life, this.day, change, unit.laterActs);
    this.concern(unit, after, { sets: Object.keys(change) as Attribute[], isCarried });
  }

  close(unit: HistoricUnit, successorId: number | null = null): void {
    this.concern(unit, endOn(unit, this.day, successorId));
  }

  /** A unit that the act is about without changing it. */
  mention(unit: HistoricUnit): void {
    this.concern(unit, unit.life);
  }

  private concern(
    { id, code, life }: HistoricUnit,
    after: UnitLife,
    { sets = [] as Attribute[], isCarried = false } = {},
  ): void {
    this.concerned.set(id, { id, code, before: life, after, sets, isCarried });
  }
}

export function isChanged({ before, after }: Pick<ConcernedUnit, 'before' | 'after'>): boolean {
  return !isDeepStrictEqual(before, after);
}
