import { journeys } from '@klankbord/server/testing/journeys'

export default await journeys()
