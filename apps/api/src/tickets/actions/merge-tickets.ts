import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsString, MaxLength } from 'class-validator';
import { invalid } from '../../http/problem.js';
import { Asked } from '../asked.js';
import { CommandDoor } from '../command-door.js';
import { CommandRoute } from '../command-route.js';
import { MergeResultsBody } from '../item-results.js';

export class MergeTicketsBody {
  /** UUIDs or numbers of the duplicates */
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  sources!: string[];
}

@ApiTags('commands')
@Controller('v1/tickets')
export class MergeTicketsRoute {
  constructor(private readonly door: CommandDoor) {}

  @CommandRoute('POST', ':id/merge', { does: 'Take duplicates into this ticket', with: MergeResultsBody })
  handle(@Asked() asked: Asked, @Body() body: MergeTicketsBody): Promise<MergeResultsBody> {
    const { sources } = body;
    const twice = sources.findIndex((id, index) => sources.indexOf(id) !== index);
    if (twice >= 0) throw invalid({ field: `sources[${twice}]`, code: 'invalid', message: 'is named twice' });
    return this.door.merge(asked, body, 'merge', sources);
  }
}
