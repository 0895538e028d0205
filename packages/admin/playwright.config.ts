import { journeys } from '@klankbord/server/testing/journeys'

// What a screen reader meets, fingers do and a picture looks like does not depend on the database.
export default await journeys({ projects: [{ name: 'postgres', testIgnore: ['accessibility*.spec.ts', 'touch.spec.ts', 'pictures.spec.ts'] }] })
