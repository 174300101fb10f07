import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Slug } from '../../http/fields.js';
import { Asked } from '../asked.js';
import { CommandDoor } from '../command-door.js';
import { CommandRoute } from '../command-route.js';
import { MergeResultsBody } from '../item-results.js';

export class UnmergeTicketBody {
  /** UUID or number of a ticket that was merged into this one */
  @Slug()
  source!: string;
}

@ApiTags('commands')
@Controller('v1/tickets')
export class UnmergeTicketRoute {
  constructor(private readonly door: CommandDoor) {}

  @CommandRoute('POST', ':id/unmerge', { does: 'Let a merged ticket go on by itself', with: MergeResultsBody })
  handle(@Asked() asked: Asked, @Body() body: UnmergeTicketBody): Promise<MergeResultsBody> {
    return this.door.merge(asked, body, 'unmerge', [body.source]);
  }
}
