import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { Fragment, useSyncExternalStore } from 'react';
import { OfflineProblem } from '../api/call';
import { language, onLanguageChange } from '../language/words';
import { NoticeBar } from './parts/notice-bar';
import { makeRouter } from './router';
import { SessionGate } from './session/session-gate';

/** Reads are tried again only when no answer came: a refusal stays a refusal. */
const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 15_000, retry: (count, error) => error instanceof OfflineProblem && count < 3, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
});
const router = makeRouter();
// What the server wrote is read again: it may stand in the other language.
onLanguageChange(() => queries.clear());

/** Everything the staff of centre, department, agency, bank and administration see. A change of language draws all of it anew. */
export function StaffApp() {
  const tongue = useSyncExternalStore(onLanguageChange, language);
  return (
    <Fragment key={tongue}>
      <QueryClientProvider client={queries}>
        <SessionGate>
          <RouterProvider router={router} />
        </SessionGate>
        <NoticeBar />
      </QueryClientProvider>
    </Fragment>
  );
}
