import type { Right } from './rights';

export interface DemoAccount {
  username: string;
  title: string;
  titleVi: string;
}

/** Who is signed in, as every route under /auth answers. */
export interface Session {
  user: { id: string; username: string; name: string } | null;
  mustChangePassword: boolean;
  highestRole: string | null;
  rights: Right[];
  rightsEverywhere: Right[];
  signInWith: { password: boolean; openIdConnect: string | null; demoAccounts: DemoAccount[] };
}
