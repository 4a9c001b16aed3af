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
import { onlyFigures } from './access/only-covered';
import { AnalyticsService } from './analytics/analytics.service';
import { createUnitValuesLoader } from './analytics/unit-values.loader';
import { createChangeSetActorLoader } from './audit/change-set-actor.loader';
import { createPartyUnitLoaders } from './party-unit/party-unit.loader';
import { createTargetActualLoader } from './programme/target-actual.loader';
import { loadById } from './resource/by-id.loader';
import { loadMany } from './resource/many.loader';

export type Loaders = ReturnType<typeof createLoaders>;

/** One loader for each relation: it collects the keys that the rows of an answer ask for into one statement. */
export function createLoaders(dataSource: DataSource, caller: Caller) {
  const analytics = new AnalyticsService(dataSource, caller);
  return {
    ...createPartyUnitLoaders(dataSource, caller),
    unitKind: loadById(dataSource, UnitKind),
    sector: loadById(dataSource, Sector),
    dimension: loadById(dataSource, Dimension),
    dimensionMember: loadById(dataSource, DimensionMember),
    membersOfDimension: loadMany(
      () => dataSource.manager.createQueryBuilder(DimensionMember, 'owned'),
      'dimensionId',
      ['sortOrder', 'name', 'id'],
    ),
    indicator: loadById(dataSource, Indicator),
    changeSetActor: createChangeSetActorLoader(dataSource),
    programme: loadById(dataSource, Programme),
    objective: loadById(dataSource, Objective),
    objectivesOfProgramme: loadMany(
      () => dataSource.manager.createQueryBuilder(Objective, 'owned'),
      'programmeId',
      ['sortOrder', 'name', 'id'],
    ),
    unitValues: createUnitValuesLoader(analytics, caller.today),
    targetActual: createTargetActualLoader(dataSource, analytics),
    user: loadById(dataSource, User),
    grantsOfUser: loadMany(() => dataSource.manager.createQueryBuilder(Grant, 'owned'), 'userId', ['id']),
    targetsOfObjective: loadMany(
      () =>
        onlyFigures(dataSource.manager.createQueryBuilder(Target, 'owned'), caller, 'READ', {
          unit: 'owned.unit_id',
          indicator: 'owned.indicator_id',
        }),
      'objectiveId',
      ['id'],
    ),
  };
}
