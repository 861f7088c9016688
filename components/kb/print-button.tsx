"use client";

import { useEffect } from "react";

/** Where public/enhance.js does not run: shows the article's button for printing and makes it work. */
export function PrintButton() {
  useEffect(() => {
    const button = document.querySelector<HTMLButtonElement>("button[data-enhance=print]");
    if (!button) return;
    const print = () => window.print();
    button.hidden = false;
    button.addEventListener("click", print);
    return () => button.removeEventListener("click", print);
  }, []);
  return null;
}
