import { crossTable } from '../../../admin/src/dashboard/crossTable';

const named = (code: string) => ({ code, name: code, nameEn: null });
const unit = (sector: string | null, kind: string | null) => ({
  sector: sector === null ? null : named(sector),
  kind: kind === null ? null : named(kind),
});

describe('units by sector and kind', () => {
  it('has the largest first and counts units without a sector too', () => {
    const units = [
      unit('press', 'cell'),
      unit('press', 'committee'),
      unit(null, 'cell'),
      unit('press', 'cell'),
    ];
    expect(crossTable(units)).toEqual({
      sectors: [named('press'), null],
      kinds: [named('cell'), named('committee')],
      cells: [
        [2, 1],
        [1, 0],
      ],
    });
  });
});
