import { Body, Controller, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { limits } from '#ticket';
import { OptionalText } from '../../http/fields.js';
import { Asked } from '../asked.js';
import { CommandDoor } from '../command-door.js';
import { CommandRoute } from '../command-route.js';
import { NothingBody } from '../nothing-body.js';

export class DeleteTicketQuery {
  @OptionalText(limits.reason)
  reason?: string;
}

@ApiTags('commands')
@Controller('v1/tickets')
export class DeleteTicketRoute {
  constructor(private readonly door: CommandDoor) {}

  @CommandRoute('DELETE', ':id', { does: 'Delete for good: what people wrote becomes unreadable', query: true })
  handle(@Asked() asked: Asked, @Query() query: DeleteTicketQuery, @Body() _body: NothingBody) {
    return this.door.act(asked, query, { type: 'DeleteTicket', data: query });
  }
}
