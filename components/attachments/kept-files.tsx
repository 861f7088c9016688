import { Checkbox } from "@/components/forms/checkbox";
import type { AttachmentView } from "@/lib/attachments/types";
import { sizeText, type UploadWords } from "./upload-texts";

/** Where no script runs: the files that a draft holds already, each of which goes along unless its box is cleared. */
export function KeptFiles({ files, posted, words }: { files: readonly AttachmentView[]; /** Ids of a form that came back, apart by spaces. */ posted: string | undefined; words: UploadWords }) {
  if (files.length === 0) return null;
  const ticked = posted?.split(" ");
  return (
    <noscript>
      <fieldset className="flex flex-col gap-2 rounded-lg border px-4 pt-2 pb-4">
        <legend className="px-1 text-sm font-semibold">{words.title}</legend>
        <p className="text-sm text-muted">{words.keptHint}</p>
        {files.map(({ id, name, size }) => (
          <Checkbox key={id} id={`kept-${id}`} name="attachment" value={id} label={`${name} · ${sizeText(size, undefined)}`} defaultChecked={!ticked || ticked.includes(id)} />
        ))}
      </fieldset>
    </noscript>
  );
}
