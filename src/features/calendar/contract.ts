/** The holiday calendar by which deadlines are counted. */
import { z } from 'zod'
import { type AnswerOf, contract } from '../../kit/contract.ts'
import { day, id, line, said, whole } from '../../kit/shapes.ts'

const year = z.coerce.number().int().min(2019).max(2100)
const region = z.string().regex(/^(?:\d{6})?$/)
const special = z.object({ date: day, kind: z.enum(['off', 'work']), name: line(40, 0) })
const state = z.enum(['published', 'not_yet_published'])

export const calendarYear = z.object({
  year: z.number(),
  region,
  state,
  notice: z.string().nullable(),
  noticeDate: day.nullable(),
  days: z.array(special),
  version: z.number(),
  /** Whether this is the program's own data or was edited here. */
  edited: z.boolean(),
})

export type SpecialDay = z.output<typeof special>
export type CalendarYear = z.output<typeof calendarYear>

export const listYears = contract({
  id: 'calendar.years',
  method: 'get',
  path: '/calendar',
  says: { zh: '节假日历', en: 'The holiday calendar' },
  query: z.object({ region: region.optional() }),
  answer: z.object({ items: z.array(calendarYear) }),
})

const yearBody = z.object({
  region: region.default(''),
  state,
  notice: line(100).nullable(),
  noticeDate: day.nullable(),
  days: z.array(special).max(100),
  version: whole,
})

const moved = z.object({
  agencyId: id,
  subject: z.string(),
  label: z.string(),
  /** Null where nothing is counted: a correction or a payment is waited for. */
  before: day.nullable(),
  after: day.nullable(),
  says: said,
})

export type MovedDeadline = z.output<typeof moved>

export const previewYear = contract({
  id: 'calendar.preview',
  method: 'post',
  path: '/calendar/{year}/preview',
  says: { zh: '试算：哪些期限会变动', en: 'Which deadlines would move' },
  params: z.object({ year }),
  body: yearBody,
  answer: z.object({ moved: z.array(moved), warnings: z.array(said) }),
})

export type PreviewAnswer = AnswerOf<typeof previewYear>

export const setYear = contract({
  id: 'calendar.set',
  method: 'put',
  path: '/calendar/{year}',
  says: { zh: '修改一年的节假日', en: 'Set the holidays of a year' },
  params: z.object({ year }),
  body: yearBody,
  answer: z.object({ year: calendarYear, moved: z.array(moved) }),
})
