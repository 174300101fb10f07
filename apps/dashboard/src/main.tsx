import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './style.css';
import { MantineProvider } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { isProblem } from './api/problem';
import { toasts } from './parts/say';
import { makeRouter } from './router';
import { cssVariables, theme } from './theme';

const client = new QueryClient({
  defaultOptions: {
    queries: {
      // A refusal stays one; only what may pass is asked for again.
      retry: (count, error) => count < 2 && !(isProblem(error) && error.status < 500 && error.status !== 429),
      staleTime: 10_000,
    },
  },
});
const router = makeRouter(client);

createRoot(document.querySelector('#app') as HTMLElement, {
  // What the desk refuses is said on the screen; anything else is a fault.
  onCaughtError: (error) => {
    if (!isProblem(error)) console.error(error);
  },
}).render(
  <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
    <QueryClientProvider client={client}>
      <ModalsProvider>
        <Notifications position="bottom-left" limit={toasts} />
        <RouterProvider router={router} />
      </ModalsProvider>
    </QueryClientProvider>
  </MantineProvider>,
);
