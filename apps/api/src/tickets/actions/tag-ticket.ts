import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Asked } from '../asked.js';
import { CommandDoor } from '../command-door.js';
import { CommandRoute } from '../command-route.js';
import { NothingBody } from '../nothing-body.js';

@ApiTags('commands')
@Controller('v1/tickets')
export class TagTicketRoute {
  constructor(private readonly door: CommandDoor) {}

  @CommandRoute('PUT', ':id/tags/:tag', { does: 'Add a tag; it is stored trimmed and in lower case' })
  handle(@Asked() asked: Asked, @Body() body: NothingBody) {
    return this.door.act(asked, body, { type: 'TagTicket', data: { tag: asked.params.tag ?? '' } });
  }
}
