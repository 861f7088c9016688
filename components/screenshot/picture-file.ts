import { drawPicture, type Picture } from "./draw";
import { frameOf, type Operation } from "./operations";

/** As many pixels as a telephone's browser gives to one canvas. */
const MOST_PIXELS = 16_000_000;
const QUALITIES = [0.92, 0.8, 0.65];

/** @returns null when this browser cannot read it as a picture */
export async function loadPicture(file: Blob): Promise<Picture | null> {
  try {
    const image = await createImageBitmap(file);
    const scale = Math.sqrt(MOST_PIXELS / (image.width * image.height));
    if (scale >= 1) return { image, width: image.width, height: image.height };
    const smaller = await createImageBitmap(image, {
      resizeWidth: Math.floor(image.width * scale),
      resizeHeight: Math.floor(image.height * scale),
      resizeQuality: "high",
    });
    image.close();
    return { image: smaller, width: smaller.width, height: smaller.height };
  } catch {
    return null;
  }
}

/** Gives its memory back at once: the picture as it was is not kept anywhere. */
export function dropPicture({ image }: Picture): void {
  if ("close" in image && typeof image.close === "function") image.close();
}

/**
 * The picture with everything burnt in, as a new file without a history: a PNG, or where that is too large a JPEG, in the end a smaller one.
 * @param name without an ending @param most bytes
 */
export async function pictureFile(picture: Picture, operations: readonly Operation[], { name, most }: { name: string; most: number }): Promise<File | null> {
  const canvas = document.createElement("canvas");
  const frame = frameOf(operations, picture);
  canvas.width = frame.width;
  canvas.height = frame.height;
  const context = canvas.getContext("2d");
  if (!context) return null;
  drawPicture(context, picture, operations, frame);

  const blob = (await encoded(canvas, "image/png", most)) ?? (await asJpeg(canvas, most));
  canvas.width = 0;
  canvas.height = 0;
  return blob && new File([blob], `${name}.${blob.type === "image/png" ? "png" : "jpg"}`, { type: blob.type });
}

async function asJpeg(canvas: HTMLCanvasElement, most: number): Promise<Blob | null> {
  for (const quality of QUALITIES) {
    const blob = await encoded(canvas, "image/jpeg", most, quality);
    if (blob) return blob;
  }
  if (canvas.width < 64 || canvas.height < 64) return null;
  return asJpeg(halved(canvas), most);
}

function halved(canvas: HTMLCanvasElement): HTMLCanvasElement {
  const half = document.createElement("canvas");
  half.width = Math.floor(canvas.width / 2);
  half.height = Math.floor(canvas.height / 2);
  half.getContext("2d")?.drawImage(canvas, 0, 0, half.width, half.height);
  return half;
}

/** Null when it is larger than `most`. */
function encoded(canvas: HTMLCanvasElement, type: string, most: number, quality?: number): Promise<Blob | null> {
  return new Promise((resolve) => {
    canvas.toBlob((blob) => resolve(blob && blob.size <= most ? blob : null), type, quality);
  });
}
