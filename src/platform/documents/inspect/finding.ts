/** What is in a file beside what it shows (D§7.7). */
import type { Place } from '../../../paper/paper.ts'
import type { ErrorSentence } from '../errors.ts'

/** Formats that can be inspected. */
export type InspectedType = 'pdf' | 'docx' | 'xlsx' | 'jpeg' | 'png'

/**
 * `hidden`: somebody may have meant it to be gone; `about`: says who, when, where, with what; `active`: does something;
 * `unread`: is to be seen, and cannot be read by a program.
 */
export type FindingGroup = 'hidden' | 'about' | 'active' | 'unread'

export interface FindingKind {
  readonly group: FindingGroup
  readonly label: ErrorSentence
}

export const findingKinds = {
  hidden_sheet: { group: 'hidden', label: { zh: '隐藏的工作表', en: 'Hidden sheet' } },
  very_hidden_sheet: { group: 'hidden', label: { zh: '深度隐藏的工作表', en: 'Very hidden sheet' } },
  hidden_rows: { group: 'hidden', label: { zh: '隐藏的行', en: 'Hidden rows' } },
  hidden_columns: { group: 'hidden', label: { zh: '隐藏的列', en: 'Hidden columns' } },
  unseen_cells: {
    group: 'hidden',
    label: {
      zh: '看不见的单元格（与底色相同、字过小、被格式或合并遮住）',
      en: 'Cells nobody sees: in the colour of their ground, too small, or hidden by a format or a merged cell',
    },
  },
  validation: { group: 'hidden', label: { zh: '下拉选项、数据验证', en: 'Lists to choose from, validation' } },
  comment: { group: 'hidden', label: { zh: '批注', en: 'Comments' } },
  tracked_change: { group: 'hidden', label: { zh: '修订痕迹', en: 'Tracked changes' } },
  hidden_text: { group: 'hidden', label: { zh: '隐藏的文字', en: 'Hidden text' } },
  field_code: {
    group: 'hidden',
    label: { zh: '域代码（不显示的指令和文字）', en: 'Field codes, which are not shown' },
  },
  covered_text: {
    group: 'hidden',
    label: {
      zh: '被遮盖、与底色相同或在页面之外的文字',
      en: 'Text covered, in the colour of its ground, or off the page',
    },
  },
  covered_picture: {
    group: 'hidden',
    label: { zh: '图片被遮盖或裁去的部分', en: 'Parts of pictures painted over or cut off' },
  },
  invisible_text: { group: 'hidden', label: { zh: '不可见的文字层', en: 'Layer of text without ink' } },
  layer: { group: 'hidden', label: { zh: '可开关的图层', en: 'Optional layers' } },
  earlier_version: { group: 'hidden', label: { zh: '文件里保留的以前版本', en: 'Earlier versions kept in the file' } },
  embedded_object: { group: 'hidden', label: { zh: '嵌入的对象', en: 'Embedded objects' } },
  attachment: { group: 'hidden', label: { zh: '附件', en: 'Attachments' } },
  defined_name: { group: 'hidden', label: { zh: '定义的名称', en: 'Defined names' } },
  outside_data: { group: 'hidden', label: { zh: '外部数据、数据缓存', en: 'Outside data and caches' } },
  custom_xml: { group: 'hidden', label: { zh: '自定义数据', en: 'Custom XML' } },
  annotation: { group: 'hidden', label: { zh: '注释、表单', en: 'Annotations and forms' } },
  property: { group: 'about', label: { zh: '文档属性', en: 'Document properties' } },
  exif: { group: 'about', label: { zh: '照片信息（EXIF）', en: 'EXIF of a photograph' } },
  gps: { group: 'about', label: { zh: '拍摄地点（GPS）', en: 'GPS position' } },
  xmp: { group: 'about', label: { zh: '元数据（XMP）', en: 'XMP metadata' } },
  picture_text: { group: 'about', label: { zh: '图片附带的文字', en: 'Text kept beside a picture' } },
  script: { group: 'active', label: { zh: '脚本、宏', en: 'Scripts and macros' } },
  picture_only: {
    group: 'unread',
    label: {
      zh: '只有图片，程序读不出其中的文字，须人工逐处查看',
      en: 'Only a picture: no program reads its words, look through it by eye',
    },
  },
  picture_part: {
    group: 'unread',
    label: {
      zh: '含有图片，程序读不出图片里的文字，须人工查看',
      en: 'Holds a picture whose words no program reads: look at it by eye',
    },
  },
  outside_link: { group: 'active', label: { zh: '指向文件之外的链接', en: 'Links out of the file' } },
} as const satisfies Readonly<Record<string, FindingKind>>

export type FindingKindId = keyof typeof findingKinds

export interface Finding {
  readonly kind: FindingKindId
  readonly count: number
  /** The first of what was found, cut short: it may hold personal data, and is shown only to whoever may open the file. */
  readonly sample: string
  /** Where the first of it stands; absent for what has no place. */
  readonly at?: Place
  /** The part of the file or the property it stands in. */
  readonly part?: string
}
