import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { limits } from '#ticket';
import { OptionalText } from '../../http/fields.js';
import { Asked } from '../asked.js';
import { CommandDoor } from '../command-door.js';
import { CommandRoute } from '../command-route.js';

export class CloseTicketBody {
  @OptionalText(limits.reason)
  reason?: string;
}

@ApiTags('commands')
@Controller('v1/tickets')
export class CloseTicketRoute {
  constructor(private readonly door: CommandDoor) {}

  @CommandRoute('POST', ':id/close', { does: 'Close by hand' })
  handle(@Asked() asked: Asked, @Body() body: CloseTicketBody) {
    return this.door.act(asked, body, { type: 'CloseTicket', data: body });
  }
}
