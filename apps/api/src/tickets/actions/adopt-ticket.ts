import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Asked } from '../asked.js';
import { CommandDoor } from '../command-door.js';
import { CommandRoute } from '../command-route.js';
import { NothingBody } from '../nothing-body.js';

@ApiTags('commands')
@Controller('v1/tickets')
export class AdoptTicketRoute {
  constructor(private readonly door: CommandDoor) {}

  @CommandRoute('POST', ':id/adopt', { does: 'Let an imported ticket go live: its timers start now' })
  handle(@Asked() asked: Asked, @Body() body: NothingBody) {
    return this.door.act(asked, body, { type: 'AdoptTicket', data: {} });
  }
}
