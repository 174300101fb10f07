import { Controller, Get, Headers, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiProduces, ApiResponse, ApiSecurity, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { callerOf } from '../auth/caller.js';
import { Problem } from '../http/problem.js';
import { Refuses, refusesAlways } from '../http/problem-answers.js';
import { LiveTickets } from './live-tickets.js';

export class StreamQuery {}

/** Small: what a client has not taken waits in the feed, which is shared and bounded. */
const highWaterMark = 16 * 1024;

function positionIn(header: string | undefined): bigint | undefined {
  if (header === undefined || header === '') return undefined;
  if (/^\d{1,20}$/.test(header)) return BigInt(header);
  throw new Problem(400, 'bad-position', 'Last-Event-ID is not a position.', {
    errors: [{ field: 'Last-Event-ID', code: 'bad-position', message: 'must be a position' }],
  });
}

@ApiTags('questions')
@Controller('v1')
export class StreamRoute {
  constructor(private readonly live: LiveTickets) {}

  @Get('stream')
  @ApiOperation({
    summary: 'What changes in scope, as it happens',
    description:
      'Events: `ticket-changed {id, number, revision, change}`, `ticket-gone {id}` (in scope no longer), ' +
      '`badges-changed {}`, and `reset {}` (what you hold may be out of date: ask again). Each is sent once lists show ' +
      'it; `id` is a position. A comment comes every 15 seconds. The stream ends with the token or a changed right.',
  })
  @ApiSecurity('bearer')
  @ApiProduces('text/event-stream')
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'The last `id` you got: goes on behind it' })
  @ApiResponse({
    status: 200,
    description: 'The stream',
    content: { 'text/event-stream': { schema: { type: 'string' } } },
  })
  @Refuses(...refusesAlways, 400)
  async stream(
    @Req() request: FastifyRequest,
    @Query() _query: StreamQuery,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    let frames: Readable | undefined;
    const from = positionIn(lastEventId);
    const reader = await this.live.join(callerOf(request), from, () => frames?.destroy());
    // Also when the client was gone before it came to this.
    if (reply.raw.destroyed) return this.live.leave(reader);
    reply.raw.once('close', () => this.live.leave(reader));
    frames = Readable.from(reader.frames(), { objectMode: false, highWaterMark });
    void reply
      .header('Content-Type', 'text/event-stream; charset=utf-8')
      .header('Cache-Control', 'no-store, no-transform')
      .header('X-Accel-Buffering', 'no')
      .send(frames);
  }
}
