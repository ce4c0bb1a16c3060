import type { TFunction } from 'i18next'

const EMAIL = /^[^\s@]{1,64}@[^\s@]{1,189}$/
const USERNAME = /^[A-Za-z0-9_.-]{2,40}$/
const SHORTEST_PASSWORD = 12
const LONGEST_PASSWORD = 128

type T = TFunction<['account', 'common']>
type Check = (value: string) => string | null

export function checkEmail(t: T): Check {
  return value => {
    if (value.trim() === '') return t('field.required', { ns: 'common' })
    return EMAIL.test(value.trim()) ? null : t('field.email', { ns: 'common' })
  }
}

export function checkUsername(t: T): Check {
  return value => {
    if (value.trim() === '') return t('field.required', { ns: 'common' })
    return USERNAME.test(value.trim()) ? null : t('field.usernameWrong')
  }
}

export function checkNewPassword(t: T): Check {
  return value => {
    const length = [...value].length
    if (length < SHORTEST_PASSWORD) {
      return t('field.tooShort', { ns: 'common', min: SHORTEST_PASSWORD })
    }
    return length > LONGEST_PASSWORD
      ? t('field.tooLong', { ns: 'common', max: LONGEST_PASSWORD })
      : null
  }
}

export function checkRequired(t: T): Check {
  return value => (value === '' ? t('field.required', { ns: 'common' }) : null)
}
