/** Styles of a letter in Word: an agency that edits the template changes type and spacing here. */
import { AlignmentType, LineRuleType } from 'docx'
import { faces } from './faces.ts'
import { bodySize, linePitch, smallSize, titleSize } from './measure.ts'

export const twips = (points: number) => Math.round(points * 20)
export const halfPoints = (points: number) => Math.round(points * 2)
/** A fixed line height, so that pages break alike whatever face stands in for one that is missing. */
export const lines = (points: number) => ({ line: twips(points), lineRule: LineRuleType.EXACT })

export const RED = 'D8000F'
/** 三号. */
const BODY = 16
/** Brings 28 characters to the line, never one less for what is rounded. */
const closer = Math.floor((bodySize - BODY) * 20)

export const style = {
  body: 'BodyText',
  plain: 'PlainText',
  number: 'LetterNumber',
  redHead: 'RedHead',
  contact: 'Contact',
  table: 'TableText',
  mark: 'TemplateMark',
  foot: 'Footer',
} as const

const centred = { alignment: AlignmentType.CENTER }

export const letterStyles = (lang: string) => ({
  default: {
    document: {
      run: {
        font: faces.body,
        size: halfPoints(BODY),
        characterSpacing: closer,
        language: { value: lang, eastAsia: lang },
      },
      paragraph: { spacing: lines(linePitch) },
    },
    title: {
      run: { font: faces.title, size: halfPoints(titleSize) },
      paragraph: { ...centred, spacing: lines(34) },
    },
  },
  paragraphStyles: [
    {
      id: style.body,
      name: 'Body Text',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { indent: { firstLine: twips(2 * bodySize) }, alignment: AlignmentType.BOTH },
    },
    { id: style.plain, name: 'Plain Text', basedOn: 'Normal', quickFormat: true },
    { id: style.number, name: 'Letter Number', basedOn: 'Normal', paragraph: centred },
    {
      id: style.redHead,
      name: 'Red Head',
      basedOn: 'Normal',
      run: { font: faces.title, color: RED },
      paragraph: centred,
    },
    {
      id: style.contact,
      name: 'Contact',
      basedOn: 'Normal',
      run: { size: halfPoints(smallSize) },
      paragraph: { spacing: lines(21) },
    },
    {
      id: style.foot,
      name: 'footer',
      basedOn: 'Normal',
      run: { font: faces.table, size: halfPoints(smallSize) },
      paragraph: { spacing: lines(18) },
    },
    {
      id: style.mark,
      name: 'Template Mark',
      basedOn: 'Normal',
      run: { font: faces.table, size: halfPoints(9), color: '808080' },
      paragraph: { spacing: lines(12) },
    },
    { id: style.table, name: 'Table Text', basedOn: 'Normal', run: { font: faces.table } },
  ],
})
