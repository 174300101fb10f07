import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Asked } from '../asked.js';
import { CommandDoor } from '../command-door.js';
import { CommandRoute } from '../command-route.js';
import { NothingBody } from '../nothing-body.js';

@ApiTags('commands')
@Controller('v1/tickets')
export class UntagTicketRoute {
  constructor(private readonly door: CommandDoor) {}

  @CommandRoute('DELETE', ':id/tags/:tag', { does: 'Remove a tag' })
  handle(@Asked() asked: Asked, @Body() body: NothingBody) {
    return this.door.act(asked, body, { type: 'UntagTicket', data: { tag: asked.params.tag ?? '' } });
  }
}
