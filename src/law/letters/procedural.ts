/** Letters on the way to a decision, D03-D07, D09-D13, D15 and D16 (D§5.2). The wording is our own. */
import type { LetterKind, TextPart } from './part.ts'

const text = (id: string, zh: string, en: string): TextPart => ({ id, say: { zh, en } })

const opening = text(
  'opening',
  '本机关于{received}收到{you}提交的政府信息公开申请（受理号：{request_number}，提交渠道：{channel}）。{you}申请公开的内容为：“{summary}”。',
  'On {received} this organ received your request for government information (receipt number {request_number}, channel: {channel}). You asked for: "{summary}".',
)

/** To whoever is not the applicant: who applies is nobody else's business. */
const about = text(
  'opening',
  '本机关于{received}收到一件政府信息公开申请（受理号：{request_number}），其中涉及以下政府信息：{consulted_information}。',
  'On {received} this organ received a request for government information (receipt number {request_number}) which concerns: {consulted_information}.',
)

const explanation: TextPart = {
  id: 'explanation',
  when: 'explanation',
  editable: true,
  say: { zh: '{explanation}', en: '{explanation}' },
}

export const proceduralLetters = {
  D03: {
    title: { zh: '政府信息公开申请接收回执', en: 'Receipt for a Request' },
    addressee: 'applicant',
    trigger: { zh: '收到申请时', en: 'When a request is received' },
    deadline: 'answer',
    series: null,
    articles: ['条例33', '条例45'],
    remedy: 'none',
    parts: [
      opening,
      text(
        'due',
        '根据{basis}的规定，本机关自收到申请之日起{term.answer}内答复，答复期限至{due}届满。依法告知补正、征求意见、延长答复期限或者通知收费的，期限另行计算并告知{you}。',
        'Under {basis} this organ answers within {term.answer} of receipt, that is by {due}. Where correction, consultation, extension or a fee changes the period, you will be told.',
      ),
      text(
        'query',
        '办理进度可以凭受理号和查询码查询，查询码为：{query_code}。请妥善保管，不要向他人透露。',
        'Progress can be followed with the receipt number and this query code: {query_code}. Keep it safe.',
      ),
      explanation,
    ],
  },
  D04: {
    title: { zh: '政府信息公开申请补正告知书', en: 'Notice to Correct a Request' },
    addressee: 'applicant',
    trigger: { zh: '申请内容不明确', en: 'The request is unclear' },
    deadline: 'correction_notice',
    series: 'notice',
    articles: ['条例30'],
    remedy: 'none',
    parts: [
      opening,
      text(
        'finding',
        '经审查，{you}的申请内容不明确。根据{basis}的规定，现将需要补正的全部事项一次性告知如下：',
        'The request is unclear. Under {basis} you are told at once all that is to be corrected:',
      ),
      { id: 'items', items: 'correction_items' },
      text(
        'by',
        '请{you}自收到{this}之日起{correction_days}内向本机关提交补正材料。无正当理由逾期不补正的，视为放弃申请，本机关不再处理该政府信息公开申请。',
        'Please correct the request within {correction_days} of receiving this notice. If it is not corrected in time without good reason, it counts as given up and is no longer processed.',
      ),
      text(
        'restart',
        '答复期限自本机关收到补正的申请之日起重新计算。',
        'The period to answer starts anew when the corrected request is received.',
      ),
      explanation,
    ],
  },
  D05: {
    title: { zh: '政府信息公开申请说明理由告知书', en: 'Notice to Give Reasons' },
    addressee: 'applicant',
    trigger: { zh: '申请数量、频次明显超过合理范围', en: 'Plainly excessive in number or frequency' },
    deadline: 'answer',
    series: 'notice',
    articles: ['条例35'],
    remedy: 'none',
    parts: [
      opening,
      text(
        'finding',
        '经查，{excess_found}，{you}申请公开政府信息的数量、频次明显超过合理范围。根据{basis}的规定，请{you}说明以下事项：{excess_explain}。',
        'It was found: {excess_found}. This is plainly excessive in number or frequency. Under {basis} please explain: {excess_explain}.',
      ),
      text(
        'by',
        '请{you}自收到{this}之日起{excess_days}内以书面形式向本机关说明。本机关认为申请理由不合理的，不予处理；申请理由合理但无法在规定的期限内答复的，本机关将确定延迟答复的合理期限并告知{you}。',
        'Please explain in writing within {excess_days} of receiving this notice. Where the reasons do not hold, the request is not processed; where they do but the period does not suffice, you will be told of a reasonable delay.',
      ),
      explanation,
    ],
  },
  D06: {
    title: { zh: '政府信息公开申请延期答复告知书', en: 'Notice of Extension' },
    addressee: 'applicant',
    trigger: { zh: '需要延长答复期限', en: 'The period must be extended' },
    deadline: 'answer',
    series: 'notice',
    articles: ['条例33'],
    remedy: 'none',
    parts: [
      opening,
      text(
        'extension',
        '因{extension_reason}，本机关不能在{old_due}前答复。根据{basis}的规定，经本机关政府信息公开工作机构负责人{approver}同意，答复期限延长{extension_days}个工作日，延长至{new_due}。',
        'Because of {extension_reason} this organ cannot answer by {old_due}. Under {basis}, with the consent of the head of the office ({approver}), the period is extended by {extension_days} working days to {new_due}.',
      ),
      explanation,
    ],
  },
  D07: {
    title: { zh: '政府信息公开征求意见书', en: 'Consultation of a Third Party' },
    addressee: 'third_party',
    trigger: { zh: '公开可能损害第三方合法权益', en: 'Disclosure may harm a third party' },
    deadline: 'third_party',
    series: 'consultation',
    articles: ['条例15', '条例32'],
    remedy: 'none',
    parts: [
      about,
      text(
        'harm',
        '经审查，公开上述政府信息可能对{you}的合法权益造成损害：{harm}。',
        'Disclosing it may harm your lawful rights: {harm}.',
      ),
      text(
        'question',
        '根据{basis}的规定，现书面征求{you}的意见。请{you}自收到本征求意见书之日起{term.third_party}内书面告知本机关是否同意公开；不同意公开的，请说明理由。',
        'Under {basis} you are asked in writing. Please tell this organ in writing within {term.third_party} of receiving this letter whether you agree to disclosure, and if not, why.',
      ),
      text(
        'silence',
        '{you}逾期未提出意见的，由本机关依照{@条例}的规定决定是否公开。{you}不同意公开且有合理理由的，本机关不予公开；本机关认为不公开可能对公共利益造成重大影响的，可以决定予以公开，并将决定公开的政府信息内容和理由书面告知{you}。',
        'If you do not reply in time, this organ decides under {@条例} whether to disclose. If you object with good reasons, it is not disclosed, unless withholding would gravely affect the public interest; you will then be told in writing what is disclosed and why.',
      ),
      explanation,
    ],
  },
  D09: {
    title: { zh: '政府信息公开征求意见告知书', en: 'Notice of Consultation' },
    addressee: 'applicant',
    trigger: { zh: '书面征求第三方或者其他机关意见时', en: 'When others are consulted' },
    deadline: null,
    series: 'notice',
    articles: ['条例32', '条例33'],
    remedy: 'none',
    parts: [
      opening,
      text(
        'consultation',
        '因{you}申请公开的政府信息涉及{party_kind}，根据{basis}的规定，本机关于{consultation_sent}书面征求其意见。征求意见所需时间不计算在答复期限内。',
        'As what you asked for concerns {party_kind}, this organ asked for its opinion in writing on {consultation_sent} ({basis}). The time this takes is not counted in the period to answer.',
      ),
      explanation,
    ],
  },
  D10: {
    title: { zh: '政府信息依申请公开告知书', en: 'Notice of Disclosure to a Third Party' },
    addressee: 'third_party',
    trigger: {
      zh: '第三方不同意，但不公开可能对公共利益造成重大影响',
      en: 'A third party objects, but the public interest demands disclosure',
    },
    deadline: null,
    series: 'notice',
    articles: ['条例15', '条例32'],
    remedy: 'choice',
    unverified: true,
    parts: [
      about,
      // Who kept silent is told the same, but not that they had said something.
      {
        id: 'opinion',
        when: 'opinion',
        say: { zh: '{you}对公开上述政府信息提出了意见。', en: 'You gave your opinion on disclosing it.' },
      },
      text(
        'decision',
        '经审查，本机关认为不公开可能对公共利益造成重大影响。根据{basis}的规定，决定予以公开。',
        'This organ finds that withholding it may gravely affect the public interest, and under {basis} decides to disclose it.',
      ),
      text(
        'content',
        '决定公开的政府信息内容：{disclosed}。理由：{public_interest}。',
        'What will be disclosed: {disclosed}. Why: {public_interest}.',
      ),
      explanation,
    ],
  },
  D11: {
    title: { zh: '政府信息公开征求意见书', en: 'Consultation of a Co-maker' },
    addressee: 'co_maker',
    trigger: { zh: '申请公开的信息由多个机关共同制作', en: 'Made together with other organs' },
    deadline: 'co_maker',
    series: 'consultation',
    articles: ['条例34'],
    remedy: 'none',
    parts: [
      about,
      text(
        'question',
        '该政府信息由本机关牵头、与{you}共同制作。根据{basis}的规定，现征求{you}的意见。请{you}自收到本征求意见书之日起{term.co_maker}内提出意见；逾期未提出意见的，视为同意公开。',
        'It was made by this organ as lead together with yours. Under {basis} you are asked for your opinion within {term.co_maker} of receiving this letter; silence counts as consent to disclosure.',
      ),
      explanation,
    ],
  },
  D12: {
    title: { zh: '政府信息公开申请协办函', en: 'Request for Assistance' },
    addressee: 'other_body',
    trigger: { zh: '需要其他机关或者科室协助办理', en: 'Another body or section must help' },
    deadline: null,
    series: 'errand',
    articles: ['条例33', '条例45'],
    remedy: 'none',
    unverified: true,
    parts: [
      text(
        'opening',
        '本机关于{received}收到一件政府信息公开申请（受理号：{request_number}），申请公开的内容为：“{summary}”。',
        'On {received} this organ received a request (receipt number {request_number}) for: "{summary}".',
      ),
      text(
        'errand',
        '根据{basis}的规定，请{you}协助办理以下事项：{errand}。',
        'Under {basis} please help with: {errand}.',
      ),
      {
        id: 'by',
        when: 'errand_by',
        say: {
          zh: '请于{errand_by}前（含当日）将办理情况书面反馈本机关。',
          en: 'Please reply to this organ in writing by {errand_by}.',
        },
      },
      explanation,
    ],
  },
  D13: {
    title: { zh: '政府信息公开信息处理费收费通知书', en: 'Fee Notice' },
    addressee: 'applicant',
    trigger: { zh: '决定收取信息处理费', en: 'A handling fee is charged' },
    deadline: 'answer',
    series: 'notice',
    articles: ['条例42', '办法6'],
    remedy: 'none',
    parts: [
      opening,
      text(
        'decision',
        '{fee_found}。根据{basis}的规定，申请公开政府信息的数量、频次明显超过合理范围的，行政机关可以收取信息处理费，本机关决定收取。',
        '{fee_found}. Under {basis} a handling fee may be charged where requests are plainly excessive in number or frequency, and this organ charges it.',
      ),
      text(
        'fee',
        '收费依据：{fee_basis}。收费标准：{fee_standard}。收费金额：{fee_amount}元。缴费方式：{fee_way}。',
        'Basis: {fee_basis}. Rate: {fee_standard}. Amount: {fee_amount} yuan. How to pay: {fee_way}.',
      ),
      text(
        'by',
        '请{you}自收到本通知书次日起{term.payment}内缴纳。逾期未按要求缴纳费用的，视为放弃申请，本机关不再处理该政府信息公开申请。按要求缴纳的，答复期限自缴纳费用次日起重新计算。',
        'Please pay within {term.payment} from the day after receiving this notice. If the fee is not paid in time, the request counts as given up and is no longer processed. Once it is paid, the period to answer starts anew the day after.',
      ),
      explanation,
    ],
  },
  D15: {
    title: { zh: '政府信息公开申请结案告知书', en: 'Notice of Closing' },
    addressee: 'applicant',
    trigger: {
      zh: '逾期不补正、逾期不缴费，或者撤回、合并、移送',
      en: 'Not corrected or not paid in time; withdrawn, merged or transferred',
    },
    deadline: null,
    series: 'notice',
    unverified: true,
    parts: [
      opening,
      {
        id: 'no_correction',
        when: 'correction_overdue',
        say: {
          zh: '{correction_overdue}。{no_good_reason}，属于无正当理由逾期不补正，根据{basis}的规定，视为放弃申请，本机关不再处理该政府信息公开申请。',
          en: '{correction_overdue}. {no_good_reason}: it was not corrected in time without good reason; under {basis} it counts as given up and is no longer processed.',
        },
      },
      {
        id: 'unpaid',
        when: 'payment_overdue',
        say: {
          zh: '{payment_overdue}。{you}逾期未按收费通知要求缴纳费用，根据{basis}的规定，视为放弃申请，本机关不再处理该政府信息公开申请。',
          en: '{payment_overdue}. The fee was not paid in time; under {basis} the request counts as given up and is no longer processed.',
        },
      },
      {
        id: 'other',
        when: 'closing_reason',
        say: { zh: '{closing_reason}，本机关现予结案。', en: '{closing_reason}; the request is closed.' },
      },
      text('closing', '结案情形：{closing}。', 'How it was closed: {closing}.'),
      {
        id: 'record',
        when: 'record_only',
        say: {
          zh: '本件为存入案卷的结案记录，未经签发，不编文号，不加盖印章，不作为文书送达。',
          en: 'This is a record for the file. It was not issued, bears no number and no seal, and is not served.',
        },
      },
      explanation,
    ],
  },
  D16: {
    title: { zh: '政府信息公开有关事项转办函', en: 'Letter of Transfer' },
    addressee: 'other_body',
    trigger: {
      zh: '申请应由同一政府内其他机关办理，或者更正申请应当转送',
      en: 'For another organ of the same government, or a correction to be forwarded',
    },
    deadline: null,
    series: 'errand',
    articles: ['条例41', '条例45'],
    remedy: 'none',
    unverified: true,
    parts: [
      text(
        'opening',
        '本机关于{received}收到一件申请（受理号：{request_number}），内容为：“{summary}”。',
        'On {received} this organ received an application (receipt number {request_number}): "{summary}".',
      ),
      text(
        'errand',
        '经审查，该事项属于{you}的职责范围。根据{basis}的规定，现转请{you}办理：{errand}。',
        'It falls within your duties. Under {basis} it is transferred to you: {errand}.',
      ),
      explanation,
    ],
  },
} as const satisfies Readonly<Record<string, LetterKind>>
