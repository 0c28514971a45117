/** The made-up work list, notifications, drafts, record and jobs. */
import * as c from '../../../src/features/desk/contract.ts'
import { now } from './accounts.ts'
import { answers, type Handler, idOf, pageFrom } from './fake.ts'

export interface Desk {
  readonly work: c.WorkItem[]
  readonly news: c.NotificationItem[]
  readonly drafts: Map<string, { readonly data: unknown; readonly savedAt: string }>
  readonly events: c.EventItem[]
  readonly jobs: c.JobItem[]
}

const say = (zh: string) => ({ zh, en: zh })

const item = (
  key: string,
  title: string,
  asks: string,
  remaining: number | null,
  urgency: c.WorkItem['urgency'],
): c.WorkItem => ({
  key,
  kind: key.slice(0, key.indexOf(':')),
  kindLabel: say(key.startsWith('report') ? '年度报告' : '指南与页面'),
  title,
  asks: say(asks),
  link: key.startsWith('report') ? '/console/reports' : `/console/agency/pages/${idOf(600)}`,
  due: remaining === null ? null : '2026-11-30',
  remaining,
  urgency,
  since: now,
})

export function madeUpDesk(): Desk {
  return {
    work: [
      item('reports:1', '县教育局 2025 年度报告逾期未报', '督促报送', -3, 'overdue'),
      item('documents:1', '政府信息公开指南第 2 版', '审核并发布', 0, 'today'),
      item('reports:2', '2025 年度报告有 2 处错误', '更正后发布', 3, 'soon'),
      item('documents:2', '依申请公开工作制度', '完善后发布', 12, 'later'),
      item('documents:3', '新任领导小组成员名单', '核对', null, 'none'),
    ],
    news: [
      {
        id: idOf(700),
        kind: 'calendar',
        title: say('2027 年节假日安排已公布，3 项期限有变动'),
        body: say('请核对这 3 项的到期日。'),
        link: '/console/calendar?year=2027',
        at: now,
        readAt: null,
      },
      {
        id: idOf(701),
        kind: 'people',
        title: say('赵敏的账号因多次输错密码被锁定'),
        body: null,
        link: null,
        at: now,
        readAt: null,
      },
      {
        id: idOf(702),
        kind: 'documents',
        title: say('李娜保存了政府信息公开指南第 2 版'),
        body: null,
        link: null,
        at: now,
        readAt: now,
      },
    ],
    drafts: new Map(),
    events: Array.from({ length: 62 }, (_, n) => ({
      id: idOf(800 + n),
      seq: 62 - n,
      at: now,
      actor: { id: idOf(101), name: say(n % 3 === 0 ? '李娜' : '陈明') },
      kind: n % 2 === 0 ? 'accounts.signIn' : 'agencies.saveDocument',
      kindLabel: say(n % 2 === 0 ? '登录' : '保存新版本'),
      subject: n % 2 === 0 ? `account:${idOf(101)}` : `document:${idOf(600)}`,
      subjectLabel: say(n % 2 === 0 ? '人员 李娜' : '页面 政府信息公开指南'),
      data: { version: n, changed: ['body'] },
      hash: 'a3f5'.repeat(16),
    })),
    jobs: [
      {
        id: '41',
        task: 'mail.send',
        state: 'failed',
        runAt: now,
        attempts: 4,
        lastError: '邮件服务器没有应答（smtp.example.gov.cn:465）',
      },
      { id: '42', task: 'deadlines.remind', state: 'waiting', runAt: now, attempts: 0, lastError: null },
      { id: '43', task: 'backup.make', state: 'running', runAt: now, attempts: 1, lastError: null },
    ],
  }
}

const sendings: readonly c.OutboxItem[] = c.outboxStates.map((state, n) => ({
  id: idOf(950 + n),
  kind: n % 2 === 0 ? 'mail' : 'sms',
  subject: `notification:${idOf(700 + n)}`,
  to: n % 2 === 0 ? 'li****@example.gov.cn' : '139****1234',
  state,
  dueAt: now,
  doneAt: state === 'waiting' ? null : now,
  attempts: n,
  lastError: state === 'refused' ? '邮件服务器不收这个地址：550 [mail]' : null,
}))

export function deskHandlers(state: Desk): Handler[] {
  const unread = () => state.news.filter(({ readAt }) => readAt === null).length
  return [
    answers(c.getWork, ({ query }) => ({
      ...pageFrom(state.work, query),
      counts: { overdue: 1, today: 1, soon: 1, later: 1, none: 1 },
    })),
    answers(c.search, ({ query: { q } }) => ({
      items: [
        {
          kind: 'document',
          kindLabel: say('页面'),
          title: '政府信息公开指南',
          detail: '第 2 版',
          link: `/console/agency/pages/${idOf(600)}`,
        },
        {
          kind: 'person',
          kindLabel: say('人员'),
          title: '李娜',
          detail: 'li.na',
          link: `/console/people/${idOf(101)}`,
        },
      ].filter(({ title }) => title.includes(q)),
    })),
    answers(c.listNotifications, ({ query }) => ({ ...pageFrom(state.news, query), unread: unread() })),
    answers(c.readNotifications, ({ body }) => {
      for (const one of state.news) if (!body.ids || body.ids.includes(one.id)) one.readAt ??= now
      return { unread: unread() }
    }),
    answers(c.getDraft, ({ params: { key } }) => state.drafts.get(key) ?? null),
    answers(c.saveDraft, ({ params: { key }, body: { data } }) => {
      state.drafts.set(key, { data, savedAt: now })
      return { savedAt: now }
    }),
    answers(c.dropDraft, ({ params: { key } }) => {
      state.drafts.delete(key)
      return null
    }),
    answers(c.listEvents, ({ query: { kind, ...page } }) =>
      pageFrom(
        state.events.filter(event => !kind || event.kind.includes(kind)),
        page,
      ),
    ),
    answers(c.verifyEvents, () => ({ intact: true, count: state.events.length, broken: null })),
    answers(c.listOutbox, ({ query: { state: wanted, ...page } }) =>
      pageFrom(
        sendings.filter(one => !wanted || one.state === wanted),
        page,
      ),
    ),
    answers(c.listJobs, ({ query: { state: wanted, ...page } }) =>
      pageFrom(
        state.jobs.filter(job => !wanted || job.state === wanted),
        page,
      ),
    ),
    answers(c.retryJob, ({ params: { jobId } }) => {
      for (const job of state.jobs) if (job.id === jobId) Object.assign(job, { state: 'waiting', attempts: 0 })
      return null
    }),
  ]
}
