/**
 * What does not fit a contract, as sentences at the field: the same in a form and in an answer of the API. The
 * contract's own schema is asked, nothing is said twice.
 */
import type { z } from 'zod'
import type { Said } from '../domain/kernel/lang.ts'
import { neverTurning, turningMark } from '../domain/kernel/turning.ts'

export interface FieldTrouble {
  readonly path: readonly PropertyKey[]
  readonly says: Said
}

/** Every place at fault, the first sentence of each; empty where the value fits. */
export function fieldTroubles(schema: z.ZodType, value: unknown): readonly FieldTrouble[] {
  const issues = schema.safeParse(value, { reportInput: true }).error?.issues ?? []
  const told = issues.flatMap(issue => placesOf(issue).map(path => ({ path, says: saysOf(issue) })))
  const places = told.map(({ path }) => path.join('.'))
  return told.filter((_, i) => places.indexOf(places[i] ?? '') === i)
}

/** A part nobody knows is at fault itself, not what it stands in. */
function placesOf(issue: z.core.$ZodIssue): readonly (readonly PropertyKey[])[] {
  return issue.code === 'unrecognized_keys' ? issue.keys.map(key => [...issue.path, key]) : [issue.path]
}

function saysOf(issue: z.core.$ZodIssue): Said {
  switch (issue.code) {
    case 'too_small':
      return tooSmall(issue)
    case 'too_big':
      return tooBig(issue)
    case 'invalid_type':
      return wrongType(issue)
    case 'invalid_value':
      return oneOf(issue.values)
    case 'unrecognized_keys':
      return { zh: '没有这一项，请去掉', en: 'There is no such part; take it away' }
    case 'invalid_format':
      return issue.pattern === String(neverTurning) ? turningMark : (formats[issue.format] ?? badSigns)
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

/** Nothing given, or nothing that is a number, is for people a field left empty. */
function wrongType({ expected, input }: z.core.$ZodIssueInvalidType): Said {
  const type = input === undefined || input === null || Number.isNaN(input) ? undefined : types[expected]
  return type ? { zh: `应当是${type.zh}`, en: `This must be ${type.en}` } : empty
}

const longestChoice = 200

function oneOf(values: readonly unknown[]): Said {
  const known = values.map(String).join(', ')
  const shown = known.length > longestChoice ? `${known.slice(0, longestChoice)}…` : known
  return { zh: `应当是其中之一：${shown}`, en: `This must be one of: ${shown}` }
}

const types: Readonly<Record<string, Said>> = {
  string: { zh: '文字', en: 'a text' },
  number: { zh: '数', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: ' true 或 false', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: ' JSON 对象', en: 'an object' },
  record: { zh: ' JSON 对象', en: 'an object' },
}
const empty: Said = { zh: '请填写这一项', en: 'Fill this in' }
const badSigns: Said = { zh: '格式不对，请按示例填写', en: 'Not in the form asked for: see the example' }
const formats: Readonly<Record<string, Said>> = {
  email: { zh: '请写成 name@example.gov.cn 这样的邮箱地址', en: 'Write an address such as name@example.gov.cn' },
  date: { zh: '请写成 2026-11-21 这样的日期', en: 'Write a day such as 2026-11-21' },
  datetime: { zh: '请写成 2026-11-21T09:00:00+08:00 这样的时刻', en: 'Write a time such as 2026-11-21T09:00:00+08:00' },
  base64: { zh: '不是完整的 base64，请重新选择文件', en: 'This is no whole base64; choose the file again' },
  uuid: { zh: '请从列表中选择', en: 'Choose from the list' },
}
