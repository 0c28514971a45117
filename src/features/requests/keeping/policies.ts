/** Who sees which files are kept long enough, and who may give a new code. */
import { allow, holding, ownAgency, policies, where } from '../../../domain/people/policy.ts'
import { handlingStaff } from '../staff.ts'

export const keepingPolicies = policies(
  allow(
    'requests.retention',
    {
      zh: '工作人员可以查看保管期限届满的卷宗',
      en: 'Staff may see the case files whose time is over',
    },
    handlingStaff,
    where(ownAgency),
  ),
  allow(
    'requests.newCode',
    {
      zh: '经办人、工作机构负责人、查阅点工作人员核验身份后可以发给新的查询码',
      en: 'Handlers, the head of the office and reading-place clerks may, identity checked, give a new code',
    },
    holding('handler', 'office_head', 'reading_clerk'),
    where(ownAgency),
  ),
)
