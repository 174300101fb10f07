// I2: a refused command has no event; one whose outcome was unknown and that was asked again is there once, or not at all.
import type { Check } from './facts.js';

export const refusedLeavesNothing: Check = ({ asked, history }) =>
  asked.flatMap(({ key, outcome, attempts }) => {
    const own = history.byCorrelation.get(key) ?? [];
    const commands = new Set(own.map(({ stream, metadata }) => `${stream} ${metadata.commandId}`));
    const wrong = (what: string) => [{ invariant: 'I2' as const, what: `${key}, sent ${attempts} times: ${what}` }];
    if (outcome.kind === 'unknown') return wrong('nobody knows what became of it');
    if (outcome.kind === 'refused' && own.length > 0)
      return wrong(`refused with ${outcome.status} ${outcome.code}, and there: ${[...commands].join(', ')}`);
    if (commands.size > 1) return wrong(`there ${commands.size} times: ${[...commands].join(', ')}`);
    return [];
  });
