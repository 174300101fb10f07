// Partners review which of their own people work for which client; saying so themselves is off until a policy gives
// their role `assign-partners`.
import { Controller, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { can, type Actor } from '#access';
import { assignColleague, colleaguesOf, DATABASE, type Database } from '#read-side';
import { By } from '../auth/caller.js';
import { notAllowed } from '../http/problem.js';
import { Asked } from '../tickets/asked.js';
import { NamedBody } from '../tickets/answers.js';
import { Question, type Told } from '../tickets/question.js';
import { DirectoryDoor } from './directory-door.js';
import { DirectoryRoute } from './directory-route.js';
import { NoQuery } from './no-query.js';

export class ColleagueBody extends NamedBody {
  role!: string;
  disabled!: boolean;
  /** of the clients the caller works for those they work for too */
  clients!: string[];
}

export class ColleaguesBody {
  items!: ColleagueBody[];
}

@ApiTags('administration')
@Controller('v1/partners')
export class ColleaguesRoute {
  constructor(
    private readonly door: DirectoryDoor,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  @Question('', {
    tells: "The caller's own partner's users, and for which of the caller's clients each works",
    as: ColleaguesBody,
    refuses: [403],
  })
  async list(@By() by: Actor, @Query() _query: NoQuery): Promise<Told<ColleaguesBody>> {
    if (!can(by, 'review-partners')) throw notAllowed();
    return { items: await this.database.inTenant(by.tenant, (tx) => colleaguesOf(tx, by)) };
  }

  @DirectoryRoute('PUT', ':userId/clients/:clientId', {
    does: 'Let a colleague work for a client of yours',
    with: ColleagueBody,
  })
  assign(
    @Asked() asked: Asked,
    @Param('userId') userId: string,
    @Param('clientId') clientId: string,
  ): Promise<Told<ColleagueBody>> {
    return this.#set(asked, userId, clientId, true);
  }

  @DirectoryRoute('DELETE', ':userId/clients/:clientId', {
    does: 'Let a colleague no longer work for a client of yours',
    with: ColleagueBody,
  })
  unassign(
    @Asked() asked: Asked,
    @Param('userId') userId: string,
    @Param('clientId') clientId: string,
  ): Promise<Told<ColleagueBody>> {
    return this.#set(asked, userId, clientId, false);
  }

  async #set(asked: Asked, userId: string, clientId: string, on: boolean): Promise<Told<ColleagueBody>> {
    const { by } = asked;
    if (!can(by, 'assign-partners')) throw notAllowed();
    return this.door.changeAs(asked, (changing) => assignColleague(changing, by, userId, clientId, on));
  }
}
