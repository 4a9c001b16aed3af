import { defaultDarkTheme, defaultLightTheme, type RaThemeOptions } from 'react-admin';

const fonts = ['Inter', 'system-ui', '-apple-system', 'Segoe UI', 'Roboto', 'Noto Sans', 'sans-serif'];

/** What light and dark share. Fonts are the system's own: all of them know Vietnamese, and nothing is fetched. */
const shared = (theme: RaThemeOptions, lines: string, paper: string): RaThemeOptions => ({
  ...theme,
  shape: { borderRadius: 8 },
  sidebar: { width: 232, closedWidth: 56 },
  typography: {
    fontFamily: fonts.map((font) => (font.includes(' ') ? `"${font}"` : font)).join(', '),
    h5: { fontWeight: 600, fontSize: '1.35rem' },
    h6: { fontWeight: 600, fontSize: '1.05rem' },
    button: { textTransform: 'none', fontWeight: 600 },
  },
  components: {
    ...theme.components,
    MuiAppBar: { defaultProps: { elevation: 0, color: 'default' } },
    MuiPaper: { styleOverrides: { root: { backgroundImage: 'none' } } },
    MuiLink: { defaultProps: { underline: 'hover' } },
    MuiCard: { defaultProps: { variant: 'outlined' } },
    MuiTextField: { defaultProps: { variant: 'outlined', size: 'small', margin: 'dense', fullWidth: true } },
    MuiFormControl: {
      defaultProps: { variant: 'outlined', size: 'small', margin: 'dense', fullWidth: true },
    },
    // Else an explanation below an input touches the label of the next.
    MuiFormHelperText: { styleOverrides: { root: { marginBottom: 6 } } },
    MuiTableCell: {
      styleOverrides: {
        head: { fontWeight: 600, whiteSpace: 'nowrap' },
        root: { borderColor: lines, '&.MuiTableCell-paddingCheckbox': { padding: '0 8px' } },
      },
    },
    MuiListItemIcon: { styleOverrides: { root: { minWidth: 40, color: 'inherit' } } },
    RaMenuItemLink: {
      styleOverrides: {
        root: {
          borderRadius: 8,
          margin: '1px 8px',
          paddingTop: 7,
          paddingBottom: 7,
          '&.RaMenuItemLink-active': { fontWeight: 600 },
        },
      },
    },
    RaDataTable: { styleOverrides: { root: { '& .column-code': { whiteSpace: 'nowrap' } } } },
    // On a phone these two would be white bars on the grey page.
    RaListToolbar: { styleOverrides: { root: { '&&': { backgroundColor: 'transparent' } } } },
    RaTopToolbar: { styleOverrides: { root: { '&&': { backgroundColor: 'transparent' } } } },
    RaFilterFormInput: {
      styleOverrides: {
        root: { '@media (max-width: 599px)': { '& .RaFilterFormInput-spacer': { display: 'none' } } },
      },
    },
    RaToolbar: {
      styleOverrides: { root: { backgroundColor: paper, borderTop: `1px solid ${lines}` } },
    },
  },
});

export const lightTheme: RaThemeOptions = {
  ...shared(defaultLightTheme, '#e4e6eb', '#ffffff'),
  palette: {
    mode: 'light',
    primary: { main: '#a61b1b' },
    secondary: { main: '#a61b1b' },
    background: { default: '#f5f6f8', paper: '#ffffff' },
    divider: '#e4e6eb',
  },
};

export const darkTheme: RaThemeOptions = {
  ...shared(defaultDarkTheme, '#33363d', '#1e2126'),
  palette: {
    mode: 'dark',
    primary: { main: '#ff8a80' },
    secondary: { main: '#ff8a80' },
    background: { default: '#15171b', paper: '#1e2126' },
    divider: '#33363d',
  },
};
