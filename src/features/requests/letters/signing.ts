/**
 * Signatures beside issued letters. The seal's picture is printed when a letter is issued; its file is signed afterwards,
 * outside every transaction, as whoever signs may be slow or away. Until then the letter stands, unsigned: it can be
 * printed, and it leaves electronically only once it is signed.
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { record } from '../../../kit/record.ts'
import type { Services } from '../../../kit/services.ts'
import { instant, said } from '../../../kit/shapes.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import { uuidOf } from '../../../platform/db/uuid7.ts'
import { enqueue, type Send } from '../../../platform/record/outbox.ts'
import { type Sentence, Trouble, withMend } from '../../../platform/trouble.ts'
import { openPaper } from '../actions/keep-paper.ts'
import { setupOf } from '../actions/setup.ts'
import { type LetterRow, letterById, saveSignature } from '../store/letters.ts'
import { paperById } from '../store/papers.ts'
import { holdRequest, requestById } from '../store/requests.ts'
import { subjectOf } from '../store/timeline.ts'

const keptShape = z.discriminatedUnion('state', [
  /** `trouble`: why the last attempt was in vain, with the mend. */
  z.object({ state: z.literal('waiting'), trouble: said.nullable() }),
  z.object({
    state: z.literal('signed'),
    algorithm: z.string(),
    value: z.string(),
    certificate: z.string(),
    /** Of the file that was signed, as PDF. */
    sha256: z.string(),
    at: instant,
  }),
])
export type KeptSignature = z.output<typeof keptShape>

/** Null where the letter is not to be signed. */
export function signatureOf({ signature }: Pick<LetterRow, 'signature'>): KeptSignature | null {
  return signature === null ? null : keptShape.parse(signature)
}

export function waitsForSignature(row: Pick<LetterRow, 'signature'>): boolean {
  return signatureOf(row)?.state === 'waiting'
}

const shape = z.object({ requestId: z.uuid(), letterId: z.uuid(), pdfId: z.uuid() })
type ToSign = z.output<typeof shape> & { readonly agencyId: string }

/** Asks for the signature of the file just made. Gives what is kept of it until then. */
export async function askSignature(tx: Tx, { agencyId, ...payload }: ToSign, now: Date): Promise<KeptSignature> {
  const message = { agencyId, id: uuidOf('signature', payload.pdfId), kind: 'signature' }
  await enqueue(tx, { ...message, subject: subjectOf(payload.requestId), payload }, now)
  return { state: 'waiting', trouble: null }
}

/** Acts of the kind `signature`. */
export function letterSigner(services: Services): Send {
  return async ({ agencyId, payload }) => {
    const asked: ToSign = { agencyId, ...shape.parse(payload) }
    const bytes = await services.database.transaction({ agency: agencyId }, tx => fileToSign(tx, services, asked))
    // Recalled, or made anew meanwhile: nobody needs it.
    if (!bytes) return { sent: false, why: 'not_to_sign' }
    const signature = await signed(services, asked, bytes)
    await enterSigned(services, asked, signature)
    const { algorithm, sha256 } = signature
    return { sent: true, algorithm, sha256 }
  }
}

async function fileToSign(
  tx: Tx,
  services: Services,
  { agencyId, requestId, letterId, pdfId }: ToSign,
): Promise<Buffer | null> {
  const kept = await requestById(tx, agencyId, requestId)
  const row = await letterById(tx, agencyId, requestId, letterId)
  const state = kept?.case.letters.find(({ id }) => id === letterId)?.state
  if (!row || row.pdfId !== pdfId || !waitsForSignature(row)) return null
  if (state === undefined || state === 'recalled' || state === 'discarded') return null
  const paper = await paperById(tx, agencyId, requestId, pdfId)
  if (!paper) return null
  const { keys } = await setupOf({ tx, now: services.now(), services }, agencyId)
  return openPaper(services, keys, paper)
}

type Signed = Extract<KeptSignature, { state: 'signed' }>

/** What went wrong is kept with the letter, for whoever looks at it; then it is tried again. */
async function signed({ sealer, database, now }: Services, asked: ToSign, bytes: Uint8Array): Promise<Signed> {
  try {
    const made = sealer?.signs ? await sealer.sign(bytes) : null
    if (made === null) throw new Trouble(noSigner)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return { state: 'signed', ...made, sha256, at: now().toISOString() }
  } catch (error) {
    const trouble = troubleOf(error)
    await database.transaction({ agency: asked.agencyId }, tx =>
      saveSignature(tx, asked, { state: 'waiting', trouble }),
    )
    throw error
  }
}

async function enterSigned(services: Services, asked: ToSign, signature: Signed): Promise<void> {
  const { agencyId, requestId, letterId } = asked
  const { database, now } = services
  await database.transaction({ agency: agencyId }, async tx => {
    await holdRequest(tx, agencyId, requestId)
    if (!(await saveSignature(tx, asked, signature))) return
    const { algorithm, sha256 } = signature
    const entry = { subject: subjectOf(requestId), data: { letterId, algorithm, sha256 } }
    await record(tx, services, [entry], { now: now(), actor: 'job:seal', agencyId, kind: 'requests.signLetter' })
  })
}

function troubleOf(error: unknown): Sentence {
  if (error instanceof Trouble) return withMend(error.says, error.mend)
  const why = error instanceof Error ? error.message.slice(0, 200) : String(error).slice(0, 200)
  return withMend({ zh: `电子签名没有完成（${why}）。`, en: `The signature was not made (${why}).` }, mend)
}

const mend: Sentence = {
  zh: '系统会自动重试；请检查印章服务。急需送达的，可以打印后加盖实物印章，邮寄或者当面送达。',
  en: 'It is tried again by itself; check the provider of the seal. What cannot wait may be printed, stamped by hand and sent by post or handed over.',
}

const noSigner = {
  code: 'no_signer',
  says: { zh: '现在没有配置电子签名。', en: 'No signature is set up now.' },
  mend: {
    zh: '请恢复 GONGKAI_SEAL 的设置；或者打印后加盖实物印章，邮寄或者当面送达。',
    en: 'Set GONGKAI_SEAL as before; or print the letter, stamp it by hand and send it by post or hand it over.',
  },
}

export interface ShownSignature {
  /** `broken`: the file or the signature is not what it was, or this installation does not trust its key, present or former. */
  readonly state: 'waiting' | 'holds' | 'broken'
  readonly at: string | null
  readonly algorithm: string | null
  readonly certificate: string | null
  readonly trouble: Sentence | null
}

/** The signature as pages show it: held against the file each time. Null where there is to be none. */
export async function shownSignature(
  { sealer }: Pick<Services, 'sealer'>,
  row: LetterRow | null,
  file: () => Promise<Uint8Array | null>,
): Promise<ShownSignature | null> {
  const kept = row && signatureOf(row)
  if (!kept) return null
  if (kept.state === 'waiting') return { ...kept, at: null, algorithm: null, certificate: null }
  const { at, algorithm, certificate } = kept
  const bytes = await file()
  const holds = bytes !== null && sealer !== undefined && (await sealer.verify(bytes, kept))
  return { state: holds ? 'holds' : 'broken', at, algorithm, certificate, trouble: null }
}
