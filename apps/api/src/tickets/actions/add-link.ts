import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { linkTypes, type LinkType } from '#ticket';
import { Text } from '../../http/fields.js';
import { Asked } from '../asked.js';
import { CommandDoor } from '../command-door.js';
import { CommandRoute } from '../command-route.js';

export class AddLinkBody {
  /** read from the side of the ticket in the path */
  @IsIn(linkTypes)
  type!: LinkType;

  /** the other ticket's UUID or number */
  @Text(100)
  target!: string;
}

@ApiTags('commands')
@Controller('v1/tickets')
export class AddLinkRoute {
  constructor(private readonly door: CommandDoor) {}

  @CommandRoute('POST', ':id/links', { does: 'Link to another ticket' })
  handle(@Asked() asked: Asked, @Body() body: AddLinkBody) {
    return this.door.link(asked, body, { type: 'AddLink', linkType: body.type, other: body.target });
  }
}
