/** The roles of the API, each of which may do what those before it may. */
const roles = ['VIEWER', 'ANALYST', 'EDITOR', 'APPROVER', 'ADMINISTRATOR'];

/** The roles up to one, to choose from; their words are messages. */
export const roleChoices = (highest: string = 'ADMINISTRATOR') =>
  roles.slice(0, roles.indexOf(highest) + 1).map((id) => ({ id, name: `khoi.role.${id}` }));
