import { queryOptions } from "@tanstack/react-query";
import type { AnswerOf } from "../../api/answers";
import { ask, api } from "../../api/client";
import { useChange } from "../../api/facts";

type Profile = AnswerOf<"/api/v1/profile", "get">;
export type Field = Profile["fields"][number];
export type Value = Field["values"][number];

export const profileQuery = queryOptions({
  queryKey: ["profile"],
  queryFn: async () => (await ask(api.GET("/api/v1/profile"))).fields,
});

/** A value with what it is, which stays when its words change. */
type Said = { value: string; relation: string; qualifier: string };

export const said = ({ value, relation, qualifier }: Value): Said => ({ value, relation: relation ?? "", qualifier: qualifier ?? "" });

/** What a field should say from now on. */
export type Written = {
  /** All that it says of what it said before, changed or not; left alone when absent. */
  values?: Said[];
  /** One thing more. */
  more?: { relation: string; value: string };
};

const put = (field_id: string, values: Said[]) => ask(api.PUT("/api/v1/profile/{field_id}", { params: { path: { field_id } }, body: { values } }));

export function useWrite(field: Field) {
  return useChange(async ({ values, more }: Written) => {
    if (values) await put(field.id, values);
    if (more) await ask(api.POST("/api/v1/facts", { body: { subject: "me", qualifier: "", ...more } }));
  });
}

export const useDeny = () =>
  useChange((fact_id: string) => ask(api.POST("/api/v1/facts/{fact_id}/deny", { params: { path: { fact_id } } })));

export const useEnd = () =>
  useChange((fact_id: string) => ask(api.POST("/api/v1/facts/{fact_id}/end", { params: { path: { fact_id } }, body: {} })));

/** Writes a value by hand again that was taken away a moment ago, as it was and since when it was. */
export const useBringBack = () =>
  useChange(({ relation, value, qualifier, since }: Value) =>
    ask(api.POST("/api/v1/facts", { body: { subject: "me", relation: relation ?? "", value, qualifier, since } })),
  );
