import { Body, Controller, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#access';
import { createProject, listAdminProjects, patchProject, projectCalled, removeProject } from '#read-side';
import { By } from '../auth/caller.js';
import { Asked } from '../tickets/asked.js';
import { Question, type Told } from '../tickets/question.js';
import {
  AdminProjectBody,
  AdminProjectsPage,
  InClientQuery,
  NamePatchBody,
  NewProjectBody,
  ProjectsAdminQuery,
} from './bodies.js';
import { creationOf, DirectoryDoor, versioned } from './directory-door.js';
import { DirectoryRoute } from './directory-route.js';

@ApiTags('administration')
@Controller('v1/admin/projects')
export class ProjectsRoute {
  constructor(private readonly door: DirectoryDoor) {}

  @Question('', { tells: 'The projects of all clients, or of one', as: AdminProjectsPage, refuses: [403] })
  list(@By() by: Actor, @Query() query: ProjectsAdminQuery): Promise<Told<AdminProjectsPage>> {
    return this.door.list(by, 'projects', query, ({ tx, tenant }, asked) => listAdminProjects(tx, tenant, asked));
  }

  @DirectoryRoute('POST', '', { does: 'Add a project to a client', with: AdminProjectBody, creates: true })
  async create(@Asked() asked: Asked, @Body() body: NewProjectBody): Promise<Told<AdminProjectBody>> {
    const creation = creationOf(asked, 'project', body);
    const project = await this.door.change(asked, (changing) => createProject(changing, body, creation));
    return versioned(asked, project, `/v1/admin/projects/${project.id}?clientId=${project.clientId}`);
  }

  @Question(':projectId', { tells: 'One project', as: AdminProjectBody, refuses: [403, 404] })
  one(
    @By() by: Actor,
    @Param('projectId') id: string,
    @Query() { clientId }: InClientQuery,
  ): Promise<Told<AdminProjectBody>> {
    return this.door.look(by, ({ tx, tenant }) => projectCalled(tx, tenant, id, clientId));
  }

  @DirectoryRoute('PATCH', ':projectId', {
    does: 'Change a project',
    tells: 'A merge patch (RFC 7396). Without `If-Match` the last writer wins.',
    with: AdminProjectBody,
    query: true,
  })
  async patch(
    @Asked() asked: Asked,
    @Param('projectId') id: string,
    @Query() { clientId }: InClientQuery,
    @Body() body: NamePatchBody,
  ): Promise<Told<AdminProjectBody>> {
    const project = await this.door.change(asked, async (changing) => {
      const found = await projectCalled(changing.tx, changing.tenant, id, clientId);
      return patchProject(changing, found.clientId, id, body, asked.ifMatch);
    });
    return versioned(asked, project);
  }

  @DirectoryRoute('DELETE', ':projectId', { does: 'Remove a project that nothing holds on to', query: true })
  async remove(
    @Asked() asked: Asked,
    @Param('projectId') id: string,
    @Query() { clientId }: InClientQuery,
  ): Promise<void> {
    this.door.enter(asked.by);
    await this.door.countable();
    await this.door.change(asked, async (changing) => {
      const found = await projectCalled(changing.tx, changing.tenant, id, clientId);
      await removeProject(changing, found.clientId, id, asked.ifMatch);
    });
  }
}
