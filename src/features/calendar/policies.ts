/** Who may see and set the calendar that deadlines are counted by. */
import { allow, anyAgency, holding, ownOrSupervisedAgency, policies, where } from '../../domain/people/policy.ts'

const administrator = holding('system_admin')

export const calendarPolicies = policies(
  allow(
    'calendar.years',
    { zh: '工作人员可以查看节假日历', en: 'Staff may see the holiday calendar' },
    'staff',
    where(anyAgency),
  ),
  allow(
    'calendar.preview',
    {
      zh: '系统管理员可以试算本机关和所监督地区的节假日',
      en: 'The system administrator may try holidays for the region of their agency and those it supervises',
    },
    administrator,
    where(ownOrSupervisedAgency),
  ),
  allow(
    'calendar.set',
    {
      zh: '最上级机关的系统管理员可以修改全国节假日，各级政府的系统管理员可以修改本地区的节假日',
      en: 'The system administrator of the top agency may set the national holidays, those of governments the holidays of their region',
    },
    administrator,
    where(ownOrSupervisedAgency),
  ),
)
