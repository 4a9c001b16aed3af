import type { Access } from './access';
import { leastRole, type Right } from './rights';

export interface Rights {
  rights: Right[];
  rightsEverywhere: Right[];
}

const all = Object.keys(leastRole) as Right[];

/** The rights that hold on some part of the tree, and those that hold on all of it. */
export function rightsOf(access: Access): Rights {
  return {
    rights: all.filter((right) => access.may(right)),
    rightsEverywhere: all.filter((right) => access.mayEverywhere(right)),
  };
}
