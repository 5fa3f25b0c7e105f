import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, ask } from "../../api/client";
import { forgetUser } from "../../api/session";
import { clearOutbox } from "../../shared/connection";

/** Everything of the person as one file. */
export function useExport() {
  return useMutation({ mutationFn: async () => save(await ask<unknown>(api.POST("/api/v1/me/export", { parseAs: "blob" }))) });
}

/** Lets the browser save a file under a name that says whose and of which day it is. */
function save(file: unknown) {
  if (!(file instanceof Blob)) throw new TypeError("a file was expected");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = `cairn-account-${new Date().toISOString().slice(0, 10)}.zip`;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Asks to leave: every session ends, and nothing of the person stays on this device. Answers when the account goes. */
export function useLeave() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (email: string) => (await ask(api.POST("/api/v1/me/erasure", { body: { email } }))).leaves_at,
    onSuccess: async () => {
      forgetUser();
      await clearOutbox();
      queries.clear();
    },
  });
}
