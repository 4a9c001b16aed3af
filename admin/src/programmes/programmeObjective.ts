interface Named {
  code: string;
  name: string;
  nameEn: string | null;
}

/** As the page of a programme gets them: see the fields of `programmes` in the data provider. */
export interface ProgrammeTarget {
  id: string;
  value: string;
  note: string | null;
  actual: string | null;
  reached: boolean;
  unit: Named;
  period: { code: string };
  indicator: Named & { decimals: number; unitOfMeasure: string | null; direction: string };
}

export interface ProgrammeObjective extends Named {
  id: string;
  reached: boolean;
  targets: ProgrammeTarget[];
}
