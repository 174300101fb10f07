import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IsOptional, ValidateIf } from 'class-validator';
import { Slug } from '../../http/fields.js';
import { Asked } from '../asked.js';
import { CommandDoor } from '../command-door.js';
import { CommandRoute } from '../command-route.js';

export class ClassifyTicketBody {
  /** null: none */
  @ValidateIf((_, value) => value !== null)
  @Slug()
  categoryId!: string | null;

  @IsOptional()
  @Slug()
  typeId?: string | null;

  @IsOptional()
  @Slug()
  itemId?: string | null;
}

@ApiTags('commands')
@Controller('v1/tickets')
export class ClassifyTicketRoute {
  constructor(private readonly door: CommandDoor) {}

  @CommandRoute('PUT', ':id/classification', { does: 'Replace category, type and item' })
  handle(@Asked() asked: Asked, @Body() body: ClassifyTicketBody) {
    return this.door.act(asked, body, { type: 'ClassifyTicket', data: body });
  }
}
