/** What Word files and workbooks carry beside what they show. */
import type { OfficeParts } from '../office/parts.ts'
import { isXml } from '../office/reach.ts'
import { attributeOf, elementsIn, isElement, textIn } from '../office/tree.ts'
import { pictureType } from '../pictures/decode.ts'
import type { Findings } from './collect.ts'
import type { FindingKindId } from './finding.ts'
import { inspectPicture } from './picture.ts'

/** Parts that are found by their names alone. */
const byName: readonly (readonly [pattern: RegExp, kind: FindingKindId])[] = [
  [/vbaProject|vbaData|activeX|macrosheets|\.bin\.rels/i, 'script'],
  [/(?:^|\/)embeddings\//i, 'embedded_object'],
  [/^customXml\/item\d*\.xml$/i, 'custom_xml'],
  [/externalLinks\/[^/]+\.xml$|pivotCache|connections\.xml$|queryTables\//i, 'outside_data'],
]

/** Finds what both formats have: properties, comments, embedded files, links out of the file, pictures that tell. */
export function inspectOffice(office: OfficeParts, findings: Findings): void {
  for (const name of office.names) {
    const kind = byName.find(([pattern]) => pattern.test(name))?.[1]
    if (kind !== undefined) findings.add(kind, name)
    if (/^docProps\/(?:core|app|custom)\.xml$/i.test(name)) inspectProperties(office, name, findings)
    if (/^word\/[^/]+\.xml$|^xl\/drawings\/[^/]+\.xml$/.test(name)) inspectPictureNames(office, name, findings)
    if (/(?:comments?|persons?|people)[^/]*\.xml$/i.test(name)) inspectComments(office, name, findings)
    if (/\/media\/[^/]+$/.test(name)) findings.add('picture_part', '', { part: name })
    const isPicture = /\.(?:jpe?g|png)$/i.test(name) ? pictureType(office.bytes(name)) : undefined
    if (isPicture !== undefined) inspectPicture(office.bytes(name), isPicture, findings, name)
  }
  for (const owner of ['', ...office.names.filter(isXml)]) {
    for (const { kind, part, target } of office.links(owner)) {
      if (wholeDocuments.includes(kind)) findings.add('embedded_object', target)
      if (part === null) findings.add('outside_link', target, { part: kind })
    }
  }
}

/** Links to documents that are shown as a part of this one. */
const wholeDocuments = ['aFChunk', 'subDocument']

/** What is said of pictures, and the names of the files they were. */
function inspectPictureNames(office: OfficeParts, name: string, findings: Findings): void {
  for (const element of elementsIn(office.tree(name))) {
    const [words, alt] = ['descr', 'alt'].map(each => attributeOf(element, each) ?? '')
    const title = /^(?:docPr|cNvPr|imagedata)$/.test(element.local) ? (attributeOf(element, 'title') ?? '') : ''
    const file = /\.\w{3,4}$/.exec(attributeOf(element, 'name') ?? '')?.input ?? ''
    const told = [words, title, alt, file].filter(each => each !== '').join(' ')
    if (told !== '') findings.add('picture_text', told, { part: name })
  }
}

/** Properties that say nothing of anybody. */
const dull =
  /^(?:Template|TotalTime|Pages|Words|Characters|CharactersWithSpaces|Application|AppVersion|DocSecurity|Lines|Paragraphs|ScaleCrop|LinksUpToDate|SharedDoc|HyperlinksChanged|revision)$/

function inspectProperties(office: OfficeParts, name: string, findings: Findings): void {
  for (const element of elementsIn(office.tree(name))) {
    if (element.children.some(isElement) || dull.test(element.local)) continue
    const label = attributeOf(element, 'name') ?? element.local
    const value = textIn(element).trim()
    if (value !== '') findings.add('property', value, { part: label })
  }
}

function inspectComments(office: OfficeParts, name: string, findings: Findings): void {
  for (const element of elementsIn(office.tree(name))) {
    if (element.local === 'person') {
      const who = attributeOf(element, 'displayName') ?? attributeOf(element, 'author')
      findings.add('comment', who, { part: name })
    }
    if (element.local !== 'comment' && element.local !== 'threadedComment') continue
    const words = [...elementsIn(element)].filter(({ local }) => local === 't' || local === 'text')
    findings.add('comment', words.map(textIn).join(''), { part: name })
  }
}
