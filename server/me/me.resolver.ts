import { Query, Resolver } from 'type-graphql';
import { Me } from '../../schema/me/me.type';
import type { MeService } from './me.service';

@Resolver(() => Me)
export class MeResolver {
  constructor(private readonly service: MeService) {}

  @Query(() => Me, {
    nullable: true,
    description: 'Who asks, and what they may; null for a command on the server itself.',
  })
  me(): Promise<Me | null> {
    return this.service.find();
  }
}
