import { Body, Controller, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#access';
import { adminGroup, createGroup, listAdminGroups, patchGroup, removeGroup, setMember, setScope } from '#read-side';
import { By } from '../auth/caller.js';
import { Asked } from '../tickets/asked.js';
import { Question, type Told } from '../tickets/question.js';
import { AdminGroupBody, AdminGroupsPage, DirectoryQuery, GroupPatchBody, NewGroupBody } from './bodies.js';
import { creationOf, DirectoryDoor, versioned } from './directory-door.js';
import { DirectoryRoute } from './directory-route.js';
import { NoQuery } from './no-query.js';

@ApiTags('administration')
@Controller('v1/admin/groups')
export class GroupsRoute {
  constructor(private readonly door: DirectoryDoor) {}

  @Question('', { tells: 'Groups with their members and what their queues cover', as: AdminGroupsPage, refuses: [403] })
  list(@By() by: Actor, @Query() query: DirectoryQuery): Promise<Told<AdminGroupsPage>> {
    return this.door.list(by, 'groups', query, ({ tx, tenant }, asked) => listAdminGroups(tx, tenant, asked));
  }

  @DirectoryRoute('POST', '', { does: 'Add a group', with: AdminGroupBody, creates: true })
  async create(@Asked() asked: Asked, @Body() body: NewGroupBody): Promise<Told<AdminGroupBody>> {
    const creation = creationOf(asked, 'group', body);
    const group = await this.door.change(asked, (changing) => createGroup(changing, body, creation));
    return versioned(asked, group, `/v1/admin/groups/${group.id}`);
  }

  @Question(':groupId', { tells: 'One group', as: AdminGroupBody, refuses: [403, 404] })
  one(@By() by: Actor, @Param('groupId') id: string, @Query() _query: NoQuery): Promise<Told<AdminGroupBody>> {
    return this.door.look(by, ({ tx, tenant }) => adminGroup(tx, tenant, id));
  }

  @DirectoryRoute('PATCH', ':groupId', {
    does: 'Change a group',
    tells: 'A merge patch (RFC 7396). Without `If-Match` the last writer wins.',
    with: AdminGroupBody,
  })
  async patch(
    @Asked() asked: Asked,
    @Param('groupId') id: string,
    @Body() body: GroupPatchBody,
  ): Promise<Told<AdminGroupBody>> {
    return versioned(asked, await this.door.change(asked, (changing) => patchGroup(changing, id, body, asked.ifMatch)));
  }

  @DirectoryRoute('DELETE', ':groupId', { does: 'Remove a group that nothing holds on to' })
  async remove(@Asked() asked: Asked, @Param('groupId') id: string): Promise<void> {
    this.door.enter(asked.by);
    await this.door.countable();
    await this.door.change(asked, (changing) => removeGroup(changing, id, asked.ifMatch));
  }

  @DirectoryRoute('PUT', ':groupId/members/:userId', { does: 'Put somebody into a group', with: AdminGroupBody })
  join(
    @Asked() asked: Asked,
    @Param('groupId') id: string,
    @Param('userId') userId: string,
  ): Promise<Told<AdminGroupBody>> {
    return this.#member(asked, id, userId, true);
  }

  @DirectoryRoute('DELETE', ':groupId/members/:userId', { does: 'Take somebody out of a group', with: AdminGroupBody })
  leave(
    @Asked() asked: Asked,
    @Param('groupId') id: string,
    @Param('userId') userId: string,
  ): Promise<Told<AdminGroupBody>> {
    return this.#member(asked, id, userId, false);
  }

  @DirectoryRoute('PUT', ':groupId/scopes/:categoryId', {
    does: 'Let the queue cover a category',
    with: AdminGroupBody,
  })
  coverCategory(
    @Asked() asked: Asked,
    @Param('groupId') id: string,
    @Param('categoryId') categoryId: string,
  ): Promise<Told<AdminGroupBody>> {
    return this.#scope(asked, id, categoryId, null, true);
  }

  @DirectoryRoute('DELETE', ':groupId/scopes/:categoryId', {
    does: 'Let the queue no longer cover a category; types of it that are named stay',
    with: AdminGroupBody,
  })
  leaveCategory(
    @Asked() asked: Asked,
    @Param('groupId') id: string,
    @Param('categoryId') categoryId: string,
  ): Promise<Told<AdminGroupBody>> {
    return this.#scope(asked, id, categoryId, null, false);
  }

  @DirectoryRoute('PUT', ':groupId/scopes/:categoryId/:typeId', {
    does: 'Let the queue cover one type of a category',
    with: AdminGroupBody,
  })
  coverType(
    @Asked() asked: Asked,
    @Param('groupId') id: string,
    @Param('categoryId') categoryId: string,
    @Param('typeId') typeId: string,
  ): Promise<Told<AdminGroupBody>> {
    return this.#scope(asked, id, categoryId, typeId, true);
  }

  @DirectoryRoute('DELETE', ':groupId/scopes/:categoryId/:typeId', {
    does: 'Let the queue no longer cover one type of a category',
    with: AdminGroupBody,
  })
  leaveType(
    @Asked() asked: Asked,
    @Param('groupId') id: string,
    @Param('categoryId') categoryId: string,
    @Param('typeId') typeId: string,
  ): Promise<Told<AdminGroupBody>> {
    return this.#scope(asked, id, categoryId, typeId, false);
  }

  async #member(asked: Asked, id: string, userId: string, on: boolean): Promise<Told<AdminGroupBody>> {
    return versioned(asked, await this.door.change(asked, (changing) => setMember(changing, id, userId, on)));
  }

  async #scope(
    asked: Asked,
    id: string,
    categoryId: string,
    typeId: string | null,
    on: boolean,
  ): Promise<Told<AdminGroupBody>> {
    const scope = { categoryId, typeId };
    return versioned(asked, await this.door.change(asked, (changing) => setScope(changing, id, scope, on)));
  }
}
