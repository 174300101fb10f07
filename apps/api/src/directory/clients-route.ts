import { Body, Controller, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#access';
import { adminClient, createClient, listAdminClients, patchClient, removeClient } from '#read-side';
import { By } from '../auth/caller.js';
import { Asked } from '../tickets/asked.js';
import { Question, type Told } from '../tickets/question.js';
import { AdminClientBody, AdminClientsPage, DirectoryQuery, NamePatchBody, NewNamedBody } from './bodies.js';
import { creationOf, DirectoryDoor, versioned } from './directory-door.js';
import { DirectoryRoute } from './directory-route.js';
import { NoQuery } from './no-query.js';

@ApiTags('administration')
@Controller('v1/admin/clients')
export class ClientsRoute {
  constructor(private readonly door: DirectoryDoor) {}

  @Question('', { tells: 'The clients of the tenant', as: AdminClientsPage, refuses: [403] })
  list(@By() by: Actor, @Query() query: DirectoryQuery): Promise<Told<AdminClientsPage>> {
    return this.door.list(by, 'clients', query, ({ tx, tenant }, asked) => listAdminClients(tx, tenant, asked));
  }

  @DirectoryRoute('POST', '', { does: 'Add a client', with: AdminClientBody, creates: true })
  async create(@Asked() asked: Asked, @Body() body: NewNamedBody): Promise<Told<AdminClientBody>> {
    const creation = creationOf(asked, 'client', body);
    const client = await this.door.change(asked, (changing) => createClient(changing, body, creation));
    return versioned(asked, client, `/v1/admin/clients/${client.id}`);
  }

  @Question(':clientId', { tells: 'One client', as: AdminClientBody, refuses: [403, 404] })
  one(@By() by: Actor, @Param('clientId') id: string, @Query() _query: NoQuery): Promise<Told<AdminClientBody>> {
    return this.door.look(by, ({ tx, tenant }) => adminClient(tx, tenant, id));
  }

  @DirectoryRoute('PATCH', ':clientId', {
    does: 'Change a client',
    tells: 'A merge patch (RFC 7396). Without `If-Match` the last writer wins.',
    with: AdminClientBody,
  })
  async patch(
    @Asked() asked: Asked,
    @Param('clientId') id: string,
    @Body() body: NamePatchBody,
  ): Promise<Told<AdminClientBody>> {
    return versioned(
      asked,
      await this.door.change(asked, (changing) => patchClient(changing, id, body, asked.ifMatch)),
    );
  }

  @DirectoryRoute('DELETE', ':clientId', { does: 'Remove a client that nothing holds on to' })
  async remove(@Asked() asked: Asked, @Param('clientId') id: string): Promise<void> {
    this.door.enter(asked.by);
    await this.door.countable();
    await this.door.change(asked, (changing) => removeClient(changing, id, asked.ifMatch));
  }
}
