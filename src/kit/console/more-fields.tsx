/** Fields of forms for longer texts, lists of lines, and choices that are all in sight. */
import { Checkbox, Input, InputNumber, Radio, Select } from 'antd'
import type { ComponentProps } from 'react'
import { type Choice, Field } from './fields.tsx'

type Props = Omit<ComponentProps<typeof Field>, 'children'>

/** A text of several lines; grows as it is typed. */
export function LongField({ most, rows = 3, ...field }: Props & { readonly most: number; readonly rows?: number }) {
  return (
    <Field {...field}>
      <Input.TextArea rows={rows} maxLength={most} autoComplete="off" />
    </Field>
  )
}

/** One of a few, all of them in sight. */
export function OneOfField({ choices, ...field }: Props & { readonly choices: readonly Choice[] }) {
  return (
    <Field {...field}>
      <Radio.Group options={[...choices]} />
    </Field>
  )
}

/** Some of a few, all of them in sight. */
export function SomeOfField({ choices, ...field }: Props & { readonly choices: readonly Choice[] }) {
  return (
    <Field {...field}>
      <Ticks options={[...choices]} />
    </Field>
  )
}

/** Some of a few, in the order they are chosen. */
export function InOrderField({ choices, ...field }: Props & { readonly choices: readonly Choice[] }) {
  return (
    <Field {...field}>
      <Select mode="multiple" options={[...choices]} showSearch={false} />
    </Field>
  )
}

/** A group cannot be said to be required (WAI-ARIA); its label says so. */
function Ticks({
  'aria-required': _,
  ...props
}: ComponentProps<typeof Checkbox.Group> & { 'aria-required'?: boolean }) {
  return <Checkbox.Group {...props} />
}

export function NumberField({ least, most, ...field }: Props & { readonly least: number; readonly most: number }) {
  return (
    <Field {...field}>
      <InputNumber min={least} max={most} precision={0} />
    </Field>
  )
}

/** What was typed one a line: blank lines are none. */
export function linesOf(typed: string): string[] {
  return typed
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
}

/** The words of a law's or domain's record as choices. */
export function choicesOf(
  record: Readonly<Record<string, { readonly zh: string; readonly en: string }>>,
  t: (said: { readonly zh: string; readonly en: string }) => string,
): readonly Choice[] {
  return Object.entries(record).map(([value, label]) => ({ value, label: t(label) }))
}
