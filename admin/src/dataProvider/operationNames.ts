/** How a resource of react-admin is called in the API: the type, and the plural that lists and many-forms carry. */
export interface OperationNames {
  type: string;
  one: string;
  many: string;
  create: string;
  update: string;
  updateMany: string;
  delete: string;
  deleteMany: string;
}

const capitalized = (name: string) => name[0]?.toUpperCase() + name.slice(1);

/** partyUnit, partyUnits → createPartyUnit, deletePartyUnits, …: the API names everything by one rule. */
export function operationNames(one: string, many: string): OperationNames {
  const type = capitalized(one);
  return {
    type,
    one,
    many,
    create: `create${type}`,
    update: `update${type}`,
    updateMany: `update${capitalized(many)}`,
    delete: `delete${type}`,
    deleteMany: `delete${capitalized(many)}`,
  };
}
