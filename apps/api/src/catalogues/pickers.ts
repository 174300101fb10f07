// Whom and what the caller can name in commands: exactly what the commands accept.
import { Controller, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { IsOptional, Length } from 'class-validator';
import { can, type Actor } from '#access';
import { ListAssignees, ListClients, ListProjects, ListTags, RecipientCandidates } from '#read-side';
import { PolicyBook } from '#write-side';
import { By } from '../auth/caller.js';
import { Freshness } from '../http/freshness.js';
import { invalid, notAllowed } from '../http/problem.js';
import { GivenOnce, ReadQuery } from '../http/query-fields.js';
import { NamedBody, PersonBody } from '../tickets/answers.js';
import { Question, type Told } from '../tickets/question.js';

export class AssigneesQuery extends ReadQuery {
  /** part of a name */
  @IsOptional()
  @Length(1, 200)
  @GivenOnce()
  q?: string;

  /** those whose queue covers this ticket come first */
  @IsOptional()
  @Length(1, 100)
  @GivenOnce()
  ticket?: string;
}

export class CandidatesQuery extends ReadQuery {
  /** part of a name or, for support, of an address */
  @IsOptional()
  @Length(1, 200)
  @GivenOnce()
  q?: string;

  @IsOptional()
  @Length(1, 100)
  @GivenOnce()
  clientId?: string;
}

export class ProjectsQuery extends ReadQuery {
  @IsOptional()
  @Length(1, 100)
  @GivenOnce()
  clientId?: string;
}

export class TagsQuery extends ReadQuery {
  /** what its name begins with, in any letter case */
  @IsOptional()
  @Length(1, 100)
  @GivenOnce()
  prefix?: string;
}

export class AssignableUser extends NamedBody {
  available!: boolean;
  /** the ticket stands in their queue already */
  covers!: boolean;
}

export class AssignableGroup extends NamedBody {
  covers!: boolean;
}

export class AssigneesBody {
  users!: AssignableUser[];
  groups!: AssignableGroup[];
}

export class PeopleBody {
  items!: PersonBody[];
}

export class ClientsBody {
  items!: NamedBody[];
}

export class TagsBody {
  items!: NamedBody[];
}

export class ProjectBody extends NamedBody {
  clientId!: string;
}

export class ProjectsBody {
  items!: ProjectBody[];
}

@ApiTags('catalogues')
@Controller('v1')
export class PickersRoute {
  constructor(
    private readonly queries: QueryBus,
    private readonly policies: PolicyBook,
    private readonly freshness: Freshness,
  ) {}

  @Question('assignees', { tells: 'Who can hold a ticket', as: AssigneesBody, refuses: [403] })
  async assignees(@By() by: Actor, @Query() { after, q, ticket }: AssigneesQuery): Promise<Told<AssigneesBody>> {
    if (!can(by, 'assign')) throw notAllowed();
    await this.freshness.reach(['ticket-list'], after);
    const found = await this.queries.execute(new ListAssignees(by, { q, ticket }, await this.policies.get(by.tenant)));
    if (!found) throw invalid({ field: 'ticket', code: 'not-found', message: 'is not known' });
    return found;
  }

  @Question('recipient-candidates', { tells: 'Who can be told of a ticket', as: PeopleBody, refuses: [403] })
  async recipients(@By() by: Actor, @Query() { q, clientId }: CandidatesQuery): Promise<Told<PeopleBody>> {
    if (!can(by, 'recipients')) throw notAllowed();
    return { items: await this.queries.execute(new RecipientCandidates(by, { q, clientId })) };
  }

  @Question('clients', { tells: 'The clients the caller knows', as: ClientsBody })
  async clients(@By() by: Actor, @Query() _query: ReadQuery): Promise<Told<ClientsBody>> {
    return { items: await this.queries.execute(new ListClients(by)) };
  }

  @Question('projects', { tells: 'The projects the caller knows', as: ProjectsBody })
  async projects(@By() by: Actor, @Query() { clientId }: ProjectsQuery): Promise<Told<ProjectsBody>> {
    return { items: await this.queries.execute(new ListProjects(by, clientId)) };
  }

  @Question('tags', { tells: 'Tags that can be given, for those who tag', as: TagsBody, refuses: [403] })
  async tags(@By() by: Actor, @Query() { after, prefix }: TagsQuery): Promise<Told<TagsBody>> {
    if (!can(by, 'tag')) throw notAllowed();
    await this.freshness.reach(['ticket-search'], after);
    return { items: await this.queries.execute(new ListTags(by, prefix, (await this.policies.get(by.tenant)).tags)) };
  }
}
