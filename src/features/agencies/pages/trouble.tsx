/** Pages for what is not there and for what went wrong: what happened, and the ways on. */
import { teller } from '../../../ui/messages.ts'
import { headOf } from '../portal/frame.ts'
import type { Page, Portal } from '../portal/portal.ts'
import { columns, shared } from '../portal/words.ts'

const words = {
  missing: { zh: '没有这个页面', en: 'No such page' },
  missingText: {
    zh: '地址可能有误，或者内容已经移走、撤下。可以用上面的搜索框查找，或者从下面进入：',
    en: 'The address may be wrong, or the page was moved or taken down. Search above, or go on from here:',
  },
  fault: { zh: '系统出了差错', en: 'Something went wrong here' },
  faultText: (name: string) => ({
    zh: `这不是您的操作造成的，请稍后再试。如果仍然不行，请打电话告诉我们这个编号：${name}。`,
    en: `This is not your doing. Try again later; if it persists, call us and give this number: ${name}.`,
  }),
  call: (telephone: string) => ({ zh: `工作机构电话：${telephone}`, en: `Telephone of the office: ${telephone}` }),
}

export function missingPage(portal: Portal): Page {
  const t = teller(portal.lang)
  return trouble(portal, t(words.missing), t(words.missingText))
}

export function faultPage(portal: Portal, name: string): Page {
  const t = teller(portal.lang)
  return trouble(portal, t(words.fault), t(words.faultText(name)))
}

function trouble(portal: Portal, title: string, text: string): Page {
  const { paths, agency, lang } = portal
  const t = teller(lang)
  const ways = [
    { href: paths.home, label: t(shared.home) },
    { href: paths.map, label: t(shared.siteMap) },
    { href: paths.apply, label: t(columns.apply.name) },
    { href: paths.contact, label: t(shared.contact) },
  ]
  return {
    head: headOf(portal, { title, unlisted: true }),
    body: (
      <div className="trouble">
        <h1>{title}</h1>
        <p>{text}</p>
        <ul className="ways">
          {ways.map(({ href, label }) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
        <p>{t(words.call(agency.office.telephone))}</p>
      </div>
    ),
  }
}
