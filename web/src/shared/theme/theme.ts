import { createTheme, type MantineColorsTuple } from '@mantine/core'

const accent: MantineColorsTuple = [
  'var(--pf-accent)',
  'var(--pf-accent)',
  'var(--pf-accent)',
  'var(--pf-accent)',
  'var(--pf-accent)',
  'var(--pf-accent)',
  'var(--pf-accent)',
  'var(--pf-accent)',
  'var(--pf-accent)',
  'var(--pf-accent)',
]

/**
 * Behaviour and defaults of Mantine's parts; how they look is told by the style sheets beside this file. The parts are
 * named, not imported: importing them here would put all of them into the first load.
 */
export const theme = createTheme({
  primaryColor: 'accent',
  colors: { accent },
  cursorType: 'pointer',
  respectReducedMotion: true,
  activeClassName: '',
  components: {
    Button: { defaultProps: { size: 'sm' } },
    // What is optional says so; nothing else needs a mark.
    InputWrapper: { defaultProps: { withAsterisk: false } },
    TextInput: { defaultProps: { size: 'sm' } },
    PasswordInput: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm', checkIconPosition: 'right', allowDeselect: false } },
    Menu: {
      defaultProps: {
        shadow: 'md',
        position: 'bottom-start',
        transitionProps: { transition: 'fade-down', duration: 120 },
      },
    },
    Modal: {
      defaultProps: {
        centered: true,
        size: 460,
        transitionProps: { transition: 'pop', duration: 140 },
        overlayProps: { backgroundOpacity: 1, color: 'transparent' },
      },
    },
    Tooltip: { defaultProps: { openDelay: 350, withArrow: false } },
  },
})
