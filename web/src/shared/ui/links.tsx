import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, Ref } from 'react'

type Native = AnchorHTMLAttributes<HTMLAnchorElement> & { ref?: Ref<HTMLAnchorElement> }

function ButtonAnchor(props: ButtonProps & Omit<Native, keyof ButtonProps>) {
  return <Button component="a" {...props} />
}

function TextAnchor(props: AnchorProps & Omit<Native, keyof AnchorProps>) {
  // Underlined, because colour alone does not tell a link from the words around it.
  return <Anchor underline="always" {...props} />
}

/** A link that looks like a button. */
export const ButtonLink = createLink(ButtonAnchor)

/** A link in a text. */
export const TextLink = createLink(TextAnchor)
