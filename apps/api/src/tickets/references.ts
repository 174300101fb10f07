// What a command names must exist for its caller. Hidden is missing: one answer for both.
import { can, type Actor } from '#access';
import { clientOfUser, missingReferences, type Database, type DirectoryReference } from '#read-side';
import { InvalidReferences } from '#write-side';

/** By the path of the field that names it; undefined: nothing is named. */
type Named = Readonly<Record<string, DirectoryReference | undefined>>;

/** What a new ticket refers to. */
export interface NewTicketNames {
  readonly requesterId?: string | null;
  readonly clientId?: string | null;
  readonly projectId?: string | null;
  readonly assignee?: { readonly userId?: string | null; readonly groupId?: string | null } | null;
  readonly recipients?: readonly string[];
}

export class References {
  constructor(private readonly database: Database) {}

  /** @throws InvalidReferences with every field whose id is unknown to the caller */
  async check(by: Actor, named: Named): Promise<void> {
    const given = Object.fromEntries(
      Object.entries(named).filter((entry): entry is [string, DirectoryReference] => entry[1] !== undefined),
    );
    if (Object.keys(given).length === 0) return;
    const missing = await this.database.inTenant(by.tenant, (tx) => missingReferences(tx, by, given));
    if (missing.length > 0) throw unknown(missing);
  }

  /** Answers the organisation of the requester, where one is named. Fields the caller may not set are not looked at. */
  async checkNewTicket(by: Actor, body: NewTicketNames): Promise<string | null | undefined> {
    const requester = can(by, 'create-for-other') ? body.requesterId : undefined;
    const client = can(by, 'choose-client') ? body.clientId : undefined;
    const { userId, groupId } = (can(by, 'assign') ? body.assignee : undefined) ?? {};
    const home = requester
      ? await this.database.inTenant(by.tenant, (tx) => clientOfUser(tx, by, requester))
      : by.clientId;
    const place = client ?? home ?? (by.clientIds.length === 1 ? by.clientIds[0] : undefined) ?? '';
    const recipients = (body.recipients ?? []).map((recipient, index) => [`recipients[${index}]`, { recipient }]);
    await this.check(by, {
      requesterId: requester ? { requester } : undefined,
      clientId: client ? { client } : undefined,
      projectId: body.projectId ? { project: body.projectId, client: place } : undefined,
      'assignee.userId': userId ? { assignee: userId } : undefined,
      'assignee.groupId': groupId ? { group: groupId } : undefined,
      ...(Object.fromEntries(recipients) as Named),
    });
    return requester ? home : undefined;
  }
}

const unknown = (fields: readonly string[]): InvalidReferences =>
  new InvalidReferences(fields.map((field) => ({ field, code: 'not-found', message: 'is not known' })));
