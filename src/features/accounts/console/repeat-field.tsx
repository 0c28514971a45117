/** The new password once more, so that a slip of the finger locks nobody out. */
import { Form, Input } from 'antd'
import { useTell } from '../../../kit/console/language.tsx'
import { signInWords } from './sign-in-words.ts'

export function RepeatField({ of }: { readonly of: string }) {
  const t = useTell()
  return (
    <Form.Item
      name="again"
      label={t(signInWords.repeat)}
      dependencies={[of]}
      required
      validateTrigger="onBlur"
      rules={[
        ({ getFieldValue }) => ({
          validator: (_, typed) =>
            typed === getFieldValue(of) ? Promise.resolve() : Promise.reject(new Error(t(signInWords.repeatWrong))),
        }),
      ]}
    >
      <Input.Password autoComplete="new-password" />
    </Form.Item>
  )
}
