/** The console's everyday things: what waits, what is new, what is found, what is half typed, what was recorded. */
import { z } from 'zod'
import { contract } from '../../kit/contract.ts'
import { agencyParams, id, instant, line, nothing, pageOf, paging, said } from '../../kit/shapes.ts'

/** How pressing a thing is: by working days left, in a word and a colour. */
const urgency = z.enum(['overdue', 'today', 'soon', 'later', 'none'])

export const workItem = z.object({
  /** Slice and id, `documents:…`. */
  key: z.string(),
  kind: z.string(),
  kindLabel: said,
  title: z.string(),
  /** What the reader is asked to do. */
  asks: said,
  link: z.string(),
  due: z.iso.date().nullable(),
  /** Working days to the due date, negative when late; null without a date. */
  remaining: z.number().nullable(),
  urgency,
  since: instant,
})

export type WorkItem = z.output<typeof workItem>

export const getWork = contract({
  id: 'desk.work',
  method: 'get',
  path: '/agencies/{agencyId}/work',
  says: { zh: '待办', en: 'What waits for me' },
  params: agencyParams,
  query: z.object({ kind: z.string().max(40).optional(), ...paging }),
  answer: pageOf(workItem).extend({ counts: z.record(z.string(), z.number()) }),
})

export const search = contract({
  id: 'desk.search',
  method: 'get',
  path: '/agencies/{agencyId}/search',
  says: { zh: '全局搜索', en: 'Search everything' },
  params: agencyParams,
  query: z.object({ q: line(100), limit: paging.limit }),
  answer: z.object({
    items: z.array(
      z.object({ kind: z.string(), kindLabel: said, title: z.string(), detail: z.string(), link: z.string() }),
    ),
  }),
})

const notificationItem = z.object({
  id,
  kind: z.string(),
  title: said,
  /** More than the title says; null where there is none. */
  body: said.nullable(),
  link: z.string().nullable(),
  at: instant,
  readAt: instant.nullable(),
})

export type NotificationItem = z.output<typeof notificationItem>

export const listNotifications = contract({
  id: 'desk.notifications',
  method: 'get',
  path: '/agencies/{agencyId}/notifications',
  says: { zh: '消息', en: 'Notifications' },
  params: agencyParams,
  query: z.object(paging),
  answer: pageOf(notificationItem).extend({ unread: z.number() }),
})

export const readNotifications = contract({
  id: 'desk.readNotifications',
  method: 'post',
  path: '/agencies/{agencyId}/notifications/read',
  says: { zh: '标为已读', en: 'Mark as read' },
  params: agencyParams,
  /** None given: all. */
  body: z.object({ ids: z.array(id).max(200).optional() }),
  answer: z.object({ unread: z.number() }),
})

const draftParams = agencyParams.extend({ key: z.string().regex(/^[\w.:-]{1,120}$/) })

export const getDraft = contract({
  id: 'desk.draft',
  method: 'get',
  path: '/agencies/{agencyId}/drafts/{key}',
  says: { zh: '未提交的草稿', en: 'A draft not sent' },
  params: draftParams,
  answer: z.object({ data: z.unknown(), savedAt: instant }).nullable(),
})

export const saveDraft = contract({
  id: 'desk.saveDraft',
  method: 'put',
  path: '/agencies/{agencyId}/drafts/{key}',
  says: { zh: '保存草稿', en: 'Save a draft' },
  params: draftParams,
  body: z.object({ data: z.record(z.string().max(100), z.unknown()) }),
  answer: z.object({ savedAt: instant }),
})

export const dropDraft = contract({
  id: 'desk.dropDraft',
  method: 'delete',
  path: '/agencies/{agencyId}/drafts/{key}',
  says: { zh: '丢弃草稿', en: 'Drop a draft' },
  params: draftParams,
  answer: nothing,
})

const eventItem = z.object({
  id,
  seq: z.number(),
  at: instant,
  actor: z.object({ id: z.string(), name: said }),
  kind: z.string(),
  kindLabel: said,
  subject: z.string(),
  /** What it is about, in words: 人员 李娜. */
  subjectLabel: said,
  data: z.unknown(),
  hash: z.string(),
})

export type EventItem = z.output<typeof eventItem>

export const listEvents = contract({
  id: 'desk.events',
  method: 'get',
  path: '/agencies/{agencyId}/events',
  says: { zh: '审计记录', en: 'The record' },
  params: agencyParams,
  query: z.object({
    actor: z.string().max(60).optional(),
    kind: z.string().max(60).optional(),
    subject: z.string().max(100).optional(),
    from: instant.optional(),
    until: instant.optional(),
    ...paging,
  }),
  answer: pageOf(eventItem),
})

export const verifyEvents = contract({
  id: 'desk.verifyEvents',
  method: 'post',
  path: '/agencies/{agencyId}/events/verification',
  says: { zh: '核验审计记录', en: 'Verify the record' },
  params: agencyParams,
  answer: z.object({
    intact: z.boolean(),
    count: z.number(),
    broken: z.object({ seq: z.number(), says: said }).nullable(),
  }),
})

export const jobStates = ['waiting', 'running', 'failed'] as const

const jobItem = z.object({
  id: z.string(),
  task: z.string(),
  state: z.enum(jobStates),
  runAt: instant,
  attempts: z.number(),
  lastError: z.string().nullable(),
})

export type JobItem = z.output<typeof jobItem>

export const listJobs = contract({
  id: 'desk.jobs',
  method: 'get',
  path: '/jobs',
  says: { zh: '后台任务', en: 'Jobs' },
  query: z.object({ state: z.enum(jobStates).optional(), ...paging }),
  answer: pageOf(jobItem),
})

export const retryJob = contract({
  id: 'desk.retryJob',
  method: 'post',
  path: '/jobs/{jobId}/retry',
  says: { zh: '重试任务', en: 'Run a job again' },
  params: z.object({ jobId: z.string().max(40) }),
  answer: nothing,
})

/** handed: written down for people to send on, where the installation sends none. refused: not tried again. */
export const outboxStates = ['waiting', 'sent', 'handed', 'refused'] as const

const outboxItem = z.object({
  id,
  /** `mail`, `sms`. */
  kind: z.string(),
  subject: z.string(),
  /** Masked; null where it was not kept so. */
  to: z.string().nullable(),
  state: z.enum(outboxStates),
  dueAt: instant,
  doneAt: instant.nullable(),
  attempts: z.number(),
  lastError: z.string().nullable(),
})

export type OutboxItem = z.output<typeof outboxItem>

export const listOutbox = contract({
  id: 'desk.outbox',
  method: 'get',
  path: '/agencies/{agencyId}/outbox',
  says: { zh: '发送记录', en: 'What went out' },
  params: agencyParams,
  query: z.object({ kind: z.string().max(40).optional(), state: z.enum(outboxStates).optional(), ...paging }),
  answer: pageOf(outboxItem),
})
