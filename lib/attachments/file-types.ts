/** What may be sent, by name: each with the endings and media types that browsers call it by, the first of which is what we call it. */
export const FILE_TYPES = ["png", "jpeg", "webp", "gif", "heic", "pdf", "txt", "log", "csv", "eml", "msg", "zip", "docx", "xlsx", "mp4"] as const;
/** What the desk alone may send, whatever administrators chose: the XML of an invoice. */
export const DESK_TYPES = ["xml"] as const;
export type FileType = (typeof FILE_TYPES)[number] | (typeof DESK_TYPES)[number];

const ALL_TYPES: readonly FileType[] = [...FILE_TYPES, ...DESK_TYPES];

type Shape = {
  endings: readonly [string, ...string[]];
  mediaTypes: readonly [string, ...string[]];
  /** Told from one another by nothing but their names. */
  family?: "text";
};

const SHAPES: Record<FileType, Shape> = {
  png: { endings: ["png"], mediaTypes: ["image/png"] },
  jpeg: { endings: ["jpg", "jpeg", "jfif"], mediaTypes: ["image/jpeg", "image/jpg", "image/pjpeg"] },
  webp: { endings: ["webp"], mediaTypes: ["image/webp"] },
  gif: { endings: ["gif"], mediaTypes: ["image/gif"] },
  heic: { endings: ["heic", "heif"], mediaTypes: ["image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence"] },
  pdf: { endings: ["pdf"], mediaTypes: ["application/pdf", "application/x-pdf"] },
  txt: { endings: ["txt"], mediaTypes: ["text/plain"], family: "text" },
  log: { endings: ["log"], mediaTypes: ["text/plain", "text/x-log"], family: "text" },
  csv: { endings: ["csv"], mediaTypes: ["text/csv", "text/plain", "application/csv", "application/vnd.ms-excel"], family: "text" },
  eml: { endings: ["eml"], mediaTypes: ["message/rfc822", "text/plain"] },
  msg: { endings: ["msg"], mediaTypes: ["application/vnd.ms-outlook", "application/x-msg"] },
  zip: { endings: ["zip"], mediaTypes: ["application/zip", "application/x-zip-compressed", "application/x-zip"] },
  docx: { endings: ["docx"], mediaTypes: ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"] },
  xlsx: { endings: ["xlsx"], mediaTypes: ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] },
  xml: { endings: ["xml"], mediaTypes: ["application/xml", "text/xml"] },
  mp4: { endings: ["mp4", "m4v"], mediaTypes: ["video/mp4", "video/x-m4v"] },
};

/** What a browser says of a file that it does not know. */
const UNKNOWN = ["", "application/octet-stream", "binary/octet-stream"];

/** Every media type that a browser may name; concrete ones, because a family would let SVG and HTML in. */
export const NAMED_MEDIA_TYPES: readonly string[] = [...new Set([...Object.values(SHAPES).flatMap((shape) => shape.mediaTypes), ...UNKNOWN.filter((type) => type !== "")])];

/** What it says it is, or null: the ending says which, and the browser's word must not be another. */
export function declaredType({ name, mediaType }: { name: string; mediaType: string }): FileType | null {
  const ending = endingOf(name);
  const found = ALL_TYPES.find((type) => SHAPES[type].endings.includes(ending));
  if (!found) return null;
  const said = mediaType.split(";")[0]!.trim().toLowerCase();
  return UNKNOWN.includes(said) || SHAPES[found].mediaTypes.includes(said) ? found : null;
}

/** Whether bytes that turned out to be `found` may go under the name of `declared`. */
export function agrees(declared: FileType, found: FileType): boolean {
  return declared === found || (SHAPES[declared].family !== undefined && SHAPES[declared].family === SHAPES[found].family);
}

export function mediaTypeOf(type: FileType): string {
  return SHAPES[type].mediaTypes[0];
}

export function endingsOf(type: FileType): readonly string[] {
  return SHAPES[type].endings;
}

/** One of those that an administrator may choose. */
export function isFileType(name: string): name is FileType {
  return (FILE_TYPES as readonly string[]).includes(name);
}

/** For a file input's `accept`: endings and media types, since each system knows some by the one and some by the other. */
export function acceptOf(types: readonly FileType[]): string {
  return [...new Set(types.flatMap((type) => [...SHAPES[type].endings.map((ending) => `.${ending}`), SHAPES[type].mediaTypes[0]]))].join(",");
}

/** "jpg" of "foto.de ayer.JPG"; "" without one. */
export function endingOf(name: string): string {
  const at = name.lastIndexOf(".");
  return at <= 0 ? "" : name.slice(at + 1).toLowerCase();
}
