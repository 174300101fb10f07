import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { limits } from '#ticket';
import { OptionalText, Slug } from '../../http/fields.js';
import { Asked } from '../asked.js';
import { CommandDoor } from '../command-door.js';
import { CommandRoute } from '../command-route.js';

export class SetStatusBody {
  /** id of one of the tenant's statuses */
  @Slug()
  status!: string;

  /** some changes need one */
  @OptionalText(limits.reason)
  reason?: string;
}

@ApiTags('commands')
@Controller('v1/tickets')
export class SetStatusRoute {
  constructor(private readonly door: CommandDoor) {}

  @CommandRoute('PUT', ':id/status', { does: 'Set any status; decided like the verb that leads there' })
  handle(@Asked() asked: Asked, @Body() body: SetStatusBody) {
    return this.door.act(asked, body, { type: 'SetStatus', data: body });
  }
}
