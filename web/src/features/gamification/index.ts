export { LevelBar } from './components/LevelBar'
