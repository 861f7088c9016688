"use client";

import { useEffect, useRef, type Dispatch, type PointerEvent } from "react";
import { drawPicture, drawPlacing, type Picture } from "./draw";
import { frameIn, type EditorAction, type EditorState } from "./editor-state";
import type { Point } from "./operations";

/** How near a finger or a pointer must come to a handle, in the page's pixels. */
const REACH = 18;

/** The picture on its canvas: drawn after each change, and pressed, dragged and let go in the picture's own pixels. */
export function usePictureCanvas({ picture, state, dispatch, onPressed }: {
  picture: Picture;
  state: EditorState;
  dispatch: Dispatch<EditorAction>;
  /** Once a shape has been drawn or taken hold of. */
  onPressed: () => void;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    const frame = frameIn(state);
    const element = canvas.current;
    const context = element?.getContext("2d");
    if (!element || !context) return;
    if (element.width !== frame.width) element.width = frame.width;
    if (element.height !== frame.height) element.height = frame.height;
    const placing = state.placing ? [state.placing] : [];
    drawPicture(context, picture, [...state.history.done, ...placing], frame);
    if (state.placing) drawPlacing(context, { shape: state.placing, frame, scale: scaleOf(element) });
  }, [picture, state]);

  function pointOf(event: PointerEvent<HTMLCanvasElement>): Point {
    const frame = frameIn(state);
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const scale = scaleOf(event.currentTarget);
    return { x: frame.x + (event.clientX - left) * scale, y: frame.y + (event.clientY - top) * scale };
  }

  return {
    canvas,
    handlers: {
      onPointerDown(event: PointerEvent<HTMLCanvasElement>) {
        if (!event.isPrimary || event.button > 0) return;
        event.currentTarget.setPointerCapture?.(event.pointerId);
        dispatch({ type: "press", at: pointOf(event), reach: REACH * scaleOf(event.currentTarget) });
      },
      onPointerMove(event: PointerEvent<HTMLCanvasElement>) {
        if (event.isPrimary && state.gesture) dispatch({ type: "drag", to: pointOf(event) });
      },
      onPointerUp(event: PointerEvent<HTMLCanvasElement>) {
        if (!event.isPrimary || !state.gesture) return;
        dispatch({ type: "release", reach: REACH * scaleOf(event.currentTarget) });
        onPressed();
      },
      onPointerCancel() {
        if (state.gesture) dispatch({ type: "cancel" });
      },
    },
  };
}

/** The picture's pixels in one of the page's. */
function scaleOf(element: HTMLCanvasElement): number {
  const { width } = element.getBoundingClientRect();
  return width > 0 ? element.width / width : 1;
}
