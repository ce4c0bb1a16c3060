import {
  Button,
  createTheme,
  Input,
  type MantineColorsTuple,
  Menu,
  Modal,
  PasswordInput,
  Select,
  TextInput,
  Tooltip,
} from '@mantine/core'

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

/** Behaviour and defaults of Mantine's parts; how they look is told by the style sheets beside this file. */
export const theme = createTheme({
  primaryColor: 'accent',
  colors: { accent },
  cursorType: 'pointer',
  respectReducedMotion: true,
  activeClassName: '',
  components: {
    Button: Button.extend({ defaultProps: { size: 'sm' } }),
    // What is optional says so; nothing else needs a mark.
    InputWrapper: Input.Wrapper.extend({ defaultProps: { withAsterisk: false } }),
    TextInput: TextInput.extend({ defaultProps: { size: 'sm' } }),
    PasswordInput: PasswordInput.extend({ defaultProps: { size: 'sm' } }),
    Select: Select.extend({
      defaultProps: { size: 'sm', checkIconPosition: 'right', allowDeselect: false },
    }),
    Menu: Menu.extend({
      defaultProps: {
        shadow: 'md',
        position: 'bottom-start',
        transitionProps: { transition: 'fade-down', duration: 120 },
      },
    }),
    Modal: Modal.extend({
      defaultProps: {
        centered: true,
        size: 460,
        transitionProps: { transition: 'pop', duration: 140 },
        overlayProps: { backgroundOpacity: 1, color: 'transparent' },
      },
    }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 350, withArrow: false } }),
  },
})
