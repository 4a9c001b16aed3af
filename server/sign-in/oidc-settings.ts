import { Role } from '../../schema/access/role.enum';

/** How an OpenID Connect provider is asked, and what its groups mean here. */
export interface OidcSettings {
  issuer: URL;
  clientId: string;
  clientSecret: string | undefined;
  groups: GroupGrant[];
}

/** What a group of the provider is granted here. */
export interface GroupGrant {
  group: string;
  role: Role;
  /** The code of a unit; null for the whole tree. */
  unit: string | null;
  seesSensitive: boolean;
}

/**
 * What each group is granted, separated by commas.
 *
 * @example readGroups('analysts=ANALYST,finance=EDITOR+SENSITIVE@CQ-SOTC')
 */
export function readGroups(text: string): GroupGrant[] {
  return text.split(',').map((part) => {
    const [, group, roleName, sensitive, unit] =
      /^([^=]+)=([A-Z]+)(\+SENSITIVE)?(?:@(.+))?$/.exec(part.trim()) ?? [];
    const role = Object.values(Role).find((known) => known === roleName);
    if (!group || !role) {
      throw new Error(
        `"${part.trim()}" is not GROUP=ROLE or GROUP=ROLE@UNIT, with a role of ${Object.values(Role).join(', ')}`,
      );
    }
    return { group: group.trim(), role, unit: unit ?? null, seesSensitive: sensitive !== undefined };
  });
}
