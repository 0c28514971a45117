/** Files of a case as they are fetched: papers and their pages, letters, the case file for the archive. */
import { z } from 'zod'
import { contract } from '../../../kit/contract.ts'
import { id } from '../../../kit/shapes.ts'
import { requestParams } from './view.ts'

/** A file's bytes in base64, its name and its type. */
export const fileAnswer = z.object({ name: z.string(), type: z.string(), file: z.string() })

const paperParams = requestParams.extend({ paperId: id })

export const paperFile = contract({
  id: 'requests.paperFile',
  method: 'get',
  path: '/agencies/{agencyId}/requests/{requestId}/papers/{paperId}/file',
  says: { zh: '下载材料', en: 'Download a paper' },
  params: paperParams,
  answer: fileAnswer,
})

/** One page as a picture, with its size in points: places of the scan are given in points, origin bottom left. */
export const paperPage = contract({
  id: 'requests.paperPage',
  method: 'get',
  path: '/agencies/{agencyId}/requests/{requestId}/papers/{paperId}/pages/{page}',
  says: { zh: '查看材料的一页', en: 'One page of a paper' },
  params: paperParams.extend({ page: z.coerce.number().int().min(1).max(2000) }),
  answer: z.object({ type: z.string(), image: z.string(), width: z.number(), height: z.number() }),
})

export const letterFormats = ['docx', 'pdf'] as const

export const letterFile = contract({
  id: 'requests.letterFile',
  method: 'get',
  path: '/agencies/{agencyId}/requests/{requestId}/letters/{letterId}/files/{format}',
  says: { zh: '下载文书', en: 'Download a letter' },
  params: requestParams.extend({ letterId: id, format: z.enum(letterFormats) }),
  answer: fileAnswer,
})

/** The whole case in one file: register, timeline, papers, letters, evidence (条例45). */
export const archiveFile = contract({
  id: 'requests.archiveFile',
  method: 'get',
  path: '/agencies/{agencyId}/requests/{requestId}/archive',
  says: { zh: '下载卷宗', en: 'Download the case file' },
  params: requestParams,
  answer: fileAnswer,
})
