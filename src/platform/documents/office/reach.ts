/** The parts of an office file that make up the document as it is shown. */
import type { Link, OfficeParts } from './parts.ts'

/** Kinds of links that are followed. What hangs on others (comments, embedded files, caches) is no part of what is shown. */
const followed = new Set(
  (
    'styles stylesWithEffects numbering settings fontTable webSettings theme footnotes endnotes header footer image ' +
    'chart chartUserShapes diagramData diagramLayout diagramQuickStyle diagramColors diagramDrawing ' +
    'worksheet sharedStrings drawing'
  ).split(' '),
)

/** The links of a part that are followed, but for those to the parts in `without`. */
export function followedLinks(office: OfficeParts, name: string, without: ReadonlySet<string>): Link[] {
  return office.links(name).filter(({ kind, part }) => {
    return followed.has(kind) && part !== null && office.has(part) && !without.has(part)
  })
}

/** The main part and all that is reached from it, in the order of the links. */
export function shownParts(office: OfficeParts, without: ReadonlySet<string> = new Set()): string[] {
  const reached = new Set([office.main])
  for (const name of reached) {
    for (const { part } of followedLinks(office, name, without)) if (part !== null) reached.add(part)
  }
  return [...reached]
}

/** Parts that are XML; the others are pictures. */
export function isXml(name: string): boolean {
  return /\.xml$/i.test(name)
}
