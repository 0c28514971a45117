/** The people of the demo, signed in by their links. */
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface SignedIn {
  readonly cookie: string
  readonly agencyId: string
  /** Of the agency, in the portal's addresses. */
  readonly slug: string
}

/** Signs in everyone of the demo to whom a link is enough, each from an address of their own. */
export async function signInAll(url: string, data: string): Promise<readonly SignedIn[]> {
  // Beside the links of the staff stand the numbers and codes of some applicants.
  const lines = readFileSync(join(data, 'demo-links.txt'), 'utf8').split('\n')
  const links = lines.filter(line => line.includes('/invitation#'))
  const all: SignedIn[] = []
  for (const [i, link] of links.entries()) {
    const token = link.slice(link.indexOf('#') + 1)
    const accepted = await fetch(`${url}/api/v1/invitations/${token}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': randomUUID(),
        'X-Forwarded-For': `192.0.2.${i + 1}`,
      },
      body: '{}',
    })
    const cookie = accepted.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const { step } = (await accepted.json()) as { step?: string }
    if (step === undefined) throw new Error(`a link of the demo was answered with ${accepted.status}`)
    if (step === 'done') all.push({ cookie, ...(await agencyOf(url, cookie)) })
  }
  if (all.length === 0) throw new Error('nobody of the demo could sign in')
  return all
}

async function agencyOf(url: string, cookie: string): Promise<{ agencyId: string; slug: string }> {
  const answer = await fetch(`${url}/api/v1/me`, { headers: { Cookie: cookie } })
  const { me } = (await answer.json()) as { me: { agency: { id: string; slug: string } } }
  return { agencyId: me.agency.id, slug: me.agency.slug }
}
