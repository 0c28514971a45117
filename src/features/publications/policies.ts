/** Who may do what with drafts to publish (条例4: the office and the sections that make the information). */
import { allow, holding, ownAgency, policies, where } from '../../domain/people/policy.ts'

/** Everybody the chain from drafting to publishing passes. */
const staff = holding('drafter', 'handler', 'reviewer', 'secrecy_reviewer', 'office_head', 'leader')
const writers = holding('drafter', 'handler', 'office_head')
const own = where(ownAgency)

export const publicationPolicies = policies(
  allow(
    'publications.list',
    { zh: '公开工作人员可以查看本机关的主动公开信息', en: 'Disclosure staff may see what their agency publishes' },
    staff,
    own,
  ),
  allow(
    'publications.get',
    { zh: '公开工作人员可以查看主动公开草稿', en: 'Disclosure staff may read drafts to publish' },
    staff,
    own,
  ),
  allow(
    'publications.create',
    {
      zh: '拟稿人、经办人、工作机构负责人可以新建主动公开草稿',
      en: 'Drafters, handlers and the head of the office may begin drafts',
    },
    writers,
    own,
  ),
  allow(
    'publications.edit',
    {
      zh: '拟稿人、经办人、工作机构负责人可以修改主动公开草稿',
      en: 'Drafters, handlers and the head of the office may edit drafts',
    },
    writers,
    own,
  ),
  allow(
    'publications.discard',
    {
      zh: '拟稿人、经办人、工作机构负责人可以说明理由作废主动公开草稿',
      en: 'Drafters, handlers and the head of the office may, with a reason, discard drafts',
    },
    writers,
    own,
  ),
  allow(
    'publications.addFile',
    {
      zh: '拟稿人、经办人、工作机构负责人可以上传主动公开草稿的附件',
      en: 'Drafters, handlers and the head of the office may add files to drafts',
    },
    writers,
    own,
  ),
  allow(
    'publications.removeFile',
    {
      zh: '拟稿人、经办人、工作机构负责人可以移除主动公开草稿的附件',
      en: 'Drafters, handlers and the head of the office may take files off drafts',
    },
    writers,
    own,
  ),
  allow(
    'publications.file',
    {
      zh: '公开工作人员可以下载主动公开草稿的附件（留痕）',
      en: 'Disclosure staff may download files of drafts, on record',
    },
    staff,
    own,
  ),
)
