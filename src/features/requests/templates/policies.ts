/** Who may do what with templates of letters: who puts one into force is not who edited it. */
import { allow, allowApproving, holding, ownAgency, policies, where } from '../../../domain/people/policy.ts'
import { handlingStaff } from '../staff.ts'

const writers = holding('handler', 'drafter', 'office_head')
const own = where(ownAgency)

export const templatePolicies = policies(
  allow(
    'requests.templates',
    { zh: '工作人员可以查看本机关的文书模板', en: 'Staff may see the templates of letters of their agency' },
    handlingStaff,
    own,
  ),
  allow(
    'requests.standardTemplate',
    { zh: '工作人员可以下载标准模板', en: 'Staff may download standard templates' },
    handlingStaff,
    own,
  ),
  allow(
    'requests.templateFile',
    { zh: '工作人员可以下载本机关的模板', en: 'Staff may download the templates of their agency' },
    handlingStaff,
    own,
  ),
  allow(
    'requests.compareTemplate',
    { zh: '工作人员可以把本机关的模板与标准模板比较', en: 'Staff may compare templates with the standard ones' },
    handlingStaff,
    own,
  ),
  allow(
    'requests.addTemplate',
    {
      zh: '经办人、拟稿人、工作机构负责人可以上传改好的模板',
      en: 'Handlers, drafters and the head of the office may upload edited templates',
    },
    writers,
    own,
  ),
  allowApproving(
    'requests.approveTemplate',
    {
      zh: '工作机构负责人可以启用他人上传的模板',
      en: 'The head of the office may put into force what somebody else uploaded',
    },
    holding('office_head'),
    own,
  ),
  allow(
    'requests.resetTemplate',
    {
      zh: '工作机构负责人可以恢复标准模板',
      en: 'The head of the office may go back to the standard template',
    },
    holding('office_head'),
    own,
  ),
)
