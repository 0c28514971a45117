/** Figures of the running program, in the text format Prometheus reads. */
import type { MiddlewareHandler } from 'hono'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { methodOf, routeOf } from '../http/route.ts'

export interface Metrics {
  /** Counts and times every request by method, route pattern and status. */
  readonly middleware: MiddlewareHandler
  /**
   * A figure asked for whenever the figures are read: files waiting, the age of the oldest job. Where asking fails the
   * figure is left out of that reading and the error goes to `onFault`.
   */
  readonly gauge: (name: string, help: string, read: () => number | Promise<number>) => void
  /** Everything, and its content type. */
  readonly text: () => Promise<{ readonly body: string; readonly type: string }>
}

export interface MetricsOptions {
  /** Seconds, for durations. */
  readonly seconds: () => number
  readonly onFault: (gauge: string, error: unknown) => void
}

const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** Figures of their own registry: memory, processor and event loop of this process, requests, and added gauges. */
export function createMetrics({ seconds, onFault }: MetricsOptions): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'gongkai_http_request_duration_seconds',
    help: 'Time from request to answer',
    labelNames: ['method', 'route', 'status'],
    buckets,
    registers: [registry],
  })
  return {
    middleware: async (c, next) => {
      const started = seconds()
      await next()
      requests.observe({ method: methodOf(c), route: routeOf(c), status: c.res.status }, seconds() - started)
    },
    gauge: (name, help, read) => {
      const gauge: Gauge = new Gauge({
        name,
        help,
        registers: [registry],
        collect: async () => {
          try {
            gauge.set(await read())
          } catch (error) {
            gauge.remove()
            onFault(name, error)
          }
        },
      })
    },
    text: async () => ({ body: await registry.metrics(), type: registry.contentType }),
  }
}
