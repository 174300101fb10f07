// The mail that is not sent where there is no mail server: the links that would be in it. Embedded mode only.
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { DATABASE, guestTicketNumbered, type Database } from '#read-side';
import { GuestLinks } from '#write-side';
import { Open } from '../auth/gate.js';
import { Text } from '../http/fields.js';
import { Freshness } from '../http/freshness.js';
import { ticketNotFound } from '../http/problem.js';
import { Refuses } from '../http/problem-answers.js';
import { Limited } from '../limits/limits.js';
import { ForGuests, Visited, type Visit } from './guest-gate.js';

export class DevLinksQuery {
  /** the tracking number */
  @Text(100)
  number!: string;
}

export class DevLinkBody {
  /** for `Authorization: Bearer` */
  token!: string;
  expiresAt!: string;
}

export class DevLinksBody {
  /** those that open the ticket now, oldest first */
  items!: DevLinkBody[];
}

@ApiTags('development')
@Controller('v1/dev/guest-links')
export class DevGuestLinks {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly freshness: Freshness,
    private readonly links: GuestLinks,
  ) {}

  @Open()
  @ForGuests('link-request')
  @Limited('dev-token')
  @Get()
  @ApiOperation({ summary: "The links of a guest's ticket, as they would be mailed", security: [] })
  @ApiResponse({ status: 200, type: DevLinksBody })
  @Refuses(400, 404, 429, 500, 503)
  async show(@Visited() { tenant }: Visit, @Query() { number }: DevLinksQuery): Promise<DevLinksBody> {
    await this.freshness.current(['ticket-list']);
    const ticketId = await this.database.inTenant(tenant, (tx) => guestTicketNumbered(tx, tenant, number));
    if (ticketId === null) throw ticketNotFound();
    const links = await this.links.of(tenant, ticketId, new Date().toISOString());
    return {
      items: links.map(({ id, expiresAt }) => ({
        token: this.links.tokenOf({ tenant, ticketId, linkId: id }),
        expiresAt,
      })),
    };
  }
}
