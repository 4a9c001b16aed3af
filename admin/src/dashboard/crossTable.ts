import type { Named } from './dashboard.queries';

export interface CrossTable {
  /** Rows and columns, the largest first; null stands for units without one. */
  sectors: (Named | null)[];
  kinds: (Named | null)[];
  /** cells[sector][kind] */
  cells: number[][];
}

type Unit = { kind: Named | null; sector: Named | null };

/** Counts units by sector and kind. */
export function crossTable(units: Unit[]): CrossTable {
  const sectors = bySize(units.map(({ sector }) => sector));
  const kinds = bySize(units.map(({ kind }) => kind));
  const cells = sectors.map((sector) =>
    kinds.map(
      (kind) =>
        units.filter((unit) => unit.sector?.code === sector?.code && unit.kind?.code === kind?.code).length,
    ),
  );
  return { sectors, kinds, cells };
}

function bySize(values: (Named | null)[]): (Named | null)[] {
  const counted = new Map<string, { value: Named | null; count: number }>();
  for (const value of values) {
    const entry = counted.get(value?.code ?? '') ?? { value, count: 0 };
    counted.set(value?.code ?? '', { value, count: entry.count + 1 });
  }
  return [...counted.values()].sort((one, other) => other.count - one.count).map(({ value }) => value);
}
