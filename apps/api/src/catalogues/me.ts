import { Controller, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { can, type Actor, type Capability, type Side } from '#access';
import type { Duration, TicketPolicy } from '#policy';
import { GetProfile } from '#read-side';
import { defaultReferenceLimits, levelsToChoose } from '#ticket';
import { PolicyBook } from '#write-side';
import { By } from '../auth/caller.js';
import { unauthenticated } from '../auth/unauthenticated.js';
import { ReadQuery } from '../http/query-fields.js';
import { NamedBody, PersonBody } from '../tickets/answers.js';
import { toldFeatures } from '../limits/licence.js';
import { Question, type Told } from '../tickets/question.js';

export class RecipientRulesBody {
  min!: number;
  max!: number;
}

export class RulesBody {
  descriptionRequired!: boolean;
  /** levels of the classification that the caller may give a new ticket: none, category, type, item */
  @ApiProperty({ enum: [0, 1, 2, 3] })
  levels!: number;
  categoryRequired!: boolean;
  /** how many are told of a ticket, its requester counted */
  recipients!: RecipientRulesBody;
  /** calls a ticket may refer to */
  calls!: number;
  /** how long the caller may correct what they wrote, ISO 8601; null: without end */
  @ApiProperty({ type: 'string', nullable: true })
  editWindow!: Duration | null;
  /** texts that look as if they held a secret are pointed at, refused, or not looked at */
  onSecrets!: 'warn' | 'refuse' | 'off';
}

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
  /** what the tenant's policy says of forms the caller may send */
  rules!: RulesBody;
}

@ApiTags('catalogues')
@Controller('v1')
export class MeRoute {
  constructor(
    private readonly queries: QueryBus,
    private readonly policies: PolicyBook,
  ) {}

  @Question('me', { tells: 'Who the caller is, and what they may do', as: MeBody })
  async me(@By() by: Actor, @Query() _query: ReadQuery): Promise<Told<MeBody>> {
    const profile = await this.queries.execute(new GetProfile(by));
    if (!profile) throw unauthenticated('Bearer realm="ledgerdesk", error="invalid_token"');
    return {
      ...profile,
      features: toldFeatures(by.off ?? new Map()),
      rules: rulesFor(by, await this.policies.get(by.tenant)),
    };
  }
}

function rulesFor(by: Actor, policy: TicketPolicy): RulesBody {
  const { onCreate, classification, recipients, references, replies, onSecrets = 'warn' } = policy;
  const levels = levelsToChoose(by, policy);
  return {
    descriptionRequired: onCreate.descriptionRequired ?? true,
    levels,
    categoryRequired: levels > 0 && classification.onCreate === 'required',
    recipients,
    calls: references?.limits['call'] ?? defaultReferenceLimits['call'] ?? 0,
    editWindow: can(by, 'edit-any') || can(by, 'edit-own-always') ? null : replies.editWindow,
    onSecrets,
  };
}
