import type { Finding } from '../report.ts'
import type { Reading } from './finding.ts'
export function checkProse(_reading: Reading): Finding[] {
  return []
}
