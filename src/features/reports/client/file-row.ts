/** One file of the queue on the screen: its name, its state in an icon and words, what came of it. */
import type { Said } from '../../../domain/kernel/lang.ts'
import type { IconName } from '../../../ui/icon-paths.ts'
import { reportWords } from '../../../ui/report/words.ts'
import type { FileLine } from '../api.ts'
import { progress, visitWords } from '../words.ts'
import { icon, make } from './dom.ts'
import type { FileState } from './queue.ts'

export interface FileRow {
  readonly element: HTMLElement
  readonly setState: (state: FileState, percent?: number) => void
  readonly addLine: (line: FileLine) => void
  readonly addTrouble: (says: string) => void
  /** Empties what came of an earlier try. */
  readonly clear: () => void
  readonly troubled: () => boolean
}

export interface RowActions {
  readonly cancel: () => void
  readonly retry: () => void
}

const shownLines = 50

const looks: Readonly<Record<FileState, readonly [IconName, Said]>> = {
  queued: ['waiting', progress.queued],
  uploading: ['upload', progress.uploading(0)],
  reading: ['reading', progress.reading],
  ready: ['ok', progress.ready],
  failed: ['failed', progress.failed],
  cancelled: ['cancelled', progress.cancelled],
}

export function fileRow(name: string, t: (said: Said) => string, actions: RowActions): FileRow {
  const state = make('span', { class: 'queue-state' })
  const detail = make('ul', { class: 'queue-detail' })
  const element = make('li', { class: 'queue-item' }, make('bdi', { class: 'queue-name' }, name), state, detail)
  let lines = 0
  let troubles = 0

  const button = (said: Said, act: () => void) => {
    const made = make('button', { type: 'button', class: 'button button-quiet button-small' }, t(said))
    made.append(make('span', { class: 'visually-hidden' }, ` ${name}`))
    made.addEventListener('click', act)
    return made
  }
  const setState = (to: FileState, percent?: number) => {
    const [sign, said] = looks[to]
    const words = to === 'uploading' ? t(progress.uploading(percent ?? 0)) : t(said)
    state.className = `queue-state state-${to}`
    state.replaceChildren(icon(sign), words)
    if (to === 'queued' || to === 'uploading' || to === 'reading')
      state.append(button(progress.cancelOne, actions.cancel))
    if (to === 'failed' || to === 'cancelled') state.append(button(progress.retry, actions.retry))
  }
  const addTrouble = (says: string) => {
    troubles += 1
    detail.append(make('li', { class: 'state-failed' }, says))
  }
  return {
    element,
    setState,
    addTrouble,
    addLine: line => {
      lines += 1
      if ('stopped' in line) addTrouble(line.says)
      else if ('error' in line) addTrouble(line.file === name ? line.error.says : `${line.file}：${line.error.says}`)
      else if (lines <= shownLines) detail.append(reportLine(line, t))
    },
    clear: () => {
      lines = 0
      troubles = 0
      detail.replaceChildren()
    },
    troubled: () => troubles > 0,
  }
}

type ReportLine = Extract<FileLine, { readonly path: string }>

function reportLine(line: ReportLine, t: (said: Said) => string): HTMLElement {
  const { agency, year, counts, path } = line
  const title = t(
    reportWords.titleOf(
      agency ?? t(visitWords.noAgency),
      year === null ? t(visitWords.noYear) : t(reportWords.yearOf(year)),
    ),
  )
  const badge = (kind: IconName, words: string) => make('span', { class: `badge badge-${kind}` }, icon(kind), words)
  const badges = [
    ...(counts.error ? [badge('error', t(reportWords.nErrors(counts.error)))] : []),
    ...(counts.warning ? [badge('warning', t(reportWords.nWarnings(counts.warning)))] : []),
    ...(counts.error + counts.warning === 0 ? [badge('ok', t(reportWords.clean))] : []),
  ]
  return make('li', {}, make('a', { href: path }, title), make('span', { class: 'badges' }, ...badges))
}
