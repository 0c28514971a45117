/** What the API of requests takes and gives. */
export * from './acts.ts'
export * from './citizen.ts'
export * from './draft.ts'
export * from './pages.ts'
export * from './reads.ts'
export * from './view.ts'
