import { suggestionEndpoints } from '@klankbord/shared/suggestions'
import type { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import type { Env } from '../http/context.ts'
import { serve } from '../http/serve.ts'
import { changeModel, rebuildModel } from './change-model.ts'
import { dryRun } from './dry-run.ts'
import { readFlagWords, replaceFlagWords } from './flag-words.ts'
import { listSimilar } from './list-similar.ts'
import { listThemes } from './list-themes.ts'
import { lookAtFlags } from './look-at-flags.ts'
import { readModel } from './read-model.ts'
import { readQuality } from './read-quality.ts'
import { readSuggestion } from './read-suggestion.ts'
import { routeTheme } from './route-theme.ts'

export function mountSuggestions(app: Hono<Env>, deps: Deps) {
  serve(app, suggestionEndpoints.readSuggestion, (input, { scope }) => readSuggestion(deps, scope, input))
  serve(app, suggestionEndpoints.listSimilar, (input, { scope }) => listSimilar(deps, scope, input))
  serve(app, suggestionEndpoints.lookAtFlags, (input, { scope }) => lookAtFlags(deps, scope, input))
  serve(app, suggestionEndpoints.readRoutingModel, (_, { scope }) => readModel(deps, scope))
  serve(app, suggestionEndpoints.changeRoutingModel, (input, { scope }) => changeModel(deps, scope, input))
  serve(app, suggestionEndpoints.rebuildRoutingModel, (_, { scope }) => rebuildModel(deps, scope))
  serve(app, suggestionEndpoints.readRoutingQuality, (input, { scope }) => readQuality(deps, scope, input))
  serve(app, suggestionEndpoints.listThemes, (_, { scope }) => listThemes(deps, scope))
  serve(app, suggestionEndpoints.routeTheme, (input, { scope }) => routeTheme(deps, scope, input))
  serve(app, suggestionEndpoints.dryRunRouting, (input, { scope }) => dryRun(deps, scope, input))
  serve(app, suggestionEndpoints.readFlagWords, (_, { scope }) => readFlagWords(deps, scope))
  serve(app, suggestionEndpoints.replaceFlagWords, (input, { scope }) => replaceFlagWords(deps, scope, input))
}
