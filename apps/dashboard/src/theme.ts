import { createTheme, type CSSVariablesResolver } from '@mantine/core';

export const theme = createTheme({
  primaryColor: 'indigo',
  primaryShade: { light: 7, dark: 8 },
  defaultRadius: 'md',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  cursorType: 'pointer',
  autoContrast: true,
  components: {
    Tooltip: { defaultProps: { openDelay: 400, withArrow: true } },
    Menu: { defaultProps: { shadow: 'md', withArrow: true } },
    Modal: { defaultProps: { centered: true } },
  },
});

/** On dark ground the library writes every colour almost white: what is red, or a link, would no longer look like it. */
export const cssVariables: CSSVariablesResolver = ({ colors }) => ({
  variables: {},
  light: {},
  dark: Object.fromEntries(
    Object.keys(colors)
      .filter((name) => name !== 'dark' && name !== 'gray')
      .map((name) => [`--mantine-color-${name}-light-color`, `var(--mantine-color-${name}-3)`]),
  ),
});
