"use client";

import { useEffect, useState } from "react";
import { DESK_TIME_ZONE, relativeText } from "@/lib/i18n/relative";

/**
 * A time in relation to now that keeps itself right. `at` is an ISO instant, `initial` the text of the server (shown until the browser
 * takes over, so that nothing differs on hydration), `title` the absolute time.
 */
export function RelativeTime({
  at,
  initial,
  title,
  locale = "es-MX",
  className,
}: {
  at: string;
  initial: string;
  title?: string;
  locale?: string;
  className?: string;
}) {
  const [text, setText] = useState(initial);

  useEffect(() => {
    const update = () => setText(relativeText({ at: Date.parse(at), now: Date.now(), locale, timeZone: DESK_TIME_ZONE }));
    update();
    const timer = setInterval(update, 30_000);
    return () => clearInterval(timer);
  }, [at, locale]);

  return (
    <time dateTime={at} title={title} className={className}>
      {text}
    </time>
  );
}
