/** Checks a template as edited in Word against what it must hold. */
import type { LetterTemplateSheet } from '../../../paper/letter.ts'
import { DocumentError, type ErrorSentence } from '../errors.ts'
import { type Intruder, type TemplateParts, templateParts } from './template-parts.ts'

/**
 * damaged: no readable Word file. locked_changed: a part of the law is gone or reworded. missing_slot, unknown_slot,
 * unclosed_slot: slots. The rest: what has no business in a template.
 */
export type TemplateFindingCode =
  | 'damaged'
  | 'locked_changed'
  | 'missing_slot'
  | 'unknown_slot'
  | 'unclosed_slot'
  | Intruder['kind']

export interface TemplateFinding {
  readonly code: TemplateFindingCode
  /** What is wrong, where, and the mend. */
  readonly says: ErrorSentence
  /** The tag of the locked part, the name of the slot, or the intruder in the file's own words. */
  readonly at: string
}

/** What stands against using the template; empty where nothing does. */
export function checkTemplate(bytes: Uint8Array, expected: LetterTemplateSheet): readonly TemplateFinding[] {
  try {
    const parts = templateParts(bytes)
    return [
      ...parts.intruders.map(intruderFinding),
      ...lockedFindings(parts, expected),
      ...slotFindings(parts, expected),
    ]
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    return [{ code: 'damaged', says: error.says, at: '' }]
  }
}

/** Each locked part takes one paragraph that says it word for word, behind the same mark; spaces do not count. */
function lockedFindings({ body }: TemplateParts, { locked }: LetterTemplateSheet): TemplateFinding[] {
  // With a mark unclosed nobody can say what stands behind which: that is mended first.
  if (unclosed(tagsOf(body)).length > 0) return []
  const left = placedOf(body)
  return locked.flatMap(({ tag, text, within }) => {
    const bare = text.replace(/\s/g, '')
    const at = left.findIndex(found => found.text === bare && found.within === (within ?? ''))
    if (at >= 0) {
      left.splice(at, 1)
      return []
    }
    return [{ code: 'locked_changed' as const, says: lockedChanged(text), at: tag }]
  })
}

/** Paragraphs, each with the marks that are open around it. */
function placedOf(body: readonly string[]): { readonly text: string; readonly within: string }[] {
  const open: string[] = []
  return body.map(text => {
    const within = open.join(' ')
    for (const { mark, name } of tagsOf([text])) {
      if (mark === '#') open.push(name)
      if (mark === '/') open.pop()
    }
    return { text, within }
  })
}

interface Tag {
  readonly mark: string
  readonly name: string
}

function tagsOf(paragraphs: readonly string[]): Tag[] {
  return paragraphs.flatMap(text =>
    Array.from(text.matchAll(/\{([#/]?)([^{}]*)\}/g), ([, mark = '', name = '']) => ({ mark, name })),
  )
}

function slotFindings({ body, margins }: TemplateParts, { slots }: LetterTemplateSheet): TemplateFinding[] {
  const [inBody, inMargins] = [tagsOf(body), tagsOf(margins)]
  const used = [...inBody, ...inMargins]
  const known = new Set(slots.map(({ name }) => name))
  const there = new Set(used.map(({ name }) => name))
  const strange = [...new Set(used.map(({ name }) => name).filter(name => !known.has(name)))]
  const lacking = slots.filter(({ name, mandatory }) => mandatory && !there.has(name))
  return [
    ...strange.map(name => ({ code: 'unknown_slot' as const, says: unknownSlot(name), at: name })),
    ...lacking.map(({ name }) => ({ code: 'missing_slot' as const, says: missingSlot(name), at: name })),
    ...[...unclosed(inBody), ...unclosed(inMargins)].map(name => ({
      code: 'unclosed_slot' as const,
      says: unclosedSlot(name),
      at: name,
    })),
    ...[...body, ...margins].filter(hasLoneBrace).map(text => ({
      code: 'unclosed_slot' as const,
      says: loneBrace(text),
      at: text.slice(0, 24),
    })),
  ]
}

/** Names opened and not closed in turn, or closed and never opened. */
function unclosed(tags: readonly Tag[]): string[] {
  const open: string[] = []
  const wrong: string[] = []
  for (const { mark, name } of tags) {
    if (mark === '#') open.push(name)
    if (mark === '/' && open.pop() !== name) wrong.push(name)
  }
  return [...wrong, ...open]
}

function hasLoneBrace(text: string): boolean {
  return /[{}]/.test(text.replace(/\{[^{}]*\}/g, ''))
}

const short = (text: string) => (Array.from(text).length > 60 ? `${Array.from(text).slice(0, 60).join('')}…` : text)

const lockedChanged = (text: string): ErrorSentence => ({
  zh: `法定内容被删除或者改动，应当原样保留：“${short(text)}”。请从原模板中复制回来。`,
  en: `A part of the law was removed or changed and must stand as it was: "${short(text)}". Copy it back from the original template.`,
})
const unknownSlot = (name: string): ErrorSentence => ({
  zh: `模板中的“{${short(name)}}”不是可以填写的项目，请改用原模板中的写法或者删去。`,
  en: `"{${short(name)}}" is nothing that can be filled in; write it as in the original template or take it out.`,
})
const missingSlot = (name: string): ErrorSentence => ({
  zh: `模板缺少必须填写的项目“{${name}}”，请从原模板中复制回来。`,
  en: `The template lacks "{${name}}", which must be filled in; copy it back from the original template.`,
})
const unclosedSlot = (name: string): ErrorSentence => ({
  zh: `“{#${short(name)}}”和“{/${short(name)}}”没有成对出现，请核对。`,
  en: `"{#${short(name)}}" and "{/${short(name)}}" do not stand in pairs; check them.`,
})
const loneBrace = (text: string): ErrorSentence => ({
  zh: `“${short(text)}”中的花括号没有成对，请核对。`,
  en: `A brace in "${short(text)}" has no partner; check it.`,
})

const intruders: Readonly<Record<Intruder['kind'], ErrorSentence>> = {
  macro: { zh: '模板含有宏', en: 'The template holds macros' },
  external: { zh: '模板链接到外部内容', en: 'The template links to something outside' },
  embedded: { zh: '模板嵌入了其他文件', en: 'Another file is embedded in the template' },
  field: { zh: '模板含有页码以外的域', en: 'The template holds a field other than a page number' },
  tracked: { zh: '模板含有未处理的修订', en: 'The template holds tracked changes' },
  hidden: { zh: '模板含有隐藏文字', en: 'The template holds hidden text' },
}

function intruderFinding({ kind, what }: Intruder): TemplateFinding {
  const { zh, en } = intruders[kind]
  return {
    code: kind,
    says: {
      zh: `${zh}（${short(what)}），请在 Word 中去掉后重新保存。`,
      en: `${en} (${short(what)}); take it out in Word and save again.`,
    },
    at: what,
  }
}
