/** The API's routes as a page to read: what each does, in both languages, and where the machine's description is. */
import { apiRoot, type Contract } from '../kit/contract.ts'
import { type Frame, renderPage } from '../ui/layout.tsx'

const words = {
  title: { zh: '接口说明', en: 'The API' },
  machine: { zh: '机器可读的说明（OpenAPI 3.1）', en: 'The description for programs (OpenAPI 3.1)' },
  keys: {
    zh: '程序用接口密钥（Authorization: Bearer gk_…）访问；每个写操作都要带 Idempotency-Key，同一操作重试时用同一个值。',
    en: 'Programs come with an API key (Authorization: Bearer gk_…); every write carries an Idempotency-Key, the same when it is tried again.',
  },
  method: { zh: '方法', en: 'Method' },
  address: { zh: '地址', en: 'Address' },
  does: { zh: '作用', en: 'What it does' },
} as const

export function apiPage(frame: Frame, contracts: readonly Contract[]): string {
  const { lang } = frame
  const title = words.title[lang]
  const slices = [...new Set(contracts.map(({ id }) => sliceOf(id)))]
  return renderPage({
    frame,
    title,
    wide: true,
    children: (
      <>
        <h1>{title}</h1>
        <p>{words.keys[lang]}</p>
        <p>
          <a href={`${apiRoot}/openapi.json`}>{words.machine[lang]}</a>
        </p>
        {slices.map(slice => (
          <section key={slice}>
            <h2>{slice}</h2>
            <table className="data">
              <thead>
                <tr>
                  <th scope="col">{words.method[lang]}</th>
                  <th scope="col">{words.address[lang]}</th>
                  <th scope="col">{words.does[lang]}</th>
                </tr>
              </thead>
              <tbody>
                {contracts
                  .filter(({ id }) => sliceOf(id) === slice)
                  .map(({ id, method, path, says }) => (
                    <tr key={id}>
                      <td>{method.toUpperCase()}</td>
                      <td>
                        <code>{`${apiRoot}${path}`}</code>
                      </td>
                      <td>{says[lang]}</td>
                    </tr>
                  ))}
              </tbody>
            </table>
          </section>
        ))}
      </>
    ),
  })
}

function sliceOf(id: string): string {
  return id.slice(0, id.indexOf('.'))
}
