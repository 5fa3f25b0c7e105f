import { Trans } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, ask } from "../api/client";
import { Button } from "./ui";

/** Ends an answer while it is written, on whichever device it was asked for. What was done until then stands. */
export function StopAnswer({ messageId }: { messageId: string }) {
  const queries = useQueryClient();
  const { mutate, isPending, isError } = useMutation({
    mutationFn: () => ask(api.POST("/api/v1/messages/{message_id}/stop", { params: { path: { message_id: messageId } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ["messages"] }),
  });
  return (
    <>
      <Button kind="soft" busy={isPending} onClick={() => mutate()}>
        <Trans>Stop</Trans>
      </Button>
      {isError && (
        <span role="alert">
          <Trans>It couldn't be stopped just now.</Trans>
        </span>
      )}
    </>
  );
}
