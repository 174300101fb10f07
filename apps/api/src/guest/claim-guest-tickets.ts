import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiHeader, ApiOperation, ApiResponse, ApiSecurity, ApiTags } from '@nestjs/swagger';
import { can, type Actor } from '#access';
import { claimableTickets, DATABASE, type Database } from '#read-side';
import { guestIdOf } from '#ticket';
import { ActOnTicket } from '#write-side';
import { Freshness } from '../http/freshness.js';
import { notAllowed, Problem } from '../http/problem.js';
import { Refuses, refusesAlways, refusesBodies } from '../http/problem-answers.js';
import { Asked } from '../tickets/asked.js';
import { commandIdOf, hashOf } from '../tickets/command-door.js';
import { ItemResult, toResult } from '../tickets/item-results.js';
import { NothingBody } from '../tickets/nothing-body.js';
import { ForGuests } from './guest-gate.js';

export class ClaimResultsBody {
  /** a hundred at most: those that are left are claimed by asking again */
  results!: ItemResult[];
  /** for `?after=`: covers every ticket in it; null when there is none */
  position!: string | null;
}

@ApiTags('guests')
@Controller('v1/guest/claim')
export class ClaimGuestTicketsRoute {
  constructor(
    private readonly commands: CommandBus,
    @Inject(DATABASE) private readonly database: Database,
    private readonly freshness: Freshness,
  ) {}

  @ForGuests('account')
  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: "Take over what was opened as a guest with the caller's verified e-mail address" })
  @ApiSecurity('bearer')
  @ApiHeader({ name: 'Idempotency-Key', required: false, schema: { type: 'string', minLength: 1, maxLength: 200 } })
  @ApiResponse({ status: 200, type: ClaimResultsBody })
  @Refuses(...refusesAlways, ...refusesBodies, 404)
  async claim(@Asked() asked: Asked, @Body() body: NothingBody): Promise<ClaimResultsBody> {
    const { by } = asked;
    if (!can(by, 'create')) throw notAllowed();
    await this.freshness.current(['ticket-list', 'ticket-search']);
    const found = await this.database.inTenant(by.tenant, (tx) => claimableTickets(tx, by));
    if (!found) throw new Problem(403, 'email-not-verified', 'Your account has no verified e-mail address.');
    const results: ItemResult[] = [];
    let last = 0n;
    for (const { id, number } of found.tickets) {
      try {
        const receipt = await this.commands.execute(
          new ActOnTicket({
            ticketId: id,
            command: { type: 'ClaimTicket', data: { email: found.email } },
            by: knowing(by, id),
            commandId: commandIdOf(asked, id),
            requestHash: hashOf(asked, 'ClaimTicket', body),
            correlationId: asked.correlationId,
          }),
        );
        if (receipt.position > last) last = receipt.position;
        results.push(toResult({ id, number, revision: receipt.revision, unchanged: !receipt.changed }));
      } catch (error) {
        results.push(toResult({ id, number, error }));
      }
    }
    return { results, position: last === 0n ? null : String(last) };
  }
}

/** Their address opens the ticket to them: whether it is the right one, the ticket judges. */
function knowing(by: Actor, ticketId: string): Actor {
  const reach = by.reach ?? by.scope;
  return reach === 'tenant' ? by : { ...by, reach: [...reach, { requesterId: [guestIdOf(ticketId)] }] };
}
