import type { DashboardStart, GrantedUnit, Named } from './dashboard.queries';

/** Where the overview can start: the roots of all trees, or else the topmost units that the person's grants cover. */
export function topUnits({ me, roots }: DashboardStart): Named[] {
  if (me.rightsEverywhere.includes('READ')) return roots.items;
  const units = me.grants.map(({ unit }) => unit).filter((unit): unit is GrantedUnit => unit !== null);
  const granted = new Set(units.map(({ code }) => code));
  return units.filter(({ ancestors }) => !ancestors.some(({ code }) => granted.has(code)));
}
