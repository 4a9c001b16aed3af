import type { EntityManager } from 'typeorm';
import type { KeyLimits } from '../access/access';
import { hashSecret, makeSecret } from '../sign-in/secret';
import { invalidInput } from '../validate-input';

/** What a new key is for and how far it reaches. */
export interface NewKey extends KeyLimits {
  userId: number;
  name: string;
  expiresAt: Date | null;
}

/** Keeps a new key, and answers its id with the secret, of which only the hash is kept. */
export async function makeKey(
  manager: EntityManager,
  { userId, name, role, unitId, seesSensitive, isReadOnly, expiresAt }: NewKey,
  now: Date,
): Promise<{ id: number; secret: string }> {
  if (expiresAt !== null && expiresAt <= now) throw invalidInput({ expiresAt: 'must be in the future' });
  const secret = makeSecret('khoi_');
  const [row] = await manager.query<{ id: number }[]>(
    `insert into api_key
       (user_id, name, hash, hint, role, unit_id, sees_sensitive, is_read_only, expires_at, created_at)
     values ($1::integer, $2::text, $3::bytea, $4::text, $5::text, $6::integer, $7::boolean, $8::boolean,
       $9::timestamptz, $10::timestamptz)
     returning id`,
    [
      userId,
      name,
      hashSecret(secret),
      secret.slice(-4),
      role,
      unitId,
      seesSensitive,
      isReadOnly,
      expiresAt,
      now,
    ],
  );
  return { id: Number(row?.id), secret };
}
