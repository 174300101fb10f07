import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CommandInput } from '#write-side';
import { MayBeAbsent, UserId } from '../../http/fields.js';
import { Asked } from '../asked.js';
import { CommandDoor } from '../command-door.js';
import { CommandRoute } from '../command-route.js';
import { References } from '../references.js';

export class StartProgressBody {
  /** absent: the caller, if no user is assigned */
  @MayBeAbsent()
  @UserId()
  assigneeId?: string;
}

@ApiTags('commands')
@Controller('v1/tickets')
export class StartProgressRoute {
  constructor(
    private readonly door: CommandDoor,
    private readonly references: References,
  ) {}

  @CommandRoute('POST', ':id/start', { does: 'Take up the work' })
  handle(@Asked() asked: Asked, @Body() body: StartProgressBody) {
    const command: CommandInput = { type: 'StartProgress', data: body };
    return this.door.act(asked, body, command, async () => {
      await this.references.check(asked.by, {
        assigneeId: body.assigneeId ? { assignee: body.assigneeId } : undefined,
      });
      return command;
    });
  }
}
