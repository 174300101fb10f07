import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { limits } from '#ticket';
import { Text } from '../../http/fields.js';
import { Asked } from '../asked.js';
import { CommandDoor } from '../command-door.js';
import { CommandRoute } from '../command-route.js';

export class ReferenceBody {
  /** what it is, like `call` */
  @Text(limits.referenceKind)
  kind!: string;

  /** its id elsewhere */
  @Text(limits.referenceId)
  id!: string;
}

@ApiTags('commands')
@Controller('v1/tickets')
export class AddReferenceRoute {
  constructor(private readonly door: CommandDoor) {}

  @CommandRoute('POST', ':id/references', { does: 'Attach something that is kept elsewhere' })
  handle(@Asked() asked: Asked, @Body() body: ReferenceBody) {
    return this.door.act(asked, body, { type: 'AddReference', data: body });
  }
}
