import { sm2 } from 'sm-crypto-v2'
import { describe, expect, test } from 'vitest'
import { demoSealer } from './demo.ts'
import { newSm2Keys, signMessage, sm2Algorithm, sm2Sealer, verifyMessage } from './sm2.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

/** GB/T 32918.5-2017, appendix A: the example of the recommended curve. */
const example = {
  message: bytes('message digest'),
  privateKey: '3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8',
  publicKey:
    '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13',
  k: 0x59276e27d506861a16680f3ad9c02dccef3cc1fa3cdbe4ce6d54b80deac1bc21n,
  x1: 0x04ebfc718e8d1798620432268e77feb6415e2ede0e073c0f4f640ecd2e149a73n,
  r: 'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3',
  s: 'b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa',
}
const der = `3046022100${example.r}022100${example.s}`

describe('SM2 as the standard has it (GB/T 32918.5)', () => {
  test('the signature of the example is accepted', () => {
    expect(verifyMessage(example.message, der, example.publicKey)).toBe(true)
  })

  test('with the random number of the example the library makes that very signature', () => {
    const { k, x1, privateKey, publicKey } = example
    const made = sm2.doSignature(example.message, privateKey, {
      hash: true,
      der: true,
      publicKey,
      pointPool: [{ k, x1 }],
    })
    expect(made).toBe(der)
  })

  test.each([
    ['another message', bytes('message digesT'), der],
    ['another signature', example.message, der.replace('aa29df', 'aa29de')],
    ['half a signature', example.message, der.slice(0, 60)],
    ['no signature', example.message, 'ff'],
    ['what is not hexadecimal', example.message, 'signature'],
  ])('%s is refused', (_name, message, value) => {
    expect(verifyMessage(message, value, example.publicKey)).toBe(false)
  })
})

describe('a file signed beside it', () => {
  const keys = newSm2Keys()
  const sealer = sm2Sealer({ keys, sealImage: async () => null })
  const file = bytes('%PDF-1.7 …')

  test('verifies under the key that signed it, and names its algorithm', async () => {
    const signature = await sealer.sign(file)
    expect(signature?.algorithm).toBe(sm2Algorithm)
    expect(signature && (await sealer.verify(file, signature))).toBe(true)
  })

  test('does not when one byte of it changed, when another key signed, or when the algorithm is another', async () => {
    const signature = await sealer.sign(file)
    const other = await sm2Sealer({ keys: newSm2Keys(), sealImage: async () => null }).sign(file)
    if (!signature || !other) throw new Error('nothing was signed')
    expect(await sealer.verify(bytes('%PDF-1.6 …'), signature)).toBe(false)
    expect(await sealer.verify(file, other)).toBe(false)
    expect(await sealer.verify(file, { ...other, certificate: keys.publicKey })).toBe(false)
    expect(await sealer.verify(file, { ...signature, algorithm: 'rsa' })).toBe(false)
  })

  test('given the key was changed, then what the former one signed holds where it is told, and under no other key', async () => {
    const signature = await sealer.sign(file)
    if (!signature) throw new Error('nothing was signed')
    const next = newSm2Keys()
    const sealImage = async () => null
    const told = sm2Sealer({ keys: next, formerKeys: [keys.publicKey.toUpperCase()], sealImage })
    expect(await told.verify(file, signature)).toBe(true)
    expect(await told.verify(bytes('%PDF-1.6 …'), signature)).toBe(false)
    expect((await told.sign(file))?.certificate).toBe(next.publicKey)
    expect(await told.verify(file, { ...signature, certificate: next.publicKey })).toBe(false)
    // Beside the signature any key can stand.
    expect(await sm2Sealer({ keys: next, sealImage }).verify(file, signature)).toBe(false)
  })

  test('two signatures of one file differ, and both hold: each draws its own random number', () => {
    const [first, second] = [signMessage(file, keys), signMessage(file, keys)]
    expect(first).not.toBe(second)
    expect([first, second].every(value => verifyMessage(file, value, keys.publicKey))).toBe(true)
  })

  test('keys that do not belong together are refused when the installation opens', () => {
    const { privateKey } = newSm2Keys()
    expect(() => sm2Sealer({ keys: { ...keys, privateKey }, sealImage: async () => null })).toThrow('belong together')
  })
})

describe('the demo’s seal', () => {
  test('carries the name of the organ and says that it is a demonstration', async () => {
    const seal = await demoSealer.sealImage('示例县教育局')
    expect(seal?.svg).toContain('演示用')
    for (const character of '示例县教育局') expect(seal?.svg).toContain(`>${character}</text>`)
    expect(Array.from(seal?.png.slice(1, 4) ?? [], code => String.fromCharCode(code)).join('')).toBe('PNG')
  })

  test('a name of marks and brackets breaks out of no drawing', async () => {
    const seal = await demoSealer.sealImage('<a>&"')
    expect(seal?.svg).toContain('&#60;')
    expect(seal?.svg).not.toContain('<a>')
  })

  test('signs nothing, and vouches for nothing', async () => {
    expect(await demoSealer.sign(bytes('a'))).toBeNull()
    expect(await demoSealer.verify(bytes('a'), { algorithm: 'x', value: '00', certificate: '' })).toBe(false)
  })
})
