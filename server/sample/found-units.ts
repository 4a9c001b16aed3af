import { apportion } from './apportion';
import { noise } from './noise';
import { administration } from './organisations/administration';
import { association, press } from './organisations/association-press';
import { type CellName, cellNames } from './organisations/cell-names';
import { enterprise } from './organisations/enterprise';
import type { Organisation } from './organisations/organisation';
import { publicService } from './organisations/public-service';
import type { SampleUnit } from './unit';

export const BLOC = 'DBK';
const FOUNDED_ON = '2008-01-01';

const sectors: Record<string, Organisation[]> = {
  administration,
  public_service: publicService,
  enterprise,
  association,
  press,
};

/** Every unit in its first state: the bloc, its organisations, their divisions and their cells. */
export function foundUnits(): SampleUnit[] {
  return [
    newUnit(BLOC, FOUNDED_ON, 0, {
      name: 'Đảng bộ Khối các cơ quan tỉnh',
      nameEn: 'Party Committee of the Bloc of Provincial Agencies',
      parent: null,
      kind: 'bloc_committee',
      sector: null,
    }),
    ...Object.entries(sectors).flatMap(([sector, organisations]) =>
      organisations.flatMap((organisation) => foundOrganisation(organisation, sector)),
    ),
  ];
}

function foundOrganisation(organisation: Organisation, sector: string): SampleUnit[] {
  const { code, name, nameEn, kind, size } = organisation;
  const openedOn = organisation.openedOn ?? FOUNDED_ON;
  const belowOpenedOn = organisation.cellsOpenedOn ?? openedOn;
  const [vi, en] =
    kind === 'grassroots_committee' ? ['Đảng bộ', 'Party Committee of the'] : ['Chi bộ', 'Party Cell of the'];
  const own = newUnit(code, openedOn, size, {
    name: `${vi} ${name}`,
    nameEn: `${en} ${nameEn}`,
    parent: BLOC,
    kind,
    sector,
  });
  const cells = (parent: string, names: CellName[], ownerName: string, ownerNameEn: string) =>
    names.map((key, index) =>
      newUnit(`${parent}-CB${index + 1}`, belowOpenedOn, 0, {
        name: `Chi bộ ${cellNames[key][0]} ${ownerName}`,
        nameEn: `Party Cell of ${cellNames[key][1]}, ${ownerNameEn}`,
        parent,
        kind: 'subordinate_cell',
        sector,
      }),
    );
  const divisions = organisation.divisions.flatMap((division, index) => {
    const divisionCode = `${code}-BP${index + 1}`;
    return [
      newUnit(divisionCode, belowOpenedOn, 0, {
        name: `Đảng bộ bộ phận ${division.name}`,
        nameEn: `Party Committee Division of the ${division.nameEn}`,
        parent: code,
        kind: 'committee_division',
        sector,
      }),
      ...cells(divisionCode, division.cells, division.name, division.nameEn),
    ];
  });
  const below = [...cells(code, organisation.cells, name, nameEn), ...divisions];
  return [own, ...shareSize(below, size)];
}

/** The cells share the members of their organisation, some larger than others. */
function shareSize(units: SampleUnit[], size: number): SampleUnit[] {
  const parts = apportion(
    size * 100,
    units.map((unit) => (unit.code.includes('-CB') ? 0.6 + 0.8 * noise(`size ${unit.code}`) : 0)),
  );
  return units.map((unit, index) => ({ ...unit, size: (parts[index] ?? 0) / 100 }));
}

function newUnit(
  code: string,
  openedOn: string,
  size: number,
  state: Omit<SampleUnit['placements'][number], 'effectiveOn' | 'endedOn'>,
): SampleUnit {
  return {
    code,
    openedOn,
    closedOn: null,
    successor: null,
    size,
    placements: [{ effectiveOn: openedOn, endedOn: null, ...state }],
  };
}
