/* oxlint-disable unicorn/require-post-message-target-origin -- a thread has no origin */
import { readFileSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import libheif from "libheif-js/wasm-bundle.js";

/** Decodes the first picture of a HEIC file into RGBA, its own turns applied. Answers { pixels, width, height } or { problem }. */
const { path, pixelsMax } = workerData;

try {
  const decoder = new libheif.HeifDecoder();
  const [image] = decoder.decode(readFileSync(path));
  if (!image) throw new Error("no picture");
  const [width, height] = [image.get_width(), image.get_height()];
  if (width * height > pixelsMax) parentPort.postMessage({ problem: "IMAGE_TOO_LARGE" });
  else {
    const data = new Uint8ClampedArray(width * height * 4);
    image.display({ data, width, height }, (shown) => {
      if (!shown) parentPort.postMessage({ problem: "IMAGE_UNREADABLE" });
      else parentPort.postMessage({ pixels: new Uint8Array(data.buffer), width, height }, [data.buffer]);
    });
  }
} catch {
  parentPort.postMessage({ problem: "IMAGE_UNREADABLE" });
}
