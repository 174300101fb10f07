/**
 * Whom an address stands for: an IPv4 address for itself, an IPv6 address for its /64, which is what one customer of a
 * provider has at least. A connection that broke meanwhile has no address any longer.
 */
export function networkOf(ip: string | undefined): string {
  if (ip === undefined) return 'gone';
  const v4 = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (v4 !== undefined) return v4;
  const [head = '', tail] = (ip.split('%')[0] ?? '').split('::');
  const groups = (text: string | undefined) => (text ? text.split(':') : []);
  const [before, after] = [groups(head), groups(tail)];
  const zeros = Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  const four = [...before, ...zeros, ...after].slice(0, 4);
  return `${four.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}
