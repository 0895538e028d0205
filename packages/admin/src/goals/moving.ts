import { type GoalNode, goalEndpoints } from '@klankbord/shared/goals'
import { useMutation } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { call, ProblemError } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { goalTreeQuery, queryClient } from '../queries.ts'
import { say } from '../ui/toasts.tsx'
import { goalsChanged } from './queries.ts'
import { type GoalIndex, type GoalTree, placesFor, type Row } from './tree.ts'

/** A goal that has been picked up, and where it would land: under a goal, or at the top (null). */
export interface Picked {
  goal: GoalNode
  over: string | null
  places: ReadonlySet<string>
}

export interface Moving {
  picked: Picked | null
  pickUp: (goal: GoalNode) => void
  /** Aims at the next place, or the one before, among the rows. */
  step: (by: number) => void
  aim: (goalId: string | null) => void
  drop: () => void
  cancel: () => void
}

/** Picking up a goal, choosing where it goes, and putting it there. Where it may not go can't be chosen. */
export function useMoving(index: GoalIndex, rows: readonly Row[]): Moving {
  const [picked, setPicked] = useState<Picked | null>(null)
  const move = useMove(index)
  const pickUp = (goal: GoalNode) => setPicked({ goal, over: goal.parentId, places: placesFor(index, goal.id) })
  const aim = (over: string | null) => setPicked((before) => (before && (over === null || before.places.has(over)) ? { ...before, over } : before))
  const step = (by: number) => {
    if (!picked) return
    const places = [null, ...rows.map(({ branch }) => branch.id).filter((id) => picked.places.has(id))]
    const from = Math.max(0, places.indexOf(picked.over))
    aim(places[Math.min(places.length - 1, Math.max(0, from + by))] ?? null)
  }
  const drop = () => {
    if (picked && picked.over !== picked.goal.parentId) move(picked.goal, picked.over)
    setPicked(null)
  }
  return { picked, pickUp, step, aim, drop, cancel: () => setPicked(null) }
}

/** Hangs a goal under another at once, takes that back when it is refused, and offers the way back when it is done. */
function useMove(index: GoalIndex) {
  const { t } = useFullLanguage()
  const change = useMutation({
    mutationFn: ({ goal, parentId }: { goal: GoalNode; parentId: string | null; undo?: boolean }) =>
      call(goalEndpoints.changeGoal, { id: goal.id, parentId }),
    onMutate: async ({ goal, parentId }) => {
      // What was asked for before would put it back where it hung.
      await queryClient.cancelQueries({ queryKey: goalTreeQuery.queryKey })
      hang(goal.id, parentId)
    },
    onSuccess: (_, { goal, parentId, undo }) => {
      const parent = parentId === null ? null : (index.goals.get(parentId)?.title ?? '')
      const back = { label: t.undo, onClick: () => change.mutate({ goal, parentId: goal.parentId, undo: true }) }
      say(parent === null ? t.goals.move.atTop(goal.title) : t.goals.move.done(goal.title, parent), undo ? undefined : back)
    },
    onError: (error, { goal }) => say(refusal(error, goal)),
    onSettled: goalsChanged,
  })
  const refusal = (error: unknown, goal: GoalNode) => {
    if (!(error instanceof ProblemError)) return t.problems.internal
    const field = Object.values(error.fields)[0]
    if (field) return `${t.goals.move.stays(goal.title)} ${t.fieldProblem(field)}`
    if (error.code === 'forbidden') return t.goals.move.notYours(index.teams.get(goal.teamId)?.name ?? '')
    return `${t.goals.move.stays(goal.title)} ${t.problems[error.code]}`
  }
  return (goal: GoalNode, parentId: string | null) => change.mutate({ goal, parentId })
}

const hang = (goalId: string, parentId: string | null) =>
  queryClient.setQueryData<GoalTree>(
    goalTreeQuery.queryKey,
    (tree) => tree && { ...tree, goals: tree.goals.map((goal) => (goal.id === goalId ? { ...goal, parentId } : goal)) },
  )
