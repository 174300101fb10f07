// A body of lines, read one at a time: no more of it is in memory than the line that is being read.

/** A line as it came, without its end; null: it was longer than the limit, and was not kept. */
export type RawLine = Buffer | null;

const newline = 0x0a;
const space = 0x20;

/** Lines that hold something; blank ones say nothing. `limit` in bytes. */
export async function* linesOf(body: AsyncIterable<Buffer>, limit: number): AsyncGenerator<RawLine> {
  let parts: Buffer[] = [];
  let length = 0;
  const add = (part: Buffer): void => {
    length += part.length;
    if (length > limit) parts = [];
    else parts.push(part);
  };
  const take = (): RawLine | undefined => {
    const line = length > limit ? null : Buffer.concat(parts);
    parts = [];
    length = 0;
    return line === null || line.some((byte) => byte > space) ? line : undefined;
  };
  for await (const chunk of body) {
    let start = 0;
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, start)) {
      add(chunk.subarray(start, end));
      start = end + 1;
      const line = take();
      if (line !== undefined) yield line;
    }
    add(chunk.subarray(start));
  }
  const last = take();
  if (last !== undefined) yield last;
}
