/** Days as people type them. */
import { parseDate } from '../../domain/kernel/date.ts'

/** `2026-11-23` from 2026-11-23, 2026/11/23, 2026.11.23, 20261123 or 2026年11月23日; null for anything else. */
export function typedDay(typed: string): string | null {
  const text = typed.normalize('NFKC').replace(/\s/g, '')
  const parts = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$/.exec(text)
  if (!parts) return null
  const [, year = '', month = parts[4] ?? '', day = parts[5] ?? ''] = parts
  const parsed = parseDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  return parsed.ok ? parsed.value : null
}
