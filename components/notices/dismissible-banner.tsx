"use client";

import { useSyncExternalStore } from "react";
import { ServiceBanner, type BannerView } from "./service-banner";

const PREFIX = "mesa-notice:";
const listeners = new Set<() => void>();

/** A banner where the framework runs in the browser; what was put aside is remembered there, as public/enhance.js does. */
export function DismissibleBanner({ view, dismiss }: { view: BannerView; dismiss: string }) {
  const isAside = useSyncExternalStore(subscribe, () => view.key !== null && isRemembered(view.key), () => false);
  if (isAside) return null;
  return <ServiceBanner view={view} dismiss={dismiss} onDismiss={() => view.key !== null && remember(view.key)} />;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

// A browser may keep nothing at all; then the message is there again on the next page.
const forThisPage = new Set<string>();

function isRemembered(key: string): boolean {
  try {
    return forThisPage.has(key) || localStorage.getItem(PREFIX + key) !== null;
  } catch {
    return forThisPage.has(key);
  }
}

function remember(key: string): void {
  forThisPage.add(key);
  try {
    localStorage.setItem(PREFIX + key, "1");
  } catch {
    // Remembered for this page alone.
  }
  for (const listener of listeners) listener();
}
