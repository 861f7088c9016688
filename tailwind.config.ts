import type { Config } from "tailwindcss";

/**
 * The names of the design; the values of the colours stand in app/globals.css, once for light and once for dark.
 * Scales are replaced, not extended: what is not here is not part of the look.
 */
export default {
  content: [],
  darkMode: "media",
  theme: {
    colors: {
      transparent: "transparent",
      current: "currentColor",
      inherit: "inherit",
      // grounds, from the back to the front
      sunken: "var(--sunken)",
      paper: "var(--paper)",
      surface: "var(--surface)",
      // text, from loud to quiet; all three pass AA on every ground
      ink: "var(--ink)",
      muted: "var(--muted)",
      faint: "var(--faint)",
      // hairlines, and the edges of controls (3:1)
      line: "var(--line)",
      "line-strong": "var(--line-strong)",
      accent: {
        DEFAULT: "var(--accent)",
        strong: "var(--accent-strong)",
        soft: "var(--accent-soft)",
        line: "var(--accent-line)",
        // behind `text-on-fill`: buttons
        fill: "var(--accent-fill)",
        "fill-strong": "var(--accent-fill-strong)",
      },
      "on-fill": "var(--on-fill)",
      // meaning: text and icons on any ground, `soft` behind them, `line` around them
      warn: { DEFAULT: "var(--warn)", soft: "var(--warn-soft)", line: "var(--warn-line)" },
      danger: {
        DEFAULT: "var(--danger)",
        strong: "var(--danger-strong)",
        soft: "var(--danger-soft)",
        line: "var(--danger-line)",
        fill: "var(--danger-fill)",
        "fill-strong": "var(--danger-fill-strong)",
      },
      success: { DEFAULT: "var(--success)", soft: "var(--success-soft)", line: "var(--success-line)" },
      mark: "var(--mark)",
      scrim: "var(--scrim)",
    },
    fontFamily: {
      sans: ["var(--font-sans)", "var(--font-sans-ext)", "ui-sans-serif", "system-ui", "sans-serif"],
      mono: ["ui-monospace", "SFMono-Regular", "Menlo", "Consolas", "Liberation Mono", "monospace"],
    },
    fontSize: {
      xs: ["0.75rem", { lineHeight: "1rem" }],
      sm: ["0.875rem", { lineHeight: "1.25rem" }],
      base: ["1rem", { lineHeight: "1.5rem" }],
      lg: ["1.25rem", { lineHeight: "1.75rem", letterSpacing: "-0.011em" }],
      xl: ["1.75rem", { lineHeight: "2.125rem", letterSpacing: "-0.019em" }],
      "2xl": ["2.5rem", { lineHeight: "2.75rem", letterSpacing: "-0.025em" }],
    },
    fontWeight: { normal: "400", medium: "500", semibold: "600" },
    borderRadius: { none: "0", sm: "0.25rem", md: "0.375rem", lg: "0.625rem", full: "9999px" },
    boxShadow: { none: "none", float: "var(--shadow-float)" },
    transitionDuration: { DEFAULT: "100ms", 100: "100ms", 140: "140ms" },
    extend: {
      // 34rem of Inter are some 66 characters
      maxWidth: { prose: "34rem", narrow: "42rem", page: "70rem", wide: "96rem" },
      minHeight: { control: "2.75rem", "control-sm": "2rem" },
    },
  },
} satisfies Config;
