import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { limits } from '#ticket';
import { OptionalText } from '../../http/fields.js';
import { Asked } from '../asked.js';
import { CommandDoor } from '../command-door.js';
import { CommandRoute } from '../command-route.js';

export class ResolveTicketBody {
  @OptionalText(limits.notes)
  notes?: string;
}

@ApiTags('commands')
@Controller('v1/tickets')
export class ResolveTicketRoute {
  constructor(private readonly door: CommandDoor) {}

  @CommandRoute('POST', ':id/resolve', { does: 'Resolve, with notes for the requester' })
  handle(@Asked() asked: Asked, @Body() body: ResolveTicketBody) {
    return this.door.act(asked, body, { type: 'ResolveTicket', data: body });
  }
}
