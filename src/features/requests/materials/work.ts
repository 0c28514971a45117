/** One job on a paper, from bytes to answer: looked over, shown page by page, redacted. */
import type { Said } from '../../../domain/kernel/lang.ts'
import { scanText, traceKinds } from '../../../domain/personal/scan.ts'
import { DocumentError } from '../../../platform/documents/errors.ts'
import { boxesOfStretch } from '../../../platform/documents/inspect/boxes.ts'
import { type Finding, findingKinds, inspect, readPieces } from '../../../platform/documents/inspect/index.ts'
import { defaultLimits } from '../../../platform/documents/limits.ts'
import { preview } from '../../../platform/documents/preview/index.ts'
import { redact } from '../../../platform/documents/redact/index.ts'
import { Trouble, withMend } from '../../../platform/trouble.ts'
import { placeWords } from '../../../ui/place.ts'
import { withFrames } from './geometry.ts'
import type { Answer, Job, PageBox, PagePicture, RedactedCopy, Scanned } from './jobs.ts'

type Of<D extends Job['do']> = Extract<Job, { do: D }>

/** Most hits told at once: more than a person looks through. */
const mostHits = 2000

/** What is wrong with the paper is an answer; what is thrown is a fault of the program. */
export async function work(given: Job): Promise<Answer> {
  // Plain bytes: some readers refuse Node's own kind of them.
  const job = { ...given, bytes: new Uint8Array(given.bytes) }
  try {
    if (job.do === 'scan') return await scan(job)
    return job.do === 'page' ? await page(job) : await redacted(job)
  } catch (error) {
    if (error instanceof DocumentError) return { is: 'refused', code: error.code, says: error.says }
    if (error instanceof Trouble) return { is: 'refused', code: error.code, says: withMend(error.says, error.mend) }
    throw error
  }
}

async function scan({ bytes, type, allowed }: Of<'scan'>): Promise<Scanned> {
  const findings = await inspect(bytes, type, defaultLimits)
  const pieces = await readPieces(bytes, type, defaultLimits)
  return withFrames(bytes, type, defaultLimits, async frames => {
    const hits: Scanned['hits'] = []
    for (const piece of pieces) {
      for (const { kind, start, end, masked } of scanText(piece.text, { allowed })) {
        if (hits.length >= mostHits) break
        const told = { kind, label: traceKinds[kind].label, sample: masked, place: placeWords(piece.at) }
        const text = piece.text.slice(start, end)
        const onPage = 'page' in piece.at ? piece.at.page : null
        const boxes = onPage === null ? [] : boxesOfStretch(piece, start, end)
        const frame = onPage === null || boxes.length === 0 ? null : await frames.frame(onPage)
        // One hit for each line it runs over: each is a box of its own.
        const seen =
          frame === null || onPage === null ? [null] : boxes.map(box => ({ page: onPage, box: frame.seen(box) }))
        hits.push(...seen.map(box => ({ ...told, text, box })))
      }
    }
    const [unread, hidden] = [true, false].map(is => findings.filter(finding => isUnread(finding) === is))
    const told = { hidden: (hidden ?? []).map(shownFinding), unread: (unread ?? []).map(shownUnread) }
    return { is: 'scan', hits, ...told, pages: frames.pages }
  })
}

function isUnread({ kind }: Finding): boolean {
  return findingKinds[kind].group === 'unread'
}

function shownUnread(finding: Finding): Scanned['unread'][number] {
  return { label: findingKinds[finding.kind].label, place: placeOf(finding) }
}

function placeOf({ at, part }: Finding): Said {
  return at ? placeWords(at) : { zh: part ?? '', en: part ?? '' }
}

function shownFinding(finding: Finding): Scanned['hidden'][number] {
  const { kind, sample, count } = finding
  const place = placeOf(finding)
  const detail = [sample, count > 1 ? `×${count}` : ''].filter(text => text !== '').join(' ')
  return { kind, label: findingKinds[kind].label, place, detail }
}

async function page({ bytes, type, page: number }: Of<'page'>): Promise<PagePicture> {
  const drawn = await preview(bytes, type, { page: number, limits: defaultLimits })
  if (drawn.is === 'text') throw noPictures()
  const { width, height } = await withFrames(bytes, type, defaultLimits, frames => frames.frame(number))
  return { is: 'page', mime: drawn.mime, bytes: drawn.bytes, width, height }
}

async function redacted({ bytes, type, boxes, texts }: Of<'redact'>): Promise<RedactedCopy> {
  const placed = await withFrames(bytes, type, defaultLimits, async ({ pages, frame }) => {
    const places: PageBox[] = []
    for (const { page: number, box } of boxes) {
      if (number > pages) throw noPlace(number)
      const { height, inFile } = await frame(number)
      const [x0, y0, x1, y1] = inFile(box)
      // Pictures are covered from the upper left corner.
      places.push({ page: number, box: type === 'pdf' ? [x0, y0, x1, y1] : [x0, height - y1, x1, height - y0] })
    }
    return places
  })
  const request = { boxes: placed, texts: texts.map(find => ({ find })), limits: defaultLimits }
  const made = await redact(bytes, type, request)
  const { notFound, notes } = made.report
  return { is: 'redact', bytes: made.bytes, type: made.type, notFound: [...notFound], notes: [...notes] }
}

function noPictures(): Trouble {
  return new Trouble({
    code: 'no_such_page',
    says: { zh: '这种格式的材料没有页面图片', en: 'A paper of this format has no pictures of pages' },
    mend: { zh: '请按文字遮盖，或者下载查看。', en: 'Cover it by its texts, or download it.' },
  })
}

function noPlace(number: number): Trouble {
  return new Trouble({
    code: 'no_such_place',
    says: { zh: `材料没有第 ${number} 页`, en: `The paper has no page ${number}` },
    mend: { zh: '请重新打开材料，再选择要遮盖的内容。', en: 'Open the paper again and choose anew what to cover.' },
  })
}
