import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { priorities, type Priority } from '#policy';
import { Asked } from '../asked.js';
import { CommandDoor } from '../command-door.js';
import { CommandRoute } from '../command-route.js';

export class SetPriorityBody {
  @IsIn(priorities)
  priority!: Priority;
}

@ApiTags('commands')
@Controller('v1/tickets')
export class SetPriorityRoute {
  constructor(private readonly door: CommandDoor) {}

  @CommandRoute('PUT', ':id/priority', { does: 'Change the priority' })
  handle(@Asked() asked: Asked, @Body() body: SetPriorityBody) {
    return this.door.act(asked, body, { type: 'SetPriority', data: body });
  }
}
