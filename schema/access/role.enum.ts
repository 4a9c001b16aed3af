import { registerEnumType } from 'type-graphql';

/** What a grant allows; each role may do all that those before it may. */
export enum Role {
  VIEWER = 'VIEWER',
  ANALYST = 'ANALYST',
  EDITOR = 'EDITOR',
  APPROVER = 'APPROVER',
  ADMINISTRATOR = 'ADMINISTRATOR',
}

registerEnumType(Role, {
  name: 'Role',
  description: 'What a grant allows on its part of the tree; each role may do all that those before it may.',
  valuesConfig: {
    VIEWER: { description: 'Sees units, figures and answers.' },
    ANALYST: { description: 'Asks larger questions, and makes keys for tools.' },
    EDITOR: { description: 'Enters, corrects and deletes figures.' },
    APPROVER: { description: 'Sets targets.' },
    ADMINISTRATOR: {
      description:
        'Carries out acts on the units below, and sees who changed what. On the whole tree: also indicators, kinds, sectors, programmes, people and their grants.',
    },
  },
});
