import { barePage } from "@/lib/tickets/page-address";
import type { EnvironmentView } from "@/lib/tickets/types";
import { browserName } from "./browser-name";

/** What this browser would tell, as the form shows it and sends it. */
export function readEnvironment(): EnvironmentView {
  return {
    page: pageBefore(document.referrer, window.location.origin),
    browser: browserName(navigator.userAgent),
    screenWidth: Math.round(window.screen.width),
    screenHeight: Math.round(window.screen.height),
    windowWidth: Math.round(window.innerWidth),
    windowHeight: Math.round(window.innerHeight),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    at: new Date().toISOString(),
  };
}

/** The page that led here. Of our own only what everybody may read: a path of the portal names tickets, one of a link that sets a password is its key. */
export function pageBefore(referrer: string, ownOrigin: string): string {
  const url = URL.parse(referrer);
  if (!url || !/^https?:$/.test(url.protocol)) return "";
  if (url.origin === ownOrigin && !/^\/(kb|faq|policies)(\/|$)/.test(url.pathname)) return "";
  return barePage(referrer);
}
