import { ValidateNested } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';
import { MayBeNull } from '../constraints';
import { PageArgs } from '../list/page.args';
import { pageType } from '../list/page-type';
import { type Sort, sortInput } from '../list/sort-input';
import { ApiKey } from './api-key.entity';
import { ApiKeyFilter } from './api-key.inputs';

export enum ApiKeySortField {
  id = 'id',
  user = 'user',
  name = 'name',
  expiresAt = 'expiresAt',
  lastUsedAt = 'lastUsedAt',
  revokedAt = 'revokedAt',
  createdAt = 'createdAt',
}

export const ApiKeySort = sortInput('ApiKey', ApiKeySortField);

@ArgsType()
export class ApiKeyListArgs extends PageArgs {
  @Field(() => ApiKeyFilter, { nullable: true })
  @ValidateNested()
  @MayBeNull()
  filter?: ApiKeyFilter | null;

  @Field(() => [ApiKeySort], { nullable: true, description: 'By name when left out.' })
  sort?: Sort<ApiKeySortField>[] | null;
}

export const ApiKeyPage = pageType('ApiKeyPage', ApiKey);
