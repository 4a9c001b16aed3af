import { MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { IsCode, IsLine, MayBeLeftOut, MayBeNull } from './constraints';
import { CodeFilter, StringFilter } from './list/filters.inputs';

/** What every list of records with codes can be filtered by. */
@InputType()
export abstract class CodedFilter {
  @Field(() => [ID], { nullable: true, description: 'Only the records with these ids.' })
  ids?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Words in code or names: each must be found; case and Vietnamese diacritics are ignored ("dang bo" finds "Đảng bộ").',
  })
  @MayBeNull()
  @MaxLength(200, { message: 'must be at most 200 characters long' })
  q?: string | null;

  @Field(() => CodeFilter, { nullable: true })
  code?: CodeFilter | null;

  @Field(() => StringFilter, { nullable: true, description: 'The name in Vietnamese.' })
  name?: StringFilter | null;

  @Field(() => StringFilter, { nullable: true, description: 'The name in English.' })
  nameEn?: StringFilter | null;
}

@InputType()
export abstract class CreateCodedInput {
  @Field(() => String, {
    description: 'Stable and unique: 1 to 64 characters, by which others name this record. It never changes.',
  })
  @IsCode()
  code!: string;

  @Field(() => String, { description: 'The name in Vietnamese, at most 500 characters.' })
  @IsLine(500)
  name!: string;

  @Field(() => String, { nullable: true, description: 'The name in English, at most 500 characters.' })
  @MayBeNull()
  @IsLine(500)
  nameEn?: string | null;
}

@InputType()
export abstract class UpdateCodedInput {
  @Field(() => String, { nullable: true, description: 'The name in Vietnamese, at most 500 characters.' })
  @MayBeLeftOut()
  @IsLine(500)
  name?: string;

  @Field(() => String, {
    nullable: true,
    description: 'The name in English, at most 500 characters; null empties it.',
  })
  @MayBeNull()
  @IsLine(500)
  nameEn?: string | null;
}
