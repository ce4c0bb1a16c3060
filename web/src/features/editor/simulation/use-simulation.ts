import { useMutation } from '@tanstack/react-query'
import {
  type Play,
  type PlayAnswer,
  type Simulation,
  simulateDraft,
  type Values,
} from '../api/simulation'

/** What was played and what came of it; before the start there is neither. */
export type Played = { play: Play; result: Simulation }

export type SimulationPlay = {
  played: Played | null
  pending: boolean
  error: unknown
  start: (inputs: Values) => void
  answer: (answer: PlayAnswer) => void
  back: () => void
  again: () => void
}

/** The server runs the whole play each time: a step back is the same play with one answer less. */
export function useSimulation(
  modelId: number,
  played: Played | null,
  onPlayed: (played: Played | null) => void,
): SimulationPlay {
  const run = useMutation({
    mutationFn: (play: Play) => simulateDraft(modelId, play),
    onSuccess: (result, play) => onPlayed({ play, result }),
  })
  const go = (play: Play) => {
    if (!run.isPending) run.mutate(play)
  }
  const again = () => {
    run.reset()
    onPlayed(null)
  }
  return {
    played,
    pending: run.isPending,
    error: run.error,
    start: inputs => go({ inputs, answers: [] }),
    answer: answer => {
      if (played) go({ ...played.play, answers: [...played.play.answers, answer] })
    },
    again,
    back: () => {
      const answers = played?.play.answers ?? []
      if (!played || answers.length === 0) again()
      else go({ ...played.play, answers: answers.slice(0, -1) })
    },
  }
}
