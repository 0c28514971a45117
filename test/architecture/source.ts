/** The sources as texts, and what in a text is code, string or comment: enough of TypeScript to judge a house by. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A file of the tree, named from the root with forward slashes: `src/law/lines.ts`. */
export interface Source {
  readonly path: string
  readonly text: string
}

const root = fileURLToPath(new URL('../../', import.meta.url))

/** All sources below a folder, in order of their paths. */
export function readSources(folder: string, wanted: RegExp): Source[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/'))
    .filter(path => wanted.test(path))
    .sort()
    .map(path => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

/** `string` also holds patterns and the fixed parts of templates. */
export interface Part {
  readonly kind: 'code' | 'string' | 'comment'
  readonly text: string
}

/** Before a pattern stands no value; `<` is left out for the closing tags of JSX. */
const beforePattern = /(?:^|[(,=:[!&|?;+\-*%>~^]|\b(?:return|typeof|case|of|in))\s*$/
const atPattern = /^\/(?![*/>])(?:[^\\/[\n]|\\.|\[(?:[^\\\]\n]|\\.)*\])+\/[a-z]*/
const atComment = /^(?:\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$))/
const atString = /^(?:'(?:[^'\\\n]|\\[\s\S])*'|"(?:[^"\\\n]|\\[\s\S])*")/
const atTemplate = /^(?:[^`\\$]|\\[\s\S]|\$(?!\{))*(?:`|\$\{|$)/

/** Cuts a text into its parts; together they are the text. */
export function partsOf(text: string): Part[] {
  const parts: Part[] = []
  /** For every open `${` the number of braces open inside it. */
  const templates: number[] = []
  let code = ''
  const put = (kind: 'string' | 'comment', found: string) => {
    parts.push({ kind: 'code', text: code }, { kind, text: found })
    code = ''
    return found.length
  }
  const template = (from: number) => {
    const found = atTemplate.exec(text.slice(from + 1))?.[0] ?? ''
    if (found.endsWith('${')) templates.push(0)
    return put('string', text.slice(from, from + 1) + found)
  }
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at, at + 2000)
    const sign = rest[0] ?? ''
    const comment = sign === '/' ? atComment.exec(text.slice(at))?.[0] : undefined
    const pattern = sign === '/' && beforePattern.test(code.slice(-20)) ? atPattern.exec(rest)?.[0] : undefined
    const string = sign === "'" || sign === '"' ? atString.exec(text.slice(at))?.[0] : undefined
    const depth = templates.at(-1)
    if (comment) at += put('comment', comment)
    else if (pattern ?? string) at += put('string', pattern ?? string ?? '')
    else if (sign === '`') at += template(at)
    else if (sign === '}' && depth === 0) {
      templates.pop()
      at += template(at)
    } else {
      if (depth !== undefined) templates[templates.length - 1] = depth + (sign === '{' ? 1 : sign === '}' ? -1 : 0)
      code += sign
      at += 1
    }
  }
  return [...parts, { kind: 'code' as const, text: code }].filter(part => part.text !== '')
}

/** The text with everything but the kinds wanted blanked out; lines stay where they are. */
export function only(text: string, ...kinds: readonly Part['kind'][]): string {
  return partsOf(text)
    .map(part => (kinds.includes(part.kind) ? part.text : part.text.replace(/[^\n]/g, ' ')))
    .join('')
}

/** The line, from 1, on which a place of a text stands. */
export function lineAt(text: string, at: number): number {
  return text.slice(0, at).split('\n').length
}
