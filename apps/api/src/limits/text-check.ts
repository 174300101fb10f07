import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiSecurity, ApiTags } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import type { Actor } from '#access';
import { findSecrets, limits, type SecretKind } from '#ticket';
import { PolicyBook } from '#write-side';
import { By } from '../auth/caller.js';
import { Refuses, refusesAlways, refusesBodies } from '../http/problem-answers.js';
import { RouteOptions } from '../http/route-options.js';

export class TextCheckBody {
  @MaxLength(limits.body)
  @IsString({ message: '$property must be text' })
  text!: string;
}

export class FindingBody {
  kind!: SecretKind;
  /** in UTF-16 units, as JavaScript counts; `end` is behind the last one */
  start!: number;
  end!: number;
}

export class FindingsBody {
  /** what becomes of such a text when it is sent: it is taken, or refused with `secret-in-text` */
  onSecrets!: 'warn' | 'refuse' | 'off';
  /** in the order of the text; none where the check is off */
  findings!: FindingBody[];
}

@ApiTags('questions')
@Controller('v1/text-check')
export class TextCheckRoute {
  constructor(private readonly policies: PolicyBook) {}

  @Post()
  @HttpCode(200)
  @RouteOptions({ asks: true })
  @ApiOperation({
    summary: 'Does a text look as if it held a password, key, code or card number?',
    description: 'For forms, before they are sent. The text is neither stored nor logged.',
  })
  @ApiSecurity('bearer')
  @ApiResponse({ status: 200, type: FindingsBody, description: 'The answer' })
  @Refuses(...refusesAlways, ...refusesBodies)
  async check(@By() { tenant }: Actor, @Body() { text }: TextCheckBody): Promise<FindingsBody> {
    const { onSecrets = 'warn' } = await this.policies.get(tenant);
    return { onSecrets, findings: onSecrets === 'off' ? [] : findSecrets(text) };
  }
}
