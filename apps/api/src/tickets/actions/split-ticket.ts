import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsUUID } from 'class-validator';
import { limits } from '#ticket';
import { Text } from '../../http/fields.js';
import { Asked } from '../asked.js';
import { CommandDoor } from '../command-door.js';
import { CommandRoute } from '../command-route.js';
import { SplitResultsBody } from '../item-results.js';

export class SplitTicketBody {
  /** replies and notes of this ticket: all of them move, or none */
  @IsUUID(undefined, { each: true, message: 'each of $property must be a reply id' })
  @ArrayMinSize(1)
  @ArrayMaxSize(limits.repliesPerSplit)
  replyIds!: string[];

  /** of the new ticket */
  @Text(limits.subject)
  subject!: string;
}

@ApiTags('commands')
@Controller('v1/tickets')
export class SplitTicketRoute {
  constructor(private readonly door: CommandDoor) {}

  @CommandRoute('POST', ':id/split', { does: 'Move replies into a new ticket', with: SplitResultsBody })
  handle(@Asked() asked: Asked, @Body() body: SplitTicketBody): Promise<SplitResultsBody> {
    return this.door.split(asked, body);
  }
}
