import { execFileSync } from 'node:child_process'
import { closeSync, openSync, statSync, writeSync } from 'node:fs'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compoundFile } from '../corpus/writers/compound.ts'
import { RawPdf, text } from '../documents/pdf/raw-pdf.ts'
import { type CheckedLine, gongkai, linesOf, type Ran, scratch, soundFile } from '../support/command-line.ts'

const here = scratch()
afterAll(() => here.drop())

const bytes = (written: string) => new TextEncoder().encode(written)
const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, ...new Array(400).fill(7)])

function lockedPdf(): Uint8Array {
  const pdf = new RawPdf()
  pdf.addPage({ content: text(100, 700, 'locked') })
  const key = `<${'41'.repeat(32)}>`
  pdf.trailer = `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >> /ID [<00> <00>]`
  return pdf.bytes()
}

function manyPages(): Uint8Array {
  const pdf = new RawPdf()
  for (let page = 0; page < 10_000; page++) pdf.addPage({ content: '' })
  return pdf.bytes()
}

function scan(): Uint8Array {
  const pdf = new RawPdf()
  const image = pdf.addStream('/Type /XObject /Subtype /Image /Width 2480 /Height 3508 /Filter /DCTDecode', 'picture')
  pdf.addPage({ content: 'q 595 0 0 842 0 0 cm /I Do Q', resources: `/XObject << /I ${image} 0 R >>` })
  return pdf.bytes()
}

/** Ten lines that would unfold into a thousand million letters. */
function entityBomb(): Uint8Array {
  const entities = Array.from({ length: 9 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`)
  const declared = `<!DOCTYPE w:document [<!ENTITY e0 "啊">${entities.join('')}]>`
  const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const body = '<w:body><w:p><w:r><w:t>&e9;</w:t></w:r></w:p></w:body>'
  return zipSync({
    '[Content_Types].xml': bytes('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    'word/document.xml': bytes(`${declared}<w:document xmlns:w="${namespace}">${body}</w:document>`),
  })
}

/** Files by name: content and the codes any of which is right. */
async function badFiles(): Promise<Record<string, [Uint8Array, string[]]>> {
  const docx = await soundFile('docx')
  const pdf = await soundFile('pdf')
  return {
    '一个字节.txt': [bytes('a'), ['unknown_format']],
    'empty.docx': [new Uint8Array(), ['empty']],
    'blank.txt': [bytes(' \n\t\r\n'), ['empty']],
    'picture.docx': [jpeg, ['unknown_format']],
    'program.pdf': [bytes(`MZ\u0090\u0000${'\u0000\u0001'.repeat(400)}`), ['unknown_format']],
    'locked.docx': [compoundFile({ EncryptionInfo: bytes('x'), EncryptedPackage: bytes('x') }), ['encrypted']],
    'locked.pdf': [lockedPdf(), ['encrypted']],
    'truncated.docx': [docx.slice(0, docx.length / 2), ['damaged']],
    'truncated.pdf': [pdf.slice(0, 900), ['damaged']],
    'many-pages.pdf': [manyPages(), ['too_large']],
    'scan.pdf': [scan(), ['no_text_layer']],
    'bomb.docx': [entityBomb(), ['damaged', 'too_large', 'no_report']],
    'novel.txt': [bytes('春天来了，院子里的海棠开了。\n'.repeat(300)), ['no_report']],
    'novel.html': [bytes('<html><body><p>春天来了</p><script>while(1);</script></body></html>'), ['no_report']],
    'broken.json': [bytes('{"schema":"gongkai.report/1","tables":'), ['damaged']],
    'foreign.json': [bytes('{"schema":"gongkai.report/1","tables":7}'), ['damaged']],
    'zeros.zip': [zipSync({}), ['empty']],
  }
}

describe('a folder of bad files with good ones between', () => {
  let ran: Ran
  let expected: Record<string, [Uint8Array, string[]]>
  let lines: Map<string, CheckedLine>

  beforeAll(async () => {
    expected = await badFiles()
    for (const [name, [content]] of Object.entries(expected)) here.write(`batch/${name}`, content)
    here.write('batch/aaa-good.txt', await soundFile('txt'))
    here.write('batch/zzz-good.pdf', await soundFile('pdf'))
    here.write('batch/wrong-ending.pdf', await soundFile('docx'))
    ran = await gongkai(['check', '--format', 'json', here.path('batch')])
    lines = new Map(linesOf(ran).map(line => [line.file.slice(here.path('batch/').length), line]))
  })

  test('ends with 2 and silence on stderr', () => {
    expect(ran.code).toBe(2)
    expect(ran.err).toBe('')
  })

  test('gives one line for each file', () => {
    const good = ['aaa-good.txt', 'zzz-good.pdf', 'wrong-ending.pdf']
    expect([...lines.keys()].sort()).toEqual([...Object.keys(expected), ...good].sort())
  })

  test('names the trouble of each bad file by its code and in a sentence', () => {
    for (const [name, [, codes]] of Object.entries(expected)) {
      const { error, report } = lines.get(name) ?? {}
      expect({ name, report, known: codes.includes(error?.code ?? '') || error?.code }).toEqual({ name, known: true })
      expect(error?.says).toMatch(/\p{Script=Han}.*。$/u)
    }
  })

  test('reads the good files unharmed, also one whose name lies about its format', () => {
    for (const name of ['aaa-good.txt', 'zzz-good.pdf', 'wrong-ending.pdf']) {
      expect(lines.get(name)?.report?.agency, name).toBeTruthy()
    }
  })
})

describe('archives that mean harm', () => {
  test('a bomb is refused and the file beside it read', async () => {
    const zip = here.write(
      'bomb.zip',
      zipSync({ 'bomb.txt': new Uint8Array(60 * 2 ** 20), 'good.txt': await soundFile() }, { level: 9 }),
    )
    const ran = await gongkai(['check', '--format', 'json', zip])
    expect(ran.code).toBe(2)
    expect(linesOf(ran).map(l => [l.file, l.error?.code ?? 'read'])).toEqual([
      [`${zip}/bomb.txt`, 'too_large'],
      [`${zip}/good.txt`, 'read'],
    ])
  })

  test('names that climb, turn the writing or hide are made harmless, on paper and on screen', async () => {
    const report = await soundFile()
    const names = {
      '../../../etc/甲.txt': report,
      'a\u202etxt.exe': report,
      'nul\u0000l.txt': report,
      'C:\\乙.txt': report,
    }
    const zip = here.write('names.zip', zipSync(names))
    const [json, screen] = await Promise.all([gongkai(['check', '--format', 'json', zip]), gongkai(['check', zip])])
    expect(json.code).toBe(0)
    expect(linesOf(json)).toHaveLength(4)
    for (const { file } of linesOf(json)) expect(file.slice(zip.length)).not.toMatch(/\.\.|\p{Cc}|[\u202e\\]/u)
    expect(screen.out).not.toMatch(/(?!\n)\p{Cc}|\u202e/u)
  })

  test('more files than allowed: those allowed are read, the rest is said', async () => {
    const report = await soundFile()
    const zip = here.write('many.zip', zipSync(Object.fromEntries([1, 2, 3, 4].map(n => [`${n}.txt`, report]))))
    const ran = await gongkai(['check', '--format', 'json', '--max-entries', '2', zip])
    expect(ran.code).toBe(2)
    expect(linesOf(ran).map(l => l.error?.code ?? 'read')).toEqual(['read', 'read', 'too_large'])
  })
})

describe('a text of 200 MB', () => {
  let huge = ''
  beforeAll(() => {
    huge = here.path('huge.txt')
    const file = openSync(huge, 'w')
    const chunk = Buffer.from('三、收到和处理政府信息公开申请情况\n本年新收 1 2 3 4 5 6 7\n'.repeat(50_000))
    for (let size = 0; size < 200 * 2 ** 20; size += chunk.length) writeSync(file, chunk)
    closeSync(file)
  })

  test('is refused by its size at once, as a file and from standard input', async () => {
    expect(statSync(huge).size).toBeGreaterThanOrEqual(200 * 2 ** 20)
    const started = performance.now()
    const ran = await gongkai(['check', '--format', 'json', huge, await fileOf(soundFile())])
    expect(performance.now() - started).toBeLessThan(60_000)
    expect(ran.code).toBe(2)
    expect(linesOf(ran).map(l => l.error?.code ?? 'read')).toEqual(['too_large', 'read'])
    const piped = await gongkai(['check', '--format', 'json', '-'], Buffer.alloc(51 * 2 ** 20, 'a'))
    expect(linesOf(piped).map(l => l.error?.code)).toEqual(['too_large'])
  })

  test('is stopped by memory or time where its size is allowed, and the next file is read', async () => {
    const limits = ['--max-file-mb', '300', '--max-memory-mb', '300', '--max-seconds', '15', '--jobs', '1']
    const ran = await gongkai(['check', '--format', 'json', ...limits, huge, await fileOf(soundFile())])
    expect(ran.code).toBe(2)
    const [first, second] = linesOf(ran)
    expect(['too_large', 'timeout']).toContain(first?.error?.code)
    expect(second?.report?.agency).toBeTruthy()
  })
})

test('a file that never ends is given up after its time, the others are read', async () => {
  const pipe = here.path('pipe')
  execFileSync('mkfifo', [pipe])
  const good = await fileOf(soundFile())
  const ran = await gongkai(['check', '--format', 'json', '--max-seconds', '2', good, pipe, good])
  expect(ran.code).toBe(2)
  expect(linesOf(ran).map(l => l.error?.code ?? 'read')).toEqual(['read', 'timeout', 'read'])
})

test('a path that leads nowhere, and one to a device', async () => {
  const ran = await gongkai(['check', '--format', 'json', here.path('nowhere.docx'), '/dev/null'])
  expect(ran.code).toBe(2)
  expect(linesOf(ran).map(l => l.error?.code)).toEqual(['not_found', 'unknown_format'])
})

async function fileOf(content: Promise<Uint8Array>): Promise<string> {
  return here.write('good-one.txt', await content)
}
