import sharp from 'sharp';
import { type Raster, Unreadable } from './scan.ts';

/** A page for a screen, whatever the file is; nothing of what else the file carried is in it. */
export async function showPage(picture: () => Promise<Raster>): Promise<Uint8Array | null> {
  try {
    const { pixels, width, height } = await picture();
    return await sharp(pixels, { raw: { width, height, channels: 3 } })
      .jpeg({ quality: 80 })
      .toBuffer();
  } catch (problem) {
    if (problem instanceof Unreadable) return null;
    throw problem;
  }
}
