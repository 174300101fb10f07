import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { linkTypes } from '#ticket';
import { invalid } from '../../http/problem.js';
import { Asked } from '../asked.js';
import { CommandDoor } from '../command-door.js';
import { CommandRoute } from '../command-route.js';
import { NothingBody } from '../nothing-body.js';

@ApiTags('commands')
@Controller('v1/tickets')
export class RemoveLinkRoute {
  constructor(private readonly door: CommandDoor) {}

  @CommandRoute('DELETE', ':id/links/:type/:otherId', { does: 'Take a link away, from either side' })
  handle(@Asked() asked: Asked, @Body() body: NothingBody) {
    const { type, otherId = '' } = asked.params;
    const linkType = linkTypes.find((known) => known === type);
    if (!linkType) throw invalid({ field: 'type', code: 'unknown-value', message: 'is no type of link' });
    return this.door.link(asked, body, { type: 'RemoveLink', linkType, other: otherId });
  }
}
