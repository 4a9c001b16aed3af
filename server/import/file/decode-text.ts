import { FileError } from './file-error';

/** How files begin that people take for CSV, and what to do about each. */
const signatures: [bytes: number[], reason: string][] = [
  [[0x50, 0x4b, 0x03, 0x04], 'The file is a workbook (XLSX), not CSV: save it as "CSV UTF-8"'],
  [[0xff, 0xfe], 'The file is UTF-16 text: save it as "CSV UTF-8"'],
  [[0xfe, 0xff], 'The file is UTF-16 text: save it as "CSV UTF-8"'],
];

/**
 * The text of a file, which must be UTF-8; a byte order mark is dropped. Replacing what is not UTF-8, as decoders do
 * unless told otherwise, would store names with holes in them.
 */
export async function* decodeText(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isFirst = true;
  for await (const chunk of bytes) {
    if (isFirst) refuseOtherFormats(chunk);
    isFirst = false;
    yield decode(() => decoder.decode(chunk, { stream: true }));
  }
  yield decode(() => decoder.decode());
}

function refuseOtherFormats(chunk: Uint8Array): void {
  const found = signatures.find(([bytes]) => bytes.every((byte, index) => chunk[index] === byte));
  if (found) throw new FileError(found[1]);
}

function decode(read: () => string): string {
  try {
    return read();
  } catch {
    throw new FileError('The file is not UTF-8 text: save it as "CSV UTF-8"');
  }
}
