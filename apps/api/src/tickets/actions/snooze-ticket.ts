import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Moment } from '../../http/query-fields.js';
import { Asked } from '../asked.js';
import { CommandDoor } from '../command-door.js';
import { CommandRoute } from '../command-route.js';
import { NothingBody } from '../nothing-body.js';

export class SnoozeTicketBody {
  /** a moment ahead, within a year */
  @Moment()
  until!: string;
}

@ApiTags('commands')
@Controller('v1/tickets')
export class SnoozeTicketRoute {
  constructor(private readonly door: CommandDoor) {}

  @CommandRoute('POST', ':id/snooze', { does: 'Set it aside until a moment; a reply of the requester wakes it before' })
  snooze(@Asked() asked: Asked, @Body() body: SnoozeTicketBody) {
    return this.door.act(asked, body, { type: 'SnoozeTicket', data: body });
  }

  @CommandRoute('DELETE', ':id/snooze', { does: 'Wake it now' })
  wake(@Asked() asked: Asked, @Body() body: NothingBody) {
    return this.door.act(asked, body, { type: 'WakeTicket', data: {} });
  }
}
