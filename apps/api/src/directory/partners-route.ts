// Partners are the users with partner roles.
import { Body, Controller, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { sideOf, type Actor } from '#access';
import {
  adminPartner,
  assignClient,
  createUser,
  listAdminUsers,
  patchUser,
  removeUser,
  withOpenTickets,
  wrongField,
} from '#read-side';
import { By } from '../auth/caller.js';
import { Asked } from '../tickets/asked.js';
import { Question, type Told } from '../tickets/question.js';
import {
  AdminUserBody,
  AdminUserDetailBody,
  AdminUsersPage,
  NewPartnerBody,
  PartnersQuery,
  UserPatchBody,
} from './bodies.js';
import { creationOf, DirectoryDoor, versioned } from './directory-door.js';
import { DirectoryRoute } from './directory-route.js';
import { NoQuery } from './no-query.js';

@ApiTags('administration')
@Controller('v1/admin/partners')
export class PartnersRoute {
  constructor(private readonly door: DirectoryDoor) {}

  @Question('', { tells: "Partners' users with the clients they work for", as: AdminUsersPage, refuses: [403] })
  list(@By() by: Actor, @Query() query: PartnersQuery): Promise<Told<AdminUsersPage>> {
    return this.door.list(by, 'partners', query, (looking, asked) =>
      listAdminUsers(looking, { ...asked, side: 'partner' }),
    );
  }

  @DirectoryRoute('POST', '', { does: "Add a partner's user", with: AdminUserBody, creates: true })
  async create(
    @Asked() asked: Asked,
    @Body() { role = 'partner_user', ...rest }: NewPartnerBody,
  ): Promise<Told<AdminUserBody>> {
    const fields = { ...rest, role };
    const user = await this.door.change(asked, async (changing) => {
      if (sideOf(role, changing.roles) !== 'partner') throw wrongField('role', 'conflict', 'is no role of partners');
      return createUser(changing, fields, creationOf(asked, 'partner', fields));
    });
    return versioned(asked, user, `/v1/admin/partners/${user.id}`);
  }

  @Question(':userId', { tells: "A partner's user", as: AdminUserDetailBody, refuses: [403, 404] })
  async one(
    @By() by: Actor,
    @Param('userId') userId: string,
    @Query() _query: NoQuery,
  ): Promise<Told<AdminUserDetailBody>> {
    return this.door.look(by, async (looking) => withOpenTickets(looking, await adminPartner(looking, userId)));
  }

  @DirectoryRoute('PATCH', ':userId', {
    does: "Change a partner's user",
    tells: 'A merge patch (RFC 7396). Without `If-Match` the last writer wins.',
    with: AdminUserBody,
  })
  async patch(
    @Asked() asked: Asked,
    @Param('userId') userId: string,
    @Body() body: UserPatchBody,
  ): Promise<Told<AdminUserBody>> {
    const user = await this.door.change(asked, async (changing) => {
      await adminPartner(changing, userId);
      return patchUser(changing, userId, body, asked.ifMatch);
    });
    return versioned(asked, user);
  }

  @DirectoryRoute('DELETE', ':userId', { does: "Remove a partner's user for ever", with: AdminUserDetailBody })
  async remove(@Asked() asked: Asked, @Param('userId') userId: string): Promise<Told<AdminUserDetailBody>> {
    const user = await this.door.change(asked, async (changing) => {
      await adminPartner(changing, userId);
      return removeUser(changing, userId, asked.ifMatch);
    });
    return versioned(asked, user);
  }

  @DirectoryRoute('PUT', ':userId/clients/:clientId', {
    does: "Let a partner's user work for a client",
    with: AdminUserBody,
  })
  async assign(
    @Asked() asked: Asked,
    @Param('userId') userId: string,
    @Param('clientId') clientId: string,
  ): Promise<Told<AdminUserBody>> {
    return versioned(
      asked,
      await this.door.change(asked, (changing) => assignClient(changing, userId, clientId, true)),
    );
  }

  @DirectoryRoute('DELETE', ':userId/clients/:clientId', {
    does: "Let a partner's user no longer work for a client",
    with: AdminUserBody,
  })
  async unassign(
    @Asked() asked: Asked,
    @Param('userId') userId: string,
    @Param('clientId') clientId: string,
  ): Promise<Told<AdminUserBody>> {
    return versioned(
      asked,
      await this.door.change(asked, (changing) => assignClient(changing, userId, clientId, false)),
    );
  }
}
