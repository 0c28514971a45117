/** Files to upload: the sample reports, and one that is none. */
import { renderReport } from '../../../src/features/reports/render.ts'
import { samples } from '../../../src/features/reports/samples.ts'

export interface UploadFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

/** The samples as they would be uploaded, in their own formats. */
export async function sampleFiles(): Promise<UploadFile[]> {
  return Promise.all(
    samples.map(async ({ file, format, report }) => ({
      name: file,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(await renderReport(report, format)),
    })),
  )
}

/** The first bytes of a picture. */
export const picture: UploadFile = {
  name: '照片.docx',
  mimeType: 'image/jpeg',
  buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
}
