/** What the API of requests takes and gives. */
export * from './acts.ts'
export * from './draft.ts'
export * from './files.ts'
export * from './reads.ts'
export * from './view.ts'
