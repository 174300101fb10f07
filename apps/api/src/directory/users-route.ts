import { Body, Controller, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#access';
import {
  adminUser,
  assignProject,
  createUser,
  listAdminUsers,
  patchUser,
  removeUser,
  setDisabled,
  withOpenTickets,
} from '#read-side';
import { By } from '../auth/caller.js';
import { Asked } from '../tickets/asked.js';
import { NothingBody } from '../tickets/nothing-body.js';
import { Question, type Told } from '../tickets/question.js';
import {
  AdminUserBody,
  AdminUserDetailBody,
  AdminUsersPage,
  InClientQuery,
  NewUserBody,
  UserPatchBody,
  UsersQuery,
} from './bodies.js';
import { creationOf, DirectoryDoor, versioned } from './directory-door.js';
import { DirectoryRoute } from './directory-route.js';
import { NoQuery } from './no-query.js';

@ApiTags('administration')
@Controller('v1/admin/users')
export class UsersRoute {
  constructor(private readonly door: DirectoryDoor) {}

  @Question('', { tells: 'The people of the tenant', as: AdminUsersPage, refuses: [403] })
  list(@By() by: Actor, @Query() query: UsersQuery): Promise<Told<AdminUsersPage>> {
    return this.door.list(by, 'users', query, (looking, asked) => listAdminUsers(looking, asked));
  }

  @DirectoryRoute('POST', '', { does: 'Add somebody', with: AdminUserBody, creates: true })
  async create(@Asked() asked: Asked, @Body() body: NewUserBody): Promise<Told<AdminUserBody>> {
    const user = await this.door.change(asked, (changing) =>
      createUser(changing, body, creationOf(asked, 'user', body)),
    );
    return versioned(asked, user, `/v1/admin/users/${user.id}`);
  }

  @Question(':userId', { tells: 'One of the people', as: AdminUserDetailBody, refuses: [403, 404] })
  async one(
    @By() by: Actor,
    @Param('userId') userId: string,
    @Query() _query: NoQuery,
  ): Promise<Told<AdminUserDetailBody>> {
    return this.door.look(by, async (looking) => withOpenTickets(looking, await adminUser(looking, userId)));
  }

  @DirectoryRoute('PATCH', ':userId', {
    does: 'Change somebody',
    tells:
      'A merge patch (RFC 7396). Without `If-Match` the last writer wins. What no longer fits a new role goes with it: ' +
      'organisation, clients, groups, projects.',
    with: AdminUserBody,
  })
  async patch(
    @Asked() asked: Asked,
    @Param('userId') userId: string,
    @Body() body: UserPatchBody,
  ): Promise<Told<AdminUserBody>> {
    return versioned(
      asked,
      await this.door.change(asked, (changing) => patchUser(changing, userId, body, asked.ifMatch)),
    );
  }

  @DirectoryRoute('DELETE', ':userId', {
    does: 'Remove somebody for ever',
    tells: 'They can do nothing any more, and their login is free again; history goes on showing the name.',
    with: AdminUserDetailBody,
  })
  async remove(@Asked() asked: Asked, @Param('userId') userId: string): Promise<Told<AdminUserDetailBody>> {
    return versioned(asked, await this.door.change(asked, (changing) => removeUser(changing, userId, asked.ifMatch)));
  }

  @DirectoryRoute('POST', ':userId/disable', { does: 'Let somebody in no more', with: AdminUserDetailBody })
  async disable(
    @Asked() asked: Asked,
    @Param('userId') userId: string,
    @Body() _body: NothingBody,
  ): Promise<Told<AdminUserDetailBody>> {
    return versioned(
      asked,
      await this.door.change(asked, (changing) => setDisabled(changing, userId, true, asked.ifMatch)),
    );
  }

  @DirectoryRoute('POST', ':userId/enable', { does: 'Let somebody in again', with: AdminUserDetailBody })
  async enable(
    @Asked() asked: Asked,
    @Param('userId') userId: string,
    @Body() _body: NothingBody,
  ): Promise<Told<AdminUserDetailBody>> {
    return versioned(
      asked,
      await this.door.change(asked, (changing) => setDisabled(changing, userId, false, asked.ifMatch)),
    );
  }

  @DirectoryRoute('PUT', ':userId/projects/:projectId', {
    does: 'Narrow a customer to a project, or to one more',
    with: AdminUserBody,
    query: true,
  })
  async assign(
    @Asked() asked: Asked,
    @Param('userId') userId: string,
    @Param('projectId') projectId: string,
    @Query() { clientId }: InClientQuery,
  ): Promise<Told<AdminUserBody>> {
    const project = { clientId, projectId };
    return versioned(
      asked,
      await this.door.change(asked, (changing) => assignProject(changing, userId, project, true)),
    );
  }

  @DirectoryRoute('DELETE', ':userId/projects/:projectId', {
    does: 'Take a project from a customer; without any they see the whole organisation',
    with: AdminUserBody,
    query: true,
  })
  async unassign(
    @Asked() asked: Asked,
    @Param('userId') userId: string,
    @Param('projectId') projectId: string,
    @Query() { clientId }: InClientQuery,
  ): Promise<Told<AdminUserBody>> {
    const project = { clientId, projectId };
    return versioned(
      asked,
      await this.door.change(asked, (changing) => assignProject(changing, userId, project, false)),
    );
  }
}
