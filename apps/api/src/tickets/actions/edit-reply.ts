import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { limits } from '#ticket';
import { Text } from '../../http/fields.js';
import { Asked } from '../asked.js';
import { CommandDoor } from '../command-door.js';
import { CommandRoute } from '../command-route.js';
import { replyIdIn } from '../reply-id.js';

export class EditReplyBody {
  @Text(limits.body)
  body!: string;
}

@ApiTags('commands')
@Controller('v1/tickets')
export class EditReplyRoute {
  constructor(private readonly door: CommandDoor) {}

  @CommandRoute('PATCH', ':id/replies/:replyId', { does: 'Correct a reply or note' })
  handle(@Asked() asked: Asked, @Body() body: EditReplyBody) {
    return this.door.act(asked, body, { type: 'EditReply', data: { replyId: replyIdIn(asked), body: body.body } });
  }
}
