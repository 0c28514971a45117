import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq, isNotNull, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseForTest, freshDatabase } from '../../../test/support/database.ts'
import { editionForYear } from '../../domain/report/form-cells.ts'
import type { Report } from '../../domain/report/report.ts'
import { tableOfLines } from '../../domain/report/tally.ts'
import { openPaper } from '../../features/requests/actions/keep-paper.ts'
import { requestNumber } from '../../features/requests/actions/numbers.ts'
import { setupOf } from '../../features/requests/actions/setup.ts'
import { applicant as applicantShape, paperKinds } from '../../features/requests/contract/view.ts'
import { fileOfLetter, issuedLetter } from '../../features/requests/letters/files.ts'
import { openApplicant, openParty, paperPlace } from '../../features/requests/sealed.ts'
import { columnsOf } from '../../features/requests/store/derived.ts'
import { partiesOf } from '../../features/requests/store/parties.ts'
import { codeOfNumber, keptRequest, requestById } from '../../features/requests/store/requests.ts'
import { lineCounts } from '../../features/requests/store/statistics.ts'
import { agencyKeys } from '../../kit/keys.ts'
import { agency } from '../../kit/schema/agencies.ts'
import { storedReport } from '../../kit/schema/desk.ts'
import { publication } from '../../kit/schema/publications.ts'
import { request, requestLetter, requestPaper } from '../../kit/schema/requests.ts'
import type { Services } from '../../kit/services.ts'
import { hashCode } from '../../platform/crypto/codes.ts'
import { newMasterKey, parseMasterKeys } from '../../platform/crypto/master-key.ts'
import type { Database } from '../../platform/db/connect.ts'
import { createLog } from '../../platform/log/log.ts'
import { chains, verifyChain } from '../../platform/record/chain.ts'
import { diskStore } from '../../platform/storage/disk.ts'
import { demoAgencies } from './region.ts'
import { type DemoStart, seedDemo } from './seed.ts'

async function emptyInstallation(database: Database): Promise<Services> {
  const now = () => new Date('2026-11-21T02:00:00Z')
  return {
    database,
    blobs: await diskStore(mkdtempSync(join(tmpdir(), 'gongkai-demo-')), now().getTime()),
    keys: { masters: parseMasterKeys(newMasterKey(), 'test'), suite: 'aes-256-gcm' },
    log: createLog(
      () => undefined,
      () => now().getTime(),
    ),
    now,
    random: count => crypto.getRandomValues(new Uint8Array(count)),
    publicUrl: 'http://localhost:3000',
  }
}

let services: Services
let begun: DemoStart | null
let agencies: readonly { id: string; name: string }[]

beforeAll(async () => {
  services = await emptyInstallation(await freshDatabase())
  begun = await seedDemo(services)
  agencies = await services.database.transaction('installation', tx =>
    tx.select({ id: agency.id, name: agency.name }).from(agency),
  )
})

afterAll(() => services.database.close())

const inAll = <T>(work: Parameters<typeof services.database.transaction<T>>[1]) =>
  services.database.transaction('installation', work)

describe('the demo', () => {
  it('given the applicant’s account, then it holds the requests worth following of every agency', async () => {
    const owned = await inAll(tx => tx.select().from(request).where(isNotNull(request.accountId)))
    expect(new Set(owned.map(({ number }) => number))).toEqual(new Set(begun?.followed.map(({ number }) => number)))
    expect(new Set(owned.map(({ accountId }) => accountId)).size).toBe(1)
    const names = await inAll(async tx => {
      const found: string[] = []
      for (const { agencyId, id, applicant } of owned)
        found.push(openApplicant(await agencyKeys(tx, services.keys, agencyId), id, applicant).name)
      return new Set(found)
    })
    expect([...names]).toEqual([begun?.applicant.name])
    expect(begun?.applicant.link).toMatch(/^http:\/\/localhost:3000\/a\/xzf\/apply\/account\/link\/[\w-]{43}$/)
  })

  it('given an empty installation, when it is filled, then everybody has a link and every chain holds', async () => {
    expect(begun?.links).toHaveLength(demoAgencies.flatMap(({ people }) => people).length)
    expect(new Set(begun?.links.map(({ link }) => link)).size).toBe(begun?.links.length)
    await inAll(async tx => {
      for (const id of await chains(tx)) expect((await verifyChain(tx, id)).broken).toBeNull()
      const { rows } = await tx.execute(
        sql`SELECT count(*)::int AS kept, sum(jsonb_array_length(findings))::int AS found FROM stored_report`,
      )
      expect(rows).toEqual([{ kept: 10, found: 0 }])
    })
  })

  it('given the published reports, then table 三 of each is what the record counts, and years join (D§3.7)', async () => {
    expect(agencies).toHaveLength(5)
    for (const { id } of agencies) {
      const reports = await inAll(tx =>
        tx.select().from(storedReport).where(eq(storedReport.agencyId, id)).orderBy(storedReport.year),
      )
      expect(reports.map(({ year }) => year)).toEqual([2024, 2025])
      for (const { year, report } of reports) {
        const counts = await inAll(tx => lineCounts(tx, [id], { from: `${year}-01-01`, until: `${year}-12-31` }))
        expect(tableOfLines(counts, editionForYear(year))).toEqual((report as Report).tables.requests)
      }
      const [former, next] = reports.map(({ report }) => (report as Report).tables.requests)
      expect(next?.carried_in).toEqual(former?.carried_out)
    }
  })

  it('given what is kept, then each row is what its case derives to, and what is sealed opens', async () => {
    for (const { id } of agencies) {
      const setup = await inAll(tx => setupOf({ tx, services, now: services.now() }, id))
      const rows = await inAll(tx => tx.select().from(request).where(eq(request.agencyId, id)))
      expect(rows.length).toBeGreaterThan(10)
      for (const row of rows) {
        const kept = keptRequest(row)
        expect(row).toMatchObject(JSON.parse(JSON.stringify(columnsOf(kept.case, setup))))
        const opened = applicantShape.parse(openApplicant(setup.keys, row.id, row.applicant))
        expect(row.applicantMask).not.toBe(opened.name)
        const parties = await inAll(tx => partiesOf(tx, id, row.id))
        expect(parties.map(party => party.id)).toEqual(
          expect.arrayContaining(kept.case.consultations.map(({ partyId }) => partyId)),
        )
        for (const party of parties) expect(openParty(setup.keys, party.id, party.party).name).toContain('示例县')
      }
    }
  })

  it('given accepted proposals, then each has one draft to publish, without a word of who asked (条例44, 15)', async () => {
    const began = await inAll(tx => tx.select().from(publication))
    const rows = await inAll(tx => tx.select().from(request))
    const outcomes = rows.map(row => keptRequest(row).case).flatMap(of => of.proposal?.outcome ?? [])
    const ids = outcomes.flatMap(({ accepted, publicationId }) => (accepted ? [publicationId] : []))
    expect(ids.length).toBeGreaterThan(0)
    expect(began.map(({ id }) => id).toSorted()).toEqual(ids.toSorted())
    for (const { agencyId, requestId, body } of began) {
      const of = rows.find(({ id }) => id === requestId)
      const setup = await inAll(tx => setupOf({ tx, services, now: services.now() }, agencyId))
      const who = applicantShape.parse(openApplicant(setup.keys, requestId ?? '', of?.applicant ?? ''))
      for (const told of [who.name, who.phone || who.name]) expect(JSON.stringify(body)).not.toContain(told)
    }
  })

  it('given the letters, then each issued opens as what was issued, with number and day, and is a file when asked for', async () => {
    const kinds = new Set<string>()
    for (const { id } of agencies) {
      const setup = await inAll(tx => setupOf({ tx, services, now: services.now() }, id))
      const rows = await inAll(tx => tx.select().from(requestLetter).where(eq(requestLetter.agencyId, id)))
      const cases = await inAll(tx => tx.select().from(request).where(eq(request.agencyId, id)))
      const entries = cases.flatMap(row => keptRequest(row).case.letters)
      expect(rows.map(row => row.id).toSorted()).toEqual(entries.map(letter => letter.id).toSorted())
      for (const row of rows) {
        const entry = entries.find(letter => letter.id === row.id)
        const letter = issuedLetter(setup, row)
        const isIssued = entry?.letter === 'D15' || entry?.issued != null
        expect(letter !== null, `${entry?.letter} ${entry?.state}`).toBe(isIssued)
        if (!letter) continue
        expect(letter).toMatchObject({ id: row.letter, number: letter.number && entry?.number })
        if (entry?.issued) expect(letter.date).toBe(entry.issued.on)
        if (kinds.has(row.letter)) continue
        kinds.add(row.letter)
        const file = await inAll(tx => fileOfLetter({ tx, services, now: services.now() }, setup, row, 'docx'))
        expect(file?.name).toContain(letter.title.kind)
        expect(
          Buffer.from(file?.bytes ?? [])
            .subarray(0, 2)
            .toString(),
        ).toBe('PK')
      }
    }
    expect(kinds.size).toBeGreaterThanOrEqual(32)
  })

  it('given the papers beside requests, then each opens and is what its row says', async () => {
    const papers = await inAll(tx => tx.select().from(requestPaper))
    expect(papers.length).toBeGreaterThan(3)
    for (const row of papers) {
      const { keys } = await inAll(tx => setupOf({ tx, services, now: services.now() }, row.agencyId))
      expect(paperPlace(row.id).row).toBe(row.id)
      expect((await openPaper(services, keys, row)).length).toBe(row.size)
      expect(Object.keys(paperKinds)).toContain(row.kind)
    }
  })

  it('given one request of each agency to follow, then number and code are those kept, of this installation alone', async () => {
    expect(begun?.followed.map(({ agency: name }) => name)).toEqual(demoAgencies.map(({ name }) => name))
    for (const { agency: name, number, code, state } of begun?.followed ?? []) {
      const id = agencies.find(one => one.name === name)?.id ?? ''
      const there = await inAll(tx => codeOfNumber(tx, id, number))
      const kept = await inAll(tx => requestById(tx, id, there?.id ?? ''))
      expect(kept).toMatchObject({ codeHash: hashCode(code), case: { number, state } })
    }
    const other = await seedDemo(await emptyInstallation(await databaseForTest()))
    const codes = (start: DemoStart | null) => start?.followed.map(({ code }) => code) ?? []
    expect(codes(other)).not.toEqual(codes(begun))
    expect(other?.followed.map(({ number }) => number)).toEqual(begun?.followed.map(({ number }) => number))
  })

  it('given the next request comes in, then its number is one nobody has', async () => {
    for (const { id } of agencies) {
      const number = await inAll(async tx => {
        const setup = await setupOf({ tx, services, now: services.now() }, id)
        return requestNumber(tx, setup)
      })
      expect(await inAll(tx => codeOfNumber(tx, id, number))).toBeNull()
    }
  })

  it('given an installation with an agency, when it is to be filled, then nothing is touched', async () => {
    expect(await seedDemo(services)).toBeNull()
  })
})
