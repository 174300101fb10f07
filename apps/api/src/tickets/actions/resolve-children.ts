import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { limits } from '#ticket';
import { OptionalText } from '../../http/fields.js';
import { Asked } from '../asked.js';
import { CommandDoor } from '../command-door.js';
import { CommandRoute } from '../command-route.js';
import { ResultsBody } from '../item-results.js';

export class ResolveChildrenBody {
  /** for every child; without any, those the parent was resolved with */
  @OptionalText(limits.notes)
  notes?: string;
}

@ApiTags('commands')
@Controller('v1/tickets')
export class ResolveChildrenRoute {
  constructor(private readonly door: CommandDoor) {}

  @CommandRoute('POST', ':id/resolve-children', { does: 'Resolve every child that is open', with: ResultsBody })
  handle(@Asked() asked: Asked, @Body() body: ResolveChildrenBody): Promise<ResultsBody> {
    return this.door.resolveChildren(asked, body, body.notes);
  }
}
