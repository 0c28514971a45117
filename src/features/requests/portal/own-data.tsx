/** All that is kept of an applicant, whole, in words; the same as the file beside it. */

import type { ReactNode } from 'react'
import type { Said } from '../../../domain/kernel/lang.ts'
import { intakeFields, personalIdentity } from '../../../domain/request/intake/fields.ts'
import { requestKinds } from '../../../domain/request/states.ts'
import { deliveryForms, deliveryRoutes } from '../../../domain/request/vocabulary.ts'
import { applicantKinds } from '../../../law/applicants.ts'
import { channels } from '../../../law/channels.ts'
import { shanghaiMinute } from '../../../ui/day.ts'
import { Isolated } from '../../../ui/isolated.tsx'
import { type Teller, teller } from '../../../ui/messages.ts'
import type { OwnData } from '../contract/own-data.ts'
import { paperKinds } from '../contract/view.ts'
import { Part } from './case.tsx'
import { ownWords as words } from './own-words.ts'
import type { Visit } from './site.ts'
import { caseWords } from './words.ts'

interface Props {
  readonly visit: Visit
  readonly data: OwnData
}

type Fact = readonly [Said, string | null]

export function OwnDataPage({ visit: { host, paths }, data }: Props) {
  const t = teller(host.lang)
  const { retention } = data
  return (
    <>
      <div className="page-head">
        <p className="apply-step">{data.number}</p>
        <h1>{t(words.title)}</h1>
        <p className="lead">{t(words.lead(data.agency))}</p>
        <p>{t(words.kept(retention.years, retention.until))}</p>
      </div>
      <p className="apply-acts">
        <a className="button button-primary" href={paths.ownDataFile} download>
          {t(words.file)}
        </a>
        <a href={paths.case}>{t(words.back)}</a>
      </p>
      <Facts id="own-applicant" title={words.applicant} facts={applicantFacts(data, t)} t={t} />
      <Facts id="own-request" title={words.request} facts={requestFacts(data, t)} t={t} />
      <Facts id="own-said" title={words.said} facts={saidFacts(data)} t={t} />
      <Listed id="own-papers" title={words.papers} t={t}>
        {data.papers.map(({ kind, name, size, at, sha256 }) => (
          <li key={`${at}${sha256}`}>
            {t(paperKinds[kind])}：<Isolated>{name}</Isolated>（{Math.ceil(size / 1024)} KB，{shanghaiMinute(at)}）
          </li>
        ))}
      </Listed>
      <Listed id="own-seen" title={words.seen} t={t}>
        {data.seen.map(at => (
          <li key={at}>
            <time dateTime={at}>{shanghaiMinute(at)}</time>
          </li>
        ))}
      </Listed>
    </>
  )
}

function applicantFacts({ applicant }: OwnData, t: Teller): readonly Fact[] {
  const { kind, name, identityType, identityNumber, phone, email, fax, address, postcode, employer, agent } = applicant
  const field = (id: keyof typeof intakeFields) => intakeFields[id].label
  return [
    [words.kind, t(applicantKinds[kind].label)],
    [words.name, name],
    ...proofOf(identityType, identityNumber, ['identityType', 'identityNumber'], t),
    [field('representative'), applicant.representative],
    [field('contact'), applicant.contact],
    [field('phone'), phone],
    [field('email'), email],
    [field('fax'), fax],
    [field('address'), address],
    [field('postcode'), postcode],
    [field('employer'), employer],
    ...(agent
      ? ([
          [field('agentName'), agent.name],
          ...proofOf(agent.identityType, agent.identityNumber, ['agentIdentityType', 'agentIdentityNumber'], t),
          [field('agentPhone'), agent.phone],
        ] as const)
      : []),
  ]
}

type Proof = OwnData['applicant']['identityType']
type ProofFields = readonly [keyof typeof intakeFields, keyof typeof intakeFields]

function proofOf(type: Proof, number: string, [typeField, numberField]: ProofFields, t: Teller): readonly Fact[] {
  if (type === 'credit_code') return [[intakeFields.creditCode.label, number]]
  return [
    [intakeFields[typeField].label, t(personalIdentity[type])],
    [intakeFields[numberField].label, number],
  ]
}

function requestFacts({ request }: OwnData, t: Teller): readonly Fact[] {
  const { kind, channel, wanted, submittedOn, receivedOn, endedOn } = request
  const field = (id: keyof typeof intakeFields) => intakeFields[id].label
  return [
    [words.request, t(requestKinds[kind])],
    [words.channel, t(channels[channel].label)],
    [field('title'), wanted.title],
    [field('documentNumber'), wanted.documentNumber],
    [field('indexNumber'), wanted.indexNumber],
    [field('features'), wanted.features],
    [field('form'), t(deliveryForms[wanted.form])],
    [field('route'), t(deliveryRoutes[wanted.route])],
    [field('help'), wanted.help],
    [words.submittedOn, submittedOn],
    [caseWords.received, receivedOn],
    [words.endedOn, endedOn],
  ]
}

function saidFacts({ said }: OwnData): readonly Fact[] {
  const told = (entry: OwnData['said']['reasons']) => entry && `${entry.on} ${entry.text}`
  return [
    [words.correction, told(said.correction)],
    [words.reasons, told(said.reasons)],
    [words.payment, told(said.payment)],
  ]
}

interface FactsProps {
  readonly id: string
  readonly title: Said
  readonly facts: readonly Fact[]
  readonly t: Teller
}

function Facts({ id, title, facts, t }: FactsProps) {
  return (
    <Part id={id} title={t(title)}>
      <dl className="facts">
        {facts.map(([label, value]) => (
          <div key={label.zh}>
            <dt>{t(label)}</dt>
            <dd className="as-typed">{value === null || value === '' ? t(words.none) : value}</dd>
          </div>
        ))}
      </dl>
    </Part>
  )
}

interface ListedProps {
  readonly id: string
  readonly title: Said
  readonly t: Teller
  readonly children: readonly ReactNode[]
}

function Listed({ id, title, t, children }: ListedProps) {
  return (
    <Part id={id} title={t(title)}>
      {children.length === 0 ? <p className="nothing">{t(words.none)}</p> : <ul className="bullets">{children}</ul>}
    </Part>
  )
}
