// Is the process alive, and can it do its work? Orchestrators ask without a token.
import { Controller, Get, Res } from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Open } from '../auth/gate.js';
import { Readiness, Ready } from './readiness.js';

export class Live {
  @ApiProperty({ enum: ['live'] })
  status!: 'live';
}

@ApiTags('operations')
@Controller('health')
export class Health {
  constructor(private readonly readiness: Readiness) {}

  @Open()
  @Get('live')
  @ApiOperation({ summary: 'The process answers' })
  @ApiResponse({ status: 200, type: Live })
  live(): Live {
    return { status: 'live' };
  }

  @Open()
  @Get('ready')
  @ApiOperation({ summary: 'Each dependency, and how far each read model is behind' })
  @ApiResponse({ status: 200, type: Ready })
  @ApiResponse({ status: 503, type: Ready })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Ready> {
    const state = await this.readiness.look();
    void reply.code(state.status === 'ready' ? 200 : 503);
    return state;
  }
}
