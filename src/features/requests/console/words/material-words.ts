/** Words of the page on one paper: what the scan found, the boxes, the redacted copy. */
import type { Said } from '../../../../domain/kernel/lang.ts'

export const materialWords = {
  lead: {
    zh: '检查个人信息和隐藏内容，遮盖不予公开的部分，生成处理后的副本。原件保持不变。',
    en: 'Look for personal and hidden data, cover what is withheld, make a copy. The original stays as it is.',
  },
  hits: { zh: '检查发现', en: 'What the scan found' },
  noHits: { zh: '没有发现个人信息。', en: 'No personal data found.' },
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
