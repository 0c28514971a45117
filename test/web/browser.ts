/** A browser without scripts, as far as forms go: it keeps its cookies, and says from what site a form came. */

interface Sent {
  readonly status: number
  readonly to: string | null
  readonly page: string
}

/** At the portal of one agency; paths are below its 依申请公开, or whole. */
export function browserOf(request: (path: string, init: RequestInit) => Response | Promise<Response>, slug = 'jyj') {
  const jar = new Map<string, string>()
  const ask = async (path: string, init: RequestInit = {}): Promise<Sent> => {
    const address = path.startsWith('/a/') ? path : `/a/${slug}/apply${path}`
    const headers = { ...init.headers, cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') }
    const answer = await request(address, { ...init, headers })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/max-age=0/i.test(line)) jar.delete(name)
      else jar.set(name, value)
    }
    return { status: answer.status, to: answer.headers.get('location'), page: await answer.text() }
  }
  const post = (path: string, body: URLSearchParams | FormData, site: string) =>
    ask(path, { method: 'POST', body, headers: { 'sec-fetch-site': site } })
  return {
    jar,
    get: (path: string) => ask(path),
    post: (path: string, fields: Record<string, string> = {}, site = 'same-origin') =>
      post(path, new URLSearchParams(fields), site),
    /** With one file, as a form with a file field sends it. */
    upload: (path: string, fields: Record<string, string>, { name, bytes }: { name: string; bytes: string }) => {
      const body = new FormData()
      for (const [field, value] of Object.entries(fields)) body.append(field, value)
      body.append('file', new File([bytes], name))
      return post(path, body, 'same-origin')
    },
  }
}
