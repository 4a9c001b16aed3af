import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Example, parseExample } from '../../../admin/playground/parseExample';

const folder = join(__dirname, '../../../admin/playground/examples');

/** The examples as the playground has them, read from their files. */
export function readExamples(): Example[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => {
      const name = file.replace('.graphql', '');
      const variables = join(folder, `${name}.json`);
      return parseExample(
        name,
        readFileSync(join(folder, file), 'utf8'),
        existsSync(variables) ? readFileSync(variables, 'utf8') : '',
      );
    });
}
