import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { dailyFile, leastLogDays } from './daily-file.ts'
import { createLog } from './log.ts'
import { masked, withoutValues } from './mask.ts'

let folder = ''
let clock = 0
const at = (text: string) => Date.parse(`${text}+08:00`)
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'gongkai-log-')), 'logs')
  clock = at('2026-11-21T10:00:00')
})
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }))

const troubles: unknown[] = []
const open = (days = leastLogDays) =>
  dailyFile({ folder, days, now: () => clock, onTrouble: error => troubles.push(error) })
const read = (day: string) => readFileSync(join(folder, `gongkai-${day}.log`), 'utf8')

/** People of our own making, as they turn up in values. */
const planted = [
  '11010519491231002X',
  '110105194912310020',
  '110105 19491231 0020',
  '110105491231002',
  '13800138000',
  '138-0013-8000',
  '138 0013 8000',
  '+86 13800138000',
  '8613800138000',
  '１３８００１３８０００',
  '138\u200B00138000',
  '010-12345678',
  '6222021234567890123',
  '6222 0212 3456 7890 123',
  'zhang.san@example.org',
  'zhang.san%40example.org',
  'zhang.san＠example.org',
]

describe('masking', () => {
  test.each(planted)('given %s alone, in words, or against letters, then nothing of it remains', person => {
    const digits = person.replace(/\D/g, '').slice(-6)
    for (const text of [person, `号码${person}，`, `tel:${person}/x`, `{"p":"${person}"}`, `a${person}b`]) {
      const said = masked(text)
      expect(said).not.toContain(person)
      expect(said).not.toContain('zhang')
      if (digits !== '') expect(said.replace(/[- ]/g, '')).not.toContain(digits)
    }
  })

  test('given what only the program makes, then it stays readable', () => {
    const texts = ['2026-11-21T10:00:00', 'GET /requests/:id', 'v1.2.3', '10485760', 'port 5432', '受理号 2026-0001']
    expect(texts.map(masked)).toEqual(texts)
  })

  test('given the words of an error, then what somebody typed is not in them', () => {
    expect(withoutValues('invalid input syntax for type integer: "张三"')).toBe(
      'invalid input syntax for type integer: "…"',
    )
    expect(withoutValues('Key (name)=(欧阳·某某) already exists')).toBe('Key (…)=… already exists')
    expect(withoutValues('没有找到李四的申请 a@b.cn')).toBe('… [mail]')
    expect(withoutValues("name='Li Si', x = Li")).toBe('name=… x =…')
  })
})

describe('the log', () => {
  test('given an event, then it is one line with time, level, event and fields', () => {
    const lines: string[] = []
    const log = createLog(
      line => lines.push(line),
      () => clock,
    )
    log.info('job_done', { job: '0198c1f2-7a3b-7c4d-8e5f-123456789012', ms: 12, task: 'remind' })
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      level: 'info',
      time: '2026-11-21T10:00:00.000+08:00',
      job: '0198c1f2-7a3b-7c4d-8e5f-123456789012',
      ms: 12,
      task: 'remind',
      event: 'job_done',
    })
  })

  test('given people in every field, in unknown fields, in events and in errors, then none reaches the file', () => {
    const file = open()
    const log = createLog(file.write, () => clock)
    for (const person of [...planted, '张三丰']) {
      const number = Number(person)
      const fields = {
        account: person,
        agency: person,
        route: `/x/${person}`,
        message: `to ${person}`,
        status: Number.isNaN(number) ? 0 : number,
        name: person,
        [person]: person,
        bytes: { person },
      }
      // Handed over as code that is not checked would: a type is no guard at run time.
      log.info('planted', fields as object)
      log.warn(person, { code: person })
      const error = Object.assign(new Error(`duplicate key (phone)=(${person})`), { code: person, detail: person })
      error.name = person
      log.error('failed', new Error(`无法读取 ${person}`, { cause: error }))
      log.error('failed', error, fields as object)
      log.error('failed', person)
    }
    file.close()
    const written = read('2026-11-21')
    expect(written.trimEnd().split('\n')).toHaveLength((planted.length + 1) * 5)
    for (const person of planted) expect(written).not.toContain(person)
    expect(written.replace(/[- ]/g, '')).not.toMatch(/138?0{2}138|4912310|62220212|zhang/)
    expect(written).toContain('"left_out":2')
  })
})

describe('the files of the log', () => {
  test('given midnight in Shanghai, then a new file begins, and each is its owner’s', () => {
    const file = open()
    clock = at('2026-11-21T23:59:59')
    file.write('one\n')
    clock = at('2026-11-22T00:00:00')
    file.write('two\n')
    file.close()
    expect(readdirSync(folder)).toEqual(['gongkai-2026-11-21.log', 'gongkai-2026-11-22.log'])
    expect([read('2026-11-21'), read('2026-11-22')]).toEqual(['one\n', 'two\n'])
    expect(statSync(join(folder, 'gongkai-2026-11-22.log')).mode & 0o777).toBe(0o600)
  })

  test('given a restart, then the day goes on in the same file', () => {
    for (const line of ['one\n', 'two\n']) {
      const file = open()
      file.write(line)
      file.close()
    }
    expect(read('2026-11-21')).toBe('one\ntwo\n')
  })

  test('given files of a year, then those of the days asked for stay and older ones go; others are not touched', () => {
    mkdirSync(folder, { recursive: true })
    const days = ['2025-11-21', '2026-05-21', '2026-05-22', '2026-05-23', '2026-11-20']
    for (const day of days) writeFileSync(join(folder, `gongkai-${day}.log`), '')
    writeFileSync(join(folder, 'notes.txt'), '')
    open().close()
    // 2026-05-22 is 183 days before 2026-11-21.
    expect(readdirSync(folder)).toEqual([
      'gongkai-2026-05-22.log',
      'gongkai-2026-05-23.log',
      'gongkai-2026-11-20.log',
      'gongkai-2026-11-21.log',
      'notes.txt',
    ])
  })

  test.each([182, 0, -1, Number.NaN])('given %d days, then it is refused with the law and the mend', days => {
    expect(() => open(days)).toThrow(
      expect.objectContaining({
        code: 'log_days',
        says: expect.objectContaining({ zh: expect.stringContaining('六个月') }),
        mend: expect.objectContaining({ en: 'Set it to 183 or more.' }),
      }),
    )
  })

  test('given a folder that is gone when the day turns, then the program hears of it once and goes on', () => {
    const file = open()
    rmSync(folder, { recursive: true })
    writeFileSync(folder, 'in the way')
    clock = at('2026-11-22T08:00:00')
    file.write('lost\n')
    file.write('lost\n')
    expect(troubles).toHaveLength(1)
    rmSync(folder)
    mkdirSync(folder)
    file.write('found\n')
    file.close()
    expect(read('2026-11-22')).toBe('found\n')
  })
})
