import { Controller, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#access';
import { By } from '../auth/caller.js';
import { Question, type Told } from '../tickets/question.js';
import { EntitlementsBody } from './bodies.js';
import { DirectoryDoor } from './directory-door.js';
import { NoQuery } from './no-query.js';

@ApiTags('administration')
@Controller('v1/admin/entitlements')
export class EntitlementsRoute {
  constructor(private readonly door: DirectoryDoor) {}

  @Question('', {
    tells: 'What the tenant has licensed; only whoever operates the installation changes it',
    as: EntitlementsBody,
    refuses: [403],
  })
  entitlements(@By() by: Actor, @Query() _query: NoQuery): Promise<Told<EntitlementsBody>> {
    return this.door.look(by, ({ tx, tenant }) =>
      tx.selectFrom('directory.tenants').select('features').where('id', '=', tenant).executeTakeFirstOrThrow(),
    );
  }
}
