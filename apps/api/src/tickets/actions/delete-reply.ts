import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Asked } from '../asked.js';
import { CommandDoor } from '../command-door.js';
import { CommandRoute } from '../command-route.js';
import { NothingBody } from '../nothing-body.js';
import { replyIdIn } from '../reply-id.js';

@ApiTags('commands')
@Controller('v1/tickets')
export class DeleteReplyRoute {
  constructor(private readonly door: CommandDoor) {}

  @CommandRoute('DELETE', ':id/replies/:replyId', { does: 'Take a reply or note back' })
  handle(@Asked() asked: Asked, @Body() body: NothingBody) {
    return this.door.act(asked, body, { type: 'DeleteReply', data: { replyId: replyIdIn(asked) } });
  }
}
