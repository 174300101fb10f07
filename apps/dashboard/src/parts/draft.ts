// What is being written outlives the page, the session and a lost race.
import { useCallback, useState } from 'react';

const place = (name: string) => `ledgerdesk-draft:${name}`;

/** `drop`: after it was sent; with what was sent, whatever was written since stays. */
type Draft = readonly [text: string, write: (text: string) => void, drop: (sent?: string) => void];

/** `name`: unique for the person and what is written, like `reply:<ticket uuid>`. */
export function useDraft(name: string): Draft {
  const [kept, setKept] = useState(() => ({ name, text: localStorage.getItem(place(name)) ?? '' }));
  // Another name is another draft, at once.
  if (kept.name !== name) setKept({ name, text: localStorage.getItem(place(name)) ?? '' });
  const write = useCallback(
    (text: string) => {
      setKept({ name, text });
      if (text === '') localStorage.removeItem(place(name));
      else localStorage.setItem(place(name), text);
    },
    [name],
  );
  const drop = useCallback(
    (sent?: string) => {
      const now = localStorage.getItem(place(name)) ?? '';
      write(sent === undefined || now === sent ? '' : now.startsWith(sent) ? now.slice(sent.length).trimStart() : now);
    },
    [name, write],
  );
  return [kept.text, write, drop];
}

/** On signing out: the next person at this browser reads nothing. */
export function dropDrafts(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(place(''))) localStorage.removeItem(key);
}

const whose = 'ledgerdesk-drafts-of';

/** Whose session ended without signing out left theirs here: they are no one else's. */
export function keepDraftsOf(person: string): void {
  if ((localStorage.getItem(whose) ?? person) !== person) dropDrafts();
  localStorage.setItem(whose, person);
}
