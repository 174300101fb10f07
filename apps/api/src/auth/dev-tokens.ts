// Signing in without an identity provider. Only the embedded mode has these routes.
import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiResponse, ApiTags } from '@nestjs/swagger';
import { IsInt, Max, Min } from 'class-validator';
import type { JWK } from 'jose';
import { MayBeAbsent, Text } from '../http/fields.js';
import { invalid } from '../http/problem.js';
import { Refuses, refusesBodies } from '../http/problem-answers.js';
import { DevUser } from './dev-user.js';
import { EmbeddedIssuer } from './embedded-issuer.js';
import { Limited } from '../limits/limits.js';
import { Open } from './gate.js';

const eightHours = 8 * 60 * 60;

export class DevTokenBody {
  /** the login of somebody in the directory */
  @Text(254)
  user!: string;

  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(30 * 24 * 60 * 60)
  ttlSeconds?: number;
}

export class DevTokenAnswer {
  token!: string;
  expiresAt!: string;
  user!: DevUser;
}

export class JwksBody {
  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } })
  keys!: JWK[];
}

/** Finds an enabled user of any tenant by login; null: nobody. */
export type FindByLogin = (login: string) => Promise<DevUser | null>;
export const FIND_BY_LOGIN = Symbol('FindByLogin');

@ApiTags('development')
@Controller('v1/dev')
export class DevTokens {
  constructor(
    private readonly issuer: EmbeddedIssuer,
    @Inject(FIND_BY_LOGIN) private readonly findByLogin: FindByLogin,
  ) {}

  @Open()
  @Limited('dev-token')
  @Post('token')
  @HttpCode(200)
  @ApiOperation({ summary: 'A token for somebody of the demo directory' })
  @ApiResponse({ status: 200, type: DevTokenAnswer })
  @Refuses(...refusesBodies, 429)
  async issue(@Body() { user: login, ttlSeconds = eightHours }: DevTokenBody): Promise<DevTokenAnswer> {
    const user = await this.findByLogin(login.toLowerCase());
    if (!user) throw invalid({ field: 'user', code: 'not-found', message: 'is nobody in the directory' });
    const { token, expiresAt } = await this.issuer.issue({ userId: user.id, tenant: user.tenant, seconds: ttlSeconds });
    return { token, expiresAt: expiresAt.toISOString(), user };
  }

  @Open()
  @Get('jwks')
  @ApiOperation({ summary: 'The keys that these tokens are checked with' })
  @ApiResponse({ status: 200, type: JwksBody })
  keys(): JwksBody {
    return { keys: [this.issuer.publicKey] };
  }
}
