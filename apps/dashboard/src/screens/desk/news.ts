// What others wrote while one was looking elsewhere: counted, never scrolled to by itself.
import { useEffect, useRef, useState } from 'react';
import type { ThreadEntry } from '../../api/client';
import { useMe } from '../../api/session';

const elementOf = (id: string) => document.querySelector(`[data-entry="${CSS.escape(id)}"]`);

/** `talk`: replies and notes as they stand now, undefined while nothing is known. What comes into sight is no news. */
export function useNews(talk: readonly ThreadEntry[] | undefined): {
  readonly count: number;
  readonly show: () => void;
} {
  const me = useMe();
  const known = useRef<Set<string>>(undefined);
  const [news, setNews] = useState<readonly string[]>([]);
  useEffect(() => {
    if (!talk) return;
    const before = known.current;
    known.current = new Set(talk.map(({ id }) => id));
    if (!before) return;
    const came = talk.filter(({ id, actor }) => !before.has(id) && actor.id !== me.user.id).map(({ id }) => id);
    if (came.length > 0) setNews((now) => [...now, ...came]);
  }, [talk, me.user.id]);
  useEffect(() => {
    if (news.length === 0) return;
    const seen = new IntersectionObserver((changes) => {
      const gone = new Set(changes.filter((one) => one.isIntersecting).map(({ target }) => target));
      if (gone.size > 0) setNews((now) => now.filter((id) => !gone.has(elementOf(id) as Element)));
    });
    for (const id of news) {
      const element = elementOf(id);
      if (element) seen.observe(element);
    }
    return () => seen.disconnect();
  }, [news]);
  const show = () => {
    const [first] = news;
    if (first) elementOf(first)?.scrollIntoView({ block: 'center' });
    setNews([]);
  };
  return { count: news.length, show };
}
