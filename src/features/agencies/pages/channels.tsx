/** How a request can be handed in here, and which day counts as its receipt. */
import type { ReactNode } from 'react'
import { offeredChannels } from '../../../domain/agency/guide/applying.ts'
import type { GuideOffice } from '../../../domain/agency/guide/facts.ts'
import { type Channel, type ChannelId, channels } from '../../../law/channels.ts'
import { teller } from '../../../ui/messages.ts'
import type { Portal } from '../portal/portal.ts'

const words = {
  channel: { zh: '渠道', en: 'Channel' },
  where: { zh: '交到哪里', en: 'Where' },
  received: { zh: '哪一天算收到', en: 'Received on' },
  submitted: { zh: '提交之日', en: 'the day you hand it in' },
  signed: { zh: '本机关签收之日', en: 'the day it is signed for' },
  confirmed: { zh: '工作机构与您确认之日', en: 'the day the office confirms it with you' },
  sameDay: { zh: '（收到当天就会联系确认）', en: ' (you are called the day it arrives)' },
  assisted: {
    zh: '书面填写确有困难的，到这里口头提出，由工作人员代填',
    en: 'If writing is hard, ask here in person and the staff fill in the form',
  },
  asAbove: { zh: '同上', en: 'As above' },
  ask: { zh: '请打电话向工作机构询问', en: 'Ask the office by telephone' },
  online: { zh: '打开网上申请', en: 'Apply online' },
}

export function Channels({ portal }: { readonly portal: Portal }) {
  const { agency, lang } = portal
  const t = teller(lang)
  return (
    <table className="sheet-table stacked channels">
      <thead>
        <tr>
          <th scope="col">{t(words.channel)}</th>
          <th scope="col">{t(words.where)}</th>
          <th scope="col">{t(words.received)}</th>
        </tr>
      </thead>
      <tbody>
        {offeredChannels(agency.channels).map(id => {
          const channel: Channel = channels[id]
          return (
            <tr key={id}>
              <th scope="row">{t(channel.label)}</th>
              <td data-label={t(words.where)}>{where(id, portal, t)}</td>
              <td data-label={t(words.received)}>
                {t(words[channel.receivedWhen])}
                {channel.confirmSameDay && t(words.sameDay)}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function where(id: ChannelId, { agency, paths }: Portal, t: ReturnType<typeof teller>): ReactNode {
  const { office }: { readonly office: GuideOffice } = agency
  const letter = `${office.postcode} ${office.post ?? office.address} ${office.name}`
  const places: Readonly<Record<ChannelId, ReactNode>> = {
    in_person: `${office.address}，${office.hours}`,
    oral_assisted: t(words.assisted),
    mail_signed: letter,
    mail_plain: t(words.asAbove),
    misaddressed: letter,
    online: <a href={paths.online}>{t(words.online)}</a>,
    fax: office.fax ?? t(words.ask),
    email: office.email === null ? t(words.ask) : <a href={`mailto:${office.email}`}>{office.email}</a>,
    other: t(words.ask),
  }
  return places[id]
}
