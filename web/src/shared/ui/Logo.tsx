import { useId } from 'react'

/** The product's mark: one step that opens into two. */
export function Logo({ size = 24 }: { size?: number }) {
  const id = useId()
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true" style={{ flex: 'none' }}>
      <defs>
        <linearGradient id={id} x1="0" y1="0" x2="1" y2="1">
          <stop offset="0" stopColor="#4F5BD5" />
          <stop offset="1" stopColor="#7C5CE0" />
        </linearGradient>
      </defs>
      <rect width="32" height="32" rx="8" fill={`url(#${id})`} />
      <g fill="none" stroke="#fff" strokeWidth="2.25" strokeLinecap="round" strokeLinejoin="round">
        <circle cx="9" cy="16" r="2.6" />
        <path d="M11.6 16h3.2c3 0 2.2-5.5 5.4-5.5h.9M14.8 16c3 0 2.2 5.5 5.4 5.5h.9" />
        <circle cx="23.4" cy="10.5" r="1.9" fill="#fff" stroke="none" />
        <circle cx="23.4" cy="21.5" r="1.9" fill="#fff" stroke="none" />
      </g>
    </svg>
  )
}
