// Browsers: signing in and out, and who is signed in.
import { Body, Controller, Get, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiProperty, ApiQuery, ApiResponse, ApiSecurity, ApiTags } from '@nestjs/swagger';
import { IsOptional, MaxLength } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Side } from '#access';
import type { KnownActor } from '#read-side';
import { Limited } from '../limits/limits.js';
import { invalid, Problem } from '../http/problem.js';
import { Refuses, refusesAlways, refusesBodies } from '../http/problem-answers.js';
import { GivenOnce } from '../http/query-fields.js';
import { refusalOf } from '../http/refusals.js';
import { NothingBody } from '../tickets/nothing-body.js';
import { Browsers } from './browsers.js';
import { callerOf } from './caller.js';
import type { Claimed } from './claims.js';
import { identityAway, Open } from './gate.js';
import { failurePage, pageHeaders } from './pages.js';
import { Sessions } from './sessions.js';
import { pendingSeconds, SignIn } from './sign-in.js';
import { IdentityUnavailable } from './token-verifier.js';
import { unauthenticated } from './unauthenticated.js';

export class LoginQuery {
  /** a path of this site, where the browser is sent in the end */
  @IsOptional()
  @MaxLength(2_000)
  @GivenOnce()
  returnTo?: string;
}

export class NothingQuery {}

export class SessionUser {
  id!: string;
  name!: string;
  login!: string;
  role!: string;
  side!: Side;
  tenant!: string;
}

export class SessionBody {
  user!: SessionUser;
  /** for the header X-CSRF-Token, which every request of this session other than GET and HEAD must have */
  csrfToken!: string;
  /** the session's end at the latest */
  expiresAt!: string;
}

export class LogoutBody {
  /** where the identity provider ends its own session: to go there is the browser's to decide */
  @ApiProperty({ type: String, nullable: true })
  endUrl!: string | null;
}

/** Finds who has signed in. null: they may not be here. */
export type Welcome = (claimed: Claimed, correlationId: string) => Promise<KnownActor | null>;
export const WELCOME = Symbol('Welcome');

@ApiTags('session')
@Controller()
export class SessionRoutes {
  constructor(
    private readonly browsers: Browsers,
    private readonly sessions: Sessions,
    private readonly signIn: SignIn,
    @Inject(WELCOME) private readonly welcome: Welcome,
  ) {}

  @Open()
  @Limited('sign-in')
  @Get('auth/login')
  @ApiOperation({ summary: 'Begins to sign in: sends the browser to the identity provider' })
  @ApiResponse({ status: 303, description: 'To the identity provider' })
  @Refuses(400, 429, 500, 503)
  async login(
    @Query() { returnTo = '/' }: LoginQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const origin = this.browsers.originOf(request);
    const destination = placeAt(origin, returnTo);
    await inBrowser(request, reply, async () => {
      const { url, sealed } = await this.signIn.begin(origin, destination);
      void reply.header('Set-Cookie', this.browsers.pendingCookie(request, sealed, pendingSeconds)).redirect(url, 303);
    });
  }

  @Open()
  @Limited('sign-in')
  @Get('auth/callback')
  @ApiOperation({ summary: 'Where the identity provider sends the browser back: opens the session' })
  @ApiQuery({ name: 'code', required: false, type: String })
  @ApiQuery({ name: 'state', required: false, type: String })
  @ApiQuery({ name: 'error', required: false, type: String })
  @ApiResponse({ status: 303, description: 'To where the sign-in was begun for' })
  @Refuses(400, 403, 429, 500, 503)
  async callback(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const origin = this.browsers.originOf(request);
    await inBrowser(request, reply, async () => {
      void reply.header('Set-Cookie', this.browsers.noPendingCookie(request));
      const { search } = new URL(request.url, origin);
      const { claimed, returnTo } = await this.signIn.finish(origin, search, this.browsers.pendingOf(request));
      const known = claimed && (await this.welcome(claimed, request.id));
      if (!known) throw new Problem(403, 'no-account', 'You have no account here, or it is disabled.');
      const former = this.browsers.sessionOf(request);
      if (former) await this.sessions.end(former);
      const opened = await this.sessions.open(known.actor.tenant, known.actor.id);
      void reply.header('Set-Cookie', this.browsers.sessionCookie(request, opened)).redirect(returnTo, 303);
    });
  }

  @Post('auth/logout')
  @HttpCode(200)
  @ApiOperation({ summary: 'Ends the session' })
  @ApiSecurity('session')
  @ApiHeader({ name: 'X-CSRF-Token', required: true, schema: { type: 'string' } })
  @ApiResponse({ status: 200, type: LogoutBody })
  @Refuses(...refusesAlways, ...refusesBodies, 403)
  async logout(
    @Body() _body: NothingBody,
    @Query() _query: NothingQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LogoutBody> {
    await this.sessions.end(this.#session(request));
    void reply.header('Set-Cookie', this.browsers.noSessionCookie(request));
    return { endUrl: await this.signIn.endUrl(this.browsers.originOf(request)) };
  }

  @Get('v1/session')
  @ApiOperation({ summary: 'Who is signed in in this browser' })
  @ApiSecurity('session')
  @ApiResponse({ status: 200, type: SessionBody })
  @Refuses(...refusesAlways, 400)
  session(@Query() _query: NothingQuery, @Req() request: FastifyRequest): SessionBody {
    const { csrfToken } = this.#session(request);
    const { actor, name, login, expiresAt } = callerOf(request);
    const { id, role, side, tenant } = actor;
    return { user: { id, name, login, role, side, tenant }, csrfToken, expiresAt: expiresAt.toISOString() };
  }

  /** Of a caller who came by it; a token or a key has none. */
  #session(request: FastifyRequest) {
    const session = callerOf(request).via === 'session' ? this.browsers.sessionOf(request) : null;
    if (!session) throw unauthenticated('Bearer realm="ledgerdesk"');
    return session;
  }
}

/** The whole URL, so that nothing in the path can be read as another host. */
function placeAt(origin: string, path: string): string {
  const url = /^\/[\x21-\x7e]*$/.test(path) && URL.canParse(path, origin) ? new URL(path, origin) : null;
  if (url?.origin === origin) return url.href;
  throw invalid({ field: 'returnTo', code: 'invalid', message: 'must be a path of this site' });
}

/** People who are looking get a page that says what went wrong; programs the problem. */
async function inBrowser(request: FastifyRequest, reply: FastifyReply, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (thrown) {
    const error = thrown instanceof IdentityUnavailable ? identityAway(request, thrown) : thrown;
    const problem = error instanceof Problem ? error : refusalOf(error);
    if (problem === null) throw error;
    request.log.info({ correlationId: request.id, code: problem.code, err: problem.cause }, 'nobody was signed in');
    if (!request.headers.accept?.includes('text/html')) throw problem;
    void reply
      .code(problem.status)
      .headers({ ...problem.extra.headers, ...pageHeaders })
      .send(failurePage(problem.message));
  }
}
