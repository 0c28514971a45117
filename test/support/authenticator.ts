/** A passkey device in software: what a browser sends back, made with node's own keys (ES256, no attestation). */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'

/** What a device does otherwise than it should. */
export interface Mischief {
  readonly origin?: string
  readonly challenge?: string
  readonly domain?: string
  readonly counter?: number
  readonly unverified?: boolean
  readonly breakSignature?: boolean
}

interface Asked {
  readonly challenge: string
  readonly domain: string
  readonly origin: string
}

const USER_PRESENT = 0x01
const USER_VERIFIED = 0x04
const HAS_CREDENTIAL = 0x40

/** A device with one key. */
export class Authenticator {
  readonly id = randomBytes(32)
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  #counter = 0

  register(asked: Asked, mischief: Mischief = {}): RegistrationResponseJSON {
    const credential = Buffer.concat([Buffer.alloc(16), uint16(this.id.length), this.id, coseKey(this.#keys.publicKey)])
    const data = Buffer.concat([this.#data(asked, mischief, HAS_CREDENTIAL), credential])
    const attestation = Buffer.concat([
      Buffer.from([0xa3]),
      cborText('fmt'),
      cborText('none'),
      cborText('attStmt'),
      Buffer.from([0xa0]),
      cborText('authData'),
      cborBytes(data),
    ])
    return {
      ...this.#envelope(),
      response: {
        clientDataJSON: clientData('webauthn.create', asked, mischief).toString('base64url'),
        attestationObject: attestation.toString('base64url'),
        transports: ['internal'],
      },
    }
  }

  prove(asked: Asked, mischief: Mischief = {}): AuthenticationResponseJSON {
    this.#counter += 1
    const data = this.#data(asked, mischief, 0)
    const client = clientData('webauthn.get', asked, mischief)
    const signed = Buffer.concat([data, createHash('sha256').update(client).digest()])
    const signature = sign('sha256', mischief.breakSignature ? Buffer.alloc(8) : signed, this.#keys.privateKey)
    return {
      ...this.#envelope(),
      response: {
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: signature.toString('base64url'),
      },
    }
  }

  #envelope() {
    const id = this.id.toString('base64url')
    return { id, rawId: id, type: 'public-key' as const, clientExtensionResults: {} }
  }

  #data(asked: Asked, mischief: Mischief, more: number): Buffer {
    const flags = USER_PRESENT | (mischief.unverified ? 0 : USER_VERIFIED) | more
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(mischief.counter ?? this.#counter)
    const domain = createHash('sha256').update(mischief.domain ?? asked.domain)
    return Buffer.concat([domain.digest(), Buffer.from([flags]), counter])
  }
}

function clientData(type: string, asked: Asked, mischief: Mischief): Buffer {
  const { challenge = asked.challenge, origin = asked.origin } = mischief
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
}

/** COSE: kty EC2, alg ES256, curve P-256, x, y. */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  const head = Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21])
  return Buffer.concat([
    head,
    cborBytes(Buffer.from(x, 'base64url')),
    Buffer.from([0x22]),
    cborBytes(Buffer.from(y, 'base64url')),
  ])
}

function cborText(text: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 | text.length]), Buffer.from(text)])
}

/** The shortest head there is: the reader of keys takes no other. */
function cborBytes(bytes: Buffer): Buffer {
  const short = bytes.length < 256
  const head = short ? Buffer.from([0x58, bytes.length]) : Buffer.concat([Buffer.from([0x59]), uint16(bytes.length)])
  return Buffer.concat([head, bytes])
}

function uint16(n: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16BE(n)
  return bytes
}
