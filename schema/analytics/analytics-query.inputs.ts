import { ArgsType, Field, GraphQLISODateTime, InputType, Int, registerEnumType } from 'type-graphql';
import { Fill } from '../indicator/aggregation.enum';
import { DecimalFilter } from '../list/filters.inputs';
import { SortOrder } from '../list/sort-order.enum';
import { PeriodType } from '../period/period-type.enum';
import { DateScalar } from '../scalar/date.scalar';

/** The keys that the rows of an answer can be told apart by. */
export enum AnalyticsDimension {
  INDICATOR = 'INDICATOR',
  UNIT = 'UNIT',
  PERIOD = 'PERIOD',
  KIND = 'KIND',
  SECTOR = 'SECTOR',
  MEMBER = 'MEMBER',
}

/** Which tree figures are rolled up along. */
export enum Structure {
  CURRENT = 'CURRENT',
  AS_REPORTED = 'AS_REPORTED',
  AS_OF = 'AS_OF',
}

/** How the selected units lie to the unit that they are named by. */
export enum UnitRelation {
  SELF = 'SELF',
  CHILDREN = 'CHILDREN',
  DESCENDANTS = 'DESCENDANTS',
  LEVEL = 'LEVEL',
}

/** Complete periods before the one that holds a day. */
export enum RelativePeriods {
  LAST_MONTH = 'LAST_MONTH',
  LAST_3_MONTHS = 'LAST_3_MONTHS',
  LAST_6_MONTHS = 'LAST_6_MONTHS',
  LAST_12_MONTHS = 'LAST_12_MONTHS',
  LAST_24_MONTHS = 'LAST_24_MONTHS',
  LAST_QUARTER = 'LAST_QUARTER',
  LAST_4_QUARTERS = 'LAST_4_QUARTERS',
  LAST_8_QUARTERS = 'LAST_8_QUARTERS',
  LAST_HALF_YEAR = 'LAST_HALF_YEAR',
  LAST_2_HALF_YEARS = 'LAST_2_HALF_YEARS',
  LAST_4_HALF_YEARS = 'LAST_4_HALF_YEARS',
  LAST_YEAR = 'LAST_YEAR',
  LAST_2_YEARS = 'LAST_2_YEARS',
  LAST_3_YEARS = 'LAST_3_YEARS',
  LAST_5_YEARS = 'LAST_5_YEARS',
  LAST_10_YEARS = 'LAST_10_YEARS',
}

/** What a value is held against. */
export enum ComparisonKind {
  PREVIOUS_PERIOD = 'PREVIOUS_PERIOD',
  SAME_PERIOD_LAST_YEAR = 'SAME_PERIOD_LAST_YEAR',
  BASELINE = 'BASELINE',
  TARGET = 'TARGET',
}

/** What rows can be ordered by. */
export enum AnalyticsOrderField {
  VALUE = 'VALUE',
  INDICATOR = 'INDICATOR',
  UNIT = 'UNIT',
  PERIOD = 'PERIOD',
  KIND = 'KIND',
  SECTOR = 'SECTOR',
  MEMBER = 'MEMBER',
  REPORTS = 'REPORTS',
  CHANGE = 'CHANGE',
  CHANGE_PERCENT = 'CHANGE_PERCENT',
  SHARE = 'SHARE',
  RANK = 'RANK',
}

registerEnumType(AnalyticsDimension, {
  name: 'AnalyticsDimension',
  description: 'The keys that the rows of an answer are told apart by.',
  valuesConfig: {
    INDICATOR: { description: 'A row for each indicator. Needed when several are asked for.' },
    UNIT: {
      description: 'A row for each selected unit. Without it: all units below the selected ones, each once.',
    },
    PERIOD: { description: 'A row for each period. Without it, the range is one period.' },
    KIND: {
      description: "The kind of the reporting unit, as it was when its figures count; not the row's unit.",
    },
    SECTOR: {
      description: "The sector of the reporting unit, as it was when its figures count; not the row's unit.",
    },
    MEMBER: { description: 'A row for each member of the dimension named by breakdown.' },
  },
});
registerEnumType(Structure, {
  name: 'Structure',
  description: 'Which tree the figures of all units are rolled up along.',
  valuesConfig: {
    CURRENT: {
      description:
        'The tree of today for all periods: merged units count in their successor, closed ones under their last parent.',
    },
    AS_REPORTED: {
      description:
        'The tree of the time: flows count where the unit stood when their base period ended, all else where it stood at the end of the period.',
    },
    AS_OF: { description: 'The tree of structureDate for all periods.' },
  },
});
registerEnumType(UnitRelation, {
  name: 'UnitRelation',
  description: 'How the selected units lie to the unit named by under.',
  valuesConfig: {
    SELF: { description: 'That unit itself.' },
    CHILDREN: { description: 'The units directly below it.' },
    DESCENDANTS: { description: 'All units below it, at any depth.' },
    LEVEL: { description: 'The units of its subtree at an absolute level; the root of the tree is level 1.' },
  },
});
registerEnumType(RelativePeriods, {
  name: 'RelativePeriods',
  description:
    'The complete months, quarters, half-years or years before the one that holds the day named by on.',
});
registerEnumType(ComparisonKind, {
  name: 'ComparisonKind',
  description: 'What each value is held against.',
  valuesConfig: {
    PREVIOUS_PERIOD: { description: 'The period before, of the same length.' },
    SAME_PERIOD_LAST_YEAR: { description: 'The same period one year earlier.' },
    BASELINE: { description: 'One fixed period, named by period.' },
    TARGET: { description: "The target of the row's unit and indicator for the row's period." },
  },
});
registerEnumType(AnalyticsOrderField, {
  name: 'AnalyticsOrderField',
  description: 'What rows can be ordered by. Rows without that value come last in either direction.',
  valuesConfig: {
    VALUE: { description: 'The value of the row.' },
    INDICATOR: { description: 'The place of the indicator in the query.' },
    REPORTS: { description: 'The number of reports that count in the row.' },
    CHANGE: { description: 'The change against compareTo.' },
    CHANGE_PERCENT: { description: 'That change in percent.' },
    SHARE: { description: "The fraction of the parent's value." },
    RANK: { description: 'The place among rows alike in all other keys.' },
  },
});

@InputType({
  description:
    'The units that get a row: named by codes, or by their place under one unit. kinds and sectors narrow the choice by what the units are at the date of the structure.',
})
export class UnitSelection {
  @Field(() => [String], { nullable: true, description: 'Codes of units; rows come in this order.' })
  codes?: string[];

  @Field(() => String, { nullable: true, description: 'Code of the unit that relation starts from.' })
  under?: string;

  @Field(() => UnitRelation, {
    nullable: true,
    description: 'How the units lie to under. CHILDREN unless named.',
  })
  relation?: UnitRelation;

  @Field(() => Int, {
    nullable: true,
    description: 'With relation LEVEL: the level, the root of the tree being 1.',
  })
  level?: number;

  @Field(() => [String], { nullable: true, description: 'Only units of these kinds (codes).' })
  kinds?: string[];

  @Field(() => [String], { nullable: true, description: 'Only units of these sectors (codes).' })
  sectors?: string[];
}

@InputType({
  description: 'The periods asked for: codes, or from and to, or relative. Exactly one of the three.',
})
export class PeriodSelection {
  @Field(() => [String], {
    nullable: true,
    description: 'Period codes such as 2022, 2022-H2, 2022-Q3 or 2022-08: a row for each.',
  })
  codes?: string[];

  @Field(() => String, { nullable: true, description: 'The period whose first day begins the range.' })
  from?: string;

  @Field(() => String, { nullable: true, description: 'The period whose last day ends the range.' })
  to?: string;

  @Field(() => RelativePeriods, {
    nullable: true,
    description: 'Complete periods before the one that holds on.',
  })
  relative?: RelativePeriods;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day that relative counts back from. Today unless named.',
  })
  on?: string;
}

@InputType({
  description:
    'Which reporting units and members count at all. Kind and sector are those of the reporting unit at the time its figures count.',
})
export class ContributorFilter {
  @Field(() => [String], { nullable: true, description: 'Only figures of units of these kinds (codes).' })
  kinds?: string[];

  @Field(() => [String], { nullable: true, description: 'Only figures of units of these sectors (codes).' })
  sectors?: string[];

  @Field(() => [String], { nullable: true, description: 'Only figures of these members (codes).' })
  members?: string[];
}

@InputType({ description: 'What each value is held against.' })
export class ComparisonInput {
  @Field(() => ComparisonKind, { description: 'What the values are compared with.' })
  with!: ComparisonKind;

  @Field(() => String, { nullable: true, description: 'The code of the base period; with BASELINE only.' })
  period?: string;
}

@InputType({
  description:
    'What each row takes in besides its own period: the periods before it, or the year so far. Stocks stand at the end of a period, so for them only fill NONE tells the difference.',
})
export class WindowInput {
  @Field(() => Int, {
    nullable: true,
    description: "A rolling window: so many periods of the row's length, its own the last. 1 to 120.",
  })
  rolling?: number;

  @Field(() => Boolean, {
    nullable: true,
    description: "From the first day of the period's year to the end of the period.",
  })
  yearToDate?: boolean;
}

@InputType({ description: 'One key of the order of rows.' })
export class AnalyticsOrder {
  @Field(() => AnalyticsOrderField, { description: 'What to order by.' })
  by!: AnalyticsOrderField;

  @Field(() => SortOrder, {
    nullable: true,
    defaultValue: SortOrder.ASC,
    description: 'Smallest or first in the alphabet first, or the other way round.',
  })
  direction?: SortOrder;
}

@InputType({ description: 'A question about figures rolled up over the tree and over time.' })
export class AnalyticsQuery {
  @Field(() => [String], { description: 'Codes of indicators, reported or computed.' })
  indicators!: string[];

  @Field(() => UnitSelection, { description: 'Which units get rows.' })
  units!: UnitSelection;

  @Field(() => PeriodSelection, { description: 'Which periods get rows.' })
  periods!: PeriodSelection;

  @Field(() => PeriodType, {
    nullable: true,
    description:
      "The length of the periods that a range is cut into; never shorter than the indicator's own, which is the default.",
  })
  granularity?: PeriodType;

  @Field(() => [AnalyticsDimension], {
    nullable: true,
    description: 'What a row stands for. INDICATOR, UNIT and PERIOD unless named.',
  })
  groupBy?: AnalyticsDimension[];

  @Field(() => String, { nullable: true, description: 'The code of the dimension for MEMBER in groupBy.' })
  breakdown?: string;

  @Field(() => ContributorFilter, {
    nullable: true,
    description: 'Which reports count: those of units of a kind or sector, or of some members only.',
  })
  where?: ContributorFilter;

  @Field(() => Structure, {
    nullable: true,
    defaultValue: Structure.CURRENT,
    description: 'Which tree values roll up along.',
  })
  structure?: Structure;

  @Field(() => DateScalar, { nullable: true, description: 'The date of the tree; with AS_OF only.' })
  structureDate?: string;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description:
      'Answers from the figures as they stood at this moment: what was entered by then and not yet corrected or deleted. Units, indicators, formulas and targets are as they are known today, and structure says which tree. Answered from the reports one by one, so larger questions take longer. A moment in the future is as now.',
  })
  knownAt?: Date;

  @Field(() => Fill, {
    nullable: true,
    description: "How long reported stocks stand. Each indicator's own setting unless named.",
  })
  fill?: Fill;

  @Field(() => ComparisonInput, { nullable: true, description: 'What each value is held against.' })
  compareTo?: ComparisonInput;

  @Field(() => WindowInput, {
    nullable: true,
    description:
      'Widens what each row counts: a rolling window or the year to date. The period of the row stays its name.',
  })
  window?: WindowInput;

  @Field(() => DecimalFilter, {
    nullable: true,
    description:
      'Only rows whose value passes: after shares and ranks are found, before limit. Rows without a value pass isNull: true only.',
  })
  having?: DecimalFilter;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Whether a row without any report is answered too, with a value of null.',
  })
  includeEmpty?: boolean;

  @Field(() => [AnalyticsOrder], {
    nullable: true,
    description:
      'The order of rows. By indicator, unit and period unless named; ties fall back to that order.',
  })
  orderBy?: AnalyticsOrder[];

  @Field(() => Int, {
    nullable: true,
    description: 'Only the first so many rows of that order, before paging.',
  })
  limit?: number;
}

/** How one unit's own value is asked for; see AnalyticsQuery. */
@ArgsType()
export class UnitValueArgs {
  @Field(() => String, { description: 'The code of the indicator.' })
  indicator!: string;

  @Field(() => Structure, {
    nullable: true,
    defaultValue: Structure.CURRENT,
    description: 'Which tree values roll up along.',
  })
  structure?: Structure;

  @Field(() => DateScalar, { nullable: true, description: 'The date of the tree; with AS_OF only.' })
  structureDate?: string;

  @Field(() => Fill, { nullable: true, description: "The indicator's own setting unless named." })
  fill?: Fill;
}
