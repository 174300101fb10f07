import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import type { CommandInput } from '#write-side';
import { Slug, UserId } from '../../http/fields.js';
import { Asked } from '../asked.js';
import { CommandDoor } from '../command-door.js';
import { CommandRoute } from '../command-route.js';
import { References } from '../references.js';

export class AssigneeBody {
  @IsOptional()
  @Slug()
  groupId?: string | null;

  @IsOptional()
  @UserId()
  userId?: string | null;
}

@ApiTags('commands')
@Controller('v1/tickets')
export class AssignTicketRoute {
  constructor(
    private readonly door: CommandDoor,
    private readonly references: References,
  ) {}

  @CommandRoute('PUT', ':id/assignee', { does: 'Replace group and user; naming none clears both' })
  handle(@Asked() asked: Asked, @Body() body: AssigneeBody) {
    const { userId, groupId } = body;
    const command: CommandInput = { type: 'AssignTicket', data: { userId, groupId } };
    return this.door.act(asked, body, command, async () => {
      await this.references.check(asked.by, {
        userId: userId ? { assignee: userId } : undefined,
        groupId: groupId ? { group: groupId } : undefined,
      });
      return command;
    });
  }
}
