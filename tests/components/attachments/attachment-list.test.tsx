import { render, screen } from "@testing-library/react";
import { AttachmentList } from "@/components/attachments/attachment-list";
import { attachmentListWords, sizeText } from "@/components/attachments/attachment-words";
import { DownloadAll } from "@/components/attachments/download-all";
import type { AttachmentView } from "@/lib/attachments/types";

const view = (id: string, name: string, kind: "image" | "file"): AttachmentView => ({
  id, name, kind, size: 2_500_000, width: kind === "image" ? 10 : null, height: kind === "image" ? 10 : null,
  href: `/api/files/${id}`, downloadHref: `/api/files/${id}?download=1`, thumbnailHref: kind === "image" ? `/api/files/${id}/thumbnail` : null,
});

const files = [view("1", "bitácora.log", "file"), view("2", "captura.png", "image")];

describe("the files of a message", () => {
  it("are plain links: pictures in small lead to the whole one, everything else is saved", () => {
    render(<AttachmentList attachments={files} words={attachmentListWords()} />);
    expect(screen.getByRole("group", { name: "Archivos adjuntos" })).toBeVisible();
    const picture = screen.getByRole("link", { name: "Abrir la imagen captura.png, 2.4 MB" });
    expect(picture).toHaveAttribute("href", "/api/files/2");
    expect(picture).toHaveAttribute("data-attachment", "image");
    expect(picture.querySelector("img")).toHaveAttribute("src", "/api/files/2/thumbnail");
    const file = screen.getByRole("link", { name: "Descargar bitácora.log 2.4 MB" });
    expect(file).toHaveAttribute("href", "/api/files/1?download=1");
    expect(file).toHaveAttribute("download", "bitácora.log");
  });

  it("are nothing where there are none", () => {
    const { container } = render(<AttachmentList attachments={[]} words={attachmentListWords()} />);
    expect(container).toBeEmptyDOMElement();
  });

  it("can be saved all at once where there are several", () => {
    const message = { entry: "message" as const, id: "m", authorName: "Ana", isStaff: false, isOwn: true, html: "", createdAt: "2026-11-18T18:00:00Z", attachments: [files[0]!] };
    const { rerender, container } = render(<DownloadAll reference="IMP-7K3M-Q2XD" opening={[files[1]!]} thread={[message]} />);
    expect(screen.getByRole("link", { name: "Descargar todo (2)" })).toHaveAttribute("href", "/api/files/ticket/IMP-7K3M-Q2XD");
    rerender(<DownloadAll reference="IMP-7K3M-Q2XD" opening={[]} thread={[message]} />);
    expect(container).toBeEmptyDOMElement();
  });

  it("say their size as people do", () => {
    expect([999, 1024, 34_000, 16 * 1024 * 1024].map(sizeText)).toEqual(["999 bytes", "1 kB", "33 kB", "16 MB"]);
  });
});
