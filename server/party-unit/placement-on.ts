/**
 * The condition that joins a unit with its placement on a day: a closed unit keeps its last one, a unit that opens
 * later has its first one already. Arguments are SQL: two aliases and a day.
 */
export function placementOn(unit: string, placement: string, day: string): string {
  const openDay = `greatest(${unit}.opened_on, least(${day}, ${unit}.closed_on - 1))`;
  return `${placement}.unit_id = ${unit}.id
    and ${placement}.effective_on <= ${openDay}
    and (${placement}.ended_on is null or ${placement}.ended_on > ${openDay})`;
}

/** The condition that a unit is open on a day. */
export function openOn(unit: string, day: string): string {
  return `${unit}.opened_on <= ${day} and (${unit}.closed_on is null or ${unit}.closed_on > ${day})`;
}

/** The condition that a dated row, such as one of unit_closure, holds on a day. Arguments are SQL: its alias and a day. */
export function holdsOn(dated: string, day: string): string {
  return `${dated}.starts_on <= ${day} and ${dated}.ends_on > ${day}`;
}
