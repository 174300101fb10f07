import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CommandInput } from '#write-side';
import { UserId } from '../../http/fields.js';
import { Asked } from '../asked.js';
import { CommandDoor } from '../command-door.js';
import { CommandRoute } from '../command-route.js';
import { References } from '../references.js';

export class AddRecipientBody {
  @UserId()
  userId!: string;
}

@ApiTags('commands')
@Controller('v1/tickets')
export class AddRecipientRoute {
  constructor(
    private readonly door: CommandDoor,
    private readonly references: References,
  ) {}

  @CommandRoute('POST', ':id/recipients', { does: 'Tell one more person of public replies' })
  handle(@Asked() asked: Asked, @Body() body: AddRecipientBody) {
    const command: CommandInput = { type: 'AddRecipient', data: body };
    return this.door.act(asked, body, command, async () => {
      await this.references.check(asked.by, { userId: { recipient: body.userId } });
      return command;
    });
  }
}
