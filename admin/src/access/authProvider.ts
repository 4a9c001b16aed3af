import type { AuthProvider, HttpError } from 'react-admin';
import type { ErrorBody } from '../dataProvider/errors';
import { mayDo } from './rights';
import { session } from './session';

/** Leads to the sign-in page, which itself says why: react-admin need not. */
const toSignIn = { message: false };

/** The session in the words of react-admin. Signing in and out themselves are in `session.ts`: they answer more than yes or no. */
export const authProvider: AuthProvider = {
  login: async () => undefined,
  logout: async () => undefined,
  async checkAuth() {
    const { user, mustChangePassword } = await session.load();
    if (!user || mustChangePassword) throw toSignIn;
  },
  async checkError(error: Partial<HttpError>) {
    if (error.status !== 401) return;
    const { mustChangePassword } = (error.body ?? {}) as ErrorBody;
    if (mustChangePassword) await session.reload();
    else session.end();
    throw toSignIn;
  },
  async getIdentity() {
    const { user } = await session.load();
    if (!user) throw toSignIn;
    return { id: user.id, fullName: user.name, username: user.username };
  },
  canAccess: async (asked) => mayDo(await session.load(), asked),
};
