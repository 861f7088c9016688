import { Textarea } from "@/components/forms/textarea";
import { Notice } from "@/components/ui/notice";

/** A text that was begun where nothing can be sent any more: to be read, and taken elsewhere. */
export function UnsentText({ title, text }: { title: string; text: string | undefined }) {
  if (!text?.trim()) return null;
  return (
    <Notice>
      <label className="block space-y-1">
        <span className="font-semibold">{title}</span>
        <Textarea readOnly rows={5} defaultValue={text} />
      </label>
    </Notice>
  );
}
