import { journeys } from '@klankbord/server/testing/journeys'

// Only the whole loop depends on the database; everything else here is the browser's.
export default await journeys({ projects: [{ name: 'postgres', testMatch: 'loop.spec.ts' }] })
