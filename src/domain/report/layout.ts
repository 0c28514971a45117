/** Lays a report out as the official document: title, sections, the three statutory tables with their spans. */
import type { Edition, Section, TableId, TextSectionId } from '../../law/editions/form.ts'
import { editions } from '../../law/editions/index.ts'
import type { PageBlock, PageModel, PageTable } from '../../paper/page.ts'
import type { Lang } from '../kernel/lang.ts'
import { editionOf } from './form-cells.ts'
import { extraRowsOf, type Layout } from './layout/cells.ts'
import { layoutDisputes } from './layout/disputes.ts'
import { layoutProactive } from './layout/proactive.ts'
import { layoutRequests } from './layout/requests.ts'
import { type CellText, publishedText } from './layout/value-text.ts'
import type { Report } from './report.ts'

export interface TableOptions {
  /** Language of the labels; the statutory form is Chinese. */
  readonly lang?: Lang
  /** What a value cell says; as published unless told otherwise. */
  readonly textOf?: CellText
}

export interface LayoutOptions {
  readonly textOf?: CellText
  /** Editions the report's form is looked up in; those of the law unless told otherwise. */
  readonly known?: readonly Edition[]
}

const printers: Readonly<Record<TableId, (edition: Edition, layout: Layout, name: string) => PageTable>> = {
  proactive: layoutProactive,
  requests: layoutRequests,
  disputes: layoutDisputes,
}

/**
 * One statutory table of the edition, filled from the report, with the agency's own rows after the last.
 * Every row's spans tile the table's width exactly.
 */
export function layoutTable(edition: Edition, report: Report, table: TableId, options: TableOptions = {}): PageTable {
  const { lang = 'zh', textOf = publishedText } = options
  const name = edition.sections.find(section => section.id === table)?.label[lang] ?? table
  return printers[table](edition, { report, lang, textOf, extraRows: extraRowsOf(report, table) }, name)
}

/** The whole report as a document. A section the report does not have (null) leaves no heading behind. */
export function layoutReport(report: Report, options: LayoutOptions = {}): PageModel {
  const edition = editionOf(report.edition, options.known ?? editions)
  const title = report.title ?? officialTitle(report)
  const blocks = edition.sections.flatMap(section => sectionBlocks(edition, report, section, options))
  return {
    lang: 'zh-CN',
    title,
    author: report.agency ?? '',
    blocks: [{ kind: 'title', text: title }, ...blocks],
  }
}

/** ××（机关全称）20××年政府信息公开工作年度报告 (D§3.2). */
export function officialTitle(report: Pick<Report, 'agency' | 'year'>): string {
  return `${report.agency ?? ''}${report.year === null ? '' : `${report.year}年`}政府信息公开工作年度报告`
}

function sectionBlocks(edition: Edition, report: Report, section: Section, options: LayoutOptions): PageBlock[] {
  const { id, label } = section
  const heading: PageBlock[] = label.zh ? [{ kind: 'heading', text: label.zh, level: 1 }] : []
  if (isTable(id)) {
    return [...heading, layoutTable(edition, report, id, options.textOf ? { textOf: options.textOf } : {})]
  }
  const text = report.sections[id]
  return text === null ? [] : [...heading, ...paragraphs(text)]
}

function isTable(id: TableId | TextSectionId): id is TableId {
  return Object.hasOwn(printers, id)
}

function paragraphs(text: string): PageBlock[] {
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .map(line => (isSubheading(line) ? { kind: 'heading', text: line, level: 2 } : { kind: 'paragraph', text: line }))
}

/** （一）健全组织领导: a short numbered line that is no sentence. */
function isSubheading(line: string): boolean {
  return /^[（(][一二三四五六七八九十]+[）)][^。；：，！？;:,!?]{1,24}$/.test(line)
}
