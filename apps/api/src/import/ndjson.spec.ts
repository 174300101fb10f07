import { linesOf } from './ndjson.js';

async function lines(chunks: readonly (string | Buffer)[], limit = 100): Promise<(string | null)[]> {
  async function* body() {
    for (const chunk of chunks) yield Buffer.from(chunk);
  }
  const found: (string | null)[] = [];
  for await (const line of linesOf(body(), limit)) found.push(line && line.toString());
  return found;
}

it('finds the same lines wherever the chunks break', async () => {
  const text = Buffer.from('{"a":"€"}\n\r\n{"b":2}\r\n   \n{"c":3}');
  for (let size = 1; size <= text.length; size += 1) {
    const chunks = [];
    for (let at = 0; at < text.length; at += size) chunks.push(text.subarray(at, at + size));
    expect(await lines(chunks)).toEqual(['{"a":"€"}', '{"b":2}\r', '{"c":3}']);
  }
});

it('keeps nothing of a line beyond the limit, and the next one whole', async () => {
  expect(await lines(['12345678901', '\n1234567890\n', '123456789012\nx'], 10)).toEqual([
    null,
    '1234567890',
    null,
    'x',
  ]);
});

it('finds nothing in nothing', async () => {
  expect(await lines([])).toEqual([]);
  expect(await lines(['\n\n'])).toEqual([]);
});
