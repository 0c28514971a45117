/** Ticking roles: what each does, and a sentence where two cannot be held by one person. */
import { Checkbox, Form } from 'antd'
import { checkRoles, type RoleId, roleIds, roles } from '../../../domain/people/roles.ts'
import { useTell } from '../../../kit/console/language.tsx'
import { useMay } from '../../../kit/console/me.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { isRole, roleLabel } from './role-words.ts'
import { peopleWords } from './words.ts'

/** The roles this person may give: all, the first administrators only, or none. */
export function useGrantable(): readonly RoleId[] {
  const may = useMay()
  if (may({ id: 'accounts.grant' })) return roleIds
  return may({ id: 'accounts.appoint' }) ? ['security_admin', 'audit_admin'] : []
}

/** `held`: shown where none of the roles can be given. */
export function GrantField({ held }: { readonly held: readonly string[] }) {
  const t = useTell()
  const may = useMay()
  const grantable = useGrantable()
  if (grantable.length === 0) {
    return (
      <p className="c-held">
        {t(peopleWords.roles)}: {held.map(role => t(roleLabel(role))).join('、') || t(peopleWords.rolesNone)}
      </p>
    )
  }
  return (
    <>
      <RolesField only={grantable} />
      {!may({ id: 'accounts.grant' }) && <p className="note">{t(peopleWords.appoint)}</p>}
    </>
  )
}

export function RolesField({ only = roleIds }: { readonly only?: readonly RoleId[] }) {
  const t = useTell()
  return (
    <fieldset className="c-roles">
      <legend>{t(peopleWords.roles)}</legend>
      <Form.Item name="roles" noStyle>
        <RoleBoxes only={only} />
      </Form.Item>
    </fieldset>
  )
}

interface BoxesProps {
  readonly only: readonly RoleId[]
  readonly value?: readonly string[]
  readonly onChange?: (value: readonly string[]) => void
}

function RoleBoxes({ only, value = [], onChange }: BoxesProps) {
  const t = useTell()
  const together = checkRoles(value.filter(isRole))
  const tick = (role: RoleId, on: boolean) => onChange?.(on ? [...value, role] : value.filter(other => other !== role))
  return (
    <>
      {only.map(role => (
        <div key={role} className="c-role">
          <Checkbox checked={value.includes(role)} onChange={event => tick(role, event.target.checked)}>
            {t(roles[role].label)} <span className="c-role-does">{t(roles[role].does)}</span>
          </Checkbox>
        </div>
      ))}
      {!together.ok && (
        <p className="c-wrong" role="alert">
          <Icon name="error" /> {t(together.refusal.says)}
        </p>
      )}
    </>
  )
}
