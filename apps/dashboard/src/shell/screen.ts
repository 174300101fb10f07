// A screen is a file of its own, fetched when it is opened.
import { lazyRouteComponent } from '@tanstack/react-router';

/** Like the library's, which loads the page anew when a file is not there: right for a new release alone. */
export const screen: typeof lazyRouteComponent = (importer, name) => lazyRouteComponent(() => fetched(importer), name);

/** @throws TypeError when the desk cannot be reached: nothing that is open is dropped for it */
async function fetched<T>(importer: () => Promise<T>): Promise<T> {
  try {
    return await importer();
  } catch (error) {
    if (!navigator.onLine) {
      await new Promise((resolve) => addEventListener('online', resolve, { once: true }));
      return fetched(importer);
    }
    await fetch('/health', { method: 'HEAD' });
    throw error;
  }
}
