export { EditorPage } from './components/EditorPage'
export { VersionsPage } from './versions/VersionsPage'
