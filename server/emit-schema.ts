import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema } from './graphql';
import { printSdl } from './print-sdl';
import { findProjectRoot } from './project-root';

writeFileSync(join(findProjectRoot(), 'schema', 'schema.graphql'), printSdl(buildSchema()));
