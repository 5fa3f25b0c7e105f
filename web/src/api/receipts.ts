import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { AnswerOf } from "./answers";
import { ask, api } from "./client";

/** What was really changed, read back from the books. */
export type Receipt = AnswerOf<"/api/v1/receipts/{receipt_id}/undo", "post">;

/** Takes one change back. Shown as taken back at once; where that fails, the error says that it stands. */
export function useUndo(receipt: Receipt) {
  const queries = useQueryClient();
  const undo = useMutation({
    mutationFn: () => ask(api.POST("/api/v1/receipts/{receipt_id}/undo", { params: { path: { receipt_id: receipt.id } } })),
    // One change can show on every page.
    onSettled: () => queries.invalidateQueries(),
  });
  const undone = receipt.undone_at !== null || undo.isPending || undo.isSuccess;
  return { undo: () => undo.mutate(), undone, failed: undo.isError };
}
