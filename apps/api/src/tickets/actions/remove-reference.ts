import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Asked } from '../asked.js';
import { CommandDoor } from '../command-door.js';
import { CommandRoute } from '../command-route.js';
import { NothingBody } from '../nothing-body.js';

@ApiTags('commands')
@Controller('v1/tickets')
export class RemoveReferenceRoute {
  constructor(private readonly door: CommandDoor) {}

  @CommandRoute('DELETE', ':id/references/:kind/:refId', { does: 'Detach it' })
  handle(@Asked() asked: Asked, @Body() body: NothingBody) {
    const { kind = '', refId = '' } = asked.params;
    return this.door.act(asked, body, { type: 'RemoveReference', data: { kind, id: refId } });
  }
}
