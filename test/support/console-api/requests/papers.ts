/** The made-up papers and letters: pages as pictures, what the scan finds, letters in blocks. */

import type * as c from '../../../../src/features/requests/contract/index.ts'
import type { AnswerOf, FileAnswer } from '../../../../src/kit/contract.ts'
import type { Case } from './cases.ts'

const say = (zh: string) => ({ zh, en: zh })
const base64 = (text: string) => Buffer.from(text).toString('base64')

const page = { width: 595, height: 842 }

export function pageOf(n: number): AnswerOf<typeof c.paperPage> {
  const lines = Array.from({ length: 24 }, (_, i) => {
    const words = i === 3 ? '联系人：王小明 身份证号：330102199001011234' : `第 ${n} 页第 ${i + 1} 行：施工合同正文`
    return `<text x="60" y="${80 + i * 30}" font-size="14">${words}</text>`
  }).join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${page.width}" height="${page.height}"><rect width="100%" height="100%" fill="#fff"/>${lines}</svg>`
  return { type: 'image/svg+xml', image: base64(svg), ...page }
}

export const scan: AnswerOf<typeof c.scanPaper> = {
  hits: [
    {
      kind: 'identity_number',
      label: say('身份证号码'),
      sample: '3301**********1234',
      place: say('第 1 页第 4 行'),
      box: { page: 1, box: [210, 660, 400, 680] },
      text: '330102199001011234',
    },
    {
      kind: 'name',
      label: say('姓名'),
      sample: '王*明',
      place: say('第 1 页第 4 行'),
      box: { page: 1, box: [110, 660, 160, 680] },
      text: '王小明',
    },
  ],
  hidden: [{ kind: 'author', label: say('文档属性'), place: say('文件属性'), detail: '作者：李娜' }],
  unread: [{ label: say('只有图片，程序读不出其中的文字'), place: say('第2页') }],
  pages: 2,
}

export const file = (name: string, type: string): FileAnswer => ({ name, type, bytes: Buffer.from(name) })

export function letterView(
  of: Case,
  id: string,
  letter: string,
  state: string,
  edits: Readonly<Record<string, string>>,
) {
  const blocks = [
    { id: 'opening', kind: 'text', locked: true, text: `本机关于 ${of.receivedOn ?? '2026-11-03'} 收到您提交的申请。` },
    { id: 'asked', kind: 'text', locked: true, text: `您申请公开“${of.wanted.title}”。` },
    { id: 'reason', kind: 'text', locked: false, text: edits.reason ?? '经查，该信息由本机关制作，现予答复。' },
    { id: 'basis', kind: 'text', locked: true, text: '根据《政府信息公开条例》第三十六条的规定办理。' },
  ].map(block => ({ ...block, rows: null }))
  return {
    id,
    letter,
    title: '政府信息公开告知书',
    number: state === 'drafted' ? null : '示府公开〔2026〕12号',
    addressee: '王*明',
    blocks,
    remedy: ['如不服本告知，可以自收到之日起六十日内向示例市人民政府申请行政复议。'],
    signer: '示例县人民政府办公室',
    date: state === 'drafted' ? null : '2026-11-20',
    troubles: [],
    state,
    signature:
      state === 'drafted'
        ? null
        : {
            state: 'holds',
            at: '2026-11-20T15:04:00+08:00',
            algorithm: 'ed25519',
            certificate: 'ed25519:5f2c9a7714e0b3d86c1f',
            trouble: null,
          },
    recallUntil: state === 'issued' ? '2026-11-21T11:00:00+08:00' : null,
  } satisfies AnswerOf<typeof c.getLetter>
}
