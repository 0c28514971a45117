/** What does not fit a contract, as sentences at the field. The contract's own schema is asked, nothing is said twice. */
import type { z } from 'zod'
import type { Said } from '../../domain/kernel/lang.ts'

export interface FieldTrouble {
  readonly path: readonly PropertyKey[]
  readonly says: Said
}

/** Every place at fault, the first sentence of each; empty where the value fits. */
export function fieldTroubles(schema: z.ZodType, value: unknown): readonly FieldTrouble[] {
  const issues = schema.safeParse(value).error?.issues ?? []
  const told = issues.map(issue => ({ path: issue.path, says: saysOf(issue) }))
  const places = told.map(({ path }) => path.join('.'))
  return told.filter((_, i) => places.indexOf(places[i] ?? '') === i)
}

function saysOf(issue: z.core.$ZodIssue): Said {
  switch (issue.code) {
    case 'too_small':
      return tooSmall(issue)
    case 'too_big':
      return tooBig(issue)
    case 'invalid_type':
      return empty
    case 'invalid_format':
      return formats[issue.format] ?? badSigns
    default:
      return { zh: '内容不符合要求，请修改', en: 'This does not fit; change it' }
  }
}

function tooSmall({ origin, minimum }: z.core.$ZodIssueTooSmall): Said {
  const least = Number(minimum)
  if (origin === 'string') return least <= 1 ? empty : { zh: `至少 ${least} 个字`, en: `At least ${least} characters` }
  if (origin === 'array') return { zh: `至少选 ${least} 项`, en: `Choose at least ${least}` }
  return { zh: `不能小于 ${least}`, en: `Not below ${least}` }
}

function tooBig({ origin, maximum }: z.core.$ZodIssueTooBig): Said {
  const most = Number(maximum)
  if (origin === 'string') return { zh: `最多 ${most} 个字，请删减`, en: `At most ${most} characters: shorten it` }
  if (origin === 'array') return { zh: `最多 ${most} 项`, en: `At most ${most}` }
  return { zh: `不能大于 ${most}`, en: `Not above ${most}` }
}

const empty: Said = { zh: '请填写这一项', en: 'Fill this in' }
const badSigns: Said = { zh: '格式不对，请按示例填写', en: 'Not in the form asked for: see the example' }
const formats: Readonly<Record<string, Said>> = {
  email: { zh: '请写成 name@example.gov.cn 这样的邮箱地址', en: 'Write an address such as name@example.gov.cn' },
  date: { zh: '请写成 2026-11-21 这样的日期', en: 'Write a day such as 2026-11-21' },
  uuid: { zh: '请从列表中选择', en: 'Choose from the list' },
}
