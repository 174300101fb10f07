// What could not be fetched is said once: by the screen in its own place, else beside it.
import type { Query } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { isProblem } from '../api/problem';

declare module '@tanstack/react-query' {
  interface Register {
    queryMeta: {
      /** nothing is missing without it */
      readonly beside?: true;
    };
  }
}

/** Something on the screen that could not be fetched, or not anew. A refusal is an answer. */
export const failed = ({ state: { status, error }, meta }: Query): boolean =>
  status === 'error' && !meta?.beside && !(isProblem(error) && error.status < 500);

let saying = 0;
const watchers = new Set<() => void>();

function change(by: 1 | -1): void {
  saying += by;
  for (const watcher of watchers) watcher();
}

/** For a part of the screen that says it itself. */
export function useSaysFailure(says = true): void {
  useEffect(() => {
    if (!says) return;
    change(1);
    return () => change(-1);
  }, [says]);
}

export const useIsSaid = (): boolean =>
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => saying > 0,
  );
