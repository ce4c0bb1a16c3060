import { Button, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Search, UserRoundX } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Member } from '@/shared/api/types'
import { useTeam } from '@/shared/team/team'
import { DataTable } from '@/shared/ui/DataTable'
import { Loaded } from '@/shared/ui/Loaded'
import { EmptyState, ListSkeleton } from '@/shared/ui/States'
import { membersQuery } from '../api/members'
import { rolesQuery } from '../api/roles'
import { MemberRow } from './MemberRow'
import classes from './MembersTab.module.css'

type Filter = { text: string; roleId: string | null }

export function matchesFilter(member: Member, { text, roleId }: Filter): boolean {
  const haystack = [member.username, member.name, member.email].join(' ').toLocaleLowerCase()
  const hasRole = roleId === null || member.roles.some(role => String(role.id) === roleId)
  return hasRole && haystack.includes(text.trim().toLocaleLowerCase())
}

const NO_FILTER: Filter = { text: '', roleId: null }

export function MembersTab({ onInvite }: { onInvite: () => void }) {
  const { t } = useTranslation('team')
  const team = useTeam()
  const members = useQuery(membersQuery(team.id))
  const { data: roles } = useQuery(rolesQuery(team.id))
  const [filter, setFilter] = useState<Filter>(NO_FILTER)
  return (
    <>
      <div className={classes.filters}>
        <TextInput
          className={classes.search}
          aria-label={t('members.search')}
          placeholder={t('members.search')}
          leftSection={<Search size={15} aria-hidden />}
          value={filter.text}
          onChange={event => setFilter({ ...filter, text: event.currentTarget.value })}
          data-page-search
        />
        <Select
          aria-label={t('members.filterRole')}
          placeholder={t('members.anyRole')}
          data={(roles ?? []).map(role => ({ value: String(role.id), label: role.name }))}
          value={filter.roleId}
          onChange={roleId => setFilter({ ...filter, roleId })}
          clearable
          w={180}
        />
      </div>
      <Loaded query={members} skeleton={<ListSkeleton rows={4} height={48} />}>
        {items => (
          <MemberTable
            members={items.filter(member => matchesFilter(member, filter))}
            alone={items.length === 1}
            onClear={() => setFilter(NO_FILTER)}
            onInvite={onInvite}
          />
        )}
      </Loaded>
    </>
  )
}

type MemberTableProps = {
  members: Member[]
  alone: boolean
  onClear: () => void
  onInvite: () => void
}

function MemberTable({ members, alone, onClear, onInvite }: MemberTableProps) {
  const { t } = useTranslation('team')
  if (members.length === 0) {
    return (
      <EmptyState
        icon={UserRoundX}
        title={t('members.nothing')}
        text={t('members.nothingText')}
        action={
          <Button variant="default" onClick={onClear}>
            {t('members.clear')}
          </Button>
        }
      />
    )
  }
  return (
    <>
      <DataTable label={t('tab.members')}>
        <thead>
          <tr>
            <th scope="col">{t('members.person')}</th>
            <th scope="col">{t('members.roles')}</th>
            <th scope="col">{t('members.joined')}</th>
            <th scope="col" />
          </tr>
        </thead>
        <tbody>
          {members.map(member => (
            <MemberRow key={member.userId} member={member} />
          ))}
        </tbody>
      </DataTable>
      {alone ? (
        <p className={classes.hint}>
          {t('members.alone')}{' '}
          <Button variant="subtle" size="xs" onClick={onInvite}>
            {t('invite.open')}
          </Button>
        </p>
      ) : null}
    </>
  )
}
