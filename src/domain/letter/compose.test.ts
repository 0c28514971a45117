import { describe, expect, test } from 'vitest'
import { bureau, factsFor, letterDay, letterFor, on } from '../../../test/support/letters.ts'
import { letterIds } from '../../law/letters.ts'
import type { RegionCode } from '../agency/region.ts'
import { feeForPages } from '../request/fees.ts'
import { blankForm, composeLetter } from './compose.ts'
import type { AmendmentOutcome, LetterAgency, LetterFacts } from './facts.ts'
import type { Letter, LetterId } from './letter.ts'

const textOf = (id: LetterId, change: Partial<LetterFacts> = {}) =>
  letterFor(id, change)
    .blocks.map(block =>
      block.kind === 'paragraph' ? block.text : block.kind === 'list' ? block.items.join('\n') : '',
    )
    .join('\n')

const placesOf = (id: LetterId, facts: LetterFacts, date = letterDay) => {
  const made = composeLetter(id, facts, { date })
  return made.ok ? [] : made.refusals.map(({ code, at }) => `${code} ${at}`)
}

/** Every word of the blocks and the remedy. */
const printed = ({ blocks, remedy }: Letter) =>
  [...blocks, ...remedy]
    .map(block => {
      if (block.kind === 'table')
        return block.table.rows
          .flat()
          .map(({ text }) => text)
          .join('\n')
      return block.kind === 'list' ? block.items.join('\n') : block.text
    })
    .join('\n')

const without = (facts: LetterFacts, group: keyof LetterFacts): LetterFacts =>
  Object.fromEntries(Object.entries(facts).filter(([name]) => name !== group)) as unknown as LetterFacts

const kinds: readonly (readonly [string, Partial<LetterAgency>])[] = [
  ['a county bureau', {}],
  ['a government', { kind: 'government', name: '示例县人民政府', higherGovernment: '示例市人民政府' }],
  ['a province', { kind: 'government', name: '示例省人民政府', regionCode: '630000' as RegionCode }],
  ['an organ led from above', { vertical: true }],
  ['a dispatched office', { kind: 'dispatched_office' }],
  ['an authorised organisation', { kind: 'public_institution' }],
]

describe.each(kinds)('every document of %s', (_, change) => {
  const agency = { ...bureau, ...change }

  test.each(letterIds)('%s can be made on either side of 2024 from whole facts', id => {
    const now = letterFor(id, { agency })
    const request = factsFor(id).request && { ...factsFor(id).request, received: on('2023-11-01') }
    const before = { agency, ...(request ? { request } : {}) } as Partial<LetterFacts>
    const then = id === 'D15' ? now : letterFor(id, before, on('2023-12-01'))
    for (const letter of [now, then]) {
      expect(printed(letter)).not.toMatch(/[{}]|undefined|：。|“”|。。|，。/)
      expect(letter.title.agency).toBe(agency.name)
      const ids = [...letter.blocks, ...letter.remedy].map(block => block.id)
      expect(new Set(ids).size).toBe(ids.length)
    }
    expect(now.remedy.length > 0).toBe(now.remedyKind !== 'none')
    expect(then.remedy.length > 0).toBe(then.remedyKind !== 'none')
  })
})

describe('what is missing is said, each by its place', () => {
  test.each([
    ['D04', 'correction', ['missing_element correction.items', 'missing_element correction.days']],
    [
      'D06',
      'extension',
      ['oldDue', 'newDue', 'days', 'reason', 'approver'].map(at => `missing_element extension.${at}`),
    ],
    [
      'D13',
      'fee',
      [
        'missing_element fee',
        'missing_element fee.fee.lines',
        'missing_element fee.fee.quantity',
        'missing_element fee.fee.total',
        'missing_element fee.way',
      ],
    ],
    ['L03', 'withheld', ['missing_element withheld']],
    ['L06', 'withheld', ['missing_element withheld[0].reason']],
    ['L17', 'earlier', ['missing_element earlier']],
    ['L12', 'search', []],
  ] as const)('%s without %s', (id, group, places) => {
    expect(placesOf(id, without(factsFor(id), group)).sort()).toEqual([...places].sort())
  })

  test.each(letterIds)('%s from nothing names what it needs, in both languages', id => {
    const { agency } = factsFor(id)
    const made = composeLetter(id, { agency }, { date: letterDay })
    expect(made.ok).toBe(false)
    if (made.ok) return
    const places = made.refusals.map(({ at }) => at)
    expect(new Set(places).size).toBe(made.refusals.length)
    for (const { says, at } of made.refusals) {
      expect(at).not.toBe('')
      expect(says.zh).toMatch(/请补充$/)
      expect(says.en).toMatch(/add it$/)
    }
  })

  test('blank text is no text', () => {
    const facts = factsFor('L01', { known: { where_public: ' 　 ' } })
    expect(placesOf('L01', facts)).toEqual(['missing_element known.where_public'])
  })

  test('an item of a list that says too little is named by its number', () => {
    const withheld = [{ part: '附表一', exemption: 'E16b', kind: 'draft', reason: '' }] as const
    expect(placesOf('L03', factsFor('L03', { withheld }))).toEqual(['incomplete_item withheld[0]'])
  })

  test('the telephone of the office stands in every letter (条例12), and nobody is written to without a name', () => {
    const { telephone: _, ...office } = bureau.office
    const facts = without(factsFor('L02', { agency: { ...bureau, office } }), 'addressee')
    expect(placesOf('L02', facts)).toEqual([
      'missing_element addressee.name',
      'missing_element agency.office.telephone',
    ])
  })
})

describe('letters say what the law wants', () => {
  test('another organ is asked for its opinion and not handed the request (条例33), with or without a day to reply by', () => {
    const { to, asks } = factsFor('D12').errand ?? { to: '', asks: '' }
    const letter = printed(letterFor('D12', { errand: { to, asks } }))
    expect(letter).toContain(`第三十三条、第四十五条的规定，请你单位协助办理以下事项：${asks}`)
    expect(letter).not.toMatch(/转请|前（含当日）/)
    expect(textOf('D12')).toContain('请于2026年3月27日前（含当日）')
  })

  test('a third party who kept silent is told of the override, and not that it had given an opinion (条例32)', () => {
    const { opinion: _, reasons: __, ...silent } = factsFor('D10').consultation ?? {}
    const letter = printed(letterFor('D10', { consultation: silent as LetterFacts['consultation'] & object }))
    expect(letter).not.toContain('提出了意见')
    expect(letter).toContain('不公开可能对公共利益造成重大影响')
    expect(textOf('D10')).toContain('你单位对公开上述政府信息提出了意见')
  })

  test('D04 tells all items at once, how long from its receipt, what happens otherwise, and that the period starts anew (条例30)', () => {
    const letter = textOf('D04')
    expect(letter).toContain('一次性告知')
    expect(letter).toContain('自收到本告知书之日起10个工作日内')
    expect(letter).toContain('无正当理由逾期不补正的，视为放弃申请')
    expect(letter).toContain('答复期限自本机关收到补正的申请之日起重新计算')
  })

  test.each(['D04', 'D05', 'D13'] as const)(
    '%s names no last day: the limit runs from its receipt, and when that will be nobody knows yet (条例30, 35; 办法6)',
    id => {
      expect(textOf(id)).not.toContain('前（含当日）')
      expect(textOf(id)).toMatch(/自收到本(?:告知|通知)书(?:之日|次日)起\d+个工作日内/)
    },
  )

  test('D07: silence of a third party is neither yes nor no, the organ decides (条例32)', () => {
    const letter = textOf('D07')
    expect(letter).toContain('自收到本征求意见书之日起15个工作日内')
    expect(letter).toContain('逾期未提出意见的，由本机关依照《政府信息公开条例》的规定决定是否公开')
    expect(letter).not.toMatch(/视为(?:不)?同意/)
  })

  test('D11: silence of a co-maker is consent (条例34)', () => {
    expect(textOf('D11')).toContain('15个工作日内提出意见；逾期未提出意见的，视为同意公开')
  })

  test('letters to third parties and co-makers do not say who applies', () => {
    for (const id of ['D07', 'D10', 'D11'] as const) {
      expect(JSON.stringify(letterFor(id).blocks)).not.toContain('张三')
    }
  })

  test('D09 does not tell the applicant who the third party is', () => {
    expect(textOf('D09')).toContain('涉及第三方的合法权益')
    expect(textOf('D09')).not.toContain('示例建设有限公司')
    expect(textOf('D09')).toContain('征求意见所需时间不计算在答复期限内')
  })

  test('D13 tells basis, rate, amount, way of payment, 20 working days and what happens otherwise (办法6)', () => {
    const letter = textOf('D13')
    for (const said of [
      '《政府信息公开信息处理费管理办法》第四条',
      '本次申请为当月第35件申请。根据',
      '第31至35件，共5件，每件200元',
      '3000元',
      '缴入国库',
    ]) {
      expect(letter).toContain(said)
    }
    expect(letter).toContain('次日起20个工作日内缴纳')
    expect(letter).toContain('逾期未按要求缴纳费用的，视为放弃申请')
  })

  test('D13 by pages tells how many, and says of nobody that requests were excessive (条例42; 办法5)', () => {
    const fee = feeForPages(68)
    const way = factsFor('D13').fee?.way ?? ''
    const letter = textOf('D13', fee.ok ? { fee: { fee: fee.value, way } } : {})
    expect(letter).toContain('本次申请提供的政府信息共68页')
    expect(letter).not.toContain('你申请公开政府信息的数量、频次明显超过合理范围')
  })

  test('D06 whose new day is of a year without holidays says that it is provisional (D§2.2)', () => {
    const { extension } = factsFor('D06')
    if (!extension) throw new Error('no extension')
    const provisional = { extension: { ...extension, newDueProvisional: true } }
    expect(textOf('D06', provisional)).toContain('延长至2026年4月27日（暂定，以该年度节假日安排公布后的计算为准）')
  })

  test('D06 names who agreed, and both days (条例33)', () => {
    expect(textOf('D06')).toContain(
      '经本机关政府信息公开工作机构负责人赵六同意，答复期限延长20个工作日，延长至2026年4月27日',
    )
  })

  test('L03 gives each part withheld its ground, kind, reason and article', () => {
    expect(textOf('L03')).toContain(
      '合同附件一：公开会损害第三方合法权益（商业秘密），公开后将影响相关工作正常开展（依据：《政府信息公开条例》第十五条）',
    )
    expect(textOf('L03')).toContain('《政府信息公开条例》第三十七条、第三十六条第（三）项、第十五条、第十六条第二款')
  })

  test('articles are cited to the item: L01 rests on 第三十六条第（一）项', () => {
    expect(textOf('L01')).toContain('《政府信息公开条例》第三十六条第（一）项')
  })

  test('L13 names the organ in charge where it is known, and then how to reach it', () => {
    expect(textOf('L13')).toContain('示例县自然资源局，联系方式：0972-8600002')
    expect(JSON.stringify(composeLetter('L13', without(factsFor('L13'), 'organ'), { date: letterDay }))).not.toContain(
      '负责公开该政府信息的行政机关为',
    )
    expect(placesOf('L13', factsFor('L13', { organ: { name: '示例县自然资源局' } }))).toEqual([
      'missing_element organ.contact',
    ])
  })

  test('L12 tells where, when and by which words was searched (条例36(4))', () => {
    expect(textOf('L12')).toContain('2026年3月9日以“校舍、排查、整改”为关键词检索了公文管理系统、校舍安全信息系统')
  })

  test('L04 never says more of a secret than that it is one', () => {
    expect(textOf('L04')).not.toContain('公开后将影响')
  })

  test('an organisation is called 你单位, a citizen 你, and who was entered before that was asked 贵方', () => {
    expect(textOf('L02')).toContain('收到你提交的')
    expect(textOf('L02', { addressee: { name: '示例公司', kind: 'organisation' } })).toContain('收到你单位提交的')
    expect(textOf('L02', { addressee: { name: '古丽巴哈尔', kind: 'unknown' } })).toContain('收到贵方提交的')
  })

  test('quotation marks within what is asked become single ones', () => {
    const request = { ...factsFor('L02').request, summary: '“双减”工作总结。' } as LetterFacts['request']
    expect(textOf('L02', request ? { request } : {})).toContain('“‘双减’工作总结”。')
  })

  test('D15 tells its three ways of closing apart; one withdrawn has no remedies, for nothing was refused', () => {
    expect(textOf('D15')).toContain('无正当理由逾期不补正')
    expect(textOf('D15', { closing: 'other.unpaid' })).toContain('未按收费通知要求缴纳费用')
    expect(textOf('D15', { closing: 'other.other' })).toContain('书面撤回申请，本机关现予结案')
    expect(letterFor('D15', { closing: 'other.other' }).remedy).toEqual([])
    expect(placesOf('D15', without(factsFor('D15'), 'closing'))).toContain('missing_element closing')
  })

  test('L21 tells the three results of a correction apart', () => {
    const amendment = (outcome: AmendmentOutcome) => ({
      amendment: { record: '出生日期', evidence: '户口簿', outcome, result: '结果' },
    })
    expect(textOf('L21', amendment('record_corrected'))).toContain('予以更正：结果')
    expect(textOf('L21', amendment('record_kept'))).toContain('不予更正，理由是：结果')
    expect(textOf('L21', amendment('record_forwarded'))).toContain('不属于本机关职能范围')
  })
})

describe('facts against the law are refused', () => {
  const refusedAs = (id: LetterId, change: Partial<LetterFacts>, date = letterDay) =>
    placesOf(id, factsFor(id, change), date)
  const { extension } = factsFor('D06')
  if (!extension) throw new Error('the facts of D06 have no extension')

  test('a third party that agreed is no ground to withhold (条例15)', () => {
    const agreed = { opinion: 'agree' } as const
    expect(refusedAs('L07', { consulted: [agreed, agreed] })).toEqual(['third_party_agreed consulted'])
    expect(refusedAs('L07', { consulted: [agreed, { opinion: 'silent' }] })).toEqual([])
  })

  test('an extension of more than 20 working days, to an earlier day, or after the period is over (条例33)', () => {
    expect(refusedAs('D06', { extension: { ...extension, days: 21 } })).toEqual(['bad_extension extension.days'])
    expect(refusedAs('D06', { extension: { ...extension, newDue: extension.oldDue } })).toEqual([
      'bad_extension extension.newDue',
    ])
    expect(refusedAs('D06', {}, on('2026-03-30'))).toEqual([])
    // Approved in time, it must be told in time as well.
    expect(refusedAs('D06', {}, on('2026-03-31'))).toEqual(['bad_extension extension.oldDue'])
  })

  test('a ground its letter is not for, and a kind the article does not name', () => {
    expect(
      refusedAs('L08', { withheld: [{ part: null, exemption: 'E16b', kind: 'draft', reason: '理由' }] }),
    ).toContain('wrong_exemption withheld[0].exemption')
    expect(
      refusedAs('L08', { withheld: [{ part: null, exemption: 'E16a', kind: 'budget', reason: '理由' }] }),
    ).toContain('wrong_exemption_kind withheld[0].kind')
  })

  test('a limit that has passed when the letter is dated, and a closing before it has', () => {
    expect(refusedAs('D12', {}, on('2026-03-27'))).toEqual(['limit_passed errand.by'])
    expect(refusedAs('D15', {}, on('2026-03-19'))).toEqual(['not_overdue correction.by'])
    expect(refusedAs('D15', {}, on('2026-03-20'))).toEqual([])
  })

  test('a letter older than its request, and a fee of nothing', () => {
    expect(refusedAs('L02', {}, on('2026-03-01'))).toEqual(['before_receipt date'])
    const fee = factsFor('D13').fee
    expect(fee && refusedAs('D13', { fee: { ...fee, fee: { ...fee.fee, total: 0 } } })).toEqual([
      'no_fee fee.fee.total',
    ])
  })
})

describe('in English', () => {
  test.each(letterIds)('%s reads without a Chinese word but names, dates and what was typed', id => {
    const made = composeLetter(id, factsFor(id), { date: letterDay, lang: 'en' })
    if (!made.ok) throw new Error(made.refusals.map(({ says }) => says.en).join('; '))
    expect(made.value.title.kind).not.toMatch(/[一-鿿]/)
    expect(made.value.blocks.length).toBe(letterFor(id).blocks.length)
  })
})

describe('forms given blank', () => {
  test('D01 has a version for citizens and one for organisations (条例29, D§5.5)', () => {
    const boxes = (kind: 'natural_person' | 'business') =>
      JSON.stringify(blankForm('D01', bureau, { date: letterDay, kind }).blocks)
    expect(boxes('natural_person')).toContain('证件号码*')
    expect(boxes('natural_person')).not.toContain('统一社会信用代码')
    expect(boxes('business')).toContain('统一社会信用代码*')
    expect(boxes('business')).toContain('类型*')
  })

  test('purpose is never asked as a condition (条例27)', () => {
    const form = JSON.stringify(blankForm('D01', bureau, { date: letterDay }).blocks)
    expect(form).toContain('用途（选填）')
    expect(form).not.toContain('用途*')
  })
})
