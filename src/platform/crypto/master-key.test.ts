import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newMasterKey, openMasterKeyFile, parseMasterKeys } from './master-key.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'key '))
})
afterEach(() => rm(folder, { recursive: true }))

describe('the key file', () => {
  test('given none, when it is opened, then it is made for its owner alone and read the same again', async () => {
    const path = join(folder, '主密钥')
    const made = await openMasterKeyFile(path)
    expect(await openMasterKeyFile(path)).toEqual(made)
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect(await readdir(folder)).toEqual(['主密钥'])
  })

  test('given many starts at once, then all have the same key', async () => {
    const path = join(folder, 'master.key')
    const all = await Promise.all(Array.from({ length: 8 }, () => openMasterKeyFile(path)))
    expect(new Set(all.map(keys => keys.current)).size).toBe(1)
    expect(await readdir(folder)).toEqual(['master.key'])
  })

  test('given an emptied one, then it is not made anew but refused: values are sealed under the former', async () => {
    const path = join(folder, 'master.key')
    await writeFile(path, '')
    await expect(openMasterKeyFile(path)).rejects.toMatchObject({ code: 'bad_master_key' })
  })
})

describe('keys as text', () => {
  test('the first closes, all open; hex, base64 and base64url are the same key', () => {
    const key = newMasterKey()
    const bytes = Buffer.from(key, 'base64url')
    const keys = parseMasterKeys(`# new\n${bytes.toString('hex')} # since May\n\n${newMasterKey()}`, 'env')
    expect(keys.secrets.size).toBe(2)
    expect(keys.current).toBe(parseMasterKeys(key, 'env').current)
    expect(keys.current).toBe(parseMasterKeys(`${bytes.toString('base64')},${newMasterKey()}`, 'env').current)
  })

  test('its name gives nothing of it away', () => {
    const key = newMasterKey()
    const { current } = parseMasterKeys(key, 'env')
    expect(Buffer.from(key, 'base64url').toString('hex')).not.toContain(current)
  })

  test.each(['', '# only a remark', 'secret', 'abcd'.repeat(5), newMasterKey().slice(1), `${newMasterKey()}AAAA`])(
    '%j is refused, naming the place and not the text',
    text => {
      const read = () => parseMasterKeys(text, 'GONGKAI_MASTER_KEY')
      expect(read).toThrow(/GONGKAI_MASTER_KEY/)
      if (text.length > 3 && !text.startsWith('#')) expect(read).not.toThrow(text)
    },
  )
})
