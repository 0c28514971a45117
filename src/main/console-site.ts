/** The console as the server hands it out: one small page for every address below `/console`, and its built files. */
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { Hono } from 'hono'
import { languageOf, rememberLanguage } from '../ui/language.ts'
import { favicon } from '../ui/mark.tsx'
import { languageTag } from '../ui/messages.ts'

interface Manifest {
  readonly script: string
  readonly style: string
}

const packed = promisify(gzip)
const aYear = 'public, max-age=31536000, immutable'
/** Names that the build gives: a name, a hash, an ending. Nothing else is looked for on the disk. */
const built = /^(?:chunks\/)?[\w.-]+-[A-Z0-9]{8}\.(?:js|css)$/
const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
}

/** `folder`: where the build put the console; ends with a slash. Rejects where the build is not whole. */
export async function consoleSite(folder: URL): Promise<Hono> {
  const manifest = JSON.parse(await readFile(new URL('manifest.json', folder), 'utf8')) as Manifest
  const files = fileKeeper(folder)
  await Promise.all([files(manifest.script), files(manifest.style)])
  const app = new Hono()
  app.use(rememberLanguage)
  app.get('/console/files/:name{.+}', async c => {
    const name = c.req.param('name')
    const file = built.test(name) ? await files(name) : null
    if (!file) return c.notFound()
    const zipped = /\bgzip\b/.test(c.req.header('accept-encoding') ?? '')
    return c.body(zipped ? file.packed : file.plain, 200, {
      'Content-Type': types[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream',
      'Cache-Control': aYear,
      Vary: 'Accept-Encoding',
      ...(zipped ? { 'Content-Encoding': 'gzip' } : {}),
    })
  })
  app.get('/console', c => c.redirect('/console/', 302))
  app.get('/console/*', c => c.html(pageOf(manifest, languageTag(languageOf(c)))))
  return app
}

interface Kept {
  readonly plain: Uint8Array<ArrayBuffer>
  readonly packed: Uint8Array<ArrayBuffer>
}

/** Reads a file once and keeps it, also packed; a newer build may take it from the disk meanwhile. Null: not there. */
function fileKeeper(folder: URL): (name: string) => Promise<Kept | null> {
  const kept = new Map<string, Promise<Kept | null>>()
  return name => {
    const known = kept.get(name) ?? read(new URL(name, folder))
    kept.set(name, known)
    return known
  }
}

async function read(place: URL): Promise<Kept | null> {
  const plain = await readFile(place).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  return plain && { plain: new Uint8Array(plain), packed: new Uint8Array(await packed(plain)) }
}

const needsScript = '工作台需要启用 JavaScript。 The console needs JavaScript.'

function pageOf({ script, style }: Manifest, lang: string): string {
  return [
    `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>政府信息公开工作平台</title>`,
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">',
    `<link rel="icon" href="${favicon}"><link rel="stylesheet" href="/console/files/${style}">`,
    `<script type="module" src="/console/files/${script}"></script></head>`,
    `<body><div id="console"></div><noscript>${needsScript}</noscript></body></html>`,
  ].join('')
}
