import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, ask } from "../../api/client";

/** A phone's photo is larger than what is taken, and would be cut to this anyway. */
const SIDE = 512;

async function read(): Promise<string | null> {
  const blob = await ask(api.GET("/api/v1/me/avatar", { parseAs: "blob" }));
  // An address of its own kind, since the page may show pictures of its own or written out, and no others.
  return blob instanceof Blob && blob.size > 0 ? writtenOut(blob) : null;
}

function writtenOut(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(reader.result as string));
    reader.addEventListener("error", () => reject(reader.error ?? new Error("The picture can't be read.")));
    reader.readAsDataURL(blob);
  });
}

/** The middle of a picture, small; what this browser can't open is sent as it is, and the server says why it isn't taken. */
async function small(file: File): Promise<Blob> {
  try {
    const whole = await createImageBitmap(file);
    const side = Math.min(whole.width, whole.height);
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = Math.min(SIDE, side);
    const context = canvas.getContext("2d");
    if (!context) return file;
    context.drawImage(whole, (whole.width - side) / 2, (whole.height - side) / 2, side, side, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? file), "image/png"));
  } catch {
    return file;
  }
}

const pictureQuery = queryOptions({ queryKey: ["picture"], queryFn: read, staleTime: Infinity });

export const usePicture = () => useQuery(pictureQuery);

/** Sets the picture, or removes it. */
export function useSetPicture() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (file: File | null) => {
      if (!file) return ask(api.DELETE("/api/v1/me/avatar"));
      const body = await small(file);
      return ask(api.PUT("/api/v1/me/avatar", { body: body as never, bodySerializer: (one: unknown) => one as Blob, headers: { "Content-Type": body.type } }));
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ["picture"] }),
  });
}
