// Text of others on a terminal: what they wrote must not steer it.
import { styleText } from 'node:util';

// Control characters but tab and line feed, which move nothing that was shown before.
// oxlint-disable-next-line no-control-regex -- they are what it is about
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

export const harmless = (text: string): string => text.replaceAll(control, '\ufffd');

/** Plain where nobody looks. */
export const styled = (style: 'bold' | 'dim', text: string): string =>
  process.stdout.isTTY && !process.env['NO_COLOR'] ? styleText(style, text) : text;
