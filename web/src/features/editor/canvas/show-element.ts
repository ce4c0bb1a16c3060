import type { Drawn } from '@/shared/diagram/model'

type Canvas = { scrollToElement: (element: Drawn, padding?: number) => void }
type Selection = { select: (element: Drawn | null) => void }
type Services = { get: <T>(name: string) => T }

const AROUND = 120

/** Selects an element and brings it into view; without one nothing is selected any more. */
export function showElement(services: Services, element: Drawn | null): void {
  services.get<Selection>('selection').select(element)
  if (element) services.get<Canvas>('canvas').scrollToElement(element, AROUND)
}
