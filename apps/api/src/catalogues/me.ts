import { Controller, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Actor, Capability, Side } from '#access';
import { GetProfile } from '#read-side';
import { By } from '../auth/caller.js';
import { unauthenticated } from '../auth/unauthenticated.js';
import { ReadQuery } from '../http/query-fields.js';
import { NamedBody, PersonBody } from '../tickets/answers.js';
import { toldFeatures } from '../limits/licence.js';
import { Question, type Told } from '../tickets/question.js';

export class MeBody {
  user!: PersonBody;
  tenant!: NamedBody;
  /** built-in, or one of the tenant's own */
  role!: string;
  side!: Side;
  /** what the role may try at all */
  capabilities!: Capability[];
  clients!: NamedBody[];
  groups!: NamedBody[];
  /** features by name, on or off */
  features!: Record<string, boolean>;
}

@ApiTags('catalogues')
@Controller('v1')
export class MeRoute {
  constructor(private readonly queries: QueryBus) {}

  @Question('me', { tells: 'Who the caller is, and what they may do', as: MeBody })
  async me(@By() by: Actor, @Query() _query: ReadQuery): Promise<Told<MeBody>> {
    const profile = await this.queries.execute(new GetProfile(by));
    if (!profile) throw unauthenticated('Bearer realm="ledgerdesk", error="invalid_token"');
    return { ...profile, features: toldFeatures(by.off ?? new Map()) };
  }
}
