/** Words of the page on one paper: what the scan found, the boxes, the redacted copy. */
import type { Said } from '../../../../domain/kernel/lang.ts'

export const materialWords = {
  lead: {
    zh: '检查个人信息和隐藏内容，遮盖不予公开的部分，生成处理后的副本。原件保持不变。',
    en: 'Look for personal and hidden data, cover what is withheld, make a copy. The original stays as it is.',
  },
  hits: { zh: '检查发现', en: 'What the scan found' },
  noHits: { zh: '没有发现个人信息。', en: 'No personal data found.' },
  noHitsInText: {
    zh: '能读出的文字里没有发现个人信息；图片里的文字没有检查。',
    en: 'No personal data found in the text that can be read; words in pictures were not looked at.',
  },
  unread: {
    zh: '以下内容程序读不出文字，请用眼逐处核对，需要遮盖的手工画框：',
    en: 'No program reads the words in these: look through them by eye, and draw boxes by hand where needed:',
  },
  notFound: {
    zh: '以下要遮盖的文字没有找到，副本里可能还有，请核对：',
    en: 'These texts to be covered were nowhere found, and may still be in the copy. Look again:',
  },
  hidden: { zh: '隐藏内容（生成副本时清除）', en: 'Hidden content (dropped from the copy)' },
  coverOf: (label: string, sample: string, place: string): Said => ({
    zh: `遮盖 ${label} ${sample}（${place}）`,
    en: `Cover ${label} ${sample} (${place})`,
  }),
  toPlace: { zh: '看位置', en: 'Where' },
  toPlaceOf: (label: string, sample: string): Said => ({
    zh: `看位置 ${label} ${sample}`,
    en: `Where ${label} ${sample} stands`,
  }),
  page: (n: number, of: number): Said => ({ zh: `第 ${n} 页，共 ${of} 页`, en: `Page ${n} of ${of}` }),
  pageImage: (n: number): Said => ({ zh: `第 ${n} 页`, en: `Page ${n}` }),
  previous: { zh: '上一页', en: 'Previous page' },
  next: { zh: '下一页', en: 'Next page' },
  addBox: { zh: '增加遮盖框', en: 'Add a box' },
  boxHelp: {
    zh: '用鼠标在页面上拖动画框；用键盘：增加遮盖框后，方向键移动，Shift 加方向键改变大小，Delete 删除。',
    en: 'Draw with the mouse; by keys: add a box, arrows move it, Shift with arrows sizes it, Delete removes it.',
  },
  box: (n: number, at: string): Said => ({ zh: `遮盖框 ${n}，${at}`, en: `Box ${n}, ${at}` }),
  boxes: (n: number): Said => ({ zh: `共 ${n} 个遮盖框`, en: `${n} box(es)` }),
  removeBox: { zh: '删除选中的框', en: 'Remove the chosen box' },
  texts: { zh: '遮盖的文字', en: 'Texts to cover' },
  textsHelp: {
    zh: '每行一段文字；文件中每一处都会遮盖。',
    en: 'One a line; wherever it stands in the file it is covered.',
  },
  make: { zh: '生成处理后的副本', en: 'Make the redacted copy' },
  made: { zh: '副本已生成', en: 'Copy made' },
  result: { zh: '处理结果对照', en: 'Original and copy' },
  original: { zh: '原件', en: 'Original' },
  copy: { zh: '处理后', en: 'Copy' },
  nothing: { zh: '还没有要遮盖的内容。', en: 'Nothing to cover yet.' },
  download: { zh: '下载副本', en: 'Download the copy' },
} satisfies Record<string, Said | ((...a: never[]) => Said)>
