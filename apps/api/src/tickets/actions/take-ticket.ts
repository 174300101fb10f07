import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Asked } from '../asked.js';
import { CommandDoor } from '../command-door.js';
import { CommandRoute } from '../command-route.js';
import { NothingBody } from '../nothing-body.js';

@ApiTags('commands')
@Controller('v1/tickets')
export class TakeTicketRoute {
  constructor(private readonly door: CommandDoor) {}

  @CommandRoute('POST', ':id/take', { does: 'Assign to the caller what no user holds' })
  handle(@Asked() asked: Asked, @Body() body: NothingBody) {
    return this.door.act(asked, body, { type: 'TakeTicket', data: {} });
  }
}
