/** Everything that stands in the sheets of a workbook. */
export async function sheetText(file: Buffer): Promise<string> {
  const { default: readXlsxFile } = await import('read-excel-file/node');
  return JSON.stringify(await readXlsxFile(file));
}
