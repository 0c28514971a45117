/** The pages of a paper as pictures, which boxes are laid over. */
import { z } from 'zod'
import { contract } from '../../../kit/contract.ts'
import { id } from '../../../kit/shapes.ts'
import { requestParams } from './view.ts'

/** One page as a picture in base64, with its size in points: places of the scan are given in points, origin bottom left. */
export const paperPage = contract({
  id: 'requests.paperPage',
  method: 'get',
  path: '/agencies/{agencyId}/requests/{requestId}/papers/{paperId}/pages/{page}',
  says: { zh: '查看材料的一页', en: 'One page of a paper' },
  params: requestParams.extend({ paperId: id, page: z.coerce.number().int().min(1).max(2000) }),
  answer: z.object({ type: z.string(), image: z.string(), width: z.number(), height: z.number() }),
})
