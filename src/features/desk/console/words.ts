/** Words of the desk: work list, notifications, the record, jobs. */
import type { Said } from '../../../domain/kernel/lang.ts'

export const workWords = {
  title: { zh: '待办', en: 'What waits for me' },
  empty: {
    zh: '没有等您办理的事项。新的事项会出现在这里，并发送提醒。',
    en: 'Nothing waits for you. New work shows here, and a reminder is sent.',
  },
  kind: { zh: '类别', en: 'Kind' },
  item: { zh: '事项', en: 'Item' },
  asks: { zh: '请您', en: 'To do' },
  due: { zh: '期限', en: 'Due' },
  left: { zh: '剩余', en: 'Left' },
  since: { zh: '到达时间', en: 'Since' },
  noDue: { zh: '无期限', en: 'no date' },
  urgencies: {
    overdue: { zh: '已超期', en: 'Overdue' },
    today: { zh: '今天到期', en: 'Today' },
    soon: { zh: '临近', en: 'Soon' },
    later: { zh: '正常', en: 'Later' },
    none: { zh: '无期限', en: 'No date' },
  },
} satisfies Record<string, Said | Record<string, Said>>

export const newsWords = {
  title: { zh: '消息', en: 'Notifications' },
  empty: { zh: '还没有消息。', en: 'Nothing yet.' },
  unread: { zh: '未读', en: 'Unread' },
  read: { zh: '已读', en: 'Read' },
  readAll: { zh: '全部标为已读', en: 'Mark all as read' },
  readOne: { zh: '标为已读', en: 'Mark as read' },
  allRead: { zh: '已全部标为已读', en: 'All marked as read' },
  what: { zh: '内容', en: 'What' },
  at: { zh: '时间', en: 'When' },
  state: { zh: '状态', en: 'State' },
} satisfies Record<string, Said>

export const recordWords = {
  title: { zh: '审计记录', en: 'The record' },
  lead: {
    zh: '系统中的每一次操作，前后相连，不能改动。',
    en: 'Every act in the system, chained one to the next; it cannot be changed.',
  },
  empty: { zh: '还没有记录。', en: 'Nothing recorded yet.' },
  seq: { zh: '序号', en: 'No.' },
  at: { zh: '时间', en: 'When' },
  actor: { zh: '操作人', en: 'Who' },
  kind: { zh: '做了什么', en: 'Act' },
  subject: { zh: '对象', en: 'On' },
  from: { zh: '起', en: 'From' },
  until: { zh: '止', en: 'Until' },
  details: { zh: '详情', en: 'Details' },
  detailsOf: (seq: number): Said => ({ zh: `第 ${seq} 条的详情`, en: `Details of no. ${seq}` }),
  hash: { zh: '校验值', en: 'Hash' },
  verify: { zh: '核验完整性', en: 'Verify' },
  verifying: { zh: '正在核验…', en: 'Verifying…' },
  intact: (n: number): Said => ({ zh: `${n} 条记录前后相连，未被改动。`, en: `${n} entries, chained and unchanged.` }),
  broken: (seq: number): Said => ({ zh: `从第 ${seq} 条起对不上：`, en: `Broken from no. ${seq} on: ` }),
  brokenMend: {
    zh: '请立即保留现场并报告安全管理员，不要清理数据。',
    en: 'Keep everything as it is and tell the security administrator at once.',
  },
} satisfies Record<string, Said | ((...a: never[]) => Said)>

export const jobWords = {
  title: { zh: '后台任务', en: 'Jobs' },
  lead: {
    zh: '在后台执行的任务：提醒、邮件、汇总、备份。',
    en: 'What runs in the background: reminders, mail, sums, backups.',
  },
  empty: { zh: '现在没有等待或失败的任务。', en: 'No job waits, runs or failed.' },
  task: { zh: '任务', en: 'Task' },
  state: { zh: '状态', en: 'State' },
  runAt: { zh: '执行时间', en: 'Runs at' },
  attempts: { zh: '已尝试', en: 'Tries' },
  error: { zh: '出错原因', en: 'Last error' },
  retry: { zh: '重试', en: 'Run again' },
  retried: { zh: '已重新排入', en: 'Queued again' },
  states: {
    waiting: { zh: '等待', en: 'Waiting' },
    running: { zh: '执行中', en: 'Running' },
    failed: { zh: '失败', en: 'Failed' },
  },
} satisfies Record<string, Said | Record<string, Said>>

export const outboxWords = {
  title: { zh: '发送记录', en: 'What went out' },
  lead: {
    zh: '发给工作人员和申请人的邮件、短信。地址只显示一部分，内容加密保存，这里看不到。',
    en: 'Mail and SMS to staff and applicants. Addresses are masked; what they say is sealed and not shown here.',
  },
  empty: { zh: '还没有发送过邮件或短信。', en: 'No mail or SMS yet.' },
  kind: { zh: '方式', en: 'Way' },
  mail: { zh: '邮件', en: 'Mail' },
  sms: { zh: '短信', en: 'SMS' },
  subject: { zh: '事项', en: 'About' },
  to: { zh: '发往', en: 'To' },
  state: { zh: '状态', en: 'State' },
  dueAt: { zh: '应发时间', en: 'Due' },
  doneAt: { zh: '完成时间', en: 'Done' },
  attempts: { zh: '已尝试', en: 'Tries' },
  error: { zh: '出错原因', en: 'Last error' },
  states: {
    waiting: { zh: '等待发送', en: 'Waiting' },
    sent: { zh: '已发出', en: 'Sent' },
    handed: { zh: '已存入文件，待人工转发', en: 'Written to a file, to be handed on' },
    refused: { zh: '被拒收，不再重试', en: 'Refused, not tried again' },
  },
} satisfies Record<string, Said | Record<string, Said>>
