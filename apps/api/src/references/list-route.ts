import { Controller, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { IsOptional, Length } from 'class-validator';
import { can, type Actor } from '#access';
import { ListReferences } from '#read-side';
import { limits } from '#ticket';
import { By } from '../auth/caller.js';
import { notAllowed } from '../http/problem.js';
import { GivenOnce, ReadQuery } from '../http/query-fields.js';
import { Question, type Told } from '../tickets/question.js';
import { ReferenceKinds } from './kinds.js';
import { KnownReferenceBody } from './report-route.js';

export class ReferencesQuery extends ReadQuery {
  @IsOptional()
  @Length(1, limits.referenceKind)
  @GivenOnce()
  kind?: string;

  /** what the id begins with, in any letter case */
  @IsOptional()
  @Length(1, limits.referenceId)
  @GivenOnce()
  q?: string;

  /** of the ticket that is to refer to it; customers name things of their own organisation */
  @IsOptional()
  @Length(1, 100)
  @GivenOnce()
  clientId?: string;

  @IsOptional()
  @Length(1, 100)
  @GivenOnce()
  projectId?: string;
}

export class KnownReferencesBody {
  /** that can be named at all */
  kinds!: string[];
  /** those reported, the latest first; of kinds that another system is asked about there are none */
  items!: KnownReferenceBody[];
}

@ApiTags('catalogues')
@Controller('v1/references')
export class ReferencesRoute {
  constructor(
    private readonly queries: QueryBus,
    private readonly kinds: ReferenceKinds,
  ) {}

  /** For a picker: exactly what a ticket of that client and project may refer to. */
  @Question('', { tells: 'What a ticket can refer to', as: KnownReferencesBody, refuses: [403] })
  async list(
    @By() by: Actor,
    @Query() { kind, q, clientId, projectId }: ReferencesQuery,
  ): Promise<Told<KnownReferencesBody>> {
    if (!can(by, 'create') && !can(by, 'references')) throw notAllowed();
    const place = {
      clientId: by.side === 'customer' ? by.clientId : (clientId ?? null),
      projectId: projectId ?? null,
    };
    const items = await this.queries.execute(new ListReferences(by, { kind, q, ...place }));
    return { kinds: this.kinds.names, items };
  }
}
