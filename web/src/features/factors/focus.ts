/** As a `ref`: the question was just asked for, so its answer may be typed at once. */
export function toField(field: HTMLInputElement | null) {
  field?.focus();
}
