/** How to reach the office: what 条例12 wants told, the ways to apply, and where to report a mistake. */
import { teller } from '../../../ui/messages.ts'
import { headOf } from '../portal/frame.ts'
import type { Page, Portal } from '../portal/portal.ts'
import { columns, shared } from '../portal/words.ts'
import { Channels } from './channels.tsx'
import { Facts, PageTitle } from './parts.tsx'

const words = {
  lead: {
    zh: '政府信息公开工作机构负责受理申请、解答咨询和更新公开内容。',
    en: 'The disclosure office takes requests, answers questions and keeps what is published up to date.',
  },
  name: { zh: '工作机构', en: 'Office' },
  address: { zh: '办公地址', en: 'Address' },
  hours: { zh: '办公时间', en: 'Hours' },
  telephone: { zh: '联系电话', en: 'Telephone' },
  fax: { zh: '传真', en: 'Fax' },
  email: { zh: '电子邮箱', en: 'E-mail' },
  post: { zh: '通信地址', en: 'Postal address' },
  postcode: { zh: '邮政编码', en: 'Postcode' },
  how: { zh: '怎样提出申请', en: 'How to apply' },
  more: { zh: '申请要写什么、多久答复、怎样收费，见', en: 'What to write, when it is answered and what it costs: ' },
  complain: { zh: '投诉和举报', en: 'Complaints' },
  complainTo: (name: string, telephone: string | null) => ({
    zh: `认为本机关没有依法公开或者答复的，可以向${name}${telephone ? `（电话 ${telephone}）` : ''}投诉、举报。`,
    en: `If this agency fails to publish or to answer as the law requires, complain to ${name}${telephone ? ` (telephone ${telephone})` : ''}.`,
  }),
  supervisor: { zh: '政府信息公开工作主管部门', en: 'the supervisor of disclosure work' },
  mend: { zh: '我为政府网站找错', en: 'Report a mistake on this site' },
  mendText: {
    zh: '发现网页内容有误、链接打不开或者页面显示不正常，请打电话或者发邮件告诉我们，并说明网页的地址。',
    en: 'If something on a page is wrong, a link is dead or a page looks broken, call or write to us and name its address.',
  },
}

export async function contact(portal: Portal): Promise<Page> {
  const { lang, agency, paths } = portal
  const t = teller(lang)
  const { supervisor } = agency
  return {
    head: headOf(portal, { title: t(shared.contact), description: `${agency.name} ${t(shared.contact)}` }),
    body: (
      <>
        <PageTitle title={t(shared.contact)} lead={t(words.lead)} />
        <Office portal={portal} />
        <section className="part" aria-labelledby="how-title">
          <h2 id="how-title">{t(words.how)}</h2>
          <Channels portal={portal} />
          <p>
            {t(words.more)}
            <a href={paths.apply}>{t(columns.apply.name)}</a>
          </p>
        </section>
        <section className="part" aria-labelledby="complain-title">
          <h2 id="complain-title">{t(words.complain)}</h2>
          <p>{t(words.complainTo(supervisor?.name ?? t(words.supervisor), supervisor?.telephone ?? null))}</p>
        </section>
        <section className="part" aria-labelledby="mend">
          <h2 id="mend">{t(words.mend)}</h2>
          <p>{t(words.mendText)}</p>
        </section>
      </>
    ),
  }
}

function Office({ portal: { agency, lang } }: { readonly portal: Portal }) {
  const t = teller(lang)
  const { office } = agency
  return (
    <Facts
      facts={[
        { label: t(words.name), value: office.name },
        { label: t(words.address), value: office.address },
        { label: t(words.hours), value: office.hours },
        { label: t(words.telephone), value: office.telephone },
        { label: t(words.fax), value: office.fax ?? t(shared.none) },
        {
          label: t(words.email),
          value: office.email === null ? t(shared.none) : <a href={`mailto:${office.email}`}>{office.email}</a>,
        },
        { label: t(words.post), value: office.post ?? office.address },
        { label: t(words.postcode), value: office.postcode },
      ]}
    />
  )
}
