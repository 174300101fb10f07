import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Asked } from '../asked.js';
import { CommandDoor } from '../command-door.js';
import { CommandRoute } from '../command-route.js';
import { NothingBody } from '../nothing-body.js';

@ApiTags('commands')
@Controller('v1/tickets')
export class RemoveRecipientRoute {
  constructor(private readonly door: CommandDoor) {}

  @CommandRoute('DELETE', ':id/recipients/:userId', { does: 'Tell somebody no longer; one always stays' })
  handle(@Asked() asked: Asked, @Body() body: NothingBody) {
    const userId = (asked.params.userId ?? '').toLowerCase();
    return this.door.act(asked, body, { type: 'RemoveRecipient', data: { userId } });
  }
}
