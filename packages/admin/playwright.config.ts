import { journeys } from '@klankbord/server/testing/journeys'

// What a screen reader meets does not depend on the database.
export default await journeys({ projects: [{ name: 'postgres', testIgnore: 'accessibility.spec.ts' }] })
