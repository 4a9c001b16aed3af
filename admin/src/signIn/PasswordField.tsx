import Visibility from '@mui/icons-material/Visibility';
import VisibilityOff from '@mui/icons-material/VisibilityOff';
import { IconButton, InputAdornment, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';

interface PasswordFieldProps {
  label: string;
  name: string;
  autoComplete: 'current-password' | 'new-password';
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
  helperText?: string;
  autoFocus?: boolean;
}

/** A password that can be looked at, so that long ones are typed without fear. */
export function PasswordField({
  label,
  name,
  autoComplete,
  value,
  onChange,
  error,
  helperText,
  autoFocus,
}: PasswordFieldProps) {
  const translate = useTranslate();
  const [isShown, setShown] = useState(false);
  return (
    <TextField
      label={label}
      name={name}
      id={name}
      autoFocus={autoFocus}
      type={isShown ? 'text' : 'password'}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      error={Boolean(error)}
      helperText={error ?? helperText}
      slotProps={{
        htmlInput: { required: true, autoComplete, spellCheck: false, autoCapitalize: 'off' },
        input: {
          endAdornment: (
            <InputAdornment position="end">
              <IconButton
                edge="end"
                aria-label={translate(isShown ? 'khoi.password.hide' : 'khoi.password.show')}
                aria-pressed={isShown}
                onClick={() => setShown(!isShown)}
              >
                {isShown ? <VisibilityOff fontSize="small" /> : <Visibility fontSize="small" />}
              </IconButton>
            </InputAdornment>
          ),
        },
      }}
    />
  );
}
