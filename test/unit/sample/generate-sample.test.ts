import 'reflect-metadata';
import { lastDayOf } from '../../../server/period/period';
import { generateSample } from '../../../server/sample/generate-sample';
import type { SampleObservation } from '../../../server/sample/unit';

const { units, changes, observations } = generateSample();

/** Sums by unit and period, as `CODE 2022-08-31`. */
function totals(indicator: string): Map<string, number> {
  const sums = new Map<string, number>();
  for (const observation of observations.filter((each) => each.indicator === indicator)) {
    const key = `${observation.unit} ${lastDayOf(observation.period)}`;
    sums.set(key, (sums.get(key) ?? 0) + observation.value);
  }
  return sums;
}

describe('the generated sample', () => {
  it('is the same every time', () => {
    expect(generateSample()).toEqual({ units, changes, observations });
  });

  it('has units on four levels with codes that tell where they stand', () => {
    const count = (pattern: RegExp) => units.filter((unit) => pattern.test(unit.code)).length;
    expect({
      bloc: count(/^DBK$/),
      organisations: count(/^(CQ|SN|DN|HH|BC)-[A-Z]{4}$/),
      divisions: count(/^[A-Z]{2}-[A-Z]{4}-BP\d$/),
      cells: count(/^[A-Z]{2}-[A-Z]{4}-CB\d$/),
      cellsOfDivisions: count(/^[A-Z]{2}-[A-Z]{4}-BP\d-CB\d$/),
      all: units.length,
    }).toEqual({ bloc: 1, organisations: 76, divisions: 15, cells: 196, cellsOfDivisions: 47, all: 335 });
  });

  it('names every unit in Vietnamese and in English, and no two open ones alike', () => {
    const names = units
      .flatMap((unit) => unit.placements.slice(-1))
      .map(({ name, nameEn }) => [name, nameEn]);
    expect(names.flat().filter((name) => name.trim() === '' || name.includes('undefined'))).toEqual([]);
    expect(new Set(names.map(([name]) => name)).size).toBe(units.length);
    expect(new Set(names.map(([, nameEn]) => nameEn)).size).toBe(units.length);
  });

  it('has a history of every kind of act but a split', () => {
    expect(
      changes.map(({ type, effectiveOn, units: changed }) => [effectiveOn, type, changed.length]),
    ).toEqual([
      ['2008-01-01', 'OPEN', 322],
      ['2018-03-01', 'OPEN', 1],
      ['2018-06-01', 'OPEN', 4],
      ['2018-12-01', 'OPEN', 1],
      ['2019-03-01', 'OPEN', 3],
      ['2020-12-01', 'OPEN', 3],
      ['2018-04-01', 'RENAME', 1],
      ['2019-03-01', 'RECLASSIFY', 1],
      ['2019-06-01', 'CLOSE', 1],
      ['2020-01-01', 'RECLASSIFY', 1],
      ['2020-07-01', 'MOVE', 1],
      ['2020-12-01', 'MERGE', 3],
    ]);
  });

  it('holds whole numbers only, none of them negative', () => {
    expect(observations.filter(({ value }) => !Number.isInteger(value) || value < 0)).toEqual([]);
  });

  it('reports no key twice', () => {
    const key = ({ indicator, unit, period, member }: SampleObservation) =>
      [indicator, unit, period.start, member].join(' ');
    expect(new Set(observations.map(key)).size).toBe(observations.length);
  });

  it('lets no unit grow or shrink by more than three members between two reports', () => {
    const before = new Map<string, number>();
    const jumps = [...totals('members')].flatMap(([key, value]) => {
      const unit = key.split(' ')[0] ?? '';
      const change = value - (before.get(unit) ?? value);
      before.set(unit, value);
      return Math.abs(change) > 3 ? [{ key, change }] : [];
    });
    // Its members went on in the cells that were opened below it that day.
    expect(jumps).toEqual([{ key: 'SN-KSBT 2019-03-31', change: -32 }]);
  });

  it('lets no more come to a study session than were called', () => {
    const eligible = totals('study_eligible');
    const tooMany = [...totals('study_participants')].filter(
      ([key, came]) => came > (eligible.get(key) ?? 0),
    );
    expect(tooMany).toEqual([]);
  });

  it('classifies no more members than a unit has at the end of the year', () => {
    const members = totals('members');
    const tooMany = [...totals('classified')].filter(([key, count]) => count > (members.get(key) ?? 0));
    expect(tooMany).toEqual([]);
  });
});
