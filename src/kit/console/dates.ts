/** Days and times as people here write them, in Asia/Shanghai. */
import type { Said } from '../../domain/kernel/lang.ts'

/** Working days to a due date; negative when late. */
export function remainingWords(remaining: number): Said {
  const n = Math.abs(remaining)
  const days = n === 1 ? 'working day' : 'working days'
  if (remaining === 0) return { zh: '今天到期', en: 'due today' }
  if (remaining < 0) return { zh: `已超期 ${n} 个工作日`, en: `${n} ${days} late` }
  return { zh: `还剩 ${n} 个工作日`, en: `${n} ${days} left` }
}
