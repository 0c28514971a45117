/** The pages of this section, in one piece for the browser. */
export { Delegations } from './delegations.tsx'
export { Invitation } from './invitation.tsx'
export { Keys } from './keys.tsx'
export { MyAccount } from './my-account.tsx'
export { NewPerson } from './new-person.tsx'
export { People } from './people.tsx'
export { PeopleImport } from './people-import.tsx'
export { PersonPage } from './person.tsx'
