/** The sign-in page of the admin, which leads back to an address of the playground. */
export const signInAddress = (from: string) => `/#/login?${new URLSearchParams({ from })}`;

/** Whether it is certain that nobody is signed in; a server that does not answer is no such thing. */
export async function isSignedOut(): Promise<boolean> {
  const answer: unknown = await fetch('/auth/session')
    .then((response) => (response.ok ? response.json() : null))
    .catch(() => null);
  const { user, mustChangePassword } = (answer ?? { user: {} }) as {
    user: object | null;
    mustChangePassword?: boolean;
  };
  return user === null || mustChangePassword === true;
}
