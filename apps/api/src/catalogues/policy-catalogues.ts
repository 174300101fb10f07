// What the tenant's policy offers: statuses, priorities, categories, custom fields, and to those who work by it the whole.
import { Controller, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiProperty, ApiPropertyOptional, ApiTags, type ApiPropertyOptions } from '@nestjs/swagger';
import { IsOptional, Length, Matches } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { can, type Actor } from '#access';
import { fieldsFor, type Category, type Priority, type State } from '#policy';
import { CountTickets } from '#read-side';
import { fieldDepth, selectablePriorities } from '#ticket';
import { PolicyBook } from '#write-side';
import { By } from '../auth/caller.js';
import { Freshness } from '../http/freshness.js';
import { invalid, notAllowed } from '../http/problem.js';
import { GivenOnce, ReadQuery } from '../http/query-fields.js';
import { Question, type Told } from '../tickets/question.js';

export class StatusBody {
  id!: string;
  label!: string;
  state!: State;
  colour!: string;
  order!: number;
  /** still offered; tickets stay in one that is not */
  active!: boolean;
  pausesSla!: boolean;
  requesterMayComment!: boolean;
}

export class CountedStatusBody extends StatusBody {
  /** how many tickets in the caller's scope are in it; told to the desk and to auditors */
  tickets?: number;
}

export class StatusesBody {
  items!: CountedStatusBody[];
}

export class PriorityBody {
  id!: Priority;
  label!: string;
  /** what it is for */
  guide?: string;
  /** the caller may choose it for a new ticket */
  selectable!: boolean;
}

export class PrioritiesBody {
  /** those in use, low first */
  items!: PriorityBody[];
  default!: Priority;
}

export class EntryBody {
  id!: string;
  name!: string;
  order!: number;
  active!: boolean;
}

export class CategoryTypeBody extends EntryBody {
  items!: EntryBody[];
}

export class CategoryBody extends EntryBody {
  types!: CategoryTypeBody[];
}

export class CategoriesBody {
  items!: CategoryBody[];
  /** how deep tickets are classified: category, or category, type and item */
  @ApiProperty({ enum: [1, 3] })
  levels!: number;
  onCreate!: 'required' | 'optional' | 'hidden';
}

export class ResolvedFieldsQuery extends ReadQuery {
  @IsOptional()
  @Length(1, 100)
  @GivenOnce()
  categoryId?: string;

  @IsOptional()
  @Length(1, 100)
  @GivenOnce()
  typeId?: string;

  @IsOptional()
  @Length(1, 100)
  @GivenOnce()
  itemId?: string;
}

export class ResolvedFieldBody {
  id!: string;
  name!: string;
  type!: 'text' | 'textarea' | 'number' | 'select';
  options!: string[];
  visibleOnNew!: boolean;
  requiredOnNew!: boolean;
}

export class ResolvedFieldsBody {
  items!: ResolvedFieldBody[];
}

const part: ApiPropertyOptions = { type: 'object', additionalProperties: true };
const parts: ApiPropertyOptions = { type: 'array', items: { type: 'object', additionalProperties: true } };

export class PolicyBody {
  version!: number;
  preset!: string;
  statuses!: StatusBody[];
  initialStatus!: string;
  @ApiProperty(parts)
  transitions!: object[];
  @ApiProperty(part)
  reopen!: object;
  @ApiProperty(part)
  autoClose!: object;
  @ApiProperty(part)
  replies!: object;
  @ApiProperty(part)
  priorities!: object;
  @ApiProperty(part)
  classification!: object;
  @ApiProperty(parts)
  customFields!: object[];
  @ApiProperty(part)
  onCreate!: object;
  @ApiProperty(part)
  visibility!: object;
  @ApiProperty(part)
  numbers!: object;
  @ApiProperty(part)
  recipients!: object;
  @ApiPropertyOptional(part)
  references?: object;
  /** are requesters asked what they think of a resolution */
  @ApiPropertyOptional(part)
  rating?: object;
  /** texts that look as if they held a secret; absent is `warn` */
  onSecrets?: 'warn' | 'refuse' | 'off';
  @ApiProperty(part)
  attachments!: object;
  @ApiProperty(part)
  guest!: object;
  @ApiProperty(part)
  search!: object;
  @ApiProperty(part)
  badges!: object;
  @ApiProperty(part)
  sla!: object;
  @ApiProperty(part)
  autoAssign!: object;
  @ApiProperty(part)
  mail!: object;
  @ApiProperty(part)
  features!: object;
  /** by id: what built-in roles can do besides or no longer, and roles of the tenant's own */
  @ApiPropertyOptional(part)
  roles?: object;
}

export class PolicyQuery extends ReadQuery {
  /** an earlier one, for those who audit; absent: the one in force */
  @IsOptional()
  @Matches(/^\d{1,9}$/, { message: '$property must be a version' })
  @GivenOnce()
  version?: string;
}

const isDesk = ({ side }: Actor): boolean => side === 'staff' || side === 'service';

@ApiTags('catalogues')
@Controller('v1')
export class PolicyCatalogues {
  constructor(
    private readonly policies: PolicyBook,
    private readonly queries: QueryBus,
    private readonly freshness: Freshness,
  ) {}

  @Question('statuses', { tells: "The tenant's statuses, in their order", as: StatusesBody })
  async statuses(@By() by: Actor, @Query() { after }: ReadQuery): Promise<Told<StatusesBody>> {
    const statuses = (await this.policies.get(by.tenant)).statuses.toSorted((a, b) => a.order - b.order);
    if (!isDesk(by) && !can(by, 'audit')) return { items: statuses };
    await this.freshness.reach(['ticket-list'], after);
    const { byStatus } = await this.queries.execute(new CountTickets(by));
    return { items: statuses.map((status) => ({ ...status, tickets: byStatus[status.id] ?? 0 })) };
  }

  @Question('priorities', { tells: 'The priorities in use', as: PrioritiesBody })
  async priorities(@By() by: Actor, @Query() _query: ReadQuery): Promise<Told<PrioritiesBody>> {
    const policy = await this.policies.get(by.tenant);
    const { active, default: usual, labels = {}, guide = {} } = policy.priorities;
    const selectable = selectablePriorities(by, policy);
    const items = active.map((id) => ({
      id,
      label: labels[id] ?? id.charAt(0).toUpperCase() + id.slice(1),
      ...(guide[id] !== undefined && { guide: guide[id] }),
      selectable: selectable.includes(id),
    }));
    return { items, default: usual };
  }

  @Question('categories', { tells: 'How tickets are classified', as: CategoriesBody })
  async categories(@By() by: Actor, @Query() _query: ReadQuery): Promise<Told<CategoriesBody>> {
    const { categories, levels, onCreate } = (await this.policies.get(by.tenant)).classification;
    return { items: seen(categories, by), levels, onCreate };
  }

  @Question('custom-fields/resolved', { tells: 'The custom fields of a classification', as: ResolvedFieldsBody })
  async fields(@By() by: Actor, @Query() query: ResolvedFieldsQuery): Promise<Told<ResolvedFieldsBody>> {
    const { categoryId = null, typeId = null, itemId = null } = query;
    const policy = await this.policies.get(by.tenant);
    const found = fieldsFor(policy, { categoryId, typeId, itemId }, fieldDepth(by));
    return {
      items: found.map(({ field: { id, name, type, options }, visibleOnNew, requiredOnNew }) => ({
        id,
        name,
        type,
        options,
        visibleOnNew,
        requiredOnNew,
      })),
    };
  }

  /** It names what others are not shown: archived categories, fields of deeper levels, how files are checked. */
  @Question('policy', { tells: 'The whole policy, for staff and auditors', as: PolicyBody, refuses: [403] })
  async policy(
    @By() by: Actor,
    @Query() { version }: PolicyQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Told<PolicyBody>> {
    if (version === undefined ? !isDesk(by) && !can(by, 'audit') : !can(by, 'audit')) throw notAllowed();
    const policy =
      version === undefined ? await this.policies.get(by.tenant) : await this.policies.at(by.tenant, Number(version));
    if (!policy) throw invalid({ field: 'version', code: 'not-found', message: 'was never published' });
    void reply.header('ETag', `"${policy.version}"`);
    return policy;
  }
}

/** What is archived is for the desk and auditors. */
function seen(categories: readonly Category[], by: Actor): Told<CategoryBody>[] {
  const shown = <T extends { readonly active: boolean; readonly order: number }>(entries: readonly T[]): T[] =>
    entries.filter(({ active }) => active || isDesk(by) || can(by, 'audit')).toSorted((a, b) => a.order - b.order);
  return shown(categories).map((category) => ({
    ...category,
    types: shown(category.types).map((type) => ({ ...type, items: shown(type.items) })),
  }));
}
