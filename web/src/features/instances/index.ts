export { InstancePage } from './components/InstancePage'
export { InstancesPage } from './components/InstancesPage'
