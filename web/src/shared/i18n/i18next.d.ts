import type account from './locales/en/account.json'
import type common from './locales/en/common.json'
import type dashboard from './locales/en/dashboard.json'
import type diagram from './locales/en/diagram.json'
import type editor from './locales/en/editor.json'
import type findings from './locales/en/findings.json'
import type instances from './locales/en/instances.json'
import type landing from './locales/en/landing.json'
import type models from './locales/en/models.json'
import type presence from './locales/en/presence.json'
import type process from './locales/en/process.json'
import type tasks from './locales/en/tasks.json'
import type team from './locales/en/team.json'
import type versions from './locales/en/versions.json'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    keySeparator: '.'
    resources: {
      account: typeof account
      common: typeof common
      dashboard: typeof dashboard
      diagram: typeof diagram
      editor: typeof editor
      findings: typeof findings
      instances: typeof instances
      landing: typeof landing
      models: typeof models
      presence: typeof presence
      process: typeof process
      tasks: typeof tasks
      team: typeof team
      versions: typeof versions
    }
  }
}
