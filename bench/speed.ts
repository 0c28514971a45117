/** The measurements: every figure beside a baseline taken in turn with it, so that a loaded machine slows both. */
import { unzipSync } from 'fflate'
import { Tokenizer } from 'htmlparser2'
import { check } from '../src/domain/report/check/index.ts'
import { readReport } from '../src/domain/report/read/index.ts'
import type { Report } from '../src/domain/report/report.ts'
import { renderReport } from '../src/features/reports/render.ts'
import { readPaper } from '../src/platform/documents/index.ts'
import { balancedReport } from '../test/support/reports.ts'
import { folderRow, startRow } from './command.ts'
import { loadOperators } from './pdf-operators.ts'
import { platformRows } from './platform.ts'
import { requestBenchRows } from './requests.ts'
import { interleaved, printTable, type Row } from './table.ts'

interface Options {
  readonly root: string
  readonly work: string
  /** The bundled `bare.ts`. */
  readonly bare: string
  readonly quick: boolean
  /** `all`: the first two; requests take long and much room. */
  readonly part: 'all' | 'reports' | 'platform' | 'requests'
}

/** Prose of the length real reports have, so that markup and figures are in the usual proportion. */
const PARAGRAPH =
  '全年按照条例要求，及时更新指南和目录，规范登记、审核、办理、答复、归档各个环节，组织业务培训并开展日常检查。'

export async function run({ part, ...options }: Options): Promise<void> {
  if (part === 'all' || part === 'reports') printTable(await reportRows(options))
  if (part === 'all' || part === 'platform') printTable(await platformRows(options))
  if (part === 'requests') printTable(await requestBenchRows(options))
}

async function reportRows({ root, work, quick }: Omit<Options, 'part'>): Promise<readonly Row[]> {
  const report = longReport()
  const rows: Row[] = []
  for (const format of ['docx', 'html', 'txt'] as const) rows.push(await readingRow(report, format, quick))
  rows.push(await pdfRow(report, quick))
  rows.push(checkRow(report))
  rows.push(startRow(root, work))
  rows.push(await folderRow(root, work, quick ? 300 : 3000))
  return rows
}

function longReport(): Report {
  const report = balancedReport(7, '2021')
  const text = Array.from({ length: 30 }, () => PARAGRAPH).join('\n')
  return { ...report, sections: { preface: PARAGRAPH, overview: text, problems: text, other: PARAGRAPH } }
}

async function readingRow(report: Report, format: 'docx' | 'html' | 'txt', quick: boolean): Promise<Row> {
  const bytes = await renderReport(report, format)
  const [ours, base] = await interleaved(
    quick ? 30 : 100,
    async () => readReport(await readPaper(bytes)),
    () => tokenise(bytes, format),
  )
  return { name: `read ${format} (${bytes.length} bytes)`, ours, baseline: 'unzip and tokenise', base, aim: 2 }
}

/** The least anyone must do to know what is in the file. */
function tokenise(bytes: Uint8Array, format: 'docx' | 'html' | 'txt'): number {
  let seen = 0
  const count = () => {
    seen++
  }
  const callbacks = new Proxy({} as ConstructorParameters<typeof Tokenizer>[1], { get: () => count })
  const feed = (text: string, xmlMode: boolean) => {
    const tokenizer = new Tokenizer({ xmlMode }, callbacks)
    tokenizer.write(text)
    tokenizer.end()
  }
  const decode = (part: Uint8Array) => new TextDecoder().decode(part)
  if (format === 'html') feed(decode(bytes), false)
  else if (format === 'docx') {
    for (const [name, part] of Object.entries(unzipSync(bytes))) if (name.endsWith('.xml')) feed(decode(part), true)
  } else for (const line of decode(bytes).split('\n')) seen += line.match(/\S+/g)?.length ?? 0
  return seen
}

async function pdfRow(report: Report, quick: boolean): Promise<Row> {
  const bytes = await renderReport(report, 'pdf')
  const [ours, base] = await interleaved(
    quick ? 5 : 15,
    async () => readReport(await readPaper(bytes)),
    () => loadOperators(bytes),
  )
  return { name: `read pdf (${bytes.length} bytes)`, ours, baseline: 'pdfjs loads the operators', base, aim: 1.3 }
}

function checkRow(report: Report): Row {
  const json = JSON.stringify(report)
  const time = (act: () => unknown) => {
    for (let i = 0; i < 500; i++) act()
    const started = performance.now()
    for (let i = 0; i < 2000; i++) act()
    return (performance.now() - started) / 2000
  }
  return {
    name: 'check a report',
    ours: time(() => check(report)),
    baseline: 'JSON.parse of it',
    base: time(() => JSON.parse(json)),
    aimMs: 0.2,
  }
}
