/** Names and refusals of this slice. */
import type { Said } from '../../domain/kernel/lang.ts'
import type { Refusal } from '../../domain/kernel/result.ts'

export const publicationWord: Said = { zh: '主动公开草稿', en: 'draft' }
export const fileWord: Said = { zh: '附件', en: 'file' }

export const noSection: Refusal = {
  code: 'no_section',
  says: { zh: '没有这个在用的科室，请从列表中选择', en: 'There is no such open section; choose one from the list' },
  at: 'sectionId',
}

export const tooManyFiles = (most: number): Refusal => ({
  code: 'too_many',
  says: {
    zh: `一份草稿最多 ${most} 个附件，请先移除不需要的`,
    en: `A draft holds at most ${most} files; take some off first`,
  },
  at: 'file',
})

export const subjectOf = (publicationId: string) => `publication:${publicationId}`
