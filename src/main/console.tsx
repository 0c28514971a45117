/** The staff's console in the browser: a single page over the API. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ApiProblem } from '../kit/client.ts'
import { ApiProvider } from '../kit/console/api.tsx'
import { LanguageProvider } from '../kit/console/language.tsx'
import { ShortcutProvider } from '../kit/console/shortcuts.tsx'
import { ToastProvider } from '../kit/console/toast.tsx'
import { call } from './console/call.ts'
import { Look } from './console/look.tsx'
import { consoleRouter } from './console/router.tsx'

/** Trying again mends what the network or a full server did, nothing else. */
const mendsItself = (error: unknown) => error instanceof ApiProblem && [0, 502, 503].includes(error.problem.status)
const tries = 2

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 2_000,
      refetchOnWindowFocus: false,
      retry: (n, error) => n < tries && mendsItself(error),
    },
  },
})
const router = consoleRouter()
const place = document.getElementById('console')
if (!place) throw new Error('the page has no place for the console')
createRoot(place).render(
  <StrictMode>
    <LanguageProvider lang={document.documentElement.lang.startsWith('en') ? 'en' : 'zh'}>
      <Look>
        <QueryClientProvider client={queries}>
          <ApiProvider call={call}>
            <ToastProvider>
              <ShortcutProvider>
                <RouterProvider router={router} />
              </ShortcutProvider>
            </ToastProvider>
          </ApiProvider>
        </QueryClientProvider>
      </Look>
    </LanguageProvider>
  </StrictMode>,
)
