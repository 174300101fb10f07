export interface Reply {
  readonly kind: 'reply' | 'note';
  readonly authorId: string;
  readonly at: string;
  readonly deleted: boolean;
  /** the ticket it was split off into */
  readonly movedTo?: string;
}

const chunkSize = 64;

/**
 * The replies of a ticket by id, immutable. A ticket may have thousands and is folded one event at a time, so a change
 * copies one small chunk instead of everything; the newest chunk that knows an id is right about it.
 */
export class Replies {
  static readonly none = new Replies([], 0);

  private constructor(
    private readonly chunks: readonly ReadonlyMap<string, Reply>[],
    /** replies and notes, deleted ones too */
    readonly size: number,
  ) {}

  get(id: string): Reply | undefined {
    return this.chunks.findLast((chunk) => chunk.has(id))?.get(id);
  }

  with(id: string, reply: Reply): Replies {
    const last = this.chunks.at(-1);
    const full = !last || last.size >= chunkSize;
    const chunk = new Map(full ? [] : last).set(id, reply);
    return new Replies([...(full ? this.chunks : this.chunks.slice(0, -1)), chunk], this.size + (this.get(id) ? 0 : 1));
  }

  /** newest state of each, in the order they were written */
  entries(): [string, Reply][] {
    return [...new Map(this.chunks.flatMap((chunk) => [...chunk]))];
  }
}
