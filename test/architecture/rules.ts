/** The rules of the house. Each takes sources or arrows and gives what breaks it, one line each; empty where it holds. */
import type { Edition, Label } from '../../src/law/editions/form.ts'
import { type Arrow, cyclesOf, reachOf } from './graph.ts'
import { lineAt, only, partsOf, type Source } from './source.ts'

/** For each layer the layers it may know. `law <- domain <- features <- main`; platform, ui and paper stand beside. */
const mayKnow: Readonly<Record<string, readonly string[]>> = {
  paper: ['paper'],
  law: ['law'],
  domain: ['domain', 'law', 'paper'],
  platform: ['platform', 'paper'],
  ui: ['ui', 'domain', 'law', 'paper'],
  kit: ['kit', 'ui', 'platform', 'domain', 'law', 'paper'],
  features: ['features', 'kit', 'ui', 'platform', 'domain', 'law', 'paper'],
  main: ['main', 'features', 'kit', 'ui', 'platform', 'domain', 'law', 'paper'],
}
const pure = ['law', 'domain', 'paper']
const mostLines = 400

const layerOf = (path: string) => (path.startsWith('src/') ? path.split('/')[1] : undefined)
const sliceOf = (path: string) => (layerOf(path) === 'features' ? path.split('/')[2] : undefined)
const isBrowserCode = (path: string) => /\/(?:client|console)\/|^src\/main\/(?:client\.ts|console\.tsx)$/.test(path)
const isOwn = (path: string) => /^(?:src|test|bench|scripts|bin)\/|^[\w-]+\.\w+$/.test(path)

/** Arrows against the direction of the house, and those from one slice to another. */
export function wrongArrows(arrows: readonly Arrow[]): string[] {
  return arrows
    .filter(({ from, to }) => {
      const [own, other] = [layerOf(from) ?? '', layerOf(to)]
      if (other === undefined) return false
      const [slice, otherSlice] = [sliceOf(from), sliceOf(to)]
      return !mayKnow[own]?.includes(other) || (slice && otherSlice && slice !== otherSlice)
    })
    .map(({ from, to }) => `${from} -> ${to}`)
}

/** Files in no layer of the house: without a layer no rule would hold them. */
export function homeless(paths: readonly string[]): string[] {
  return paths.filter(path => !Object.hasOwn(mayKnow, layerOf(path) ?? ''))
}

/** Arrows to files that are not there. */
export function danglingArrows(arrows: readonly Arrow[], paths: readonly string[]): string[] {
  const there = new Set(paths)
  return arrows.filter(({ to }) => isOwn(to) && !there.has(to)).map(({ from, to }) => `${from} -> ${to}`)
}

/** Texts of strangers isolated by hand: `Isolated` of the ui does it, and is what tests look for. */
export function isolatedByHand(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path, text }) => path !== 'src/ui/isolated.tsx' && /<bdi\b/.test(only(text, 'code')))
    .map(({ path }) => path)
}

export function cycles(arrows: readonly Arrow[]): string[] {
  return cyclesOf(arrows).map(ring => ring.join(' -> '))
}

/** What code for the browser would drag along from the server's side, be it through ten files. */
export function serverInBrowser(arrows: readonly Arrow[]): string[] {
  const files = [...new Set(arrows.map(({ from }) => from))].filter(isBrowserCode)
  return files.flatMap(from =>
    [...reachOf(from, arrows)]
      .filter(to => /^src\/platform\/|\/(?:actions|store)(?:\/|\.tsx?$)|^node:/.test(to))
      .map(to => `${from} -> ${to}`),
  )
}

/** Outside names that law, domain and paper may not know: node's own modules and packages. */
export function outsideNames(arrows: readonly Arrow[]): string[] {
  return arrows
    .filter(({ from, to }) => pure.includes(layerOf(from) ?? '') && layerOf(to) === undefined)
    .map(({ from, to }) => `${from} -> ${to}`)
}

const impurities =
  /\bnew Date\b|\bDate\.now\b|\bprocess\b|\bMath\.random\b|\bglobalThis\b|\bperformance\b|\bcrypto\b|\bfetch\b|\bconsole\b|\bset(?:Timeout|Interval)\b/g

/** Time, chance and the world around, where only values and arguments belong. */
export function impure(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => pure.includes(layerOf(path) ?? ''))
    .flatMap(({ path, text }) => hits(path, only(text, 'code'), impurities))
}

/** Files too long to read; the law's data are lists and may be. */
export function tooLong(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path, text }) => layerOf(path) !== 'law' && text.trimEnd().split('\n').length > mostLines)
    .map(({ path, text }) => `${path}: ${text.trimEnd().split('\n').length} lines`)
}

/** Ways around the compiler and the linter, and things left for later. */
export function excuses(sources: readonly Source[]): string[] {
  return sources.flatMap(({ path, text }) => [
    ...hits(
      path,
      only(text, 'comment'),
      /@ts-(?:ignore|nocheck)|(?:biome|eslint)-(?:ignore|disable)|\b(?:TODO|FIXME|XXX)\b/g,
    ),
    ...hits(path, only(text, 'code'), /(?:[:<,|&(=]|\bas)\s*any\b(?!\s*[:(])/g),
  ])
}

/** Tests that do not run, or keep others from running. */
export function sleepingTests(sources: readonly Source[]): string[] {
  return sources.flatMap(({ path, text }) =>
    hits(path, only(text, 'code'), /\b(?:it|test|describe)\.(?:skip|only|todo|fails|skipIf|runIf)\b/g),
  )
}

const han = /\p{Script=Han}/gu
const leastHan = 4
/** Shorter labels (行政复议) are words that sentences need as well: they count only where they stand by themselves. */
const generalUse = 6

/** Every label of the form's tables that is long enough to be told from a word in passing. */
export function labelsOf(editions: readonly Edition[]): string[] {
  const labels = editions.flatMap(({ proactive, requests, disputes, ...edition }): Label[] => [
    edition.cornerNote,
    edition.applicantHead,
    edition.organisationHead,
    edition.itemHead,
    ...edition.sections.map(section => section.label),
    ...proactive.flatMap(block => [block, ...block.columns, ...block.rows]).map(({ label }) => label),
    ...[...requests.columns, ...requests.groups, ...requests.rows].map(({ label }) => label),
    ...[...disputes.columns, ...disputes.rows].map(({ label }) => label),
    ...disputes.rows.map(({ under }) => under),
  ])
  const words = labels.map(({ zh }) => bare(zh)).filter(zh => (zh.match(han)?.length ?? 0) >= leastHan)
  return [...new Set(words)]
}

/** Without the number in front: 1.属于国家秘密, （三）不予公开, 一、总体情况. */
function bare(label: string): string {
  return label.replace(/^(?:\d+[.．、]|[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+、)/, '')
}

/** Labels of the statutory form written a second time, outside the law. */
export function secondLabels(sources: readonly Source[], labels: readonly string[]): string[] {
  return sources
    .filter(({ path }) => layerOf(path) !== 'law')
    .flatMap(({ path, text }) =>
      // Words of JSX stand in the code.
      partsOf(text)
        .filter(({ kind }) => kind !== 'comment')
        .flatMap(part => labels.filter(label => says(part.text, label)).map(label => `${path}: ${label}`)),
    )
}

function says(text: string, label: string): boolean {
  if ((label.match(han)?.length ?? 0) >= generalUse) return text.includes(label)
  return text.split(/\P{Script=Han}+/u).includes(label)
}

function hits(path: string, text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(found => `${path}:${lineAt(text, found.index)}: ${found[0].trim()}`)
}
