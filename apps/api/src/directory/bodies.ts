// What administrators send and get.
import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsArray, IsBoolean, IsIn, IsOptional, Length, Matches, MaxLength, ValidateIf } from 'class-validator';
import type { Side } from '#access';
import { MayBeAbsent, Text } from '../http/fields.js';
import { GivenOnce, PageQuery, Repeated } from '../http/query-fields.js';
import { NamedBody } from '../tickets/answers.js';

const slug = /^[a-z0-9][a-z0-9_-]{0,63}$/;
export const sides = ['customer', 'partner', 'staff', 'auditor', 'service'] as const;

const Id = () =>
  applyDecorators(
    ApiProperty({ pattern: slug.source, maxLength: 64 }),
    Matches(slug, { message: '$property must be an id of a-z, 0-9, - and _' }),
  );

/** May be absent, and null says that there is none. */
const IdOrNull = () =>
  applyDecorators(
    ApiProperty({ type: String, nullable: true, required: false, maxLength: 64 }),
    IsOptional(),
    Matches(slug, { message: '$property must be an id of a-z, 0-9, - and _' }),
  );

const Patched = (max: number) => applyDecorators(Text(max), MayBeAbsent(), ApiProperty({ required: false }));

export class AdminUserBody {
  id!: string;
  login!: string;
  name!: string;
  @ApiProperty({ type: String, nullable: true })
  email!: string | null;
  /** the address is known to be theirs */
  verified!: boolean;
  /** built-in, or one of the policy's `roles` */
  role!: string;
  side!: Side;
  /** the organisation of customers */
  @ApiProperty({ type: String, nullable: true })
  clientId!: string | null;
  /** the organisation of partners: colleagues have the same */
  @ApiProperty({ type: String, nullable: true })
  partnerId!: string | null;
  availability!: 'available' | 'away';
  /** what the identity provider calls them; null: it names them by `id` */
  @ApiProperty({ type: String, nullable: true })
  subject!: string | null;
  disabled!: boolean;
  /** disabled for ever; only the name is left */
  removed!: boolean;
  groups!: string[];
  /** those a partner's user works for */
  clients!: string[];
  /** those a customer is narrowed to; empty: the whole organisation */
  projects!: string[];
  createdAt!: string;
  version!: number;
}

export class AdminUserDetailBody extends AdminUserBody {
  /** assigned to them, neither resolved nor closed: `GET /v1/tickets?assignee=user:<id>` lists them */
  openTickets!: number;
}

export class AdminUsersPage {
  items!: AdminUserBody[];
  nextCursor!: string | null;
}

/** `login` and `name` are not among them: what may be absent in a base may be absent in every class that extends it. */
class UserFieldsBody {
  @ApiProperty({ type: String, nullable: true, required: false })
  @MaxLength(254)
  @IsOptional()
  email?: string | null;

  @MayBeAbsent()
  @IsBoolean()
  verified?: boolean;

  @IdOrNull()
  clientId?: string | null;

  @IdOrNull()
  partnerId?: string | null;

  @MayBeAbsent()
  @IsIn(['available', 'away'])
  availability?: 'available' | 'away';

  /** what the identity provider calls them, letter by letter; unique in the tenant */
  @ApiProperty({ type: String, nullable: true, required: false, maxLength: 255 })
  @IsOptional()
  @Length(1, 255)
  subject?: string | null;
}

export class UserPatchBody extends UserFieldsBody {
  /** an e-mail address, or a name of a-z, 0-9, dots and dashes; unique in the tenant, letter case does not count */
  @Patched(254)
  login?: string;

  @Patched(200)
  name?: string;

  @Patched(32)
  role?: string;
}

export class NewUserBody extends UserFieldsBody {
  /** an e-mail address, or a name of a-z, 0-9, dots and dashes; unique in the tenant, letter case does not count */
  @Text(254)
  login!: string;

  @Text(200)
  name!: string;

  @Text(32)
  role!: string;
}

export class NewPartnerBody extends UserFieldsBody {
  /** an e-mail address, or a name of a-z, 0-9, dots and dashes; unique in the tenant, letter case does not count */
  @Text(254)
  login!: string;

  @Text(200)
  name!: string;

  /** absent: `partner_user` */
  @Patched(32)
  role?: string;
}

const Filter = () => applyDecorators(IsOptional(), Length(1, 100), GivenOnce());
const Flag = () =>
  applyDecorators(
    ApiProperty({ type: Boolean, required: false }),
    Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value)),
    MayBeAbsent(),
    IsBoolean({ message: '$property must be true or false' }),
  );

/** Pages of the directory wait for nothing: it is always as it is. */
export class DirectoryQuery extends PageQuery {
  /** part of a name or an id; nothing in it is a wildcard */
  @IsOptional()
  @Length(1, 200)
  @GivenOnce()
  q?: string;
}

export class ProjectsAdminQuery extends DirectoryQuery {
  @Filter()
  clientId?: string;
}

export class PartnersQuery extends DirectoryQuery {
  /** those who work for it */
  @Filter()
  clientId?: string;

  /** those of one partner organisation */
  @Filter()
  partnerId?: string;

  @Flag()
  disabled?: boolean;
}

export class UsersQuery extends PartnersQuery {
  @IsOptional()
  @Length(1, 32, { each: true })
  @IsArray()
  @Repeated()
  role?: string[];

  @MayBeAbsent()
  @IsIn(sides)
  side?: (typeof sides)[number];

  @Filter()
  groupId?: string;

  /** those removed instead of the others */
  @Flag()
  removed?: boolean;
}

export class InClientQuery {
  /** whose project it is, where more than one client has one of this id */
  @Filter()
  clientId?: string;
}

export class DirectoryImportQuery {
  /** says what would come of it, and changes nothing */
  @Flag()
  dryRun?: boolean;
}

export class AdminClientBody extends NamedBody {
  version!: number;
}
export class AdminClientsPage {
  items!: AdminClientBody[];
  nextCursor!: string | null;
}
export class AdminProjectBody extends AdminClientBody {
  clientId!: string;
}
export class AdminProjectsPage {
  items!: AdminProjectBody[];
  nextCursor!: string | null;
}

export class GroupScopeBody {
  categoryId!: string;
  /** null: the whole category */
  @ApiProperty({ type: String, nullable: true })
  typeId!: string | null;
}
export class AdminGroupBody extends AdminClientBody {
  description!: string;
  members!: NamedBody[];
  /** what its queue covers */
  scopes!: GroupScopeBody[];
}
export class AdminGroupsPage {
  items!: AdminGroupBody[];
  nextCursor!: string | null;
}

export class NewNamedBody {
  @Id()
  id!: string;

  @Text(200)
  name!: string;
}
export class NewProjectBody extends NewNamedBody {
  @Id()
  clientId!: string;
}
export class NamePatchBody {
  @Patched(200)
  name?: string;
}

const Description = () =>
  applyDecorators(
    ApiProperty({ maxLength: 2_000, required: false }),
    MaxLength(2_000),
    ValidateIf((_, value) => value !== undefined),
  );

export class NewGroupBody extends NewNamedBody {
  @Description()
  description?: string;
}
export class GroupPatchBody extends NamePatchBody {
  @Description()
  description?: string;
}

export class EntitlementsBody {
  /** by name; what is not named is on */
  features!: Record<string, boolean>;
}
