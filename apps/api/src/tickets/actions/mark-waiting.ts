import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { limits } from '#ticket';
import { OptionalText } from '../../http/fields.js';
import { Asked } from '../asked.js';
import { CommandDoor } from '../command-door.js';
import { CommandRoute } from '../command-route.js';

export class MarkWaitingBody {
  @OptionalText(limits.reason)
  reason?: string;
}

@ApiTags('commands')
@Controller('v1/tickets')
export class MarkWaitingRoute {
  constructor(private readonly door: CommandDoor) {}

  @CommandRoute('POST', ':id/wait', { does: 'Wait for the requester' })
  handle(@Asked() asked: Asked, @Body() body: MarkWaitingBody) {
    return this.door.act(asked, body, { type: 'MarkWaiting', data: body });
  }
}
