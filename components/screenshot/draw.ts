import { frameOf, wholePixels, type Area, type Operation, type Point, type Size } from "./operations";
import { boundsOf, handleOf, TEXT_UNITS } from "./shapes";

export type Picture = Size & { image: CanvasImageSource };

/** Colours of what is drawn are part of the picture, not of the page: they are the same in the dark. */
const INK = "#c8102e";
const EDGE = "#ffffff";
const BLACK = "#000000";
const DIM = "rgb(0 0 0 / 0.55)";
const MARK = "#1f6feb";

/** Draws the picture as it will leave: what was taken away by a crop is not there, what was blacked out is black. */
export function drawPicture(context: CanvasRenderingContext2D, picture: Picture, operations: readonly Operation[], frame = frameOf(operations, picture)): void {
  context.setTransform(1, 0, 0, 1, -frame.x, -frame.y);
  context.drawImage(picture.image, 0, 0, picture.width, picture.height);
  for (const operation of operations) drawOperation(context, operation);
}

/** On the screen only: how far the shape that is being placed reaches, where to take hold of it, what a crop will leave. */
export function drawPlacing(context: CanvasRenderingContext2D, { shape, frame, scale }: { shape: Operation; frame: Area; scale: number }): void {
  const bounds = boundsOf(shape);
  if (shape.kind === "crop") dimAround(context, bounds, frame);
  const handle = handleOf(shape);
  context.lineWidth = 2 * scale;
  context.strokeStyle = EDGE;
  context.strokeRect(bounds.x, bounds.y, bounds.width, bounds.height);
  context.setLineDash([6 * scale, 4 * scale]);
  context.strokeStyle = MARK;
  context.strokeRect(bounds.x, bounds.y, bounds.width, bounds.height);
  context.setLineDash([]);
  context.beginPath();
  context.arc(handle.x, handle.y, 7 * scale, 0, 2 * Math.PI);
  context.fillStyle = EDGE;
  context.fill();
  context.stroke();
}

function drawOperation(context: CanvasRenderingContext2D, operation: Operation): void {
  switch (operation.kind) {
    case "crop":
      return;
    case "blackout": {
      const { x, y, width, height } = wholePixels(operation.area);
      context.fillStyle = BLACK;
      context.fillRect(x, y, width, height);
      return;
    }
    case "box":
      return drawBox(context, operation);
    case "arrow":
      return drawArrow(context, operation);
    case "text":
      return drawText(context, operation);
    default:
      return operation satisfies never;
  }
}

/** A light edge around the line, so that it shows on any ground. */
function drawBox(context: CanvasRenderingContext2D, { area: { x, y, width, height }, unit }: { area: Area; unit: number }): void {
  context.lineJoin = "round";
  context.strokeStyle = EDGE;
  context.lineWidth = unit * 2.4;
  context.strokeRect(x, y, width, height);
  context.strokeStyle = INK;
  context.lineWidth = unit * 1.4;
  context.strokeRect(x, y, width, height);
}

function drawArrow(context: CanvasRenderingContext2D, { from, to, unit }: { from: Point; to: Point; unit: number }): void {
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const head = Math.min(unit * 8, Math.hypot(to.x - from.x, to.y - from.y));
  const wing = (turn: number) => ({ x: to.x - head * Math.cos(angle + turn), y: to.y - head * Math.sin(angle + turn) });
  const [left, right] = [wing(0.45), wing(-0.45)];
  context.lineCap = "round";
  context.lineJoin = "round";
  for (const [colour, width] of [[EDGE, unit * 3.2], [INK, unit * 1.8]] as const) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
    context.moveTo(left.x, left.y);
    context.lineTo(to.x, to.y);
    context.lineTo(right.x, right.y);
    context.stroke();
  }
}

function drawText(context: CanvasRenderingContext2D, { at, text, unit }: { at: Point; text: string; unit: number }): void {
  const height = unit * TEXT_UNITS;
  context.font = `600 ${height}px ui-sans-serif, system-ui, sans-serif`;
  context.textBaseline = "top";
  context.lineJoin = "round";
  context.strokeStyle = EDGE;
  context.lineWidth = unit * 2.4;
  context.strokeText(text, at.x, at.y + height * 0.15);
  context.fillStyle = INK;
  context.fillText(text, at.x, at.y + height * 0.15);
}

/** One shape with a hole: four beside each other would show their seams. */
function dimAround(context: CanvasRenderingContext2D, kept: Area, frame: Area): void {
  context.fillStyle = DIM;
  context.beginPath();
  context.rect(frame.x, frame.y, frame.width, frame.height);
  context.rect(kept.x, kept.y, kept.width, kept.height);
  context.fill("evenodd");
}
