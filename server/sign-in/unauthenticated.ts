import { AppError } from '../errors';

/** The errors for who asks without being known. What exactly is wrong with a key or session is nobody's business. */
export const nobodyAsks = () =>
  new AppError('UNAUTHENTICATED', { problem: 'This is for people who are signed in, and for keys.' });

export const unknownAsker = () =>
  new AppError('UNAUTHENTICATED', { problem: 'The session or key is not known, is over, or was revoked.' });

export const wrongPassword = (waitSeconds: number) =>
  new AppError(
    'UNAUTHENTICATED',
    { problem: 'The user name or the password is wrong.' },
    waitSeconds > 0 ? { waitSeconds } : {},
  );

/** Answered with 429 and Retry-After. */
export const tooManyAttempts = (waitSeconds: number) =>
  new AppError(
    'UNAUTHENTICATED',
    { problem: `There were too many attempts: wait ${waitSeconds} s before the next.` },
    { retryAfter: waitSeconds },
  );

export const mustChangePassword = () =>
  new AppError(
    'UNAUTHENTICATED',
    { problem: 'The password must be changed before anything else.' },
    { mustChangePassword: true },
  );

export const fromAnotherSite = () =>
  new AppError(
    'FORBIDDEN',
    { action: 'send this from another site' },
    { hint: 'Use the pages of Khối itself; a tool sends a key, and no cookie.' },
  );
