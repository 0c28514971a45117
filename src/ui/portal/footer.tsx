/** The foot of a government page (D§7.3): who runs it, its codes, site map, and where to report a mistake. */
import { Icon } from '../icon.tsx'
import { teller } from '../messages.ts'
import type { Imprint, PortalFrame } from './frame.ts'
import { frameWords } from './words.ts'

/** Where the registers of sites can be asked. */
const icpRegister = 'https://beian.miit.gov.cn/'
const policeRegister = 'https://beian.mps.gov.cn/'

export function Footer({ frame }: { readonly frame: PortalFrame }) {
  const t = teller(frame.lang)
  const { imprint, siteMap, feed } = frame
  return (
    <footer className="portal-footer">
      <div className="portal-footer-inner">
        <ul className="footer-links">
          {siteMap && (
            <li>
              <a href={siteMap.href}>{siteMap.label}</a>
            </li>
          )}
          {imprint && (
            <li>
              <a href={imprint.mend.href}>{imprint.mend.label}</a>
            </li>
          )}
          {feed && (
            <li>
              <a href={feed.href}>
                <Icon name="feed" /> {feed.label}
              </a>
            </li>
          )}
        </ul>
        {imprint && <Facts imprint={imprint} frame={frame} />}
        <p className="footer-claim">{t(frameWords.noThirdParty)}</p>
      </div>
    </footer>
  )
}

function Facts({ imprint, frame }: { readonly imprint: Imprint; readonly frame: PortalFrame }) {
  const t = teller(frame.lang)
  const facts = [
    { label: t(frameWords.host), value: imprint.host },
    { label: t(frameWords.address), value: imprint.address },
    { label: t(frameWords.telephone), value: imprint.telephone },
    { label: t(frameWords.siteCode), value: imprint.siteCode },
  ]
  return (
    <>
      <dl className="footer-facts">
        {facts.map(
          ({ label, value }) =>
            value && (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {(imprint.icp || imprint.police) && (
        <p className="footer-registers">
          {imprint.icp && (
            <a href={icpRegister} rel="noopener">
              {imprint.icp}
            </a>
          )}
          {imprint.police && (
            <a href={policeRegister} rel="noopener">
              {imprint.police}
            </a>
          )}
        </p>
      )}
    </>
  )
}
