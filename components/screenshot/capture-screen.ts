import type { Picture } from "./draw";

/** The browser's own picker fades out over what it shows; the picture is taken when it is gone. */
const PICKER_FADES_MS = 300;

/** Telephones have no such capture; some of their browsers have the function all the same, and refuse when it is called. */
export function canCaptureScreen(): boolean {
  return typeof navigator.mediaDevices?.getDisplayMedia === "function" && !window.matchMedia?.("(pointer: coarse)").matches;
}

/**
 * One picture of the tab, window or screen that the person picks in the browser's own dialogue; the sharing ends before this returns.
 * @returns null when the person picked nothing
 */
export async function captureScreen(): Promise<Picture | null> {
  let stream: MediaStream;
  try {
    stream = await navigator.mediaDevices.getDisplayMedia({ video: true, audio: false, ...stayHere() });
  } catch (error) {
    if (error instanceof DOMException && error.name === "NotAllowedError") return null;
    throw error;
  }
  try {
    return await pictureOf(stream);
  } finally {
    for (const track of stream.getTracks()) track.stop();
  }
}

async function pictureOf(stream: MediaStream): Promise<Picture> {
  const video = document.createElement("video");
  video.muted = true;
  video.playsInline = true;
  video.srcObject = stream;
  await video.play();
  await new Promise((resolve) => setTimeout(resolve, PICKER_FADES_MS));
  const image = await createImageBitmap(video);
  video.srcObject = null;
  return { image, width: image.width, height: image.height };
}

type Controller = { setFocusBehavior: (behavior: "no-focus-change") => void };

/** Where the browser lets a page say so, the form stays in front instead of what was picked. */
function stayHere(): { controller?: Controller } {
  const Made = (globalThis as { CaptureController?: new () => Controller }).CaptureController;
  if (!Made) return {};
  const controller = new Made();
  controller.setFocusBehavior("no-focus-change");
  return { controller };
}
