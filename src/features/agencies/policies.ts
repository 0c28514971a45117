/** Who may do what with agencies, their parts and their pages (条例4, 12; 等保 8.1.4.2). */
import {
  allow,
  allowApproving,
  anyAgency,
  holding,
  ownAgency,
  ownOrSupervisedAgency,
  policies,
  supervisedAgency,
  where,
} from '../../domain/people/policy.ts'

const administrator = holding('system_admin')
const writers = holding('drafter', 'handler', 'office_head')
const reach = where(ownOrSupervisedAgency)

export const agencyPolicies = policies(
  allow(
    'agencies.list',
    { zh: '工作人员可以查看机关名录', en: 'Staff may see all agencies' },
    'staff',
    where(anyAgency),
  ),
  allow('agencies.get', { zh: '工作人员可以查看机关资料', en: 'Staff may see an agency' }, 'staff', where(anyAgency)),
  allow(
    'agencies.add',
    {
      zh: '系统管理员可以在本机关和所监督的机关之下新建机关',
      en: 'The system administrator may add agencies below their own and those it supervises',
    },
    administrator,
    reach,
  ),
  allow(
    'agencies.change',
    { zh: '系统管理员可以修改机关资料', en: 'The system administrator may change an agency' },
    administrator,
    reach,
  ),
  allow(
    'agencies.close',
    {
      zh: '系统管理员可以撤并所监督的机关',
      en: 'The system administrator may close agencies their own one supervises',
    },
    administrator,
    where(supervisedAgency),
  ),
  allow(
    'agencies.reopen',
    {
      zh: '系统管理员可以恢复所监督的机关',
      en: 'The system administrator may open again what their agency supervises',
    },
    administrator,
    where(supervisedAgency),
  ),
  allow(
    'agencies.import',
    {
      zh: '系统管理员可以导入本机关和所监督的机关',
      en: 'The system administrator may import their own agency and those it supervises',
    },
    administrator,
    where(ownAgency),
  ),
  allow('agencies.sections', { zh: '工作人员可以查看科室', en: 'Staff may see sections' }, 'staff', reach),
  allow(
    'agencies.addSection',
    { zh: '系统管理员可以添加科室', en: 'The system administrator may add sections' },
    administrator,
    reach,
  ),
  allow(
    'agencies.changeSection',
    { zh: '系统管理员可以修改科室', en: 'The system administrator may change sections' },
    administrator,
    reach,
  ),
  allow('agencies.leaders', { zh: '工作人员可以查看领导小组', en: 'Staff may see the leading group' }, 'staff', reach),
  allow(
    'agencies.setLeaders',
    {
      zh: '系统管理员、工作机构负责人可以调整领导小组',
      en: 'The system administrator and the head of the office may set the leading group',
    },
    holding('system_admin', 'office_head'),
    reach,
  ),
  allow(
    'agencies.documents',
    { zh: '工作人员可以查看指南、制度和页面', en: 'Staff may see guide, rules and pages' },
    'staff',
    reach,
  ),
  allow(
    'agencies.document',
    { zh: '工作人员可以查看页面的各个版本', en: 'Staff may see the versions of a page' },
    'staff',
    reach,
  ),
  allow(
    'agencies.firstGuide',
    {
      zh: '拟稿人、经办人、工作机构负责人可以取得指南初稿',
      en: 'Drafters, handlers and the head of the office may have a first guide made',
    },
    writers,
    where(ownAgency),
  ),
  allow(
    'agencies.addDocument',
    {
      zh: '拟稿人、经办人、工作机构负责人可以新建页面',
      en: 'Drafters, handlers and the head of the office may add pages',
    },
    writers,
    where(ownAgency),
  ),
  allow(
    'agencies.saveDocument',
    {
      zh: '拟稿人、经办人、工作机构负责人可以修改页面',
      en: 'Drafters, handlers and the head of the office may write pages',
    },
    writers,
    where(ownAgency),
  ),
  allowApproving(
    'agencies.publishDocument',
    {
      zh: '审核人、工作机构负责人、分管领导可以发布他人起草的版本，可以撤下页面',
      en: 'Reviewers, the head of the office and leaders may publish what others wrote, and take pages down',
    },
    holding('reviewer', 'office_head', 'leader'),
    where(ownAgency),
  ),
  allow(
    'agencies.removeDocument',
    {
      zh: '拟稿人、经办人、工作机构负责人可以删除从未发布的页面',
      en: 'Drafters, handlers and the head of the office may remove pages that were never published',
    },
    writers,
    where(ownAgency),
  ),
  allow('agencies.settings', { zh: '工作人员可以查看设置', en: 'Staff may see the settings' }, 'staff', reach),
  allow(
    'agencies.setSettings',
    {
      zh: '系统管理员可以修改设置，安全管理员可以修改登录和密码规则',
      en: 'The system administrator may change settings, the security administrator those of sessions and passwords',
    },
    holding('system_admin', 'security_admin'),
    reach,
  ),
  allow(
    'agencies.editSettings',
    {
      zh: '系统管理员可以修改登录和密码规则以外的设置',
      en: 'The system administrator may change settings other than those of sessions and passwords',
    },
    administrator,
    reach,
  ),
  allow(
    'agencies.editAccess',
    {
      zh: '安全管理员可以修改登录和密码规则',
      en: 'The security administrator may change the rules of sessions and passwords',
    },
    holding('security_admin'),
    reach,
  ),
)
