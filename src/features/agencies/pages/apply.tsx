/** 依申请公开: whether to ask at all, what to write, where to hand it in, when it is answered, what it costs. */
import type { ReactNode } from 'react'
import { type Deadline, deadlines } from '../../../law/deadlines.ts'
import { feeSchedules } from '../../../law/fees.ts'
import { teller } from '../../../ui/messages.ts'
import { frameWords } from '../../../ui/portal/words.ts'
import { headOf } from '../portal/frame.ts'
import type { Page, Portal } from '../portal/portal.ts'
import { columns, shared } from '../portal/words.ts'
import { Channels } from './channels.tsx'
import { PageTitle } from './parts.tsx'

const { answer, extension, correction_notice, third_party }: Readonly<Record<string, Deadline>> = deadlines
const free = { items: feeSchedules.items.bands[1].from - 1, pages: feeSchedules.pages.bands[1].from - 1 }

const words = {
  online: { zh: '网上申请', en: 'Apply online' },
  track: { zh: '查询已提交的申请', en: 'Follow a request' },
  onPaper: {
    zh: '也可以打印申请表填写后当面提交或者邮寄；自己书写的，写明下面第二步的内容即可。',
    en: 'You may also print the form, fill it in and hand it in or post it; a letter of your own will do if it says what step 2 asks for.',
  },
  print: { zh: '打开空白申请表（可打印）', en: 'Open the blank form (to print)' },
  look: { zh: '先看是否已经公开', en: 'See whether it is published already' },
  lookText: {
    zh: '许多信息已经主动公开，可以直接查看。',
    en: 'Much is published already and can be read at once.',
  },
  lookIn: { zh: '查看法定主动公开内容', en: 'See what is published' },
  write: { zh: '写明三项内容', en: 'Write three things' },
  who: {
    zh: '您的姓名或者名称、身份证明、联系方式；',
    en: 'your name, proof of identity and how to reach you;',
  },
  what: {
    zh: '所需信息的名称、文号，或者便于查找的其他特征；',
    en: 'title or number of what you want, or whatever else lets us find it;',
  },
  form: {
    zh: '希望以什么形式、通过什么途径得到。',
    en: 'in which form and by which way you wish to get it.',
  },
  noPurpose: { zh: '不需要说明用途。', en: 'You need not say what it is for.' },
  hand: { zh: '选择渠道提交', en: 'Hand it in' },
  wait: { zh: '等待答复', en: 'Wait for the answer' },
  answered: {
    zh: `收到申请之日起 ${answer?.length} 个工作日内答复；需要延长的，经工作机构负责人同意并告知您，最多延长 ${extension?.length} 个工作日。`,
    en: `You are answered within ${answer?.length} working days of receipt; with the consent of the head of the office and notice to you at most ${extension?.length} more.`,
  },
  unclear: {
    zh: `内容不明确的，${correction_notice?.length} 个工作日内一次性告知您怎样补正，补正后重新计算期限。`,
    en: `If something is unclear you are told once, within ${correction_notice?.length} working days, what to correct; the period then starts anew.`,
  },
  others: {
    zh: `需要征求第三方或者其他机关意见的，所需时间不计算在内（第三方在 ${third_party?.length} 个工作日内答复）。`,
    en: `Time for asking third parties or other organs is not counted (a third party has ${third_party?.length} working days).`,
  },
  fees: { zh: '费用', en: 'Fees' },
  feesText: {
    zh: `不收费。只有申请数量、频次明显超过合理范围的，才可以按国家规定收取信息处理费：同一申请人一个自然月内 ${free.items} 件以内、单件申请 ${free.pages} 页以内不收费。`,
    en: `Free. Only where number or frequency is plainly excessive may a handling fee be charged by national rules: up to ${free.items} requests of one applicant in a month and up to ${free.pages} pages of one request are free.`,
  },
  help: {
    zh: '阅读有困难或者有视听障碍的，请告诉工作人员，我们提供必要的帮助。',
    en: 'If you have difficulty reading, seeing or hearing, tell the staff: we will help.',
  },
  unhappy: {
    zh: '对答复不服的，可以依法投诉、申请复议或者起诉，办法写在答复里，也写在',
    en: 'If you disagree with the answer you may complain, apply for reconsideration or sue, as told in the answer and in the ',
  },
}

export async function apply(portal: Portal): Promise<Page> {
  const t = teller(portal.lang)
  const { name, about } = columns.apply
  return {
    head: headOf(portal, { title: t(name), description: t(about), column: 'apply' }),
    body: (
      <>
        <PageTitle title={t(name)} lead={t(about)} />
        <div className="apply-now">
          <p className="apply-acts">
            {portal.agency.channels.includes('online') && (
              <a className="button button-primary" href={portal.paths.online}>
                {t(words.online)}
              </a>
            )}
            <a className="button" href={portal.paths.track}>
              {t(words.track)}
            </a>
            <a href={portal.paths.mine}>{t(frameWords.mine)}</a>
          </p>
          <p>
            {t(words.onPaper)} <a href={portal.paths.form}>{t(words.print)}</a>
          </p>
        </div>
        <Steps portal={portal} />
        <section className="part" aria-labelledby="fees-title">
          <h2 id="fees-title">{t(words.fees)}</h2>
          <p>{t(words.feesText)}</p>
        </section>
        <p className="part">{t(words.help)}</p>
        <p>
          {t(words.unhappy)}
          <a href={portal.paths.guide}>{t(columns.guide.name)}</a>
          {portal.lang === 'zh' ? '里。' : '.'}
        </p>
      </>
    ),
  }
}

function Steps({ portal }: { readonly portal: Portal }) {
  const { paths, lang } = portal
  const t = teller(lang)
  return (
    <ol className="steps">
      <Step title={t(words.look)}>
        <p>
          {t(words.lookText)} <a href={paths.catalogue}>{t(words.lookIn)}</a>
        </p>
      </Step>
      <Step title={t(words.write)}>
        <ul className="bullets">
          <li>{t(words.who)}</li>
          <li>{t(words.what)}</li>
          <li>{t(words.form)}</li>
        </ul>
        <p>{t(words.noPurpose)}</p>
      </Step>
      <Step title={t(words.hand)}>
        <Channels portal={portal} />
        <p>
          <a href={paths.contact}>{t(shared.contact)}</a>
        </p>
      </Step>
      <Step title={t(words.wait)}>
        <ul className="bullets">
          <li>{t(words.answered)}</li>
          <li>{t(words.unclear)}</li>
          <li>{t(words.others)}</li>
        </ul>
      </Step>
    </ol>
  )
}

function Step({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <li>
      <h2>{title}</h2>
      {children}
    </li>
  )
}
