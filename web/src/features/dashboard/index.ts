export { MyOpenTasks } from './components/MyOpenTasks'
export { TeamGrid } from './components/TeamGrid'
