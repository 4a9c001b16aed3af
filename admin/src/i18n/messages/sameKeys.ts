/** Messages with the keys of others: what one language says, the other must say too. */
export type SameKeys<Messages> = {
  [Key in keyof Messages]: Messages[Key] extends string ? string : SameKeys<Messages[Key]>;
};
