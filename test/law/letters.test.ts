/** The documents of a request (D§5.2, 5.3) as data: complete, in one truth with the decisions, and sayable. */
import { describe, expect, test } from 'vitest'
import { articles } from '../../src/law/articles.ts'
import { deadlines } from '../../src/law/deadlines.ts'
import { type Decision, decisionsByLine } from '../../src/law/decisions.ts'
import { type DecisionBeside, decisionsBeside } from '../../src/law/decisions-beside.ts'
import { documents } from '../../src/law/documents.ts'
import type { LetterKind, LetterPart, TextPart } from '../../src/law/letters/part.ts'
import { type ElementId, letterElements, letterIds, letterSeries, letters } from '../../src/law/letters.ts'
import { onlineService, remedyAddresses, remedyClauses } from '../../src/law/remedies.ts'
import type { Words } from '../../src/law/words.ts'

const decisions = Object.values<readonly Decision[]>(decisionsByLine).flat()
const all = Object.entries<LetterKind>(letters)
const sentences = all.flatMap(([id, { parts }]) => parts.filter(isText).map(part => ({ id, part })))
const remedySentences = [
  ...remedyClauses.flatMap(({ letter }) => letter),
  ...remedyAddresses.map(({ letter }) => letter),
  onlineService.letter,
]

function isText(part: LetterPart): part is TextPart {
  return 'say' in part
}

function slotsIn(text: string): string[] {
  return Array.from(text.matchAll(/\{([^{}]*)\}/g), ([, name]) => name ?? '')
}

/** Elements a part asks for, in whatever shape. */
function asked(part: LetterPart): string[] {
  if ('say' in part) return [...slotsIn(part.say.zh), ...(part.when ? [part.when] : [])]
  if ('items' in part) return [part.items]
  if ('roll' in part) return [part.roll]
  return part.groups.flatMap(({ rows, when }) => [...(when ? [when] : []), ...rows.flat().map(({ slot }) => slot)])
}

describe('the documents', () => {
  test('are D01 to D19 and L01 to L23, all of them', () => {
    const numbered = (letter: string, count: number) =>
      Array.from({ length: count }, (_, i) => `${letter}${String(i + 1).padStart(2, '0')}`)
    expect(letterIds).toEqual([...numbered('D', 19), ...numbered('L', 23)])
  })

  test('that carry decisions leave articles and remedy to them; the others state both', () => {
    const carrying = new Set<string>(decisions.map(({ letter }) => letter))
    const stating = all.filter(([, kind]) => kind.articles !== undefined || kind.remedy !== undefined)
    expect(stating.filter(([id]) => carrying.has(id))).toEqual([])
    expect(stating.filter(([, { articles, remedy }]) => articles === undefined || remedy === undefined)).toEqual([])
    expect(stating.length + carrying.size).toBe(letterIds.length)
  })

  test('say every fact their decision rests on', () => {
    const unsaid = decisions.flatMap(({ id, letter, requires }) => {
      const parts: readonly LetterPart[] = letters[letter].parts
      return requires.filter(fact => !parts.flatMap(asked).includes(fact)).map(fact => `${id}: ${fact}`)
    })
    expect(unsaid).toEqual([])
  })

  test('that end a case beside table 三 rest on the same articles as its decision', () => {
    const beside = Object.values(decisionsBeside).flatMap(kind => Object.values<DecisionBeside>(kind))
    const lettered = beside.filter(({ letter }) => letter !== null)
    expect(lettered.length).toBe(3)
    for (const { letter, articles: basis } of lettered) expect(letter && letters[letter].articles).toEqual(basis)
  })

  test('name their parts apart, and their elements apart in Chinese', () => {
    for (const [, { parts }] of all) expect(new Set(parts.map(({ id }) => id)).size).toBe(parts.length)
    const labels = Object.values<Words>(letterElements).map(({ zh }) => zh)
    expect(labels.filter((label, i) => labels.indexOf(label) !== i)).toEqual([])
    expect(labels.filter(label => /[{}#/[\]]/.test(label))).toEqual([])
  })

  test('use every element there is but those of the frame and the remedy', () => {
    const used = new Set(
      all.flatMap(([, kind]) => [...kind.parts.flatMap(asked), ...((kind.requires as ElementId[]) ?? [])]),
    )
    const frame = [
      'addressee',
      'agency_name',
      'office_telephone',
      'review_organ',
      'court',
      'review_address',
      'court_address',
      'online_review',
    ]
    // An enquiry is answered in words, not by a letter.
    const besideLetters = ['reply']
    expect(Object.keys(letterElements).filter(id => !used.has(id))).toEqual([...frame, ...besideLetters])
  })

  test('call themselves by the last three characters of their title where they tell remedies', () => {
    const telling = all.filter(([id, { remedy }]) => remedy !== 'none' && !/^D0[128]|^D1[4789]/.test(id))
    expect(telling.filter(([, { title }]) => !/(?:告知书|答复书|决定书)$/.test(title.zh))).toEqual([])
  })
})

describe('the sentences', () => {
  test.each([
    ...sentences.map(({ id, part }) => [`${id} ${part.id}`, part.say] as const),
    ...remedySentences.map((say, i) => [`remedy ${i + 1}`, say] as const),
  ])('%s asks for slots that exist, the same in both languages', (_, say) => {
    const known = (name: string) =>
      Object.hasOwn(letterElements, name) ||
      ['you', 'this', 'basis'].includes(name) ||
      (name.startsWith('term.') && Object.hasOwn(deadlines, name.slice(5))) ||
      (name.startsWith('@') && (Object.hasOwn(articles, name.slice(1)) || Object.hasOwn(documents, name.slice(1))))
    expect(slotsIn(say.zh).filter(name => !known(name))).toEqual([])
    const said = (text: string) => [...new Set(slotsIn(text).filter(name => name !== 'you' && name !== 'this'))].sort()
    expect(said(say.en)).toEqual(said(say.zh))
  })

  test('leave lengths of time to the deadlines, and articles to the citations', () => {
    const said = [...sentences.map(({ part }) => part.say), ...remedySentences].map(({ zh }) =>
      zh.replace(/\{[^{}]*\}/g, ''),
    )
    expect(said.filter(zh => /\d|第[一二三四五六七八九十]+条|工作日内/.test(zh))).toEqual([])
  })

  test('end as sentences do, in both languages', () => {
    const said = sentences.filter(({ part }) => part.id !== 'explanation').map(({ part }) => part.say)
    expect(said.filter(({ zh }) => !/[。：）]$/.test(zh))).toEqual([])
    expect(said.filter(({ en }) => !/[.:]$/.test(en) || /[一-鿿]/.test(en.replace(/\{[^{}]*\}/g, '')))).toEqual([])
  })
})

describe('remedy clauses', () => {
  test('print every limit they rest on, and who to turn to', () => {
    for (const { letter, reconsideration, lawsuit } of remedyClauses) {
      const printed = letter.map(({ zh }) => zh).join('')
      const limits = [reconsideration, lawsuit].filter(id => id !== null).map(id => `{term.${id}}`)
      expect(limits.filter(limit => !printed.includes(limit))).toEqual([])
      if (letter.length > 0) expect(slotsIn(printed)).toEqual(expect.arrayContaining(['review_organ', 'court', 'this']))
    }
  })
})

describe('series of numbers', () => {
  test('are told apart by their suffix, so that no two letters of a year bear the same number', () => {
    const suffixes = Object.values(letterSeries).map(({ suffix }) => suffix)
    expect(new Set(suffixes).size).toBe(suffixes.length)
  })

  test('are borne by what is written to somebody, receipts apart, and by no record for the file', () => {
    const numberless = all
      .filter(([, { series }]) => series === null)
      .map(([id]) => id)
      .sort()
    const files = all.filter(([, { addressee }]) => addressee === 'file').map(([id]) => id)
    expect(numberless).toEqual([...files, 'D03'].sort())
  })
})
