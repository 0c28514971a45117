/** The API's description (OpenAPI 3.1), made from the contracts themselves. */
import { z } from 'zod'
import { apiRoot, type Contract, givesFile } from './contract.ts'

interface Schema {
  readonly properties?: Readonly<Record<string, unknown>>
  readonly required?: readonly string[]
}

/** The whole document. `version` is the program's. */
export function openApi(contracts: readonly Contract[], version: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const contract of contracts) {
    const path = `${apiRoot}${contract.path}`
    paths[path] = { ...paths[path], [contract.method]: operation(contract) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '公开 Gongkai',
      version,
      description: '政府信息公开工作平台接口。 The interface of the platform for government information disclosure.',
      license: { name: 'MulanPSL-2.0', identifier: 'MulanPSL-2.0' },
    },
    paths,
    components: { securitySchemes, schemas: { Problem: problem } },
    security: [{ session: [] }, { key: [] }],
  }
}

const securitySchemes = {
  session: { type: 'apiKey', in: 'cookie', name: '__Host-gongkai' },
  key: { type: 'http', scheme: 'bearer' },
}

const said = { type: 'object', properties: { zh: { type: 'string' }, en: { type: 'string' } }, required: ['zh', 'en'] }
const problem = {
  type: 'object',
  required: ['code', 'says'],
  properties: { code: { type: 'string' }, says: said, mend: said, at: { type: 'string' } },
}

function operation({ id, method, says, params, query, body, answer }: Contract) {
  const parameters = [...parametersOf(params, 'path'), ...parametersOf(query, 'query')]
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    schema: { type: 'string', maxLength: 200 },
    description: '同一操作重试时用同一个值。 The same value when the same act is tried again.',
  }
  return {
    operationId: id,
    tags: [id.slice(0, id.indexOf('.'))],
    summary: says.zh,
    description: says.en,
    parameters: method === 'get' ? parameters : [...parameters, key],
    ...(body ? { requestBody: { required: true, content: json(jsonSchema(body, 'input')) } } : {}),
    responses: {
      200: {
        description: '完成 Done',
        content: givesFile({ answer }) ? file : json(jsonSchema(answer, 'output')),
      },
      default: {
        description: '未完成，说明原因与改法 Not done, with the reason and the mend',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

const file = { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }

function parametersOf(schema: z.ZodObject | undefined, where: 'path' | 'query') {
  if (!schema) return []
  const { properties = {}, required = [] } = jsonSchema(schema, 'input') as Schema
  return Object.entries(properties).map(([name, of]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: of,
  }))
}

function json(schema: unknown) {
  return { 'application/json': { schema } }
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' })
  return rest
}
