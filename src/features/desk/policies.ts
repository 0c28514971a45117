/** Who may do what at the desk; the record is for the audit administrator alone (等保 8.1.4.3). */
import {
  allow,
  allowAuditing,
  holding,
  ownAgency,
  ownOrSupervisedAgency,
  policies,
  where,
} from '../../domain/people/policy.ts'

const own = where(ownAgency)
const reach = where(ownOrSupervisedAgency)

export const deskPolicies = policies(
  allow('desk.work', { zh: '工作人员可以查看自己的待办', en: 'Staff may see what waits for them' }, 'staff', own),
  allow('desk.search', { zh: '工作人员可以在本机关搜索', en: 'Staff may search their agency' }, 'staff', own),
  allow(
    'desk.notifications',
    { zh: '工作人员可以查看自己的消息', en: 'Staff may see their notifications' },
    'staff',
    own,
  ),
  allow(
    'desk.readNotifications',
    { zh: '工作人员可以把自己的消息标为已读', en: 'Staff may mark theirs as read' },
    'staff',
    own,
  ),
  allow('desk.draft', { zh: '工作人员可以取回自己的草稿', en: 'Staff may get their own drafts back' }, 'staff', own),
  allow('desk.saveDraft', { zh: '工作人员可以保存自己的草稿', en: 'Staff may save their own drafts' }, 'staff', own),
  allow('desk.dropDraft', { zh: '工作人员可以丢弃自己的草稿', en: 'Staff may drop their own drafts' }, 'staff', own),
  allowAuditing(
    'desk.events',
    {
      zh: '审计管理员可以查看本机关和所监督机关的审计记录，不单独审计自己',
      en: 'The audit administrator may read the record of their agency and those supervised, but not audit themselves',
    },
    holding('audit_admin'),
    reach,
  ),
  allowAuditing(
    'desk.verifyEvents',
    { zh: '审计管理员可以核验审计记录', en: 'The audit administrator may verify the record' },
    holding('audit_admin'),
    reach,
  ),
  allow(
    'desk.jobs',
    {
      zh: '最上级机关的系统管理员可以查看后台任务',
      en: 'The system administrator of the top agency may see the jobs',
    },
    holding('system_admin'),
    own,
  ),
  allow(
    'desk.outbox',
    {
      zh: '系统管理员可以查看本机关的发送记录，地址只显示一部分',
      en: 'The system administrator may see what the agency sent, addresses masked',
    },
    holding('system_admin'),
    own,
  ),
  allow(
    'desk.retryJob',
    {
      zh: '最上级机关的系统管理员可以重试后台任务',
      en: 'The system administrator of the top agency may run jobs again',
    },
    holding('system_admin'),
    own,
  ),
)
