import { expect, test } from 'vitest'
import { wanted, zhang } from '../../../../test/support/request-office.ts'
import { identityKinds, personalIdentity } from '../../../domain/request/intake/fields.ts'
import { applicantFacts } from './facts.ts'

const kinds = Object.keys(personalIdentity) as (keyof typeof personalIdentity)[]

test.each(kinds)(
  'given %s, then a letter calls the document as the form of application does (条例29)',
  identityType => {
    const { identityKind } = applicantFacts({ wanted }, { ...zhang, identityType })
    expect(identityKind).toBe(identityKinds[identityType].zh)
  },
)

test('given an organisation, then no document of a person is told, but its credit code (条例29)', () => {
  const number = '91110000100000000X'
  const firm = { ...zhang, kind: 'business', identityType: 'credit_code', identityNumber: number } as const
  const told = applicantFacts({ wanted }, firm)
  expect(told).toMatchObject({ creditCode: number })
  expect(told.identityKind).toBeUndefined()
})
