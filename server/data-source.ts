import 'reflect-metadata';
import { types } from 'pg';
import { DataSource } from 'typeorm';
import { ApiKey } from '../schema/api-key/api-key.entity';
import { Dimension } from '../schema/dimension/dimension.entity';
import { DimensionMember } from '../schema/dimension/dimension-member.entity';
import { Grant } from '../schema/grant/grant.entity';
import { Indicator } from '../schema/indicator/indicator.entity';
import { CreateModel1764000000000 } from '../schema/migrations/1764000000000-create-model';
import { KeepWhatActsReplace1764200000000 } from '../schema/migrations/1764200000000-keep-what-acts-replace';
import { KeepRollUps1764300000000 } from '../schema/migrations/1764300000000-keep-roll-ups';
import { KeepFewerRollUps1764400000000 } from '../schema/migrations/1764400000000-keep-fewer-roll-ups';
import { MarkSensitive1764500000000 } from '../schema/migrations/1764500000000-mark-sensitive';
import { SignIn1764600000000 } from '../schema/migrations/1764600000000-sign-in';
import { Audit1764700000000 } from '../schema/migrations/1764700000000-audit';
import { Observation } from '../schema/observation/observation.entity';
import { ObservationVersion } from '../schema/observation/observation-version.entity';
import { PartyUnit } from '../schema/party-unit/party-unit.entity';
import { UnitChange } from '../schema/party-unit/unit-change.entity';
import { UnitPlacement } from '../schema/party-unit/unit-placement.entity';
import { Objective } from '../schema/programme/objective.entity';
import { Programme } from '../schema/programme/programme.entity';
import { Target } from '../schema/programme/target.entity';
import { Sector } from '../schema/sector/sector.entity';
import { Session } from '../schema/session/session.entity';
import { UnitKind } from '../schema/unit-kind/unit-kind.entity';
import { User } from '../schema/user/user.entity';

// A day stays text: the driver's Date would shift it by the time zone of the process.
types.setTypeParser(types.builtins.DATE, (text) => text);

/**
 * The connection pool and mapping; migrations are run by `database/migrate.ts`, never by connecting. No statement takes longer than
 * the time given, 0 being any: those that write take theirs (write-transaction.ts).
 */
export function createDataSource(url: string, statementTimeoutMs = 0): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    applicationName: 'khoi',
    entities: [
      ApiKey,
      Dimension,
      DimensionMember,
      Grant,
      Indicator,
      Objective,
      Observation,
      ObservationVersion,
      PartyUnit,
      Programme,
      Sector,
      Session,
      Target,
      UnitChange,
      UnitKind,
      UnitPlacement,
      User,
    ],
    migrations: [
      CreateModel1764000000000,
      KeepWhatActsReplace1764200000000,
      KeepRollUps1764300000000,
      KeepFewerRollUps1764400000000,
      MarkSensitive1764500000000,
      SignIn1764600000000,
      Audit1764700000000,
    ],
    migrationsTableName: 'migration',
    migrationsRun: false,
    synchronize: false,
    poolSize: 10,
    extra: { statement_timeout: statementTimeoutMs },
  });
}
