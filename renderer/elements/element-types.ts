import type { Component } from 'svelte';

/** Any of Lucide's icons. */
export type IconComponent = Component<{
  size?: number | string;
  strokeWidth?: number;
  class?: string;
  'aria-hidden'?: 'true';
}>;

/** A choice of a menu, or a line between choices. */
export type MenuEntry =
  | {
      readonly label: string;
      /** A second line that says what the choice means. */
      readonly text?: string;
      readonly icon?: IconComponent;
      /** Given for choices of which one or several are in force. */
      readonly checked?: boolean;
      readonly disabled?: boolean;
      readonly danger?: boolean;
      readonly onselect: () => void;
    }
  | 'line'
  | { readonly heading: string };
