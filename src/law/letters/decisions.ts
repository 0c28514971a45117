/** The letters that carry a decision, L01-L20, and their cousins L21-L23 (D§5.3). The wording is our own. */
import type { LetterKind, ListPart, TextPart } from './part.ts'

const opening: TextPart = {
  id: 'opening',
  say: {
    zh: '本机关于{received}收到{you}提交的政府信息公开申请（受理号：{request_number}，提交渠道：{channel}）。{you}申请公开的内容为：“{summary}”。',
    en: 'On {received} this organ received your request for government information (receipt number {request_number}, channel: {channel}). You asked for: "{summary}".',
  },
}

const explanation: TextPart = {
  id: 'explanation',
  when: 'explanation',
  editable: true,
  say: { zh: '{explanation}', en: '{explanation}' },
}

const reason: TextPart = {
  id: 'reason',
  editable: true,
  say: { zh: '不予公开的理由：{withheld_reason}。', en: 'Reason for withholding: {withheld_reason}.' },
}

const deviation: TextPart = {
  id: 'deviation',
  when: 'delivery_deviation',
  say: {
    zh: '{delivery_deviation}，不能按照{you}要求的形式提供，根据{@条例40}的规定，以上述形式提供。',
    en: '{delivery_deviation}; it cannot be given in the form you asked for and is given as said above ({@条例40}).',
  },
}

const provide: TextPart = {
  id: 'provide',
  say: {
    zh: '获取该政府信息的方式、途径和时间：{delivery}。',
    en: 'Way, route and time of getting the information: {delivery}.',
  },
}

const withheldParts: ListPart = { id: 'withheld', items: 'withheld_parts' }

const text = (id: string, zh: string, en: string): TextPart => ({ id, say: { zh, en } })

const refused = text(
  'decision',
  '根据{basis}的规定，本机关决定不予公开。',
  'Under {basis} this organ decides not to disclose it.',
)

const answer = { zh: '政府信息公开申请答复书', en: 'Answer to a Request for Government Information' }
const refusal = { zh: '政府信息不予公开决定书', en: 'Decision Not to Disclose Government Information' }
const notice = { zh: '政府信息公开申请告知书', en: 'Notice on a Request for Government Information' }
const notProcessed = { zh: '政府信息公开申请不予处理告知书', en: 'Notice of a Request Not Processed' }

const onDecision = { zh: '答复期限内', en: 'Within the period to answer' }

/** Written to the applicant within the period to answer; articles and remedy are the decision's. */
const decided = (title: LetterKind['title'], ...parts: LetterKind['parts']): LetterKind => ({
  title,
  addressee: 'applicant',
  trigger: onDecision,
  deadline: 'answer',
  series: 'answer',
  parts: [opening, ...parts, explanation],
})

export const decisionLetters = {
  L01: decided(
    answer,
    text(
      'decision',
      '经审查，{you}申请公开的政府信息已经主动公开。根据{basis}的规定，现将获取该政府信息的方式、途径告知如下：{where_public}。',
      'The information you asked for is already public. Under {basis} you can get it as follows: {where_public}.',
    ),
  ),
  L02: decided(
    answer,
    text(
      'decision',
      '经审查，{you}申请公开的政府信息可以公开。根据{basis}的规定，本机关决定予以公开。',
      'The information you asked for can be disclosed. Under {basis} this organ decides to disclose it.',
    ),
    provide,
    deviation,
  ),
  L03: decided(
    answer,
    text(
      'decision',
      '经审查，{you}申请公开的信息中含有不应当公开的内容，能够作区分处理。根据{basis}的规定，本机关决定对可以公开的部分予以公开，对其余部分不予公开。',
      'What you asked for holds matter that must not be disclosed and can be separated. Under {basis} this organ decides to disclose the one part and to withhold the rest.',
    ),
    { ...provide, say: { ...provide.say, zh: '可以公开的部分，获取的方式、途径和时间：{delivery}。' } },
    deviation,
    text('withheld_head', '不予公开的部分及理由如下：', 'The parts withheld, and the reason for each:'),
    withheldParts,
  ),
  L04: decided(
    refusal,
    text(
      'finding',
      '经审查，{you}申请公开的政府信息属于依法确定的国家秘密：{classification}。',
      'The information you asked for is a state secret classified by law: {classification}.',
    ),
    refused,
  ),
  L05: decided(
    refusal,
    text(
      'finding',
      '经审查，{you}申请公开的政府信息属于法律、行政法规禁止公开的政府信息，禁止公开的规定为{forbidding_law}。',
      'The information you asked for may not be disclosed by law or administrative regulation, namely by {forbidding_law}.',
    ),
    refused,
  ),
  L06: decided(
    refusal,
    text(
      'finding',
      '经审查，{you}申请公开的政府信息公开后可能危及{danger}。',
      'Disclosing the information you asked for may endanger {danger}.',
    ),
    reason,
    refused,
  ),
  L07: decided(
    refusal,
    text(
      'finding',
      '经审查，{you}申请公开的政府信息涉及第三方的{third_interest}，公开会对第三方合法权益造成损害。{consultation_result}。',
      'The information you asked for touches a third party ({third_interest}), whose lawful rights disclosure would harm. {consultation_result}.',
    ),
    reason,
    refused,
  ),
  L08: decided(
    refusal,
    text(
      'finding',
      '经审查，{you}申请公开的政府信息属于行政机关的内部事务信息，具体为{internal_kind}方面的信息。',
      'The information you asked for concerns internal affairs of the organ, namely {internal_kind}.',
    ),
    reason,
    refused,
  ),
  L09: decided(
    refusal,
    text(
      'finding',
      '经审查，{you}申请公开的政府信息属于行政机关在履行行政管理职能过程中形成的过程性信息，具体为{process_kind}。',
      'The information you asked for is process information made while performing administrative functions, namely {process_kind}.',
    ),
    reason,
    refused,
  ),
  L10: decided(
    refusal,
    text(
      'finding',
      '经审查，{you}申请公开的政府信息属于行政执法案卷信息：{enforcement_file}。',
      'The information you asked for belongs to an enforcement file: {enforcement_file}.',
    ),
    reason,
    refused,
  ),
  L11: decided(
    notice,
    text(
      'decision',
      '经审查，{you}申请公开的信息属于行政查询事项，法律、行政法规对其获取有特别规定。根据{basis}的规定，请{you}依照以下规定、到以下处所办理：{special_rules}。',
      'What you asked for is a matter of administrative query with rules of its own. Under {basis} please follow these rules: {special_rules}.',
    ),
  ),
  L12: decided(
    notice,
    text(
      'decision',
      '{search_record}。经检索，没有{you}申请公开的政府信息。根据{basis}的规定，现告知{you}该政府信息不存在。',
      '{search_record}. The search did not find what you asked for. Under {basis} you are told that the information does not exist.',
    ),
  ),
  L13: decided(
    notice,
    text(
      'decision',
      '经审查，{you}申请公开的政府信息不属于本机关负责公开，理由是：{not_ours_reason}。根据{basis}的规定，现予告知。',
      'This organ is not in charge of disclosing the information you asked for, because: {not_ours_reason}. You are told so under {basis}.',
    ),
    {
      id: 'organ',
      when: 'organ_name',
      say: {
        zh: '负责公开该政府信息的行政机关为{organ_name}，联系方式：{organ_contact}，{you}可以向该机关提出申请。',
        en: 'The organ in charge is {organ_name} (contact: {organ_contact}), where you can apply.',
      },
    },
  ),
  L14: decided(
    notice,
    text(
      'decision',
      '经审查，本机关没有与{you}的申请相对应的现成政府信息，需要对现有政府信息进行加工、分析：{processing_needed}。根据{basis}的规定，本机关不予提供。',
      'No existing information answers your request; existing information would have to be processed or analysed: {processing_needed}. Under {basis} it is not provided.',
    ),
  ),
  L15: decided(
    notice,
    text(
      'decision',
      '{correction_history}。经审查，补正后申请内容仍不明确，本机关无法据此确定{you}申请公开的政府信息。根据{basis}的规定，现告知{you}本机关无法提供。',
      '{correction_history}. Corrected, the request is still unclear, and this organ cannot tell what information is asked for. You are told under {basis} that it cannot be provided.',
    ),
  ),
  L16: decided(
    notProcessed,
    text(
      'decision',
      '经审查，{you}以政府信息公开申请的形式进行信访、投诉、举报等活动：{petition_content}。根据{basis}的规定，本机关不作为政府信息公开申请处理。',
      'In the form of a request for information you make a petition, complaint or report: {petition_content}. Under {basis} it is not processed as a request.',
    ),
    {
      id: 'organ',
      when: 'organ_name',
      say: {
        zh: '{you}可以通过相应渠道提出，受理单位为{organ_name}，联系方式：{organ_contact}。',
        en: 'It can be brought to {organ_name} (contact: {organ_contact}).',
      },
    },
  ),
  L17: decided(
    { zh: '政府信息公开申请不予重复处理告知书', en: 'Notice of a Repeated Request Not Processed Again' },
    text(
      'decision',
      '经审查，{you}此前已就同一政府信息向本机关提出申请，本机关已经答复：{earlier_answer}。根据{basis}的规定，对本次申请不予重复处理。',
      'You asked this organ for the same information before and were answered: {earlier_answer}. Under {basis} this request is not processed again.',
    ),
  ),
  L18: decided(
    notice,
    text(
      'decision',
      '经审查，{you}要求提供的是政府公报、报刊、书籍等公开出版物。根据{basis}的规定，现将获取的途径告知如下：{how_to_obtain}。',
      'You ask for published matter such as gazettes, papers or books. Under {basis} you can get it as follows: {how_to_obtain}.',
    ),
  ),
  L19: decided(
    notProcessed,
    {
      id: 'found',
      when: 'excess_found',
      say: {
        zh: '{you}申请公开政府信息的情况：{excess_found}，数量、频次明显超过合理范围，本机关要求{you}说明理由。',
        en: 'Your requests ({excess_found}) are plainly excessive in number or frequency, and you were asked for reasons.',
      },
    },
    text(
      'decision',
      '经审查，{you}的申请理由不合理：{unreasonable}。根据{basis}的规定，本机关不予处理。',
      'The reasons for your requests do not hold: {unreasonable}. Under {basis} the request is not processed.',
    ),
  ),
  L20: decided(
    notice,
    text(
      'decision',
      '经审查，{you}要求本机关确认或者重新出具已经获取的政府信息：{already_obtained}。根据{basis}的规定，本机关不予处理。',
      'You ask this organ to confirm or reissue information you already have: {already_obtained}. Under {basis} the request is not processed.',
    ),
  ),
  L21: {
    title: { zh: '政府信息更正申请告知书', en: 'Notice on a Request to Correct Records' },
    addressee: 'applicant',
    trigger: { zh: '申请更正与本人相关的政府信息记录', en: 'A person asks to correct records about himself' },
    deadline: null,
    series: 'answer',
    articles: ['条例41'],
    requires: ['amendment_result'],
    remedy: 'choice',
    unverified: true,
    parts: [
      text(
        'opening',
        '本机关于{received}收到{you}提交的更正申请（受理号：{request_number}，提交渠道：{channel}）。{you}申请更正的记录为：{amendment_record}。',
        'On {received} this organ received your request to correct records (receipt number {request_number}, channel: {channel}), namely: {amendment_record}.',
      ),
      text(
        'evidence',
        '本机关审核了以下证据：{evidence_reviewed}。',
        'This organ reviewed this evidence: {evidence_reviewed}.',
      ),
      {
        id: 'corrected',
        when: 'amendment_corrected',
        say: {
          zh: '经审核属实，根据{basis}的规定，本机关予以更正：{amendment_corrected}。',
          en: 'It proved true, and under {basis} the record was corrected: {amendment_corrected}.',
        },
      },
      {
        id: 'refused',
        when: 'amendment_refused',
        say: {
          zh: '经审核，{you}提供的证据不能证明记录不准确。根据{basis}的规定，本机关不予更正，理由是：{amendment_refused}。',
          en: 'The evidence does not show that the record is inaccurate. Under {basis} it is not corrected, because: {amendment_refused}.',
        },
      },
      {
        id: 'forwarded',
        when: 'amendment_forwarded',
        say: {
          zh: '该记录不属于本机关职能范围。根据{basis}的规定，{amendment_forwarded}。',
          en: 'The record is not for this organ to correct. Under {basis}: {amendment_forwarded}.',
        },
      },
      explanation,
    ],
  },
  L22: {
    title: { zh: '政府信息公开申请延迟答复告知书', en: 'Notice of a Delayed Answer' },
    addressee: 'applicant',
    trigger: {
      zh: '申请数量、频次明显超过合理范围，理由合理但不能按期答复',
      en: 'Excessive in number or frequency, with good reasons, but it cannot be answered in time',
    },
    deadline: 'answer',
    series: 'notice',
    articles: ['条例35'],
    remedy: 'none',
    unverified: true,
    parts: [
      opening,
      text(
        'decision',
        '{you}申请公开政府信息的情况：{excess_found}，数量、频次明显超过合理范围。本机关认为{you}说明的申请理由合理，但是无法在规定的期限内答复。根据{basis}的规定，本机关确定延迟答复，于{excess_answer_by}前（含当日）答复{you}。',
        'Your requests ({excess_found}) are plainly excessive in number or frequency. Your reasons hold, but they cannot be answered within the period. Under {basis} the answer is delayed and will be given by {excess_answer_by}.',
      ),
      explanation,
    ],
  },
  L23: {
    title: { zh: '主动公开建议答复书', en: 'Answer to a Suggestion to Publish' },
    addressee: 'applicant',
    trigger: { zh: '申请人建议将信息纳入主动公开', en: 'An applicant suggests that information be published' },
    deadline: null,
    series: 'answer',
    articles: ['条例44'],
    requires: ['suggestion_result'],
    remedy: 'choice',
    unverified: true,
    parts: [
      text(
        'opening',
        '本机关于{suggestion_on}收到{you}关于将以下政府信息纳入主动公开范围的建议：{suggestion}。',
        'On {suggestion_on} this organ received your suggestion to publish: {suggestion}.',
      ),
      {
        id: 'adopted',
        when: 'suggestion_adopted',
        say: {
          zh: '经审核，该政府信息属于主动公开范围。根据{basis}的规定，处理结果如下：{suggestion_adopted}。',
          en: 'It belongs to what is published. Under {basis}: {suggestion_adopted}.',
        },
      },
      {
        id: 'declined',
        when: 'suggestion_declined',
        say: {
          zh: '经审核，该政府信息不属于主动公开范围，理由是：{suggestion_declined}。（依据：{basis}）',
          en: 'It does not belong to what is published, because: {suggestion_declined} ({basis}).',
        },
      },
      explanation,
    ],
  },
} as const satisfies Readonly<Record<string, LetterKind>>
