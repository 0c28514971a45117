#!/usr/bin/env node
// Bundles the command line, the worker, the server, the console and the portal's scripts into dist/.
// Files appear by rename, the shared pieces before the entries that name them, so that a program started during a
// build, or two builds at once, always find a whole set.
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const dist = join(root, 'dist')
const stampFile = join(dist, '.stamp')
const TEN_MINUTES = 600_000

// Small and needed by nearly every run: one file starts faster than the many they come in.
const INLINED = new Set(['commander', 'fflate', 'htmlparser2'])

const stamp = await sourceStamp()
if (process.argv.includes('--if-stale') && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) {
  process.exit(0)
}
if (!existsSync(join(root, 'src'))) process.exit(0) // an installed package: built already, sources left out
const started = performance.now()
await build()
console.log(`built dist in ${Math.round(performance.now() - started)} ms`)

/** One hash over everything the build depends on. */
async function sourceStamp() {
  const hash = createHash('sha256')
  const files = (await filesBelow(join(root, 'src'))).filter(f => !f.endsWith('.test.ts'))
  for (const file of [...files, join(root, 'package-lock.json'), fileURLToPath(import.meta.url)]) {
    hash
      .update(relative(root, file))
      .update('\0')
      .update(await readFile(file))
      .update('\0')
  }
  return hash.digest('hex')
}

async function filesBelow(folder) {
  if (!existsSync(folder)) return []
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  return entries
    .filter(e => e.isFile())
    .map(e => join(e.parentPath ?? e.path, e.name))
    .sort()
}

async function build() {
  const fresh = join(dist, `.new-${randomUUID()}`)
  try {
    await bundle(fresh)
    await moveIn(fresh)
    await writeFile(stampFile, stamp)
    await prune(await stillUsed())
  } finally {
    await rm(fresh, { recursive: true, force: true })
  }
}

async function bundle(outdir) {
  const esbuild = await import('esbuild')
  const { dependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  const external = Object.keys(dependencies)
    .filter(name => !INLINED.has(name))
    .flatMap(name => [name, `${name}/*`])
  const shared = {
    absWorkingDir: root,
    bundle: true,
    splitting: true,
    format: 'esm',
    jsx: 'automatic',
    charset: 'utf8',
    logLevel: 'warning',
    define: { 'process.env.NODE_ENV': '"production"' },
    chunkNames: 'chunks/[name]-[hash]',
  }
  await esbuild.build({
    ...shared,
    entryPoints: {
      cli: 'src/main/cli.ts',
      worker: 'src/features/reports/worker.ts',
      materials: 'src/features/requests/materials/worker.ts',
    },
    outdir,
    platform: 'node',
    target: 'node20',
    external,
    // Inlined CommonJS packages ask for node's own modules with require.
    banner: { js: "import{createRequire as $cr}from'node:module';const require=$cr(import.meta.url);" },
  })
  await esbuild.build({
    ...shared,
    // One file each: the page loads no more than these two.
    splitting: false,
    entryPoints: { client: 'src/main/client.ts', style: 'src/ui/styles/style.css' },
    outdir: join(outdir, 'public'),
    platform: 'browser',
    target: ['chrome100', 'firefox100', 'safari15'],
    minify: true,
  })
  await bundleConsole(esbuild, shared, outdir)
  await writeFile(join(outdir, '.files'), (await filesBelow(outdir)).map(f => relative(outdir, f)).join('\n'))
}

/** The staff's console: a file a section, loaded when it is opened; every name carries its content. */
async function bundleConsole(esbuild, shared, outdir) {
  const { metafile } = await esbuild.build({
    ...shared,
    entryPoints: { console: 'src/main/console.tsx', style: 'src/ui/styles/console/style.css' },
    entryNames: '[name]-[hash]',
    outdir: join(outdir, 'public', 'console'),
    platform: 'browser',
    // From these on style sheets can be made by script, which the page's policy asks for: see style-sheets.ts.
    target: ['chrome100', 'firefox101', 'safari16.4'],
    minify: true,
    metafile: true,
    plugins: [styleSheetsByScript(), plainValidator()],
  })
  const entries = Object.entries(metafile.outputs).filter(([, { entryPoint }]) => entryPoint !== undefined)
  const named = from => basename(entries.find(([, { entryPoint }]) => entryPoint === from)[0])
  const manifest = { script: named('src/main/console.tsx'), style: named('src/ui/styles/console/style.css') }
  await writeFile(join(outdir, 'public', 'console', 'manifest.json'), JSON.stringify(manifest))
}

/** Has the component library set its styles through script alone: no style element, none of which the policy lets in. */
function styleSheetsByScript() {
  const ours = join(root, 'src', 'kit', 'console', 'style-sheets.ts')
  const components = /@rc-component[\\/]util[\\/]es[\\/]Dom[\\/]dynamicCSS\.js$/
  const icons = /@ant-design[\\/]icons[\\/]es[\\/]cssUtils\.js$/
  return {
    name: 'style sheets by script',
    setup({ onLoad }) {
      onLoad({ filter: components }, () => ({ contents: `export * from ${JSON.stringify(ours)}` }))
      onLoad({ filter: icons }, async ({ path }) => {
        const rest = (await readFile(path, 'utf8')).replace('export function updateCSS', 'function itsOwn')
        return { contents: `${rest}\nexport { updateCSS } from ${JSON.stringify(ours)}` }
      })
    },
  }
}

/**
 * The validator without what the console does not use or may not do: its sentences in fifty languages (a fifth of the
 * console; our own are in field-words.ts), and its trying of `new Function`, which the policy forbids and reports.
 */
function plainValidator() {
  const locales = /zod[\\/]v4[\\/]locales[\\/]index\.js$/
  const core = /zod[\\/]v4[\\/]core[\\/]core\.js$/
  return {
    name: 'plain validator',
    setup({ onLoad }) {
      onLoad({ filter: locales }, () => ({ contents: "export { default as en } from './en.js'" }))
      onLoad({ filter: core }, async ({ path }) => {
        const text = await readFile(path, 'utf8')
        return { contents: `${text}\nconfig({ jitless: true })` }
      })
    },
  }
}

/** Chunks first: their names carry their content, so an older file of that name is the same file. */
async function moveIn(fresh) {
  const files = (await filesBelow(fresh)).map(f => relative(fresh, f))
  const order = f => (f.includes('chunks/') ? 0 : f === '.files' || f.endsWith('manifest.json') ? 2 : 1)
  for (const file of files.sort((a, b) => order(a) - order(b))) {
    await mkdir(dirname(join(dist, file)), { recursive: true })
    await rename(join(fresh, file), join(dist, file))
  }
}

async function stillUsed() {
  return new Set([...(await readFile(join(dist, '.files'), 'utf8')).split('\n'), '.files', '.stamp'])
}

/** Left-overs go only after a while: a program started before this build may still load one. */
async function prune(used) {
  for (const file of await filesBelow(dist)) {
    const name = relative(dist, file)
    if (used.has(name) || name.startsWith('.new-')) continue
    const info = await stat(file).catch(() => null)
    if (info && Date.now() - info.mtimeMs > TEN_MINUTES) await rm(file, { force: true })
  }
}
