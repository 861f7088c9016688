"use client";

import { useEffect } from "react";

/** Opens the folded text that the address points to, in browsers that do not by themselves. */
export function OpenTarget() {
  useEffect(() => {
    function open() {
      const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
      const details = target && target.closest("details");
      if (!details || details.open) return;
      details.open = true;
      details.scrollIntoView({ block: "start" });
    }
    open();
    window.addEventListener("hashchange", open);
    return () => window.removeEventListener("hashchange", open);
  }, []);

  return null;
}
