/** Templates of letters: the standard ones, those an agency edited in Word, and which is in force. */
import { z } from 'zod'
import { contract, fileAnswer } from '../../../kit/contract.ts'
import { agencyParams, fileName, id, instant, said } from '../../../kit/shapes.ts'
import { type LetterId, letterIds } from '../../../law/letters.ts'

const letter = z.enum(letterIds as [LetterId, ...LetterId[]])
const letterParams = agencyParams.extend({ letter })
const versionParams = letterParams.extend({ version: z.coerce.number().int().min(1).max(100_000) })

/** Characters of base64: a template of five megabytes. */
const mostFile = 7_000_000

const templateVersion = z.object({
  version: z.number(),
  name: z.string(),
  size: z.number(),
  sha256: z.string(),
  authorId: id,
  author: z.string(),
  savedAt: instant,
  /** Since when it is in force; null where it is not. */
  inForceAt: instant.nullable(),
})

export const letterTemplates = z.object({
  letter,
  title: said,
  /** The latest first. */
  versions: z.array(templateVersion),
  /** What stands against the one in force since the law’s part of the template changed: it is not used until mended. */
  findings: z.array(said),
})
export type LetterTemplates = z.output<typeof letterTemplates>

export const listTemplates = contract({
  id: 'requests.templates',
  method: 'get',
  path: '/agencies/{agencyId}/letter-templates',
  says: { zh: '文书模板', en: 'Templates of letters' },
  params: agencyParams,
  answer: z.object({ items: z.array(letterTemplates) }),
})

export const standardTemplate = contract({
  id: 'requests.standardTemplate',
  method: 'get',
  path: '/agencies/{agencyId}/letter-templates/{letter}/standard',
  says: { zh: '下载标准模板', en: 'Download the standard template' },
  params: letterParams,
  answer: fileAnswer,
})

export const templateFile = contract({
  id: 'requests.templateFile',
  method: 'get',
  path: '/agencies/{agencyId}/letter-templates/{letter}/versions/{version}/file',
  says: { zh: '下载本机关的模板', en: 'Download a template of the agency’s own' },
  params: versionParams,
  answer: fileAnswer,
})

export const compareTemplate = contract({
  id: 'requests.compareTemplate',
  method: 'get',
  path: '/agencies/{agencyId}/letter-templates/{letter}/versions/{version}/compared',
  says: { zh: '与标准模板比较', en: 'Compare with the standard template' },
  params: versionParams,
  answer: z.object({ standard: z.string(), own: z.string() }),
})

/** Refused with everything that stands against it, each a sentence of its own; then nothing is kept. */
export const addTemplate = contract({
  id: 'requests.addTemplate',
  method: 'post',
  path: '/agencies/{agencyId}/letter-templates/{letter}/versions',
  says: { zh: '上传改好的模板', en: 'Upload an edited template' },
  params: letterParams,
  body: z.object({ name: fileName, file: z.string().min(1).max(mostFile) }),
  answer: letterTemplates,
})

export const approveTemplate = contract({
  id: 'requests.approveTemplate',
  method: 'post',
  path: '/agencies/{agencyId}/letter-templates/{letter}/versions/{version}/approve',
  says: { zh: '启用模板', en: 'Put a template into force' },
  params: versionParams,
  answer: letterTemplates,
})

export const resetTemplate = contract({
  id: 'requests.resetTemplate',
  method: 'post',
  path: '/agencies/{agencyId}/letter-templates/{letter}/standard',
  says: { zh: '恢复标准模板', en: 'Go back to the standard template' },
  params: letterParams,
  answer: letterTemplates,
})
