/** Questions of the year to date, which random formulas alone seldom lead to: most rows are of years, or have no value. */

import type { World } from '../reference/world';
import type { Scenario } from './query-arbitrary';

const FORMULAS: readonly ((code: string) => string)[] = [
  (code) => `ytd(${code})`,
  (code) => `ytd(${code}@-1)`,
  (code) => `1000 * ${code} + ytd("${code}")`,
  (code) => `100 * ytd(${code}) / ytd(${code}@-2)`,
];

/** The same questions, of the year to date of the indicators that they ask for: the base periods stay what they are. */
export function ofTheYear({ world, queries, ...scenario }: Scenario): Scenario {
  const asked = queries.map((query) => ({ ...query, indicators: query.indicators.map(yearly) }));
  return { ...scenario, world: withYearly(world), queries: asked };
}

function yearly(code: string): string {
  return `ytd_${code}`;
}

function withYearly(world: World): World {
  const added = world.indicators.map(({ code }, index) => ({
    code: yearly(code),
    formula: FORMULAS[(index + world.units.length) % FORMULAS.length]?.(code) ?? code,
  }));
  return { ...world, indicators: [...world.indicators, ...added] };
}
