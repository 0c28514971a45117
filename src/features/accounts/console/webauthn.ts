/** Passkeys: between the JSON of the API and the bytes of the browser (WebAuthn level 3 JSON). */

type Json = Readonly<Record<string, unknown>>

/** A passkey belongs to a name: not to a machine called by its number, as 127.0.0.1 or [::1]. */
const numbered = /^(?:[\d.]+|\[.*\])$/

/** Browsers offer passkeys over TLS or on the machine itself only, and there by its name. */
export function passkeysWork(): boolean {
  const { hostname } = window.location
  return window.isSecureContext && 'PublicKeyCredential' in window && !numbered.test(hostname)
}

function bytesOf(text: unknown): Uint8Array<ArrayBuffer> {
  const plain = String(text).replaceAll('-', '+').replaceAll('_', '/')
  return Uint8Array.from(atob(plain), sign => sign.charCodeAt(0))
}

function textOf(bytes: ArrayBuffer): string {
  const plain = btoa(String.fromCharCode(...new Uint8Array(bytes)))
  return plain.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

function credentials(given: unknown): PublicKeyCredentialDescriptor[] {
  return ((given ?? []) as readonly Json[]).map(one => ({ ...one, type: 'public-key', id: bytesOf(one.id) }))
}

/** Has the browser sign with a passkey; null where the person cancelled. */
export async function getPasskey(options: Json): Promise<Record<string, unknown> | null> {
  const publicKey = {
    ...options,
    challenge: bytesOf(options.challenge),
    allowCredentials: credentials(options.allowCredentials),
  }
  const made = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential | null
  if (!made) return null
  const { clientDataJSON, authenticatorData, signature, userHandle } = made.response as AuthenticatorAssertionResponse
  return {
    ...common(made),
    response: {
      clientDataJSON: textOf(clientDataJSON),
      authenticatorData: textOf(authenticatorData),
      signature: textOf(signature),
      ...(userHandle ? { userHandle: textOf(userHandle) } : {}),
    },
  }
}

/** Has the browser make a passkey; null where the person cancelled. */
export async function makePasskey(options: Json): Promise<Record<string, unknown> | null> {
  const user = options.user as Json
  const publicKey = {
    ...(options as object as PublicKeyCredentialCreationOptions),
    challenge: bytesOf(options.challenge),
    user: { ...(user as object as PublicKeyCredentialUserEntity), id: bytesOf(user.id) },
    excludeCredentials: credentials(options.excludeCredentials),
  }
  const made = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential | null
  if (!made) return null
  const response = made.response as AuthenticatorAttestationResponse
  return {
    ...common(made),
    response: {
      clientDataJSON: textOf(response.clientDataJSON),
      attestationObject: textOf(response.attestationObject),
      transports: response.getTransports(),
    },
  }
}

function common(made: PublicKeyCredential) {
  return {
    id: made.id,
    rawId: textOf(made.rawId),
    type: made.type,
    clientExtensionResults: made.getClientExtensionResults(),
    ...(made.authenticatorAttachment ? { authenticatorAttachment: made.authenticatorAttachment } : {}),
  }
}
