import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NotThisFormat, rowsOf, type ReadRow } from './csv.js';

const directory = mkdtempSync(join(tmpdir(), 'ledgerdesk-csv-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

async function read(text: string, columns: readonly string[] = ['a', 'b']): Promise<ReadRow[]> {
  const file = join(directory, 'file.csv');
  writeFileSync(file, text);
  const rows: ReadRow[] = [];
  for await (const row of rowsOf(file, columns)) rows.push(row);
  return rows;
}

it('names cells by column and counts rows as a spreadsheet does', async () => {
  const rows = await read('\uFEFFa, b\r\n1,2\r\n\r\n"3, ""4""","5\r\n6"\r\n7,8');
  expect(rows.map(({ row, cells }) => [row, cells])).toEqual([
    [2, { a: '1', b: '2' }],
    [4, { a: '3, "4"', b: '5\r\n6' }],
    [5, { a: '7', b: '8' }],
  ]);
  expect(rows.every(({ broken }) => broken === undefined)).toBe(true);
});

it('tells how far into the file a row reaches', async () => {
  const rows = await read('a,b\n1,2\n€,4\n');
  expect(rows.map(({ bytes }) => bytes)).toEqual([8, 14]);
});

it('hands on a row with too few or too many cells as broken, and the next one whole', async () => {
  const rows = await read('a,b\n1\n1,2,3\n__proto__,5\n');
  expect(rows.map(({ broken }) => broken)).toEqual(['1 cells under 2 columns', '3 cells under 2 columns', undefined]);
  expect(rows[2]?.cells).toEqual({ a: '__proto__', b: '5' });
});

it('loses no good row to a quote that never closes', async () => {
  const good = Array.from({ length: 40 }, (_, index) => `${index},x\n`).join('');
  const rows = await read(`a,b\n${good}"never,closed\n1,2\n`);
  expect(rows).toHaveLength(41);
  expect(rows.at(-2)).toMatchObject({ row: 41, cells: { a: '39' } });
  expect(rows.at(-1)).toMatchObject({ row: 42, broken: expect.stringContaining('Quote Not Closed') });
});

it('refuses a file without the columns, and an empty one', async () => {
  await expect(read('a,c\n1,2\n', ['a', 'b', 'd'])).rejects.toThrow(NotThisFormat);
  await expect(read('a,c\n1,2\n', ['a', 'b', 'd'])).rejects.toThrow('has no column b, d');
  await expect(read('')).rejects.toThrow(NotThisFormat);
});

it('says when there is no file', async () => {
  await expect(rowsOf(join(directory, 'none.csv'), []).next()).rejects.toThrow('ENOENT');
});
