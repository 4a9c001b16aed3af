import { Field, ObjectType } from 'type-graphql';
import { ApiKey } from './api-key.entity';

/** A key that was just made. */
@ObjectType({ description: 'A key that was just made: this answer alone shows it.' })
export class ApiKeyWithSecret {
  @Field(() => ApiKey, { description: 'What is kept of the key.' })
  apiKey!: ApiKey;

  @Field(() => String, {
    description:
      'The key itself, to be sent as Authorization: Bearer, as X-API-Key or as the password of HTTP Basic. It is shown this once.',
  })
  secret!: string;
}
