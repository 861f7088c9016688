import "server-only";
import { stat } from "node:fs/promises";
import sharp, { type Metadata, type Sharp } from "sharp";
import type { FileType } from "@/lib/attachments/file-types";
import { decodeHeif } from "@/lib/attachments/heif";
import { turns } from "@/lib/attachments/turns";
import { ok, refuse, type Result } from "@/lib/result";
import { scratchPath } from "@/lib/storage/parts";

export type Picture = { path: string; thumbnailPath: string; type: Extract<FileType, "png" | "jpeg" | "webp" | "gif">; size: number; width: number; height: number };
export type PictureRefusal = "IMAGE_TOO_LARGE" | "IMAGE_UNREADABLE";

/** Of a still picture: the cameras of telephones make 50 million. */
export const PIXELS_MAX = 64_000_000;
/** Of all the frames of one that moves, which are in memory together. */
export const MOVING_PIXELS_MAX = 40_000_000;
export const FRAMES_MAX = 300;
const SIDE_MAX = 16_383; // what every format that we write can hold
const THUMBNAIL_SIDE = 480;

// Nothing of one picture is of use to the next, and one thread a picture is enough beside the requests.
sharp.cache(false);
sharp.concurrency(1);
const inTurn = turns(1);

/**
 * Makes a picture anew from its pixels, in the same format (HEIC becomes JPEG): place, camera and whatever else was hidden in the file
 * stay behind, and the way it was held is applied. With a thumbnail.
 */
export function remakePicture(path: string, type: FileType): Promise<Result<Picture, PictureRefusal>> {
  return inTurn(async () => {
    try {
      if (type !== "heic") return await remake(path, type);
      const decoded = await decodeHeif(path, PIXELS_MAX);
      return decoded.ok ? await writePicture(sharp(decoded.data.pixels, { raw: decoded.data.info, limitInputPixels: PIXELS_MAX }), "jpeg") : decoded;
    } catch (error) {
      // What cannot be decoded is the file's fault; that there is no room to write is ours.
      if (error instanceof Error && "code" in error) throw error;
      return refuse("IMAGE_UNREADABLE");
    }
  });
}

async function remake(path: string, type: FileType): Promise<Result<Picture, PictureRefusal>> {
  const target = type === "png" || type === "webp" || type === "gif" ? type : "jpeg";
  const found = await sharp(path, { limitInputPixels: false, animated: target !== "png" && target !== "jpeg" }).metadata();
  if (!found.width || !found.height) return refuse("IMAGE_UNREADABLE");
  if (isTooLarge(found)) return refuse("IMAGE_TOO_LARGE");
  const isMoving = (found.pages ?? 1) > 1;
  const input = sharp(path, { limitInputPixels: isMoving ? MOVING_PIXELS_MAX : PIXELS_MAX, animated: isMoving, failOn: "error", sequentialRead: true });
  return writePicture(isMoving ? input : input.autoOrient(), target);
}

function isTooLarge({ width, height, pages = 1, pageHeight }: Metadata): boolean {
  const frameHeight = pageHeight ?? height;
  if (width > SIDE_MAX || frameHeight > SIDE_MAX) return true;
  if (pages === 1) return width * height > PIXELS_MAX;
  return pages > FRAMES_MAX || width * frameHeight * pages > MOVING_PIXELS_MAX;
}

async function writePicture(input: Sharp, type: Picture["type"]): Promise<Result<Picture, PictureRefusal>> {
  const [path, thumbnailPath] = [await scratchPath(), await scratchPath()];
  const written = await encode(input, type).toFile(path);
  const height = written.pageHeight ?? written.height;
  // From what was just written: the one that everybody sees.
  await sharp(path, { limitInputPixels: PIXELS_MAX, page: 0, pages: 1 })
    .resize(THUMBNAIL_SIDE, THUMBNAIL_SIDE, { fit: "inside", withoutEnlargement: true })
    .webp({ quality: 78 })
    .toFile(thumbnailPath);
  const { size } = await stat(path);
  return ok({ path, thumbnailPath, type, size, width: written.width, height });
}

function encode(input: Sharp, type: Picture["type"]): Sharp {
  switch (type) {
    case "png":
      return input.png({ compressionLevel: 7 });
    case "jpeg":
      return input.flatten({ background: "#ffffff" }).jpeg({ quality: 88 });
    case "webp":
      return input.webp({ quality: 88 });
    case "gif":
      return input.gif({ effort: 4 });
    default:
      return type satisfies never;
  }
}
