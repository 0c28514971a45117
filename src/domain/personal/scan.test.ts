import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cpuTime } from '../../../test/support/cpu-time.ts'
import { identityCheck } from './identity-number.ts'
import { fitsLuhn } from './scan/numbers.ts'
import { defaultMaskRules, masked, scanText, type TraceKind, traceKinds } from './scan.ts'

const seeded = { seed: 20261128, numRuns: 600 }
const told = (text: string, allowed: readonly string[] = []): [TraceKind, string][] =>
  scanText(text, { allowed }).map(({ kind, start, end }) => [kind, text.slice(start, end)])

/** Sentences of our own; numbers are made up, those with check digits computed. */
const personal: readonly (readonly [text: string, kind: TraceKind, found: string])[] = [
  ['申请人张三，身份证号码11010519491231002X，请予公开。', 'identity_number', '11010519491231002X'],
  ['公民身份号码：１１０１０５１９４９１２３１００２Ｘ', 'identity_number', '１１０１０５１９４９１２３１００２Ｘ'],
  ['身份證號 110105 19491231 002x', 'identity_number', '110105 19491231 002x'],
  ['编号2021年第110105-1949-1231-002X号', 'identity_number', '110105-1949-1231-002X'],
  ['证件：110105\n19491231002X。', 'identity_number', '110105\n19491231002X'],
  ['老身份证 110105491231002 已作废', 'identity_number', '110105491231002'],
  ['联系电话：13972000001', 'mobile', '13972000001'],
  ['手机 139-7200-0001（张先生）', 'mobile', '139-7200-0001'],
  ['請致電+86 139 7200 0001', 'mobile', '86 139 7200 0001'],
  ['电话0972-8612345转801', 'landline', '0972-8612345转801'],
  ['传真（0972）8612345', 'landline', '（0972）8612345'],
  ['宅电：8612345', 'landline', '8612345'],
  ['工资卡号6222 0211 1111 1111 112，请退款', 'bank_card', '6222 0211 1111 1111 112'],
  ['车牌号青B·12345的轿车', 'licence_plate', '青B·12345'],
  ['驾驶浙AD12345新能源车', 'licence_plate', '浙AD12345'],
  ['粤B12345D 违停', 'licence_plate', '粤B12345D'],
  ['住址：青海省海东市乐都区滨河南路1号2单元301室', 'address', '青海省海东市乐都区滨河南路1号2单元301室'],
  ['家住某镇前进村三组十二号', 'address', '某镇前进村三组十二号'],
  ['来信请寄 zhang.san@example.com 收', 'email', 'zhang.san@example.com'],
  ['护照号码：E12345678', 'passport', 'E12345678'],
  ['持EA1234567出境', 'passport', 'EA1234567'],
  ['学籍号：G110105194912310021', 'student_number', 'G110105194912310021'],
  ['准考证号为21330300123的考生', 'student_number', '21330300123'],
  ['出生日期：1990年5月12日', 'birth_date', '1990年5月12日'],
  ['张三，男，汉族，1990年5月12日，农民', 'birth_date', '1990年5月12日'],
  ['李四，1990-05-12出生', 'birth_date', '1990-05-12'],
  ['姓名：欧阳小明', 'name', '欧阳小明'],
  ['申请人（自然人）：张三', 'name', '张三'],
  ['乐清市某某小学三年级2班学生王小明，因病请假', 'minor', '乐清市某某小学三年级2班学生王小明'],
  ['王小明就读于乐都区第一小学', 'minor', '王小明就读于乐都区第一小学'],
  ['住院号：A20210001', 'medical', '住院号：A20210001'],
  ['其父患有抑郁症', 'medical', '抑郁症'],
]

/** What documents of offices are full of, and what is nobody's. */
const harmless: readonly string[] = [
  '国办公开办函〔2021〕30号',
  '乐政办发〔2020〕13号文件',
  '东政公开答〔2021〕第2021110500012号',
  '统一社会信用代码：113303820025621234',
  '统一社会信用代码91110000100000000A',
  '预算总额12345678901.23元，同比增长3.5%',
  '合计金额13912345678元',
  '2021年11月5日至2021年12月3日，共20个工作日',
  '2021-11-05 12:30:45',
  '组织机构代码12345678-9',
  '受理号：GK20211105000123456789',
  '本年新收政府信息公开申请54件，上年结转0件',
  '依据《政府信息公开条例》第三十六条第（二）项',
  '邮政编码810700，网址www.example.gov.cn',
  '浙ICP备05000001号，浙公网安备33010002000078号',
  'G30连霍高速K1234+500处，312国道3号桥',
  '申请人提出的申请符合规定',
  '学生资助政策由学校组织宣传',
  'ISBN 978-7-5093-1234-5',
]

describe('personal data in a text (条例15, 个保法28)', () => {
  test.each(personal)('%s', (text, kind, found) => {
    expect(told(text)).toContainEqual([kind, found])
  })

  test.each(harmless)('nothing personal: %s', text => {
    expect(told(text)).toEqual([])
  })

  test('given telephones and addresses of offices as allowed, then they are no hits, and others are', () => {
    const text = '受理机构电话0972-8612345、8612345，地址乐都区滨河南路1号，申请人电话0972-8612346'
    expect(told(text, ['0972 - 8612345', '海东市乐都区滨河南路1号'])).toEqual([['landline', '0972-8612346']])
  })

  test('given a credit code that is no identity number, then it is none, though all its signs are digits', () => {
    expect(scanText('代码113303820025621234', { kinds: ['identity_number'] })).toEqual([])
  })

  test('given traces that overlap, then one hit covers the whole of both', () => {
    const hits = scanText('学籍号：G11010519491231002X')
    expect(hits).toMatchObject([{ kind: 'student_number', start: 4, end: 23, confidence: 'certain' }])
  })

  test('no hit shows in its sample what it found', () => {
    for (const [text, kind] of personal) {
      for (const hit of scanText(text)) {
        const value = text.slice(hit.start, hit.end).normalize('NFKC').replace(/[\s-]/g, '')
        expect([kind, hit.masked.includes(value)]).toEqual([kind, false])
      }
    }
  })
})

test('every kind is in the corpus, and has its name in both languages', () => {
  expect(new Set(personal.map(([, kind]) => kind))).toEqual(new Set(Object.keys(traceKinds)))
  for (const { label } of Object.values(traceKinds)) expect([label.zh, label.en]).not.toContain('')
})

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`))
const first17 = fc.stringMatching(
  /^(?:11|33|63|44)\d{4}(?:19[4-9]\d|200\d)(?:0[1-9]|1[0-2])(?:0[1-9]|1\d|2[0-8])\d{3}$/,
)
const surroundings = fc.string({
  unit: fc.constantFrom(...'申请人电话，。：:（）()第号年月 \nabZ0123456789-·　'),
  maxLength: 30,
})
const fullWidth = (text: string) => text.replace(/[0-9X]/g, sign => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
const groupings: readonly ((number: string) => string)[] = [
  number => number,
  fullWidth,
  number => `${number.slice(0, 6)} ${number.slice(6, 14)} ${number.slice(14)}`,
  number => `${number.slice(0, 6)}－${number.slice(6, 14)}-${number.slice(14)}`,
  number => number.toLowerCase(),
]

describe('an identity number (GB 11643)', () => {
  test('is found wherever it stands and however it is grouped', () => {
    fc.assert(
      fc.property(
        first17,
        surroundings,
        surroundings,
        fc.constantFrom(...groupings),
        (body, before, after, written) => {
          const number = written(body + identityCheck(body))
          const covering = scanText(before + number + after).filter(
            ({ start, end }) => start <= before.length && end >= before.length + number.length,
          )
          expect(covering.map(({ kind }) => kind)).not.toEqual([])
        },
      ),
      seeded,
    )
  })

  test('given a wrong check character, then eighteen digits are not called one', () => {
    fc.assert(
      fc.property(first17, fc.integer({ min: 0, max: 9 }), (body, last) => {
        fc.pre(String(last) !== identityCheck(body))
        const kinds = scanText(`编号${body}${last}。`).map(({ kind }) => kind)
        expect(kinds).not.toContain('identity_number')
      }),
      seeded,
    )
  })
})

test('a card number is one by its check digit (Luhn) alone', () => {
  fc.assert(
    fc.property(digits(13), body => {
      const last = Array.from('0123456789').find(digit => fitsLuhn(`622${body}${digit}`)) ?? ''
      const kinds = (end: string) => scanText(`退款至622${body}${end}户`).map(({ kind }) => kind)
      expect(kinds(last)).toContain('bank_card')
      expect(kinds(String((Number(last) + 1) % 10))).not.toContain('bank_card')
    }),
    seeded,
  )
})

test('whatever the text, hits are in order, apart and inside it', () => {
  const unit = fc.constantFrom(...'0123456789Xx路号村镇市学生王小明中小出生年月日住址姓名：:@.com-  \n　京A浙')
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 200 }), text => {
      let from = 0
      for (const { start, end, masked: sample } of scanText(text)) {
        expect(start).toBeGreaterThanOrEqual(from)
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(text.length)
        expect(sample).not.toBe('')
        from = end
      }
    }),
    seeded,
  )
})

test('a text of a million signs is scanned in a moment', () => {
  const text = `${'某镇前进村'.repeat(10)}${'1'.repeat(50)}，住院张三0`.repeat(8000)
  const start = cpuTime()
  scanText(text)
  expect(cpuTime() - start).toBeLessThan(10_000)
})

describe('masks (D§7.7, configuration)', () => {
  test.each<[TraceKind, string, string]>([
    ['identity_number', '330382199001011234', '330***********1234'],
    ['mobile', '139 7200 0001', '139****0001'],
    ['name', '张三丰', '张**'],
    ['bank_card', '6222021111111111110', '***************1110'],
    ['student_number', 'G1101', '*****'],
  ])('%s %s is %s', (kind, value, shown) => {
    expect(masked(kind, value)).toBe(shown)
  })

  test('given other rules, then those', () => {
    const rules = {
      name: 'mou',
      kinds: { ...defaultMaskRules.kinds, mobile: { first: 0, last: 2, sign: '×' } },
    } as const
    expect(masked('name', '张三', rules)).toBe('张某')
    expect(masked('mobile', '13972000001', rules)).toBe('×××××××××01')
  })
})
