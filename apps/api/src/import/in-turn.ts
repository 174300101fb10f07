// Many lines at once, yet those of one ticket one after the other, and the answers in the order of the lines.

export interface Turns<Line, Answer> {
  /** Lines that share it wait for each other; null: for nobody. */
  readonly key: (line: Line) => string | null;
  /** bytes */
  readonly weight: (line: Line) => number;
  /** A rejection breaks the answers off at its place, and no line behind it with the same key is begun. */
  readonly answer: (line: Line) => Promise<Answer>;
  /** Begun and not fetched yet: so many lines at most, and so many bytes of more than one. */
  readonly most: { readonly lines: number; readonly weight: number };
}

/** Reads on only while there is room: a slow answer, or a slow reader of the answers, holds the sender back. */
export async function* inTurn<Line, Answer>(
  lines: AsyncIterable<Line>,
  { key, weight, answer, most }: Turns<Line, Answer>,
): AsyncGenerator<Answer, void, undefined> {
  const begun: { readonly answer: Promise<Answer>; readonly weight: number }[] = [];
  const lastOf = new Map<string, Promise<unknown>>();
  let load = 0;
  let ended = false;
  const gone = new AbortController();
  let failure: { readonly error: unknown } | undefined;
  // Reader and fetcher never wait at the same time: one for room, the other for lines.
  let wake = (): void => undefined;
  const change = (): Promise<void> => new Promise((resolve) => (wake = resolve));

  const begin = (line: Line): Promise<Answer> => {
    const name = key(line);
    const before = (name !== null && lastOf.get(name)) || Promise.resolve();
    const mine = before.then(() => {
      if (gone.signal.aborted) throw new Error('nobody waits for this answer');
      return answer(line);
    });
    // Who fetches the answer hears of a failure; behind it nothing of this key goes on.
    const done = () => void (name !== null && lastOf.get(name) === mine && lastOf.delete(name));
    mine.then(done, () => undefined);
    if (name !== null) lastOf.set(name, mine);
    return mine;
  };

  const read = async (): Promise<void> => {
    try {
      for await (const line of lines) {
        const more = weight(line);
        while (!gone.signal.aborted && begun.length > 0 && (begun.length >= most.lines || load + more > most.weight))
          await change();
        if (gone.signal.aborted) return;
        load += more;
        begun.push({ answer: begin(line), weight: more });
        wake();
      }
    } catch (error) {
      failure = { error };
    } finally {
      ended = true;
      wake();
    }
  };

  void read();
  try {
    for (;;) {
      const [first] = begun;
      if (first) {
        const found = await first.answer;
        begun.shift();
        load -= first.weight;
        wake();
        yield found;
      } else if (!ended) await change();
      else if (failure) throw failure.error;
      else return;
    }
  } finally {
    gone.abort();
    wake();
  }
}
