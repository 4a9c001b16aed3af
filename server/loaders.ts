import type { DataSource } from 'typeorm';
import { Dimension } from '../schema/dimension/dimension.entity';
import { DimensionMember } from '../schema/dimension/dimension-member.entity';
import { Grant } from '../schema/grant/grant.entity';
import { Indicator } from '../schema/indicator/indicator.entity';
import { Objective } from '../schema/programme/objective.entity';
import { Programme } from '../schema/programme/programme.entity';
import { Target } from '../schema/programme/target.entity';
import { Sector } from '../schema/sector/sector.entity';
import { UnitKind } from '../schema/unit-kind/unit-kind.entity';
import { User } from '../schema/user/user.entity';
import type { Caller } from './access/caller';
import { AnalyticsService } from './analytics/analytics.service';
import { createUnitValuesLoader } from './analytics/unit-values.loader';
import { createPartyUnitLoaders } from './party-unit/party-unit.loader';
import { createTargetActualLoader } from './programme/target-actual.loader';
import { loadById } from './resource/by-id.loader';
import { loadMany } from './resource/many.loader';

export type Loaders = ReturnType<typeof createLoaders>;

/** One loader for each relation: it collects the keys that the rows of an answer ask for into one statement. */
export function createLoaders(dataSource: DataSource, caller: Caller) {
  const analytics = new AnalyticsService(dataSource, caller);
  return {
    ...createPartyUnitLoaders(dataSource),
    unitKind: loadById(dataSource, UnitKind),
    sector: loadById(dataSource, Sector),
    dimension: loadById(dataSource, Dimension),
    dimensionMember: loadById(dataSource, DimensionMember),
    membersOfDimension: loadMany(dataSource, DimensionMember, 'dimensionId', ['sortOrder', 'name', 'id']),
    indicator: loadById(dataSource, Indicator),
    programme: loadById(dataSource, Programme),
    objective: loadById(dataSource, Objective),
    objectivesOfProgramme: loadMany(dataSource, Objective, 'programmeId', ['sortOrder', 'name', 'id']),
    unitValues: createUnitValuesLoader(analytics, caller.today),
    targetActual: createTargetActualLoader(dataSource, analytics),
    user: loadById(dataSource, User),
    grantsOfUser: loadMany(dataSource, Grant, 'userId', ['id']),
    targetsOfObjective: loadMany(dataSource, Target, 'objectiveId', ['id']),
  };
}
