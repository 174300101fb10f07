import { randomUUID } from 'node:crypto';
import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { IsEmail } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { limits } from '#ticket';
import { Open } from '../auth/gate.js';
import { Text } from '../http/fields.js';
import { Refuses, refusesBodies } from '../http/problem-answers.js';
import { refuseQuery } from '../http/request-head.js';
import { Counters } from '../limits/counters.js';
import { Limited } from '../limits/limits.js';
import { addressKey, AddressSecret } from './address-key.js';
import { ForGuests, Visited, type Visit } from './guest-gate.js';
import { LinkRequests } from './link-requests.js';

export class AccessLinkBody {
  /** the address the ticket was opened with */
  @IsEmail({}, { message: '$property must be an e-mail address' })
  @Text(limits.guestEmail)
  email!: string;

  /** the tracking number */
  @Text(100)
  number!: string;
}

export class AccessLinkAnswer {
  /** always: if address and number belong together, a link goes to the address */
  status!: 'accepted';
}

@ApiTags('guests')
@Controller('v1/guest/access-link')
export class AccessLinkRoute {
  constructor(
    private readonly requests: LinkRequests,
    private readonly counters: Counters,
    private readonly secret: AddressSecret,
  ) {}

  @Open()
  @ForGuests('link-request')
  @Limited('access-link')
  @Post()
  @HttpCode(202)
  @ApiOperation({ summary: 'Have a link to a ticket mailed; the answer is the same for wrong pairs', security: [] })
  @ApiResponse({ status: 202, type: AccessLinkAnswer })
  @Refuses(...refusesBodies, 403, 404, 429, 500, 503)
  async ask(
    @Visited() visit: Visit,
    @Body() { email, number }: AccessLinkBody,
    @Req() request: FastifyRequest,
  ): Promise<AccessLinkAnswer> {
    refuseQuery(request);
    await this.counters.count('access-link', addressKey(this.secret, email));
    // Answered before anything is looked up: the time it takes says nothing about the pair either.
    this.requests.take({ visit, email, number, linkId: randomUUID(), correlationId: request.id });
    return { status: 'accepted' };
  }
}
