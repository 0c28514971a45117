/** What happens around the tables: titles, headings, contents. */
import { editionOf } from '../../../src/domain/report/form-cells.ts'
import type { Draft } from '../draft.ts'
import type { Text } from '../shape.ts'
import type { Quirk } from './quirk.ts'

function title(draft: Draft, change: (agency: string, year: number) => readonly string[]): void {
  const { agency, year } = draft.facts
  draft.shape.blocks = draft.shape.blocks.flatMap(block =>
    block.kind === 'title' ? change(agency, year).map((text): Text => ({ kind: 'title', text })) : [block],
  )
}

const titled =
  (change: (agency: string, year: number) => readonly string[]): Quirk['apply'] =>
  draft =>
    title(draft, change)

/** Every quirk of running text. */
export const textQuirks: readonly Quirk[] = [
  { name: 'none', apply: () => {} },
  { name: 'title-two-lines', apply: titled((a, y) => [a, `${y}年政府信息公开工作年度报告`]) },
  { name: 'title-cut-inside', apply: titled((a, y) => [`${y}年度${a}政府信息`, '公开工作年度报告']) },
  { name: 'title-attachment', apply: titled((a, y) => ['附件1', `${y}年${a}政府信息公开工作年度报告`]) },
  { name: 'title-spaces', apply: titled((a, y) => [`${a} ${y} 年政府信息公开工作 年度报告`]) },
  { name: 'title-short', apply: titled((a, y) => [`${a}${y}年度政府信息公开工作报告`]) },
  {
    name: 'title-chinese-year',
    apply: titled((a, y) => [
      `${a}${[...String(y)].map(d => '〇一二三四五六七八九'[Number(d)]).join('')}年政府信息公开工作年度报告`,
    ]),
  },
  {
    name: 'heading-variants',
    apply: (draft, random) => {
      const labels = editionOf(draft.facts.edition).sections.map(s => s.label)
      for (const block of draft.shape.blocks) {
        const aliases = labels.find(l => block.kind === 'heading' && l.zh === block.text)?.aliases
        if (block.kind === 'heading' && aliases) block.text = random.pick(aliases)
      }
    },
  },
  {
    name: 'heading-spaces',
    apply: draft => {
      for (const block of draft.shape.blocks) {
        if (block.kind === 'heading') block.text = block.text.replace('、', '、 ').replace('情况', '情　况')
      }
    },
  },
  {
    name: 'section-missing',
    apply: draft => {
      const from = draft.shape.blocks.findLastIndex(b => b.kind === 'heading')
      draft.shape.blocks = draft.shape.blocks.filter((_, i) => i < from)
      draft.rules.add('section.absent')
    },
  },
  {
    name: 'contents',
    apply: draft => {
      const lines = editionOf(draft.facts.edition).sections.flatMap(({ label }, i) =>
        label.zh ? [{ kind: 'paragraph' as const, text: `${label.zh}……………${i + 1}` }] : [],
      )
      draft.shape.blocks.splice(1, 0, { kind: 'paragraph', text: '目　录' }, ...lines)
    },
  },
  {
    name: 'prose-with-tables-words',
    apply: draft => {
      const words =
        '全年行政许可 32 件，行政处罚 15 件，行政强制 0 件；其中予以公开 9 件、部分公开 3 件，总计 12 件，规范性文件 4 件。'
      const at = draft.shape.blocks.findIndex(b => b.kind === 'heading')
      draft.shape.blocks.splice(at + 1, 0, { kind: 'paragraph', text: words })
    },
  },
]
