/** Looks into no paper: for tests that hand over none. */
import type { MaterialReader } from '../../src/features/requests/materials/reader.ts'

export const noReader: MaterialReader = {
  ask: () => Promise.reject(new Error('this test looks into no paper')),
  close: () => undefined,
}
