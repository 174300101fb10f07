// Text of the length people write, not of their wit.
import type { Chance } from './chance.js';

const sentences = [
  'The printer on the second floor prints nothing but flames since this morning.',
  'I cannot reach the shared drive from home, the office works.',
  'After the update the program closes as soon as I open a second window.',
  'Please have a look at the invoice of last month, the amount is not what we agreed on.',
  'The password was reset twice and is still refused.',
  'It began on Tuesday, a little after nine, and nobody here has changed anything.',
  'Restarting helps for an hour or so.',
  'We have a demonstration on Friday and need the room with the big screen.',
  'The log says that the certificate has expired; the date on the machine is right.',
  'Could you call me back in the afternoon?',
  'That did it, many thanks.',
  'I have tried all steps of the guide, screenshots are attached.',
] as const;

/** Mostly short, sometimes long: `least` to `most` characters. */
export function writing(chance: Chance, least: number, most: number): string {
  const length = least + Math.floor((most - least) * chance.next() ** 2.5);
  let text = '';
  while (text.length < length) text += `${sentences[chance.below(sentences.length)]} `;
  return text.slice(0, length).trim();
}
