/** Acts on the tree, applied in the order of their dates, so that every history is one that could have been. */

import type { IsoDate } from '../reference/calendar';
import type { Placement, Unit } from '../reference/world';

/** An act as numbers: each picks from what there is on its date, so any numbers make a valid act (or none). */
export type Act = { readonly on: IsoDate } & (
  | { readonly act: 'OPEN'; readonly parent: number; readonly state: State }
  | { readonly act: 'RENAME'; readonly unit: number }
  | { readonly act: 'MOVE'; readonly unit: number; readonly parent: number }
  | { readonly act: 'RECLASSIFY'; readonly unit: number; readonly state: State }
  | {
      readonly act: 'MERGE';
      readonly units: readonly number[];
      readonly successor: number;
      readonly isNew: boolean;
      readonly takesChildren: boolean;
    }
  | { readonly act: 'SPLIT'; readonly unit: number }
  | { readonly act: 'CLOSE'; readonly unit: number; readonly closesChildren: boolean }
);

export interface State {
  readonly kind: string | null;
  readonly sector: string | null;
}

interface LivingUnit {
  readonly code: string;
  readonly openedOn: IsoDate;
  closedOn?: IsoDate;
  mergedInto?: string;
  readonly placements: Placement[];
  /** the last day on which another unit was merged into it: it cannot close on that day */
  tookOverOn?: IsoDate;
}

/** What to send to the API so that it does the same. */
export interface Command {
  readonly mutation: string;
  readonly input: { readonly effectiveOn: IsoDate } & Readonly<Record<string, unknown>>;
}

export function historyOf(acts: readonly Act[]): Unit[] {
  return reorganise(acts).units;
}

/** The history that acts make, and the same acts as commands; what changes nothing is no command. */
export function reorganise(acts: readonly Act[]): { units: Unit[]; commands: readonly Command[] } {
  const organisation = new Organisation();
  for (const act of [...acts].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)))
    organisation.apply(act);
  const units = organisation.units.map(({ tookOverOn: _, ...unit }) => unit);
  return { units, commands: organisation.commands };
}

class Organisation {
  readonly units: LivingUnit[] = [];
  readonly commands: Command[] = [];

  apply(act: Act): void {
    switch (act.act) {
      case 'OPEN':
        this.tellOpening(
          this.open(act.on, pick([...this.openUnits(), null], act.parent)?.code ?? null, act.state),
        );
        return;
      case 'RENAME':
        this.alter('renamePartyUnit', pick(this.openUnits(), act.unit), act.on, {
          name: `Đơn vị ${act.on}`,
        });
        return;
      case 'MOVE': {
        const unit = pick(this.openUnits(), act.unit);
        if (unit === undefined) return;
        const parent = pick([...this.openUnitsOutside([unit]), null], act.parent)?.code ?? null;
        this.alter('movePartyUnit', unit, act.on, { parent });
        return;
      }
      case 'RECLASSIFY':
        this.alter('reclassifyPartyUnit', pick(this.openUnits(), act.unit), act.on, act.state);
        return;
      case 'MERGE':
        this.mergeAll(act);
        return;
      case 'SPLIT':
        this.split(
          act.on,
          pick(
            this.openUnits().filter((unit) => canEnd(unit, act.on)),
            act.unit,
          ),
        );
        return;
      case 'CLOSE': {
        const unit = pick(
          this.openUnits().filter((unit) => canEnd(unit, act.on)),
          act.unit,
        );
        if (unit !== undefined) this.close(act.on, unit, act.closesChildren);
        return;
      }
    }
  }

  private open(on: IsoDate, parent: string | null, state: State): LivingUnit {
    const code = `U${this.units.length + 1}`;
    const unit = {
      code,
      openedOn: on,
      placements: [{ from: on, to: null, parent, ...state, name: `Chi bộ ${code}` }],
    };
    this.units.push(unit);
    return unit;
  }

  private mergeAll({ on, units, successor, isNew, takesChildren }: Act & { act: 'MERGE' }): void {
    const merging = [
      ...new Set(
        units.map((unit) =>
          pick(
            this.openUnits().filter((open) => canEnd(open, on)),
            unit,
          ),
        ),
      ),
    ].filter((unit) => unit !== undefined);
    const [first] = merging;
    if (first === undefined) return;
    const into = isNew
      ? this.open(
          on,
          pick([...this.openUnitsOutside(merging), null], successor)?.code ?? null,
          stateOf(first),
        )
      : pick(
          this.openUnits().filter((unit) => !merging.includes(unit)),
          successor,
        );
    if (into === undefined) return;
    const described = { code: into.code, name: last(into).name, parent: last(into).parent, ...stateOf(into) };
    const merged = merging.map((unit) => ({ unit, lifts: this.merge(on, unit, into, takesChildren) }));
    if (merged.every(({ lifts }) => lifts.length === 0)) {
      const codes = merging.map(({ code }) => code);
      this.tell('mergePartyUnits', on, { units: codes, into: isNew ? described : { code: into.code } });
      return;
    }
    // The API merges into no unit below the merged one: that one is moved up before, by an act of its own.
    if (isNew) this.tell('openPartyUnit', on, described);
    for (const { unit, lifts } of merged) {
      for (const lift of lifts) this.tell('movePartyUnit', on, lift);
      this.tell('mergePartyUnits', on, { units: [unit.code], into: { code: into.code } });
    }
  }

  /** A successor from below the merged unit first moves up to the merged unit's parent. Answers who moves up. */
  private merge(
    on: IsoDate,
    unit: LivingUnit,
    into: LivingUnit,
    takesChildren: boolean,
  ): { unit: string; parent: string | null }[] {
    const { parent } = last(unit);
    const lifts: { unit: string; parent: string | null }[] = [];
    for (const child of this.childrenOf(unit)) {
      const leadsToSuccessor = this.isBelow(into, child);
      const isLifted = leadsToSuccessor || (!takesChildren && parent !== into.code);
      this.change(child, on, { parent: isLifted ? parent : into.code });
      if (isLifted) lifts.push({ unit: child.code, parent });
    }
    end(unit, on);
    unit.mergedInto = into.code;
    into.tookOverOn = on;
    return lifts;
  }

  /** The history stays with the unit, which closes; two new units share its children. */
  private split(on: IsoDate, unit: LivingUnit | undefined): void {
    if (unit === undefined) return;
    const { parent } = last(unit);
    const parts = [this.open(on, parent, stateOf(unit)), this.open(on, parent, stateOf(unit))];
    const children = this.childrenOf(unit);
    children.forEach((child, index) => {
      this.change(child, on, { parent: parts[index % parts.length]?.code ?? parent });
    });
    end(unit, on);
    this.tell('splitPartyUnit', on, {
      unit: unit.code,
      into: parts.map((part) => ({
        code: part.code,
        name: last(part).name,
        children: children.filter((child) => last(child).parent === part.code).map(({ code }) => code),
      })),
    });
  }

  /** A child that closes may leave children of its own here, so this goes on until there are none. */
  private close(on: IsoDate, unit: LivingUnit, closesChildren: boolean): void {
    const { parent } = last(unit);
    const children = this.childrenOf(unit);
    if (
      children.length > 0 &&
      parent !== null &&
      !(closesChildren && children.some((child) => canEnd(child, on)))
    ) {
      for (const child of children) this.change(child, on, { parent });
      end(unit, on);
      this.tell('closePartyUnit', on, { unit: unit.code, moveChildrenTo: parent });
      return;
    }
    for (let [child] = this.childrenOf(unit); child !== undefined; [child] = this.childrenOf(unit)) {
      if (closesChildren && canEnd(child, on)) this.close(on, child, true);
      else this.alter('movePartyUnit', child, on, { parent });
    }
    end(unit, on);
    this.tell('closePartyUnit', on, { unit: unit.code });
  }

  private alter(
    mutation: string,
    unit: LivingUnit | undefined,
    on: IsoDate,
    change: Partial<Pick<Placement, 'name' | 'parent' | 'kind' | 'sector'>>,
  ): void {
    if (unit === undefined) return;
    const before = last(unit);
    const changes = (Object.keys(change) as (keyof typeof change)[]).some(
      (key) => change[key] !== before[key],
    );
    this.change(unit, on, change);
    if (changes) this.tell(mutation, on, { unit: unit.code, ...change });
  }

  private tellOpening({ code, openedOn, placements }: LivingUnit): void {
    const { parent = null, kind = null, sector = null, name = code } = placements[0] ?? {};
    this.tell('openPartyUnit', openedOn, { code, name, parent, kind, sector });
  }

  private tell(mutation: string, effectiveOn: IsoDate, input: Readonly<Record<string, unknown>>): void {
    this.commands.push({ mutation, input: { effectiveOn, ...input } });
  }

  private change(unit: LivingUnit | undefined, on: IsoDate, change: Partial<Placement>): void {
    if (unit === undefined) return;
    const before = last(unit);
    if (before.from === on) unit.placements.pop();
    else unit.placements.splice(-1, 1, { ...before, to: on });
    unit.placements.push({ ...before, ...change, from: on });
  }

  private openUnits(): LivingUnit[] {
    return this.units.filter(({ closedOn }) => closedOn === undefined);
  }

  private openUnitsOutside(subtrees: readonly LivingUnit[]): LivingUnit[] {
    return this.openUnits().filter((unit) => !subtrees.some((top) => this.isBelow(unit, top)));
  }

  private childrenOf(unit: LivingUnit): LivingUnit[] {
    return this.openUnits().filter((child) => last(child).parent === unit.code);
  }

  private isBelow(unit: LivingUnit, top: LivingUnit): boolean {
    for (let at: LivingUnit | undefined = unit; at !== undefined; ) {
      if (at === top) return true;
      const { parent } = last(at);
      at = this.units.find(({ code }) => code === parent);
    }
    return false;
  }
}

/** A unit lives for a day at least, and does not end on the day on which it took another over. */
function canEnd(unit: LivingUnit, on: IsoDate): boolean {
  return unit.openedOn < on && unit.tookOverOn !== on;
}

/** What was changed on the very day of the end never came to be. */
function end(unit: LivingUnit, on: IsoDate): void {
  if (last(unit).from === on) unit.placements.pop();
  unit.placements.splice(-1, 1, { ...last(unit), to: on });
  unit.closedOn = on;
}

function stateOf(unit: LivingUnit): State {
  const { kind, sector } = last(unit);
  return { kind, sector };
}

function last(unit: LivingUnit): Placement {
  const placement = unit.placements.at(-1);
  if (placement === undefined) throw new Error(`${unit.code} stands nowhere`);
  return placement;
}

/** Any number picks one, and small numbers pick the first, to which fast-check shrinks. */
export function pick<T>(values: readonly T[], choice: number): T | undefined {
  return values[choice % values.length];
}
