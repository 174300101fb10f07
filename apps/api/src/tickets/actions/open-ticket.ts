import { Body, Controller } from '@nestjs/common';
import { ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayUnique, IsArray, IsIn, IsObject, IsOptional, IsString, ValidateNested } from 'class-validator';
import { priorities, type Priority } from '#policy';
import { limits } from '#ticket';
import type { CommandInput } from '#write-side';
import { MayBeAbsent, OptionalText, Slug, Text, UserId } from '../../http/fields.js';
import { Asked } from '../asked.js';
import { CommandDoor } from '../command-door.js';
import { CommandRoute } from '../command-route.js';
import { customValues, CustomValues } from '../custom-values.js';
import { References } from '../references.js';
import { ReferenceBody } from './add-reference.js';
import { AssigneeBody } from './assign-ticket.js';

/** What a person who looks into it will want to know. */
export class ContextBody {
  @OptionalText(limits.contextValue)
  productName?: string;

  @OptionalText(limits.contextValue)
  siteUrl?: string;

  @OptionalText(limits.contextValue)
  licenceKey?: string;

  @OptionalText(limits.contextValue)
  occurredAt?: string;

  @OptionalText(limits.contextValue)
  expected?: string;

  @OptionalText(limits.contextValue)
  actual?: string;

  @OptionalText(limits.contextValue)
  stepsTried?: string;
}

export class OpenTicketBody {
  @Text(limits.subject)
  subject!: string;

  /** required, unless the policy says otherwise */
  @OptionalText(limits.description)
  description?: string;

  @MayBeAbsent()
  @IsIn(priorities)
  priority?: Priority;

  @IsOptional()
  @Slug()
  categoryId?: string;

  @IsOptional()
  @Slug()
  typeId?: string;

  @IsOptional()
  @Slug()
  itemId?: string;

  /** staff and partners only: everybody else opens tickets of their own organisation */
  @IsOptional()
  @Slug()
  clientId?: string;

  @IsOptional()
  @Slug()
  projectId?: string;

  /** staff only: whom the ticket is for */
  @IsOptional()
  @UserId()
  requesterId?: string;

  /** staff only */
  @IsOptional()
  @Slug()
  status?: string;

  /** staff only */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => AssigneeBody)
  assignee?: AssigneeBody;

  /** user ids; the requester is told anyway */
  @MayBeAbsent()
  @ArrayUnique()
  @UserId({ each: true })
  @IsArray()
  recipients?: string[];

  @MayBeAbsent()
  @ValidateNested({ each: true })
  @Type(() => ReferenceBody)
  @IsArray()
  references?: ReferenceBody[];

  /** by the field's id */
  @ApiPropertyOptional(customValues)
  @MayBeAbsent()
  @CustomValues()
  customFields?: Record<string, string | number | null>;

  @MayBeAbsent()
  @IsString({ each: true })
  @IsArray()
  tags?: string[];

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => ContextBody)
  context?: ContextBody;

  @OptionalText(limits.department)
  department?: string;
}

@ApiTags('commands')
@Controller('v1/tickets')
export class OpenTicketRoute {
  constructor(
    private readonly door: CommandDoor,
    private readonly references: References,
  ) {}

  @CommandRoute('POST', '', { does: 'Open a ticket', answers: 201 })
  handle(@Asked() asked: Asked, @Body() body: OpenTicketBody) {
    const command = (ticketId: string, requesterClientId?: string | null): CommandInput => ({
      type: 'OpenTicket',
      data: { ...present(body), ticketId, requesterClientId },
    });
    return this.door.open(asked, body, command, async (ticketId) =>
      command(ticketId, await this.references.checkNewTicket(asked.by, body)),
    );
  }
}

/** null says the same as absence. */
export function present({ requesterId, clientId, status, assignee, context, ...rest }: OpenTicketBody) {
  return {
    ...rest,
    requesterId: requesterId ?? undefined,
    clientId: clientId ?? undefined,
    status: status ?? undefined,
    assignee: assignee ?? undefined,
    context: context ? Object.fromEntries(Object.entries(context) as [string, string][]) : undefined,
  };
}
