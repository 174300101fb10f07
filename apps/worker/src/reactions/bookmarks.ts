// How far a reaction has come. Several workers may react at once: the bookmark is where the fastest one is, and
// everything before it was done by that one.
import { sql } from 'kysely';
import type { Database } from '#read-side';

export class Bookmark {
  constructor(
    private readonly database: Database,
    private readonly reaction: string,
  ) {}

  async read(): Promise<bigint | null> {
    const row = await this.database.db
      .selectFrom('worker.bookmarks')
      .select('position')
      .where('reaction', '=', this.reaction)
      .executeTakeFirst();
    return row?.position == null ? null : BigInt(row.position);
  }

  async move(position: bigint): Promise<void> {
    await sql`insert into worker.bookmarks as b (reaction, position, updated_at) values (${this.reaction}, ${String(position)}, now())
      on conflict (reaction) do update
        set position = greatest(b.position, excluded.position), updated_at = now(), halted = null`.execute(
      this.database.db,
    );
  }

  /** Leaves the reason where people find it. */
  async halt(reason: string): Promise<void> {
    await sql`insert into worker.bookmarks (reaction, updated_at, halted) values (${this.reaction}, now(), ${reason})
      on conflict (reaction) do update set halted = excluded.halted, updated_at = now()`.execute(this.database.db);
  }
}
