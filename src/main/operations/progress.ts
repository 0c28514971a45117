/** How far an operation is, told to whoever watches. */
export type Progress = (step: 'table' | 'file' | 'check', name: string, count: number) => void
