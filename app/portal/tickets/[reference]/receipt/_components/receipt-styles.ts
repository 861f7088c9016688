import { StyleSheet } from "@react-pdf/renderer";

/** The tokens of app/globals.css in the light, as sRGB: a PDF knows no other. */
export const INK = { ink: "#15191f", muted: "#525760", line: "#dedcd6", accent: "#274c9b", sunken: "#f5f3ef", paper: "#ffffff" } as const;

/** Sizes in points, on a grid of 4. */
export function receiptStyles(family: string) {
  return StyleSheet.create({
    page: { fontFamily: family, fontSize: 10, lineHeight: 1.45, color: INK.ink, paddingTop: 40, paddingHorizontal: 56, paddingBottom: 48 },
    head: { flexDirection: "row", alignItems: "center", gap: 8, height: 20, marginBottom: 24, fontWeight: 600, fontSize: 11 },
    // What is reckoned for each page is only shown where its place is fixed too.
    pageNumber: { position: "absolute", right: 0, top: 3, width: 240, textAlign: "right", fontSize: 9, fontWeight: 400, color: INK.muted },
    title: { fontSize: 22, lineHeight: 1.2, fontWeight: 600, marginBottom: 8 },
    lead: { color: INK.muted, marginBottom: 4 },
    heading: { fontSize: 12, fontWeight: 600, marginTop: 20, marginBottom: 6 },
    facts: { marginTop: 12, borderTopWidth: 0.75, borderColor: INK.line },
    fact: { flexDirection: "row", gap: 16, paddingVertical: 5, borderBottomWidth: 0.75, borderColor: INK.line },
    term: { width: 120, color: INK.muted },
    value: { flex: 1 },
    due: { fontWeight: 600 },
    step: { flexDirection: "row", marginTop: 2, color: INK.muted },
    number: { width: 18 },
    // Two lines of four groups, set wide enough to be read out.
    hash: { flexDirection: "row", flexWrap: "wrap", backgroundColor: INK.sunken, borderRadius: 4, paddingVertical: 8, paddingHorizontal: 12, marginBottom: 8 },
    group: { width: "25%", fontSize: 12, letterSpacing: 1, fontWeight: 600, paddingVertical: 2 },
    text: { marginTop: 2 },
    subject: { fontWeight: 600, marginBottom: 6 },
    link: { color: INK.accent, fontWeight: 600, marginVertical: 2 },
    small: { fontSize: 9, color: INK.muted, marginTop: 6 },
    more: { marginBottom: 6 },
  });
}
