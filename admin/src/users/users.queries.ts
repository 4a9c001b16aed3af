import { parse } from 'graphql';

export const createUser = parse(
  'mutation CreateUser($input: CreateUserInput!) { createUser(input: $input) { user { id } password } }',
  { noLocation: true },
);

export interface CreatedUser {
  createUser: { user: { id: string }; password: string };
}

export const resetPassword = parse(
  'mutation ResetPassword($id: ID!) { resetUserPassword(id: $id) { user { id } password } }',
  { noLocation: true },
);

export interface ResetPassword {
  resetUserPassword: { user: { id: string }; password: string };
}

export const setDisabled = parse(
  `mutation SetDisabled($id: ID!, $version: Int!, $isDisabled: Boolean!) {
    updateUser(id: $id, version: $version, input: { isDisabled: $isDisabled }) { id }
  }`,
  { noLocation: true },
);
