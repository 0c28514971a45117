/** Who may do what with the reports an agency keeps (条例49, 50; D§3.10). */
import {
  allow,
  allowApproving,
  holding,
  ownAgency,
  ownOrSupervisedAgency,
  policies,
  where,
} from '../../domain/people/policy.ts'

const keepers = holding('handler', 'drafter', 'office_head', 'supervisor')
const reach = where(ownOrSupervisedAgency)

export const reportPolicies = policies(
  allow(
    'reports.list',
    { zh: '工作人员可以查看已保存的年度报告', en: 'Staff may see the reports kept' },
    'staff',
    reach,
  ),
  allow(
    'reports.get',
    { zh: '工作人员可以查看年度报告和核查发现', en: 'Staff may see a report with its findings' },
    'staff',
    reach,
  ),
  allow(
    'reports.keep',
    {
      zh: '经办人、拟稿人、工作机构负责人、监督员可以保存年度报告',
      en: 'Handlers, drafters, the head of the office and supervisors may keep reports',
    },
    keepers,
    where(ownAgency),
  ),
  allowApproving(
    'reports.publish',
    {
      zh: '工作机构负责人、分管领导可以发布他人提交的年度报告，可以撤下',
      en: 'The head of the office and leaders may publish reports that others handed in, and take them down',
    },
    holding('office_head', 'leader'),
    where(ownAgency),
  ),
  allow(
    'reports.remove',
    {
      zh: '经办人、拟稿人、工作机构负责人、监督员可以删除未发布的年度报告',
      en: 'Handlers, drafters, the head of the office and supervisors may remove reports that are not published',
    },
    keepers,
    where(ownAgency),
  ),
)
