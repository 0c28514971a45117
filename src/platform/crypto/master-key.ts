/** The master key: 32 bytes outside the database, in a file or in the environment. It only wraps data keys. */
import { createHash } from 'node:crypto'
import { link, open, readFile, rm } from 'node:fs/promises'
import { codeOf, Trouble } from '../trouble.ts'
import { type Random, systemRandom } from './random.ts'

const BYTES = 32

/** The first key of the list closes; all of them open, so that a former key can go once everything is rewrapped. */
export interface MasterKeys {
  readonly current: string
  readonly secrets: ReadonlyMap<string, Uint8Array>
}

/** A new key as it stands in the file: base64url of 32 bytes. */
export function newMasterKey(random: Random = systemRandom): string {
  return Buffer.from(random(BYTES)).toString('base64url')
}

/**
 * Reads keys, one a line or separated by commas, each 32 bytes in base64, base64url or hex; `#` begins a remark.
 * A key's name is taken from the key itself, so that names cannot be mixed up. `from` is named in the error.
 */
export function parseMasterKeys(text: string, from: string): MasterKeys {
  const words = text
    .split(/[\n,]/)
    .map(line => line.replace(/#.*/, '').trim())
    .filter(line => line !== '')
  const keys = words.map(word => bytesOf(word, from)).map(secret => [nameOf(secret), secret] as const)
  const [first] = keys
  if (!first) throw new Trouble({ code: 'bad_master_key', ...noKey(from), at: from })
  return { current: first[0], secrets: new Map(keys) }
}

/** Reads the key file; makes it, readable by its owner alone, where there is none yet. Two may start at once. */
export async function openMasterKeyFile(path: string, random: Random = systemRandom): Promise<MasterKeys> {
  const there = await readIfThere(path)
  if (there !== null) return parseMasterKeys(there, path)
  await makeKeyFile(path, newMasterKey(random))
  return parseMasterKeys(await readFile(path, 'utf8'), path)
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

/** The file appears whole or not at all, and never in the place of one that another start has just made. */
async function makeKeyFile(path: string, key: string): Promise<void> {
  const draft = `${path}.${Buffer.from(systemRandom(6)).toString('hex')}`
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(
      `# 主密钥：丢失后已加密的个人信息无法恢复，请另行妥善备份 / master key: keep a copy elsewhere\n${key}\n`,
    )
    await file.sync()
    await link(draft, path)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  } finally {
    await file.close()
    await rm(draft, { force: true })
  }
}

function bytesOf(word: string, from: string): Uint8Array {
  const hex = /^[0-9a-f]{64}$/i.test(word)
  const bytes = hex || /^[\w+/-]{43}=?$/.test(word) ? Buffer.from(word, hex ? 'hex' : 'base64') : Buffer.alloc(0)
  if (bytes.length !== BYTES) throw new Trouble({ code: 'bad_master_key', ...badKey(from), at: from })
  return bytes
}

function nameOf(secret: Uint8Array): string {
  return createHash('sha256').update('gongkai master key').update(secret).digest('hex').slice(0, 16)
}

const noKey = (from: string) => ({
  says: { zh: `${from} 里没有主密钥`, en: `${from} holds no master key` },
  mend: {
    zh: '请写入一行 32 字节的 base64 或十六进制密钥，或恢复原来的文件',
    en: 'Write one line of 32 bytes in base64 or hex, or restore the former file',
  },
})
const badKey = (from: string) => ({
  says: {
    zh: `${from} 里有一行不是 32 字节的 base64 或十六进制密钥`,
    en: `A line of ${from} is not a key of 32 bytes in base64 or hex`,
  },
  mend: { zh: '请改正该行，或恢复原来的文件', en: 'Mend the line, or restore the former file' },
})
