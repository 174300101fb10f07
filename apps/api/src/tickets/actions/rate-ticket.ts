import { Body, Controller } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsInt, Max, Min } from 'class-validator';
import { limits } from '#ticket';
import { OptionalText } from '../../http/fields.js';
import { Asked } from '../asked.js';
import { CommandDoor } from '../command-door.js';
import { CommandRoute } from '../command-route.js';

export class RateTicketBody {
  @ApiProperty({ type: 'integer', minimum: 1, maximum: 5 })
  @Min(1)
  @Max(5)
  @IsInt()
  score!: number;

  @OptionalText(limits.ratingComment)
  comment?: string;
}

@ApiTags('commands')
@Controller('v1/tickets')
export class RateTicketRoute {
  constructor(private readonly door: CommandDoor) {}

  @CommandRoute('POST', ':id/rating', { does: 'Rate how the ticket was resolved, as its requester' })
  handle(@Asked() asked: Asked, @Body() body: RateTicketBody) {
    return this.door.act(asked, body, { type: 'RateTicket', data: body });
  }
}
