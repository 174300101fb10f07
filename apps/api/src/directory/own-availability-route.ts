import { Body, Controller, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { setAvailability } from '#read-side';
import { callerOf } from '../auth/caller.js';
import { notAllowed } from '../http/problem.js';
import { Asked } from '../tickets/asked.js';
import type { Told } from '../tickets/question.js';
import { DirectoryDoor, versioned } from './directory-door.js';
import { DirectoryRoute } from './directory-route.js';

export class AvailabilityBody {
  @IsIn(['available', 'away'])
  availability!: 'available' | 'away';
}

/** Those to whom tickets are given say themselves whether they are there; a key of theirs does not. */
@ApiTags('catalogues')
@Controller('v1/me')
export class OwnAvailabilityRoute {
  constructor(private readonly door: DirectoryDoor) {}

  @DirectoryRoute('PATCH', '', { does: 'Say whether you are there, for support and partners', with: AvailabilityBody })
  async patch(
    @Asked() asked: Asked,
    @Req() request: FastifyRequest,
    @Body() { availability }: AvailabilityBody,
  ): Promise<Told<AvailabilityBody>> {
    const { id, side } = asked.by;
    if ((side !== 'staff' && side !== 'partner') || callerOf(request).via === 'api-key') throw notAllowed();
    const user = await this.door.changeAs(asked, (changing) =>
      setAvailability(changing, id, availability, asked.ifMatch),
    );
    versioned(asked, user);
    return { availability: user.availability };
  }
}
